import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';

/** What is wrong with a name that is too long for a file, and what to do. */
export const nameTooLong = { reason: 'its name is too long', advice: 'Give it a shorter name' } as const;

/** The code of an error, such as ENOENT; undefined where it has none. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the operating system threw an error with some code, such as ENOENT. */
export function isSystemError(error: unknown, code: string): boolean {
  return systemErrorCode(error) === code;
}

/**
 * The declared error for what the operating system or SQLite throws in the ordinary course of things (full disk, no
 * permission, damaged database); null for anything else, which is a fault of ours.
 */
export function declaredError(error: unknown): AppError | null {
  const code = systemErrorCode(error);
  if (!(error instanceof Error) || code === undefined) return null;
  const name = nameIn(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return new AppError('DISK_FULL', {}, { cause: error });
    case 'EFBIG':
      return new AppError('DISK_FULL', { isRefused: true }, { cause: error });
    case 'ENOENT':
      return new AppError('FILE_NOT_FOUND', { name }, { cause: error });
    case 'EEXIST':
      return new AppError('FILE_EXISTS', { name }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('FILE_UNREADABLE', { name, reason: 'no permission' }, { cause: error });
    case 'ENAMETOOLONG':
      return new AppError('FILE_UNREADABLE', { name, ...nameTooLong }, { cause: error });
    case 'EISDIR':
      return new AppError(
        'FILE_UNREADABLE',
        { name, reason: 'it is a folder', advice: 'Name a file in it' },
        { cause: error },
      );
    case 'ENOTDIR':
      return new AppError(
        'FILE_UNREADABLE',
        {
          name,
          reason: 'a part of its path is a file, not a folder',
          advice: 'Check the path, and name a file that is there',
        },
        { cause: error },
      );
    case 'EIO':
    case 'EBUSY':
    case 'EMFILE':
      return new AppError('FILE_UNREADABLE', { name, reason: code }, { cause: error });
    default:
      return code.startsWith('SQLITE_') ? declaredSqliteError(code, error) : null;
  }
}

/** What a system error is about: a file by its name, or the folder the program was started in, which no longer exists. */
function nameIn(error: Error): string {
  if ('path' in error && typeof error.path === 'string') return basename(error.path);
  return 'syscall' in error && error.syscall === 'uv_cwd' ? 'the current folder' : 'the file';
}

/** SQLite distinguishes a full disk, but no other cause of a failed write: a limit on file size, a disk that is removed. */
const refusedWrites: ReadonlySet<string> = new Set([
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_TRUNCATE',
  'SQLITE_IOERR_FSYNC',
]);

/** Extended codes (SQLITE_BUSY_SNAPSHOT) are read by the primary code they begin with: https://sqlite.org/rescode.html */
function declaredSqliteError(code: string, cause: Error): AppError | null {
  // Growing the write-ahead log's shared index fails only for lack of space.
  if (code === 'SQLITE_IOERR_SHMSIZE') return new AppError('DISK_FULL', {}, { cause });
  // The file itself is sound; only further writing was refused.
  if (refusedWrites.has(code)) return new AppError('DISK_FULL', { isRefused: true }, { cause });
  const primary = code.split('_', 2).join('_');
  switch (primary) {
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new AppError('MATTER_DAMAGED', { reason: 'its database cannot be read' }, { cause });
    case 'SQLITE_IOERR':
      return new AppError('MATTER_DAMAGED', { reason: 'the disk answered with an error' }, { cause });
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new AppError('MATTER_IN_USE', {}, { cause });
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return new AppError('MATTER_READ_ONLY', {}, { cause });
    case 'SQLITE_CANTOPEN':
      return new AppError(
        'FILE_UNREADABLE',
        { name: 'the matter', reason: 'it cannot be opened' },
        { cause },
      );
    default:
      return null;
  }
}
