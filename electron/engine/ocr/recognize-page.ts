import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { Rect } from '../../../shared/contract/reader.ts';
import { groupOf, type EvidenceKind } from '../../../shared/model/evidence.ts';
import { ImageError, openImage, problemOfImage, type ImageKind } from '../formats/images/index.ts';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import type { ByteSource } from '../pdf/byte-source.ts';
import {
  isReadable,
  loadPdfium,
  openPdf,
  readPageText,
  readPlainText,
  withSource,
  type SourceLocation,
} from '../pdf/index.ts';
import { grayOf, scale, type GrayImage, type QuarterTurn } from './gray-image.ts';
import { confidenceOf, readPicture } from './read-picture.ts';
import type { PixelWord } from './read-words.ts';
import { loadRecognizer, recognizerNames } from './recognizer.ts';

export interface RecognizePageInput {
  readonly location: SourceLocation;
  readonly kind: EvidenceKind;
  /** File name without folder, for errors. */
  readonly name: string;
  /** From 1. */
  readonly page: number;
  readonly password?: string | undefined;
}

/** A word with its place: points from the top left of the page as shown. */
export interface RecognizedWord extends Rect {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly isLineEnd: boolean;
}

/** What was recognized on a page. */
export interface RecognizedPage {
  /** By how much the page as shown was turned clockwise to be read, in degrees. */
  readonly turned: QuarterTurn;
  /** What recognized it: program, language and network. */
  readonly recognizer: string;
  /** Mean confidence of the words, by their letters, 0 to 100. */
  readonly confidence: number;
  readonly words: readonly RecognizedWord[];
  /** Text the file itself has on the page: a stamp on a scan. */
  readonly fileText: string;
}

/** A page as a picture, with what the file itself writes on it. */
interface PagePicture {
  readonly image: GrayImage;
  /** Points. */
  readonly width: number;
  readonly fileText: string;
  readonly fileRects: readonly Rect[];
}

/** Resolution of pages drawn to be recognized, in pixels an inch. */
const pageDpi = 300;
/** Pixels of a page at most: a legal page at 300 dpi, with room. Larger pages are drawn smaller. */
const maxPixels = 14_000_000;
/** Letters of a screen are small: below this many pixels across, a picture is enlarged. */
const smallWidths = [
  { below: 1_000, by: 3 },
  { below: 2_200, by: 2 },
];
const pointsPerInch = 72;

/**
 * Recognizes the text of one page of a PDF or a picture, in a worker.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_PAGE_NOT_FOUND, PDF_PAGE_UNREADABLE, PDF_LIMIT_EXCEEDED, EVIDENCE_DAMAGED,
 *   EVIDENCE_TOO_DEMANDING
 */
export async function recognizePage(
  input: RecognizePageInput,
  context: WorkerContext,
): Promise<RecognizedPage> {
  const picture = await withSource(input.location, context.openMatter, (source) =>
    input.kind === 'pdf' ? drawPdfPage(source, input, context) : decodePicture(source, input, context),
  );
  const { image, width, fileText, fileRects } = picture;
  const points = width / image.width;
  const recognizer = await loadRecognizer(context.platform);
  const { turned, network, words } = readPicture(recognizer, image, pointsPerInch / points);
  const placed = words.map((word) => place(word, points)).filter((word) => !isWithin(word, fileRects));
  return {
    turned,
    recognizer: recognizerNames[network],
    confidence: round(confidenceOf(words)),
    words: keepLineEnds(words, placed),
    fileText,
  };
}

async function drawPdfPage(
  source: ByteSource,
  { name, page, password }: RecognizePageInput,
  { platform }: WorkerContext,
): Promise<PagePicture> {
  const pdfium = await loadPdfium(platform.pdfiumWasmPath);
  const document = openPdf(pdfium, source, { name, ...(password !== undefined && { password }) });
  try {
    return document.withPage(page - 1, (opened) => {
      const { width, height } = opened;
      const fits = Math.sqrt(maxPixels / (width * height));
      const image = grayOf(opened.render(Math.min(pageDpi / pointsPerInch, fits)));
      const text = readPlainText(pdfium, opened).trim();
      if (text === '' || !isReadable(text)) return { image, width, fileText: '', fileRects: [] };
      const fileRects = readPageText(pdfium, opened).runs.map(({ rect }) => rect);
      return { image, width, fileText: text, fileRects };
    });
  } finally {
    document.close();
  }
}

async function decodePicture(
  source: ByteSource,
  { kind, name, page }: RecognizePageInput,
  { platform }: WorkerContext,
): Promise<PagePicture> {
  if (!isPicture(kind)) throw new AppError('EVIDENCE_UNSUPPORTED_KIND');
  try {
    const document = await openImage(source, kind, platform);
    try {
      const frame = document.frames[page - 1];
      if (!frame) throw new AppError('PDF_PAGE_NOT_FOUND', { page });
      const image = grayOf(await document.decode(page - 1, { maxPixels }));
      const by = smallWidths.find(({ below }) => image.width < below)?.by ?? 1;
      const fits = Math.sqrt(maxPixels / (image.width * image.height));
      return {
        image: scale(image, Math.max(1, Math.min(by, fits))),
        width: frame.width,
        fileText: '',
        fileRects: [],
      };
    } finally {
      document.close();
    }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const { code } = problemOfImage(error);
    throw new AppError(code as ErrorCode, { name, limit: error.limit ?? undefined }, { cause: error });
  }
}

function isPicture(kind: EvidenceKind): kind is ImageKind {
  return groupOf(kind) === 'image';
}

function place(
  { text, x, y, width, height, confidence, isLineEnd }: PixelWord,
  points: number,
): RecognizedWord {
  return {
    text,
    x: round(x * points),
    y: round(y * points),
    width: round(width * points),
    height: round(height * points),
    confidence: round(confidence),
    isLineEnd,
  };
}

/** Whether a word was read off letters the file itself writes: its middle lies on one of their lines. */
function isWithin(word: RecognizedWord, rects: readonly Rect[]): boolean {
  const x = word.x + word.width / 2;
  const y = word.y + word.height / 2;
  return rects.some(
    (rect) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height,
  );
}

/** Words that were left out may have ended their lines. */
function keepLineEnds(all: readonly PixelWord[], kept: readonly RecognizedWord[]): RecognizedWord[] {
  if (all.length === kept.length) return [...kept];
  return kept.map((word, index) => {
    const next = kept[index + 1];
    const isNextLine = next === undefined || next.y > word.y + word.height || next.x < word.x;
    return { ...word, isLineEnd: word.isLineEnd || isNextLine };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
