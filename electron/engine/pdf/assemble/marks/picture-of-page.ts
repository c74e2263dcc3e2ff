import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { PdfPage, StoredJpeg } from '../../pdfium/index.ts';
import type { PagePicture } from './page-look.ts';

/** Enough to see a full stop of 8 points; a page takes a few milliseconds. */
const dotsPerInch = 50;
/** A large plan is drawn with fewer. */
const maxPixels = 4_000_000;

/**
 * Draws a page for looking at. Its plain JPEGs are decoded only as far as needed. Characters that are not drawn here, but are by programs that have fonts for them, are black boxes.
 *
 * @throws AppError as `PdfPage.render` does
 */
export function pictureOfPage(page: PdfPage, plainJpegs: readonly StoredJpeg[] = []): PagePicture {
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPixels / (page.width * page.height)));
  page.putQuarters(plainJpegs, scale);
  const picture = page.render(scale);
  for (const box of page.undrawnText()) blacken(picture, box, scale);
  return picture;
}

function blacken({ width, height, rgba }: PagePicture, box: Rect, scale: number): void {
  const left = Math.max(0, Math.floor(box.x * scale));
  const right = Math.min(width, Math.ceil((box.x + box.width) * scale));
  const top = Math.max(0, Math.floor(box.y * scale));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * scale));
  for (let y = top; y < bottom; y += 1)
    if (left < right) rgba.fill(0, (y * width + left) * 4, (y * width + right) * 4);
}
