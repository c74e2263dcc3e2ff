import type { PdfPage } from '../../pdfium/index.ts';
import type { PagePicture } from './page-look.ts';

/** Enough to see a full stop of 8 points; a page takes a few milliseconds. */
const dotsPerInch = 50;
/** A large plan is drawn with fewer. */
const maxPixels = 4_000_000;

/**
 * Draws a page for looking at.
 *
 * @throws AppError as `PdfPage.render` does
 */
export function pictureOfPage(page: PdfPage): PagePicture {
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPixels / (page.width * page.height)));
  return page.render(scale);
}
