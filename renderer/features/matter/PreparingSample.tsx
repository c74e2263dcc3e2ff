import { useJobs } from '../../client/index.ts';
import { ProgressBar } from '../../ui/index.ts';
import { matterWords as words } from './words.ts';

/** Shown while the sample matter is being filled. */
export function PreparingSample({ jobId }: { jobId: string }) {
  const job = useJobs().jobs.find(({ id }) => id === jobId);
  return (
    <main className="flex h-full items-center justify-center bg-surface p-8">
      <div className="flex w-96 flex-col gap-3 text-center">
        <h1 className="text-lg font-semibold">{words.preparing}</h1>
        <p className="text-ink-soft">{words.preparingHelp}</p>
        <ProgressBar label={words.preparing} done={job?.done ?? 0} total={job?.total ?? 0} />
        <p className="h-5 truncate text-sm text-ink-soft">{job?.note}</p>
      </div>
    </main>
  );
}
