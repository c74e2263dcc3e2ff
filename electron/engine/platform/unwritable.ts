import { accessSync, constants, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { nameTooLong, systemErrorCode } from './system-errors.ts';

const codes = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOENT',
  'ENAMETOOLONG',
  'EINVAL',
  'EIO',
  'EISDIR',
  'ELOOP',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

/** @throws the system's error where the folder of a new file is missing or may not be written, or no file can have its name */
export function assertFolder(filePath: string): void {
  // With a trailing dot, so that a file does not pass for a folder.
  accessSync(`${dirname(filePath)}/.`, constants.W_OK);
  // It is first written under a shorter name, so a name that is too long would only show once it is complete.
  lstatSync(filePath, { throwIfNoEntry: false });
}

/**
 * FILE_UNWRITABLE for a system error while creating a file; anything else unchanged.
 *
 * @param name the file's name without folder, for the sentence
 */
export function unwritable(error: unknown, name: string): unknown {
  const code = systemErrorCode(error);
  if (code === undefined || !codes.has(code)) return error;
  return new AppError('FILE_UNWRITABLE', { name, ...whyNot(code) }, { cause: error });
}

function whyNot(code: string): { readonly reason: string; readonly advice?: string } {
  if (code === 'ENAMETOOLONG') return nameTooLong;
  if (code === 'ENOTDIR') return { reason: 'a part of its path is a file, not a folder' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { reason: 'no permission' };
  if (code === 'EIO') return { reason: 'the disk answered with an error' };
  return { reason: 'there is no such folder, or the name cannot be used' };
}
