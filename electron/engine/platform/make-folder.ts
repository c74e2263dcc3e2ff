import { mkdir, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, where they are not there.
 *
 * @returns takes away again what was made, as far as nothing lies in it
 * @example const removeIfEmpty = await makeFolder('/fairwater/out');
 */
export async function makeFolder(folder: string): Promise<() => Promise<void>> {
  const first = await mkdir(folder, { recursive: true });
  return async () => {
    if (first === undefined) return;
    // By length: `first` may be written otherwise on Windows, and no folder above it may ever be taken for ours.
    for (let at = folder; at.length >= first.length; at = dirname(at)) {
      try {
        await rmdir(at);
      } catch {
        return;
      }
    }
  };
}
