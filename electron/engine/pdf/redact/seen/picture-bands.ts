import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Pdfium, PdfPage } from '../../pdfium/index.ts';
import { paintedObjects } from '../../redactions/painted-objects.ts';
import { pixelsOf, type PixelArea } from '../../redactions/pixels.ts';

/** A picture of fewer dots shows no word, or is looked at as other ink is. */
const leastDots = 4_000;
/** Room above and beneath a picture, in points: a name that begins or ends in it may go on in the next line. */
const room = 30;
/** Share of a page's height from which all of it is recognized. */
const mostShare = 0.7;

/** Where a page has pictures that may hold a word, as shown. */
export function placesOfPictures(pdfium: Pdfium, page: PdfPage): Rect[] {
  return paintedObjects(pdfium, page.handle)
    .filter(({ kind, dots }) => kind === 'picture' && dots >= leastDots)
    .map(({ box }) => page.toShown(box))
    .filter(
      ({ x, y, width, height }) => x < page.width && y < page.height && x + width > 0 && y + height > 0,
    );
}

/**
 * Bands of a page, as wide as it, in which it has pictures: a word that is drawn in part, and a name that is in part a picture, goes on beside
 * the picture or in the next line. Of what lies outside them, the page's own letters are read, and ink that is none of these has the whole
 * page recognized (`hasUnreadInk`).
 *
 * @param scale pixels a point
 * @returns from the top; all of the page as one where they make up most of it
 */
export function bandsOfPictures(pdfium: Pdfium, page: PdfPage, scale: number): PixelArea[] {
  const whole = pixelsOf({ x: 0, y: 0, width: page.width, height: page.height }, scale);
  const bands: { top: number; bottom: number }[] = [];
  for (const { y, height } of placesOfPictures(pdfium, page).toSorted((one, other) => one.y - other.y)) {
    const top = Math.max(whole.top, Math.floor((y - room) * scale));
    const bottom = Math.min(whole.bottom, Math.ceil((y + height + room) * scale));
    const last = bands.at(-1);
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else bands.push({ top, bottom });
  }
  const height = bands.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
  if (height > mostShare * whole.bottom) return [whole];
  return bands.map((band) => ({ ...whole, ...band }));
}
