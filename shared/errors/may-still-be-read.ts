import { AppError } from './app-error.ts';
import type { ErrorCode } from './error-codes.ts';

const codes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'MATTER_IN_USE',
  'MATTER_NOT_WRITABLE',
  'DISK_FULL',
]);

/** Whether a matter that cannot be opened for writing may still be opened to read: elsewhere open, write-protected, or on a full disk. */
export function mayStillBeRead(error: unknown): error is AppError {
  return error instanceof AppError && codes.has(error.code);
}
