import type { Rect } from '../../../../shared/contract/reader.ts';
import { readRect, type Pdfium, type PdfPage } from '../pdfium/index.ts';

/** Letters in a row that make a word: fewer are what is left of one at an edge. */
const leastLetters = 3;
const maxLookedAt = 100_000;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Whether words stand wholly outside what the page shows. A page that is cropped keeps all that was on it: nobody sees it, and
 * everybody can copy it.
 *
 * @param textPage on loan from `PdfPage.withText` with its count of characters
 * @see ISO 32000-1 §14.11.2 page boundaries
 */
export function hasWordsOutside(
  pdfium: Pdfium,
  page: PdfPage,
  textPage: number,
  characters: number,
): boolean {
  const { api, memory } = pdfium;
  return memory.withBytes(16, (out) => {
    let letters = 0;
    for (let at = 0; at < Math.min(characters, maxLookedAt); at += 1) {
      const sign = String.fromCodePoint(api.FPDFText_GetUnicode(textPage, at));
      const isOutside =
        letterOrDigit.test(sign) &&
        api.FPDFText_GetLooseCharBox(textPage, at, out) &&
        isOff(page, page.toShown(readRect(pdfium, out)));
      letters = isOutside ? letters + 1 : 0;
      if (letters === leastLetters) return true;
    }
    return false;
  });
}

function isOff({ width, height }: PdfPage, box: Rect): boolean {
  return box.x + box.width <= 0 || box.y + box.height <= 0 || box.x >= width || box.y >= height;
}
