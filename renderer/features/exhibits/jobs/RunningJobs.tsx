import type { Job } from '../../../../shared/model/job.ts';
import { useJobs } from '../../../client/index.ts';
import { useFocusKept } from '../../../ui/index.ts';
import { RunningJob } from '../../jobs/index.ts';
import { words } from '../words.ts';

/** Progress of a build, or of reading its files before a seal, laid over the bottom of the panes: what is being read does not move. */
export function RunningJobs() {
  const { running, cancel } = useJobs();
  const jobs = running.filter(({ operation }) => Object.hasOwn(words.running, operation));
  if (jobs.length === 0) return null;
  return (
    <div className="relative z-20 order-last h-0 shrink-0">
      <div className="absolute bottom-3 left-1/2 flex w-96 max-w-[calc(100%-1.5rem)] -translate-x-1/2 flex-col gap-2">
        {jobs.map((job) => (
          <Card key={job.id} job={job} onCancel={() => cancel(job)} />
        ))}
      </div>
    </div>
  );
}

function Card({ job, onCancel }: { job: Job; onCancel: () => void }) {
  // Its button disappears with it.
  useFocusKept();
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 shadow-pop">
      <RunningJob
        label={words.running[job.operation as keyof typeof words.running]}
        job={job}
        onCancel={onCancel}
      />
    </div>
  );
}
