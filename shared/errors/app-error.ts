import type { ErrorBody } from '../contract/define.ts';
import { errorCodes, type ErrorCode, type ErrorDetails } from './error-codes.ts';

/** An expected failure: a code, and a sentence that says what happened and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  /**
   * @param code one of error-codes.ts
   * @param details values for the sentence; plain JSON, no document text, no full paths
   * @example throw new AppError('DOCKET_NUMBER_TAKEN', { number: '12-1' });
   */
  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown; message?: string }) {
    super(options?.message ?? errorCodes[code].message(details), { cause: options?.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  /** Restores the error from a reply. */
  static fromBody(body: ErrorBody): AppError {
    return new AppError(body.code, (body.details ?? {}) as ErrorDetails, { message: body.message });
  }

  toBody(): ErrorBody {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** Whether a thrown value is the given declared error. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
