import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { ImageError } from './image-report.ts';

const codes: Readonly<Record<ImageError['reason'], ErrorCode>> = {
  damaged: 'EVIDENCE_DAMAGED',
  demanding: 'EVIDENCE_TOO_DEMANDING',
  unsupported: 'EVIDENCE_UNSUPPORTED_KIND',
};

/** A picture that cannot be shown, as an error. */
export function declaredImageError(error: ImageError): AppError {
  const details = error.limit === null ? {} : { limit: error.limit };
  return new AppError(codes[error.reason], details, { cause: error });
}

/** A picture that cannot be shown, as a problem of an item of evidence. */
export function problemOfImage(error: ImageError): Problem {
  const { code, message } = declaredImageError(error);
  return { code, message };
}
