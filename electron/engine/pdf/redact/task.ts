import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { loadSharp, scalePicture, type ImageKind } from '../../formats/images/index.ts';
import type { WorkerContext, WorkerPlatform } from '../../jobs/worker-thread.ts';
import { grayOf } from '../../ocr/gray-image.ts';
import { readPicture } from '../../ocr/read-picture.ts';
import { loadRecognizer } from '../../ocr/recognizer.ts';
import { openItem, type ItemSource } from '../assemble/source/open-item.ts';
import { SourceUnreadable } from '../objects/index.ts';
import { framesOf } from '../pictures/frames-of.ts';
import { withSource, type SourceLocation } from '../pdf-source.ts';
import { textOfWords } from '../reader/text/recognized-text.ts';
import { eachOnce, type Recognize } from './page-texts.ts';
import { proposeRedactions, type PlanTools } from './plan-redactions.ts';
import { redactPdf } from './redact-pdf.ts';
import type { RedactionWishes } from './wishes.ts';

/** A PDF in which something is looked for that is not wanted. Plain data, to be sent to a thread. */
export interface LookInput {
  readonly location: SourceLocation;
  readonly password?: string | undefined;
  /** File name without folder, for errors. */
  readonly name: string;
  /** The picture that the PDF stands for, on whose pages places are; left out for a PDF that stands for itself. */
  readonly picture?: { readonly location: SourceLocation; readonly kind: ImageKind } | undefined;
}

export interface RedactInput extends LookInput {
  /** A new file. */
  readonly filePath: string;
  readonly wishes: Omit<RedactionWishes, 'frames'>;
}

export interface ProposeInput extends LookInput {
  readonly wishes: Pick<RedactionWishes, 'terms' | 'hasIdentifiers'>;
}

/** What was found that could be redacted, on pages from 1, and the pages whose words were recognized in pictures. */
export type Proposed = Awaited<ReturnType<typeof proposeRedactions>>;

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
  { filePath, wishes, ...input }: RedactInput,
  context: WorkerContext,
): Promise<RedactedCopy> {
  const { platform } = context;
  const tools = {
    assetsDirectory: platform.assetsDirectory,
    pdfiumWasmPath: platform.pdfiumWasmPath,
    scale: (...[picture, size, form]: Parameters<Scale>) =>
      scalePicture(loadSharp(platform.imageLibraries), picture, size, form),
    ...planTools(context),
  };
  return withLooked(input, context, (source, frames) =>
    redactPdf({ source, filePath, name: input.name, wishes: { ...wishes, ...frames }, tools }),
  );
}

/**
 * Looks in a worker for what could be redacted. Words of form fields that nothing draws are places of their fields.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_PAGE_UNREADABLE, PDF_LIMIT_EXCEEDED; the source's own errors
 */
export function proposeTask({ wishes, ...input }: ProposeInput, context: WorkerContext): Promise<Proposed> {
  return withLooked(input, context, async (source, frames) => {
    const original = await openItem('pdf', source, context.platform.pdfiumWasmPath);
    if (original.kind !== 'pdf') throw new Error('a PDF was asked for');
    try {
      return await proposeRedactions(original, { ...wishes, ...frames }, planTools(context));
    } finally {
      original.close();
    }
  });
}

function planTools({ platform, progress }: WorkerContext): PlanTools {
  return {
    recognize: eachOnce(recognizeWith(platform)),
    progress: (done, total) => progress({ done, total } satisfies RedactProgress),
  };
}

async function withLooked<T>(
  { location, password, name, picture }: LookInput,
  { platform, openMatter }: WorkerContext,
  use: (source: ItemSource, frames: Pick<RedactionWishes, 'frames'>) => Promise<T>,
): Promise<T> {
  try {
    const frames = picture && {
      frames: await withSource(picture.location, openMatter, (bytes) =>
        framesOf(bytes, picture.kind, platform),
      ),
    };
    return await withSource(location, openMatter, (bytes) =>
      use(
        {
          sizeBytes: bytes.sizeBytes,
          readAt: (position: number, target: Uint8Array) => bytes.readAt(position, target),
          password,
        },
        frames ?? {},
      ),
    );
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    const code = isAppError(error.cause, 'PDF_NOT_A_PDF') ? 'PDF_NOT_A_PDF' : error.code;
    throw new AppError(code, { name }, { cause: error });
  }
}

type Scale = Parameters<typeof redactPdf>[0]['tools']['scale'];

/** Words of a picture, by their places in points. */
function recognizeWith(platform: WorkerPlatform): Recognize {
  return async (picture, dotsPerInch) => {
    const { turned, words } = readPicture(await loadRecognizer(platform), grayOf(picture), dotsPerInch);
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
