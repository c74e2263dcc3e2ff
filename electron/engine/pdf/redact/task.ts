import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { loadSharp, scalePicture } from '../../formats/images/index.ts';
import type { WorkerContext, WorkerPlatform } from '../../jobs/worker-thread.ts';
import { greyOf } from '../../ocr/grey-image.ts';
import { readPicture } from '../../ocr/read-picture.ts';
import { loadRecogniser } from '../../ocr/recogniser.ts';
import { SourceUnreadable } from '../objects/index.ts';
import { withSource, type SourceLocation } from '../pdf-source.ts';
import { textOfWords } from '../reader/text/recognised-text.ts';
import type { Recognise } from './page-texts.ts';
import { redactPdf } from './redact-pdf.ts';
import type { RedactionWishes } from './wishes.ts';

export interface RedactInput {
  readonly location: SourceLocation;
  readonly password?: string | undefined;
  /** File name without folder, for errors. */
  readonly name: string;
  /** A new file. */
  readonly filePath: string;
  readonly wishes: RedactionWishes;
}

/** How far redacting is. */
export interface RedactProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Redacts a PDF in a worker.
 *
 * @throws AppError REDACTION_NOT_PROVEN, PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_PAGE_NOT_FOUND, PDF_PAGE_UNREADABLE,
 *   PDF_LIMIT_EXCEEDED; the source's and the file system's own errors
 */
export async function redactTask(
  { location, password, name, filePath, wishes }: RedactInput,
  { platform, openMatter, progress }: WorkerContext,
): Promise<RedactedCopy> {
  const tools = {
    assetsDirectory: platform.assetsDirectory,
    pdfiumWasmPath: platform.pdfiumWasmPath,
    scale: (...[picture, size, form]: Parameters<Scale>) =>
      scalePicture(loadSharp(platform.imageLibraries), picture, size, form),
    recognise: recogniseWith(platform),
    progress: (done: number, total: number) => progress({ done, total } satisfies RedactProgress),
  };
  try {
    return await withSource(location, openMatter, (bytes) => {
      const source = {
        sizeBytes: bytes.sizeBytes,
        readAt: (position: number, target: Uint8Array) => bytes.readAt(position, target),
        password,
      };
      return redactPdf({ source, filePath, name, wishes, tools });
    });
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    const code = isAppError(error.cause, 'PDF_NOT_A_PDF') ? 'PDF_NOT_A_PDF' : error.code;
    throw new AppError(code, { name }, { cause: error });
  }
}

type Scale = Parameters<typeof redactPdf>[0]['tools']['scale'];

/** Words of a picture, by their places in points. */
function recogniseWith(platform: WorkerPlatform): Recognise {
  return async (picture, dotsPerInch) => {
    const { turned, words } = readPicture(await loadRecogniser(platform), greyOf(picture), dotsPerInch);
    const points = 72 / dotsPerInch;
    return textOfWords(
      words.map(({ text, x, y, width, height, confidence, isLineEnd }) => [
        text,
        x * points,
        y * points,
        width * points,
        height * points,
        confidence,
        isLineEnd ? 1 : 0,
      ]),
      turned,
    );
  };
}
