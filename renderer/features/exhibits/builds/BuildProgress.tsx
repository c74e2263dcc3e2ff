import { useJobs } from '../../../client/index.ts';
import { Button, ProgressBar } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** How far the build under way has come. */
export function BuildProgress() {
  const { running, cancel } = useJobs();
  const jobs = running.filter(({ operation }) => operation === 'exhibits.build');
  return jobs.map((job) => (
    <div key={job.id} className="flex shrink-0 items-center gap-3 border-b border-line bg-sunken px-3 py-1.5">
      <div className="flex min-w-0 grow flex-col gap-1">
        <span className="truncate text-sm">
          {words.building}
          {job.note !== '' && <span className="text-ink-soft"> · {job.note}</span>}
        </span>
        <ProgressBar label={words.building} done={job.done} total={job.total} />
      </div>
      <Button size="small" onPress={() => cancel(job)}>
        {words.cancel}
      </Button>
    </div>
  ));
}
