import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { publish, stagedPath } from '../platform/publish.ts';
import { assertFolder, unwritable } from '../platform/unwritable.ts';

/**
 * Writes a file that must not be there yet: it appears whole, or not at all.
 *
 * @param id makes the name it is written under first
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE
 */
export async function writeNewFile(filePath: string, bytes: Uint8Array, id: string): Promise<void> {
  const name = basename(filePath);
  const staged = stagedPath(filePath, id);
  try {
    assertFolder(filePath);
    await writeFile(staged, bytes, { flag: 'wx' });
    if (!publish(staged, filePath)) throw new AppError('FILE_EXISTS', { name });
  } catch (error) {
    throw unwritable(error, name);
  } finally {
    await rm(staged, { force: true });
  }
}
