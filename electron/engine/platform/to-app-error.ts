import { AppError } from '../../../shared/errors/app-error.ts';
import type { Platform } from './platform.ts';
import { safeStack } from '../../../shared/errors/scrub.ts';
import { declaredError } from './system-errors.ts';

/**
 * The declared error for anything thrown. Anything undeclared is a bug: it is logged, and becomes INTERNAL with the
 * reference of its log entry.
 *
 * @param operation what was being done, for the log
 */
export function toAppError(
  error: unknown,
  operation: string,
  platform: Pick<Platform, 'newId' | 'log'>,
): AppError {
  if (error instanceof AppError) return error;
  const declared = declaredError(error);
  if (declared) return declared;
  const reference = platform.newId().slice(-12);
  platform.log.error('internal error', {
    reference,
    operation,
    stack: safeStack(error),
  });
  return new AppError('INTERNAL', { reference }, { cause: error });
}
