import { isAppError } from '../../../../shared/errors/app-error.ts';
import { engineClient, waitForJob } from '../../../client/index.ts';

/** Jobs that failed since the window was opened, by what they were for. */
const failed = new Map<string, string[]>();

/**
 * Starts long work and waits for its end. Once it is done, what failed for the same purpose before is no longer listed among the work
 * that did not finish.
 *
 * @param purpose what it is for: the id of a set that is built and sealed
 * @throws AppError as `waitForJob` does
 */
export async function tryAgain<T>(
  matterId: string,
  purpose: string,
  start: () => Promise<{ readonly jobId: string }>,
): Promise<T> {
  let job: string | null = null;
  try {
    const result = await waitForJob<T>(matterId, async () => {
      ({ jobId: job } = await start());
      return job;
    });
    void forgetFailed(matterId, purpose);
    return result;
  } catch (error) {
    if (job !== null && !isAppError(error, 'CANCELLED'))
      failed.set(purpose, [...(failed.get(purpose) ?? []), job]);
    throw error;
  }
}

async function forgetFailed(matterId: string, purpose: string): Promise<void> {
  const jobs = failed.get(purpose) ?? [];
  failed.delete(purpose);
  for (const jobId of jobs) await engineClient['jobs.dismiss']({ matterId, jobId }).catch(() => undefined);
}
