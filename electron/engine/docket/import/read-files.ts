import { basename } from 'node:path';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { Platform } from '../../platform/platform.ts';
import { toAppError } from '../../platform/to-app-error.ts';
import type { ReadSource } from '../tasks.ts';

/** A page of 5,000 entries takes a second; one that takes this long is no docket. In milliseconds. */
const timeoutMs = 60_000;

export type ReadOutcome =
  | { readonly filePath: string; readonly read: ReadSource; readonly error: null }
  | { readonly filePath: string; readonly read: null; readonly error: AppError };

/** What the first page of a PDF may take, in milliseconds. */
const lookMs = 10_000;

/** Whether a file is the print of a docket sheet; what cannot be opened is no print. */
export async function isPrint(platform: Platform, filePath: string): Promise<boolean> {
  const name = basename(filePath);
  const look = { filePath, name };
  return runInWorker(platform, 'docket.isPrint', look, { timeoutMs: lookMs, name }).catch(
    (error: unknown) => {
      platform.log.info('not a docket', { reason: toAppError(error, 'docket.findPrints', platform).code });
      return false;
    },
  );
}

/**
 * Reads one source in a worker that may die; what goes wrong is the outcome, never an exception.
 *
 * @param timezone IANA zone of the matter, where its court is settled
 */
export async function readFile(
  platform: Platform,
  filePath: string,
  { signal, timezone }: { readonly signal?: AbortSignal; readonly timezone?: string } = {},
): Promise<ReadOutcome> {
  const name = basename(filePath);
  try {
    const read = await runInWorker(
      platform,
      'docket.read',
      { filePath, name, ...(timezone !== undefined && { timezone }) },
      { timeoutMs, name, limitCode: 'DOCKET_SOURCE_TOO_DEMANDING', ...(signal && { signal }) },
    );
    return { filePath, read, error: null };
  } catch (error) {
    return { filePath, read: null, error: toAppError(error, 'docket.read', platform) };
  }
}
