import type { Job } from '../../../../shared/model/job.ts';
import { useJobs } from '../../../client/index.ts';
import { Button, ProgressBar, buttonWords, useFocusKept } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** How far the build under way has come, or the reading of its files before a seal, laid over the foot of the panes: what is read stays where it is. */
export function BuildProgress() {
  const { running, cancel } = useJobs();
  const jobs = running.filter(({ operation }) => Object.hasOwn(words.running, operation));
  if (jobs.length === 0) return null;
  return (
    <div className="relative z-20 order-last h-0 shrink-0">
      <div className="absolute bottom-3 left-1/2 flex w-72 max-w-[calc(100%-1.5rem)] -translate-x-1/2 flex-col gap-2">
        {jobs.map((job) => (
          <RunningJob key={job.id} job={job} onCancel={() => cancel(job)} />
        ))}
      </div>
    </div>
  );
}

function RunningJob({ job, onCancel }: { job: Job; onCancel: () => void }) {
  const title = words.running[job.operation as keyof typeof words.running];
  // Its button goes with it.
  useFocusKept();
  return (
    <div className="flex items-center gap-3 rounded-md border border-line bg-raised px-3 py-2 shadow-pop">
      <div className="flex min-w-0 grow flex-col gap-1">
        <span className="truncate text-sm">
          {title}
          {job.note !== '' && <span className="text-ink-soft"> · {job.note}</span>}
        </span>
        <ProgressBar label={title} done={job.done} total={job.total} />
      </div>
      <Button size="small" onPress={onCancel}>
        {buttonWords.cancel}
      </Button>
    </div>
  );
}
