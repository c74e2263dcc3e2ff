import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DisturbedFile } from '../../../../shared/model/exhibits.ts';
import type { WrittenOutput } from '../build-repository.ts';

/** The coarsest clock of a file system that builds are written to: FAT counts in steps of two seconds. */
const clockStepMs = 2_000;

/**
 * The files of a build that are not as they were written, as far as their folder tells: nothing is read, so a file of the same
 * length and time passes, and one of a later time may be the same: whoever opens it, or seals the set, has it read. Later is what is
 * later than the manifest, which is the last file of every build and of the same clock; the computer's may be another.
 *
 * @param folder where the build was published
 * @param outputs its files, the manifest last
 */
export async function findDisturbedFiles(
  folder: string,
  outputs: readonly WrittenOutput[],
): Promise<DisturbedFile[]> {
  const missing = (file: string): DisturbedFile => ({ file, change: 'missing' });
  // A missing folder is looked up once: every access to an unavailable share is slow.
  if (!(await timeAndSize(folder))) return outputs.map(({ file }) => missing(file));
  const found = await Promise.all(outputs.map(({ file }) => timeAndSize(join(folder, file))));
  const endedMs = found[outputs.findIndex(({ role }) => role === 'manifest')]?.mtimeMs ?? Infinity;
  return outputs.flatMap(({ file, sizeBytes }, at): DisturbedFile[] => {
    const there = found[at];
    if (!there) return [missing(file)];
    if (there.size !== sizeBytes) return [{ file, change: 'resized' }];
    return there.mtimeMs > endedMs + clockStepMs ? [{ file, change: 'redated' }] : [];
  });
}

async function timeAndSize(path: string): Promise<{ mtimeMs: number; size: number } | null> {
  return stat(path).catch(() => null);
}
