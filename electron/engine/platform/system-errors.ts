import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';

/**
 * The declared error for what the operating system or SQLite throws in the ordinary course of things (full disk, no
 * permission, damaged database); null for anything else, which is a fault of ours.
 */
export function declaredError(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const name = 'path' in error && typeof error.path === 'string' ? basename(error.path) : 'the file';
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return new AppError('DISK_FULL', {}, { cause: error });
    case 'ENOENT':
      return new AppError('FILE_NOT_FOUND', { name }, { cause: error });
    case 'EEXIST':
      return new AppError('FILE_EXISTS', { name }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('FILE_UNREADABLE', { name, reason: 'no permission' }, { cause: error });
    case 'EIO':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EBUSY':
    case 'EMFILE':
      return new AppError('FILE_UNREADABLE', { name, reason: error.code }, { cause: error });
    case 'SQLITE_CORRUPT':
    case 'SQLITE_CORRUPT_VTAB':
    case 'SQLITE_IOERR_DATA':
      return new AppError('MATTER_DAMAGED', { reason: 'its database cannot be read' }, { cause: error });
    default:
      return null;
  }
}
