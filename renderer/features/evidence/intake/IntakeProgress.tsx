import type { Job } from '../../../../shared/model/job.ts';
import { engineClient, showError, useJobs, useMatter } from '../../../client/index.ts';
import { Button, ProgressBar, buttonWords, useFocusKept } from '../../../ui/index.ts';
import { jobProgress } from '../../jobs/index.ts';
import { intakeWords } from './words.ts';

const operations: ReadonlySet<string> = new Set([
  'evidence.add',
  'evidence.intake.resume',
  'evidence.intake.retry',
]);

/** The intakes under way in this matter. */
export function useRunningIntakes(): readonly Job[] {
  return useJobs().running.filter(({ operation }) => operations.has(operation));
}

/** How far the intake under way has come, above the list it fills; it can be paused and resumed later. */
export function IntakeProgress() {
  return useRunningIntakes().map((job) => <RunningIntake key={job.id} job={job} />);
}

function RunningIntake({ job }: { job: Job }) {
  const { id: matterId } = useMatter();
  const { cancel } = useJobs();
  // Its buttons disappear with it.
  useFocusKept();
  const pause = async () => {
    try {
      const intakes = await engineClient['evidence.intake.list']({ matterId });
      const intake = intakes.find(({ jobId }) => jobId === job.id);
      if (intake) await engineClient['evidence.intake.pause']({ matterId, intakeId: intake.id });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line bg-sunken px-3 py-1.5">
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex justify-between gap-3 text-sm">
          <span className="min-w-0 truncate">
            {intakeWords.adding}
            {job.note !== '' && <span className="text-ink-soft"> · {job.note}</span>}
          </span>
          {/* Of bytes while files are taken in, then of items while their texts are read. */}
          <span className="shrink-0 text-ink-soft tabular-nums">{jobProgress(job)}</span>
        </div>
        <ProgressBar label={intakeWords.adding} done={job.done} total={job.total} />
      </div>
      <Button size="small" onPress={() => void pause()}>
        {intakeWords.pause}
      </Button>
      <Button size="small" onPress={() => cancel(job)}>
        {buttonWords.cancel}
      </Button>
    </div>
  );
}
