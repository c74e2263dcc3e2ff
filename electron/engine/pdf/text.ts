import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { PageText } from '../../../shared/model/pdf.ts';
import type { z } from 'zod';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import { parsePageRanges } from './page-ranges.ts';
import { loadPdfium, openPdf } from './pdfium/index.ts';
import { withSource, type SourceLocation } from './pdf-source.ts';

export interface TextInput {
  readonly location: SourceLocation;
  /** File name without folder, for errors. */
  readonly name: string;
  /** As `parsePageRanges` takes them. */
  readonly pages: string | undefined;
}

/** Characters of one answer; a document with more is asked for in parts. */
const maxCharacters = 100_000_000;

/**
 * Texts of pages in reading order, in a worker. A page that cannot be read is in the answer with its problem.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NOT_A_PDF, PDF_PAGE_NOT_FOUND, PDF_LIMIT_EXCEEDED, INVALID_INPUT
 */
export async function readPdfText(
  { location, name, pages }: TextInput,
  { platform, openMatter }: WorkerContext,
): Promise<z.infer<typeof PageText>[]> {
  return withSource(location, openMatter, async (source) => {
    const open = async () => openPdf(await loadPdfium(platform.pdfiumWasmPath), source, { name });
    let document = await open();
    const texts: z.infer<typeof PageText>[] = [];
    let characters = 0;
    try {
      for (const page of parsePageRanges(pages, document.pageCount)) {
        try {
          const text = document.withPage(page - 1, (opened) => opened.text());
          characters += text.length;
          if (characters > maxCharacters) throw new AppError('PDF_LIMIT_EXCEEDED', { name, limit: 'text' });
          texts.push({ page, text });
        } catch (error) {
          if (!isAppError(error) || characters > maxCharacters) throw error;
          texts.push({ page, text: '', problem: { code: error.code, message: error.message } });
          if (!document.pdfium.isBroken) continue;
          document.close();
          document = await open();
        }
      }
      return texts;
    } finally {
      document.close();
    }
  });
}
