import type { Rect } from '../../../../shared/contract/reader.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { PixelSize } from '../../formats/images/index.ts';
import { onPage, pictureOn } from '../pictures/picture-on.ts';
import type { PdfDocument } from '../pdfium/index.ts';
import { isOnPage } from '../reader/geometry.ts';
import { readPageText } from '../reader/text/page-text.ts';
import { glyphText, withLetters } from './glyph-text.ts';
import type { RedactionWishes } from './wishes.ts';

/**
 * Places that are to be removed from a page, as the page of the PDF has them.
 *
 * @throws AppError INVALID_INPUT for a place beside the page: measured in other units, it would remove nothing and be called removed
 */
export function placesOn(
  document: PdfDocument,
  index: number,
  { areas, frames }: RedactionWishes,
): readonly Rect[] {
  const own = areas.filter(({ page }) => page === index + 1);
  const placed = onFrame(
    document,
    index,
    frames,
    own.map(({ area }) => area),
    onPage,
  );
  if (!placed) throw new AppError('PDF_PAGE_UNREADABLE', { page: index + 1 });
  if (own.length === 0) return placed;
  const { width, height } = document.withPage(index, (page) => ({ width: page.width, height: page.height }));
  // Words that were cropped away stand beside the page, and go with all that it does not show.
  if (placed.some((area, at) => !own[at]!.isOnWords && !isOnPage(area, { width, height })))
    throw new AppError('INVALID_INPUT', {
      summary: `an area lies beside page ${index + 1}, which is ${Math.round(width)} by ${Math.round(height)} points`,
    });
  if (!own.some(({ isOnWords }) => isOnWords)) return placed;
  const text = document.withPage(index, (page) =>
    glyphText(readPageText(document.pdfium, page, true).glyphs),
  );
  return placed.map((area, at) => (own[at]!.isOnWords ? withLetters(area, text) : area));
}

/**
 * Areas of a page put onto the page of the picture that it shows, or the other way round; as they are where it stands for none. Null where
 * it does not show its picture.
 */
export function onFrame(
  document: PdfDocument,
  index: number,
  frames: readonly PixelSize[] | undefined,
  areas: readonly Rect[],
  put: typeof onPage,
): readonly Rect[] | null {
  if (!frames || areas.length === 0) return areas;
  const frame = frames[index];
  const shown = document.withPage(index, (page) => pictureOn(document.pdfium, page));
  if (!frame || !shown) return null;
  return areas.map((area) => put(area, frame, shown));
}
