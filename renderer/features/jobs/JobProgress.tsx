import type { JobName } from '../../../shared/contract/api.ts';
import { useJobs } from '../../client/index.ts';
import { Button, ProgressBar, buttonWords } from '../../ui/index.ts';

/** How far a dialog's own work has come, with a way to stop it. */
export function JobProgress({ operation, label }: { operation: JobName; label: string }) {
  const { running, cancel } = useJobs();
  const job = running.find((each) => each.operation === operation);
  return (
    <div className="flex items-center gap-3 rounded-md border border-line bg-sunken px-3 py-2">
      <div className="flex min-w-0 grow flex-col gap-1">
        <span role="status" className="truncate text-sm">
          {label}
          {job && job.note !== '' && <span className="text-ink-soft"> · {job.note}</span>}
        </span>
        <ProgressBar label={label} done={job?.done ?? 0} total={job?.total ?? 0} />
      </div>
      <Button size="small" isDisabled={!job} onPress={() => job && cancel(job)}>
        {buttonWords.cancel}
      </Button>
    </div>
  );
}
