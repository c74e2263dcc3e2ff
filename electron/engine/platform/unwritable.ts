import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';

const codes = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOENT',
  'ENAMETOOLONG',
  'EINVAL',
  'EISDIR',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

/** @throws the system's error where the folder of a new file is missing or may not be written */
export function assertFolder(filePath: string): void {
  accessSync(dirname(filePath), constants.W_OK);
}

/**
 * FILE_UNWRITABLE for what goes wrong on the way to a new file; anything else as it is.
 *
 * @param name the file's name without folder, for the sentence
 */
export function unwritable(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof AppError) return error;
  if (!codes.has(String(error.code))) return error;
  const isPermission = error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS';
  const reason = isPermission ? 'no permission' : 'there is no such folder, or the name cannot be used';
  return new AppError('FILE_UNWRITABLE', { name, reason }, { cause: error });
}
