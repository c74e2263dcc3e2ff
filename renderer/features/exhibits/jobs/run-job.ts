import type { Api, JobResult } from '../../../../shared/contract/api.ts';
import type { InputOf } from '../../../../shared/contract/define.ts';
import { isAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import { engineClient, showError, waitForJob } from '../../../client/index.ts';
import { clearToasts, showToast } from '../../../ui/index.ts';

/** Jobs on exhibit sets. */
export type ExhibitsJob =
  | 'exhibits.build'
  | 'exhibits.checkAsFiled'
  | 'exhibits.checkFiling'
  | 'exhibits.compare'
  | 'exhibits.seal';

/** Jobs that failed since the window was opened, by matter and what they were for: a set that is built and sealed, or a comparison. */
const failed = new Map<string, string[]>();

/**
 * Starts a job, waits for its end, and tells where it did not come to one. Once it is done, what failed for the same purpose before
 * is no longer listed among the jobs that did not finish.
 *
 * @param ask the input, which the user may be asked for; null where the user chose nothing
 * @param canceled what a cancellation left
 * @param isTold tells of an error itself; others are told as they are
 * @returns null where it was not done
 */
export async function runJob<K extends ExhibitsJob>(
  operation: K,
  ask: () => Promise<InputOf<Api, K> | null> | InputOf<Api, K>,
  canceled: (details: AppError['details']) => string,
  isTold: (error: unknown) => boolean = () => false,
): Promise<JobResult<K> | null> {
  let job: string | null = null;
  let purpose = '';
  try {
    const input = await ask();
    if (!input) return null;
    // What went wrong before is being tried again.
    clearToasts();
    const { matterId } = input;
    purpose = `${matterId} ${'setId' in input ? input.setId : operation}`;
    const result = await waitForJob<JobResult<K>>(matterId, async () => {
      ({ jobId: job } = (await engineClient[operation](input)) as { jobId: string });
      return job;
    });
    void forgetFailed(matterId, purpose);
    return result;
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) {
      showToast({ tone: 'notice', message: canceled(error.details) });
      return null;
    }
    if (job !== null) failed.set(purpose, [...(failed.get(purpose) ?? []), job]);
    if (!isTold(error)) showError(error);
    return null;
  }
}

async function forgetFailed(matterId: string, purpose: string): Promise<void> {
  const jobs = failed.get(purpose) ?? [];
  failed.delete(purpose);
  for (const jobId of jobs) await engineClient['jobs.dismiss']({ matterId, jobId }).catch(() => undefined);
}
