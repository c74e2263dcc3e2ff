import { join } from 'node:path';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { HashProgress } from './tasks.ts';

/** A network share that does not respond for this long is given up on. */
const stepTimeoutMs = 300_000;

/**
 * Reads files of a build in a thread, reporting progress.
 *
 * @param files names within the folder
 * @returns the SHA-256 of each, in their order; null for one that is not there
 * @throws AppError CANCELLED, FILE_UNREADABLE
 */
export function hashFiles(
  folder: string,
  files: readonly string[],
  { platform, signal, progress }: Pick<JobContext, 'platform' | 'signal' | 'progress'>,
): Promise<(string | null)[]> {
  const paths = files.map((file) => join(folder, file));
  return runInWorker(platform, 'exhibits.hashFiles', paths, {
    signal,
    timeoutMs: stepTimeoutMs,
    isTimePerStep: true,
    onProgress: (value) => {
      const { done, total, place } = value as HashProgress;
      progress(done, total, `Reading ${files[place]!}`);
    },
  });
}

/** Whether a file of a build is unchanged, changed or missing. */
export type OutputState = 'as written' | 'changed' | 'missing';

/**
 * Compares the files of a build with the hashes they were written with.
 *
 * @param outputs files of the build, with their SHA-256 in hex
 * @returns the state of each, in their order
 * @throws AppError CANCELLED, FILE_UNREADABLE
 */
export async function checkOutputs(
  folder: string,
  outputs: readonly { readonly file: string; readonly sha256: string }[],
  context: Pick<JobContext, 'platform' | 'signal' | 'progress'>,
): Promise<OutputState[]> {
  const hashes = await hashFiles(
    folder,
    outputs.map(({ file }) => file),
    context,
  );
  return outputs.map(({ sha256 }, at) => {
    if (hashes[at] === null) return 'missing';
    return hashes[at] === sha256 ? 'as written' : 'changed';
  });
}
