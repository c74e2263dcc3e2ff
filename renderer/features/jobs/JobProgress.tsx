import type { JobName } from '../../../shared/contract/api.ts';
import type { Job } from '../../../shared/model/job.ts';
import { useJobs } from '../../client/index.ts';
import { Button, ProgressBar, buttonWords } from '../../ui/index.ts';
import { useShowsProgress } from './shown-jobs.ts';

/** How far a dialog's own work has come, with a way to stop it. */
export function JobProgress({ operation, label }: { operation: JobName; label: string }) {
  const { running, cancel } = useJobs();
  const job = running.find((each) => each.operation === operation);
  return (
    <div className="rounded-md border border-line bg-sunken px-3 py-2">
      <RunningJob label={label} job={job} onCancel={() => job && cancel(job)} />
    </div>
  );
}

interface RunningJobProps {
  readonly label: string;
  /** Undefined while it is being started. */
  readonly job: Job | undefined;
  readonly onCancel: () => void;
}

/** What runs, where it is and how far it has come; the status bar leaves that to it. */
export function RunningJob({ label, job, onCancel }: RunningJobProps) {
  useShowsProgress(job?.id);
  return (
    <div className="flex items-center gap-3">
      <div className="flex min-w-0 grow flex-col gap-1">
        {/* Heard once: what it reads just now changes many times a second. */}
        <span role="status" className="text-sm">
          {label}
        </span>
        <ProgressBar label={label} done={job?.done ?? 0} total={job?.total ?? 0} />
        <span className="h-4.5 truncate text-sm text-ink-soft tabular-nums" title={job?.note}>
          {job?.note}
        </span>
      </div>
      <Button size="small" isDisabled={!job} onPress={onCancel}>
        {buttonWords.cancel}
      </Button>
    </div>
  );
}
