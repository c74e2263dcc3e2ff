import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { WorkerContext } from '../../../jobs/worker-thread.ts';
import { isSystemError } from '../../../platform/system-errors.ts';

const pieceBytes = 1024 * 1024;

/** Progress of reading. */
export interface HashProgress {
  /** Bytes read, and in total. */
  readonly done: number;
  readonly total: number;
  /** Place of the file that is read. */
  readonly place: number;
}

/** The SHA-256 of files, in their order, null for one that is not there. A binder may be gigabytes: it is read piece by piece. */
export async function hashFilesTask(
  paths: readonly string[],
  context: WorkerContext,
): Promise<(string | null)[]> {
  const sizes = await Promise.all(paths.map((path) => ifThere(async () => (await stat(path)).size)));
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const hashes: (string | null)[] = [];
  let done = 0;
  for (const [place, path] of paths.entries()) {
    const read = async () => {
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
        hash.update(piece as Buffer);
        done += (piece as Buffer).length;
        context.progress({ done, total, place } satisfies HashProgress);
      }
      return hash.digest('hex');
    };
    hashes.push(await ifThere(read));
  }
  return hashes;
}

/** @returns null where the file is not there */
async function ifThere<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}
