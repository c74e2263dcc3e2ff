import { access, constants, mkdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { isSystemError } from './system-errors.ts';
import { unwritable } from './unwritable.ts';

/**
 * Creates a folder and its missing parents. One that already exists must accept files.
 *
 * @returns a function that removes the folders it created, as far as they are empty
 * @throws AppError FILE_UNWRITABLE; folders created until then are removed
 * @example const removeIfEmpty = await makeFolder('/fairwater/out');
 */
export async function makeFolder(folder: string): Promise<() => Promise<void>> {
  const made: string[] = [];
  const removeIfEmpty = async () => {
    for (const one of made.toReversed()) {
      try {
        await rmdir(one);
      } catch {
        return;
      }
    }
  };
  try {
    await makeOneByOne(folder, made);
    // With a trailing dot, so that a file does not pass for a folder.
    await access(`${folder}/.`, constants.W_OK);
  } catch (error) {
    await removeIfEmpty();
    throw unwritable(error, basename(folder));
  }
  return removeIfEmpty;
}

/**
 * Writes into a folder, creating it if necessary; if nothing was written, it is removed again.
 *
 * @throws AppError FILE_UNWRITABLE; whatever `write` throws
 */
export async function inFolder<T>(folder: string, write: () => Promise<T>): Promise<T> {
  const removeIfEmpty = await makeFolder(folder);
  try {
    return await write();
  } finally {
    await removeIfEmpty();
  }
}

/** Not with Node's recursive option, which never returns where the system refuses a folder without a reason, as Linux does in /proc. */
async function makeOneByOne(folder: string, made: string[]): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  // A missing drive has no parent that could be created.
  if (above !== folder) await makeOneByOne(above, made);
  try {
    await mkdir(folder);
    made.push(folder);
  } catch (error) {
    // Another program may have created it in the meantime.
    if (!(await isFolder(folder))) throw error;
  }
}

/** @throws AppError FILE_UNWRITABLE if something else has that name */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
  throw new AppError('FILE_UNWRITABLE', { name: basename(path), reason: 'it is a file, not a folder' });
}
