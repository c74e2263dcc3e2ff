import { access, constants, mkdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { isSystemError } from './system-errors.ts';
import { unwritable } from './unwritable.ts';

/**
 * Makes a folder and those above it, where they are not there. One that exists already must accept files.
 *
 * @returns what removes again what was made, as far as it is empty
 * @throws AppError FILE_UNWRITABLE; nothing is left of what was made until then
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
 * Writes into a folder that is made where it is not there; where nothing was written into it, it is removed again.
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

/** Not by Node's own recursive way: it never ends where a system refuses a folder without saying why, as Linux does in /proc. */
async function makeOneByOne(folder: string, made: string[]): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  // A drive that is not there is in no folder that could be made.
  if (above !== folder) await makeOneByOne(above, made);
  try {
    await mkdir(folder);
    made.push(folder);
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  }
}

/** @throws AppError FILE_UNWRITABLE where something else has that name */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
  throw new AppError('FILE_UNWRITABLE', { name: basename(path), reason: 'it is a file, not a folder' });
}
