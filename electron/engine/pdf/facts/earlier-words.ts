import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import { openPdf, type PdfDocument } from '../pdfium/index.ts';

/** Earlier versions of a file that are looked at, the newest of them, and pages of each. */
const mostVersions = 4;
const mostPages = 500;
/** Fewer letters and digits are no words that anybody would miss. */
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]+[\p{L}\p{N}\p{M}]/gu;

/** Words that earlier versions of a PDF have, by page from 1. */
export type EarlierWords = readonly { readonly page: number; readonly words: ReadonlySet<string> }[];

/**
 * Reads the pages of earlier versions of a PDF, which it still holds where it was saved by adding to it (ISO 32000-1 §7.5.6): cutting the
 * file brings them back.
 *
 * @returns none for a file that was written once
 */
export function earlierWords(document: PdfDocument, source: ByteSource): EarlierWords {
  if (document.isRepaired) return [];
  const found: { page: number; words: ReadonlySet<string> }[] = [];
  for (const sizeBytes of endsOfVersions(document, source).slice(-mostVersions))
    try {
      const earlier = openPdf(document.pdfium, {
        sizeBytes,
        readAt: (position, target) => source.readAt(position, target),
      });
      try {
        // The first part of a file that is made for the web is no version of it.
        if (earlier.isRepaired) continue;
        for (let index = 0; index < Math.min(mostPages, earlier.pageCount); index += 1)
          found.push({ page: index + 1, words: wordsOf(earlier.withPage(index, (page) => page.text())) });
      } finally {
        earlier.close();
      }
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  return found;
}

/** The words of a text, however they are written. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.normalize('NFKC').toLowerCase().match(words));
}

/** Pages, from 1, of earlier versions with words that a file no longer shows anywhere. */
export function pagesWithWordsGone(earlier: EarlierWords, shown: ReadonlySet<string>): number[] {
  const pages = earlier.filter((each) => [...each.words].some((word) => !shown.has(word)));
  return [...new Set(pages.map(({ page }) => page))].sort((a, b) => a - b);
}

/** Where versions of a file end, but for the last. */
function endsOfVersions(
  { pdfium: { api, memory, guard }, handle }: PdfDocument,
  source: ByteSource,
): number[] {
  const ends = guard(() => {
    const count = api.FPDF_GetTrailerEnds(handle, 0, 0);
    return memory.withBytes(4 * Math.max(1, count), (out) => {
      api.FPDF_GetTrailerEnds(handle, out, count);
      return Array.from({ length: count }, (_, at) => memory.int32(out + 4 * at));
    });
  });
  // What follows the last is white space.
  return ends.slice(0, -1).filter((end) => end > 0 && end < source.sizeBytes);
}
