import type { z } from 'zod';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { PageText } from '../../../shared/model/pdf.ts';
import { problemOf } from '../formats/reading.ts';
import { runInWorker, type WorkerLimits } from '../jobs/worker-pool.ts';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import type { Platform } from '../platform/platform.ts';
import { readAnnotations } from './annotation-text.ts';
import { parsePageRanges } from './page-ranges.ts';
import { loadPdfium, openPdf } from './pdfium/index.ts';
import { withSource, type SourceLocation } from './pdf-source.ts';
import { readPlainText } from './plain-text.ts';
import { isPictureOfText } from './scanned.ts';

export interface TextInput {
  readonly location: SourceLocation;
  /** File name without folder, for errors. */
  readonly name: string;
  /** As `parsePageRanges` takes them. */
  readonly pages: string | undefined;
  readonly password?: string | undefined;
  /** Of the pages asked for, the first to read now, from 0, and how many. All of them when left out. */
  readonly part?: { readonly from: number; readonly count: number };
}

/** The text of a page, and whether the page is a picture of text that has to be recognised. */
export type PdfPageText = z.infer<typeof PageText> & { readonly isPicture: boolean };

export interface TextPart {
  /** How many pages were asked for, in all parts. */
  readonly total: number;
  readonly pages: readonly PdfPageText[];
}

/** Characters of one answer; a document with more is asked for in parts. */
const maxCharacters = 100_000_000;
/** Pages a worker reads at a time: few enough that two workers end at about the same moment. */
const partPages = 40;

/**
 * Texts of pages in reading order, with what forms and comments on them say, in a worker. A page that cannot be read is in the answer with its problem.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NOT_A_PDF, PDF_PAGE_NOT_FOUND, PDF_LIMIT_EXCEEDED, INVALID_INPUT
 */
export async function readPdfText(
  { location, name, pages, password, part }: TextInput,
  { platform, openMatter }: WorkerContext,
): Promise<TextPart> {
  return withSource(location, openMatter, async (source) => {
    const open = async () =>
      openPdf(await loadPdfium(platform.pdfiumWasmPath), source, {
        name,
        ...(password !== undefined && { password }),
      });
    let document = await open();
    let annotations = readAnnotations(document);
    const texts: PdfPageText[] = [];
    let characters = 0;
    try {
      const asked = parsePageRanges(pages, document.pageCount);
      for (const page of part ? asked.slice(part.from, part.from + part.count) : asked) {
        try {
          const read = document.withPage(page - 1, (opened) => {
            const own = readPlainText(document.pdfium, opened);
            const notes = annotations.read(opened);
            const text = notes === '' ? own : own === '' ? notes : `${own}\n${notes}`;
            return { page, text, isPicture: isPictureOfText(() => opened.content(), own) };
          });
          characters += read.text.length;
          if (characters > maxCharacters) throw new AppError('PDF_LIMIT_EXCEEDED', { name, limit: 'text' });
          texts.push(read);
        } catch (error) {
          if (!isAppError(error) || characters > maxCharacters) throw error;
          const problem = { code: error.code, message: error.message };
          texts.push({ page, text: '', isPicture: false, problem });
          if (!document.pdfium.isBroken) continue;
          document.close();
          document = await open();
          annotations = readAnnotations(document);
        }
      }
      return { total: asked.length, pages: texts };
    } finally {
      annotations.close();
      document.close();
    }
  });
}

/** Documents whose pages break the reader this often are not read further. */
const maxLostPages = 2;
/** What one page may take once its part was lost, in milliseconds. */
const lostPageMs = 8_000;

/**
 * Texts of pages, read by all worker threads at once, in parts. A page that takes a worker with it is in the answer with its
 * problem, and the rest is read.
 *
 * @param onPart told how many pages were read, and of how many, after each part
 * @returns the pages in the order asked for
 * @throws AppError those of `readPdfText`; `limits.limitCode` when not even the first part could be begun, or too many pages
 *   were lost
 * @example const pages = await readTextInParts(platform, { location, name, pages: '1-3' }, { timeoutMs: 60_000 });
 */
export async function readTextInParts(
  platform: Platform,
  input: Omit<TextInput, 'part'>,
  limits: WorkerLimits,
  onPart?: (done: number, total: number) => void,
): Promise<PdfPageText[]> {
  const limitCode = limits.limitCode ?? 'PDF_LIMIT_EXCEEDED';
  const asked = input.pages;
  let lost = 0;
  const run = (from: number, count: number, own: WorkerLimits = limits): Promise<TextPart> =>
    runInWorker(platform, 'pdf.text', { ...input, part: { from, count } }, own);
  /** Reads a part anew, page by page, so that one page alone is lost. */
  const rescue = async (from: number, count: number): Promise<TextPart> => {
    const pages: PdfPageText[] = [];
    let total = 0;
    for (let at = from; at < from + count && (total === 0 || at < total); at++) {
      try {
        const one = await run(at, 1, { ...limits, timeoutMs: lostPageMs });
        total = one.total;
        pages.push(...one.pages);
      } catch (error) {
        if (!isAppError(error, limitCode) || ++lost > maxLostPages) throw error;
        pages.push({
          page: at + 1,
          text: '',
          isPicture: false,
          problem: problemOf('PDF_PAGE_UNREADABLE', { page: at + 1 }),
        });
      }
    }
    return { total, pages };
  };
  const read = async (from: number, count: number): Promise<TextPart> => {
    try {
      return await run(from, count);
    } catch (error) {
      // Of a list of pages with gaps the number of the lost page is not known here.
      if (!isAppError(error, limitCode) || limits.signal?.aborted || asked !== undefined) throw error;
      return rescue(from, count);
    }
  };
  const first = await read(0, partPages);
  let done = first.pages.length;
  onPart?.(done, first.total);
  const rest = Array.from(
    { length: Math.max(0, Math.ceil(first.total / partPages) - 1) },
    async (_, index) => {
      const from = (index + 1) * partPages;
      const { pages } = await read(from, Math.min(partPages, first.total - from));
      onPart?.((done += pages.length), first.total);
      return pages;
    },
  );
  return [first.pages, ...(await Promise.all(rest))].flat();
}
