import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { declaredError } from '../../platform/system-errors.ts';

/**
 * Runs what follows once a build has reserved its Bates numbers: if it is canceled or its target takes no more, the error
 * says that they stay reserved.
 *
 * @param isNumbered whether it reserved any
 * @throws AppError that of the work
 */
export async function sayingReserved<T>(
  isNumbered: boolean,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const stopped = signal.aborted ? new AppError('CANCELLED') : (declaredError(error) ?? error);
    if (!isNumbered || !isAppError(stopped)) throw stopped;
    throw new AppError(stopped.code, { ...stopped.details, staysReserved: true }, { cause: error });
  }
}
