import type { z } from 'zod';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { PageText } from '../../../../shared/model/pdf.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import type { ByteSource } from '../byte-source.ts';
import { parsePageRanges } from '../page-ranges.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { withSource, type SourceLocation } from '../pdf-source.ts';
import { readAnnotations } from './annotation-text.ts';
import { appearanceText } from './appearance-text.ts';
import { batchPages, claimBatch, tellTotal, type PageClaims } from './page-claims.ts';
import { readPlainText } from './plain-text.ts';
import { isPictureOfText } from './scanned.ts';

export interface TextInput {
  readonly location: SourceLocation;
  /** File name without folder, for errors. */
  readonly name: string;
  /** As `parsePageRanges` takes them. */
  readonly pages: string | undefined;
  readonly password?: string | undefined;
  /** The only one of the pages asked for to read, from 0. */
  readonly only?: number;
  /** Where this thread is one of several that divide the pages; each batch is reported by `progress` as a `TextPart`. */
  readonly share?: { readonly claims: PageClaims; readonly reader: number };
}

/** The text of a page, and whether the page is a picture of text that has to be recognized. */
export type PdfPageText = z.infer<typeof PageText> & { readonly isPicture: boolean };

export interface TextPart {
  /** Place of this part's first page among the pages asked for, from 0. */
  readonly from: number;
  /** How many pages were asked for, in all parts. */
  readonly total: number;
  readonly pages: readonly PdfPageText[];
}

/** Characters of one answer; a document with more is read in parts. */
const maxCharacters = 100_000_000;

/**
 * Texts of pages in reading order, with what forms, comments and stamps on them say, in a worker. A page that cannot be read is in the answer with its problem.
 *
 * @returns all pages; none of them where they are shared out, since they were reported then
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_PAGE_NOT_FOUND, PDF_LIMIT_EXCEEDED, INVALID_INPUT
 */
export async function readPdfText(input: TextInput, context: WorkerContext): Promise<TextPart> {
  const { location, only, share } = input;
  const first = share ? claimBatch(share.claims, share.reader) : (only ?? 0);
  // The others may have read it all before this thread was free.
  if (first === null) return { from: 0, total: 0, pages: [] };
  return withSource(location, context.openMatter, async (source) => {
    const reader = await openReader(source, input, context.platform);
    try {
      const { total } = reader;
      if (!share)
        return { from: first, total, pages: await reader.read(first, only === undefined ? total : 1) };
      tellTotal(share.claims, total);
      for (let from: number | null = first; from !== null && from < total;) {
        context.progress({ from, total, pages: await reader.read(from, batchPages) } satisfies TextPart);
        from = claimBatch(share.claims, share.reader);
      }
      return { from: 0, total, pages: [] };
    } finally {
      reader.close();
    }
  });
}

async function openReader(
  source: ByteSource,
  { name, pages: ranges, password }: TextInput,
  { pdfiumWasmPath }: WorkerContext['platform'],
) {
  const open = async () =>
    openPdf(await loadPdfium(pdfiumWasmPath), source, { name, ...(password !== undefined && { password }) });
  let document = await open();
  let annotations = readAnnotations(document);
  let characters = 0;
  const close = () => {
    annotations.close();
    document.close();
  };
  const readPage = (page: number): PdfPageText =>
    document.withPage(page - 1, (opened) => {
      const own = readPlainText(document.pdfium, opened);
      const notes = annotations.read(opened);
      const isPicture = isPictureOfText(() => opened.content(), own);
      const read = (...texts: string[]) => ({
        page,
        text: texts.filter((text) => text !== '').join('\n'),
        isPicture,
      });
      try {
        return read(own, notes, appearanceText(document, opened, notes));
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { ...read(own, notes), problem: problemOf(error) };
      }
    });
  try {
    const asked = parsePageRanges(ranges, document.pageCount);
    return {
      total: asked.length,
      close,
      async read(from: number, count: number): Promise<PdfPageText[]> {
        const texts: PdfPageText[] = [];
        for (const page of asked.slice(from, from + count)) {
          try {
            const read = readPage(page);
            characters += read.text.length;
            if (characters > maxCharacters) throw new AppError('PDF_LIMIT_EXCEEDED', { name, limit: 'text' });
            texts.push(read);
          } catch (error) {
            if (!isAppError(error) || characters > maxCharacters) throw error;
            texts.push({ page, text: '', isPicture: false, problem: problemOf(error) });
          }
          if (!document.pdfium.isBroken) continue;
          document.close();
          document = await open();
          annotations = readAnnotations(document);
        }
        return texts;
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

const problemOf = ({ code, message }: AppError) => ({ code, message });
