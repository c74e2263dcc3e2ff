import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { Problem } from '../../../shared/model/common.ts';
import { problemOf } from '../formats/reading.ts';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import type { ByteSource } from './byte-source.ts';
import { loadPdfium, openPdf, type PdfDocument, type PdfPage } from './pdfium/index.ts';
import { withSource, type SourceLocation } from './pdf-source.ts';

/** A PDF that a worker is to read. */
export interface PdfFile {
  readonly location: SourceLocation;
  /** File name without folder, for errors. */
  readonly name: string;
  readonly password?: string | undefined;
}

/** What kept a page from being read. */
export interface PageProblem extends Problem {
  /** From 1. */
  readonly page: number;
}

interface PageReader {
  /** Called once, before any page. */
  readonly begin?: (document: PdfDocument, source: ByteSource) => void;
  readonly read: (page: PdfPage, document: PdfDocument) => void;
}

/** A document that breaks PDFium this often is not read further. */
const maxRestarts = 3;

/**
 * Reads every page of a PDF in a worker, one after the other, and reports each by `progress`. A page that cannot be read is a
 * problem; the others go on.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED; the source's own errors
 */
export async function readPages(
  { location, name, password }: PdfFile,
  { platform, openMatter, progress }: WorkerContext,
  { begin, read }: PageReader,
): Promise<{ pages: number; problems: PageProblem[] }> {
  return withSource(location, openMatter, async (source) => {
    const open = async () =>
      openPdf(await loadPdfium(platform.pdfiumWasmPath), source, {
        name,
        ...(password !== undefined && { password }),
      });
    let document = await open();
    const { pageCount } = document;
    const problems: PageProblem[] = [];
    let restarts = 0;
    try {
      begin?.(document, source);
      for (let index = 0; index < pageCount; index += 1) {
        if (document.pdfium.isBroken) {
          document.close();
          if (++restarts > maxRestarts) throw new AppError('PDF_DAMAGED', { name });
          document = await open();
        }
        try {
          document.withPage(index, (page) => read(page, document));
        } catch (error) {
          if (!isAppError(error)) throw error;
          problems.push(pageProblem(error, index + 1, name));
        }
        progress({ pages: index + 1, of: pageCount } satisfies PageProgress);
      }
    } finally {
      document.close();
    }
    return { pages: pageCount, problems };
  });
}

/** How far reading is. */
export interface PageProgress {
  readonly pages: number;
  readonly of: number;
}

/** What kept a page from being read, in a sentence. @param page from 1 */
export function pageProblem(error: AppError, page: number, name: string): PageProblem {
  if (error.code !== 'PDF_LIMIT_EXCEEDED') return { page, ...problemOf('PDF_PAGE_UNREADABLE', { page }) };
  const details = { name: `${name}, page ${page}`, limit: error.details['limit'] };
  return { page, ...problemOf(error.code, details) };
}
