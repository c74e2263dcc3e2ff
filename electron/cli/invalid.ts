import { AppError } from '../../shared/errors/app-error.ts';

/** What is wrong with the values that were given. By itself, so that commands that parse nothing load no schemas. */
export function invalid(summary: string, cause?: unknown): AppError {
  return new AppError('INVALID_INPUT', { summary }, { cause });
}
