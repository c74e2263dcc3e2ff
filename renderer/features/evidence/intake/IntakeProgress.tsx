import { useJobs } from '../../../client/index.ts';
import { Button, ProgressBar } from '../../../ui/index.ts';
import { intakeWords } from '../words.ts';

/** How far the intake under way has come, above the list it fills. */
export function IntakeProgress() {
  const { running, cancel } = useJobs();
  const jobs = running.filter(({ operation }) => operation === 'evidence.add');
  return jobs.map((job) => (
    <div key={job.id} className="flex shrink-0 items-center gap-3 border-b border-line bg-sunken px-3 py-1.5">
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex justify-between gap-3 text-sm">
          <span className="min-w-0 truncate">
            {intakeWords.adding}
            {job.note !== '' && <span className="text-ink-soft"> · {job.note}</span>}
          </span>
          {job.total > 0 && (
            <span className="shrink-0 text-ink-soft tabular-nums">
              {Math.floor((100 * job.done) / job.total)} %
            </span>
          )}
        </div>
        <ProgressBar label={intakeWords.adding} done={job.done} total={job.total} />
      </div>
      <Button size="small" onPress={() => cancel(job)}>
        {intakeWords.cancel}
      </Button>
    </div>
  ));
}
