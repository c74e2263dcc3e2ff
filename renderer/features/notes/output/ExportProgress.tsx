import { useJobs } from '../../../client/index.ts';
import { Button, ProgressBar } from '../../../ui/index.ts';
import { exportWords as words } from '../words.ts';

/** How far an export of notes under way has come. */
export function ExportProgress() {
  const { running, cancel } = useJobs();
  const jobs = running.filter(({ operation }) => operation === 'notes.export');
  return jobs.map((job) => (
    <div key={job.id} className="flex shrink-0 items-center gap-3 border-b border-line bg-sunken px-3 py-1.5">
      <div className="flex min-w-0 grow flex-col gap-1">
        <span className="truncate text-sm">
          {words.running}
          {job.note !== '' && <span className="text-ink-soft"> · {job.note}</span>}
        </span>
        <ProgressBar label={words.running} done={job.done} total={job.total} />
      </div>
      <Button size="small" onPress={() => cancel(job)}>
        {words.stop}
      </Button>
    </div>
  ));
}
