import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a new database file may have beside it while it is written. */
const sideFiles = ['', '-journal', '-wal', '-shm'];

/** Where a file is written before it is whole: beside its target, so that publishing it is one step. */
export function stagedPath(target: string, id: string): string {
  return join(dirname(target), `.${basename(target)}.${id.slice(-12)}.partial`);
}

/**
 * Gives a finished file its name, in one step and only if that name is free. Two programs can never both succeed.
 *
 * @returns false if something has that name already; the staged file then still stands
 */
export function publish(staged: string, target: string): boolean {
  flush(staged);
  try {
    linkSync(staged, target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    // File systems without hard links (exFAT, some network shares).
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK' && code !== 'EACCES')
      throw error;
    if (existsSync(target)) return false;
    renameSync(staged, target);
    return true;
  }
  rmSync(staged);
  return true;
}

/** Makes sure the bytes are on the disk before the name is. */
export function flush(filePath: string): void {
  const file = openSync(filePath, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a database file and whatever stands beside it; nothing there is fine. */
export function removeDatabase(filePath: string): void {
  for (const suffix of sideFiles) rmSync(`${filePath}${suffix}`, { force: true });
}
