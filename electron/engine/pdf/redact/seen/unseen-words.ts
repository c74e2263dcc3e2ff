import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { TextPart } from '../../../../../shared/domain/redaction/index.ts';
import type { Bitmap, Pdfium, PdfPage } from '../../pdfium/index.ts';
import { isOnPage } from '../../reader/geometry.ts';
import { pixelsOf, type PixelArea } from '../../redactions/pixels.ts';
import { areasOf } from '../glyph-text.ts';
import { ownTexts } from '../page-texts.ts';

/** Pixels a point: enough to see whether there is a letter. */
const scale = 1.5;
const mostPixels = 4_000_000;
/** Of 255: what differs by less is no ink. */
const leastInk = 24;

/**
 * Where words stand on a page, or beside it, and nobody sees them: cropped, or beneath something of one color.
 *
 * @param find finds them in a text
 * @throws AppError as `ownTexts` and `PdfPage.render` do
 */
export function unseenWords(pdfium: Pdfium, page: PdfPage, find: (text: string) => TextPart[]): Rect[] {
  const areas = ownTexts(pdfium, page).flatMap((text) =>
    find(text.text).flatMap((part) => areasOf(text, part)),
  );
  if (areas.length === 0) return [];
  const pixelsAPoint = Math.min(scale, Math.sqrt(mostPixels / (page.width * page.height)));
  const drawn = page.render(pixelsAPoint);
  return areas.filter((area) => !isOnPage(area, page) || isEven(drawn, pixelsOf(area, pixelsAPoint)));
}

/** Whether an area has one color. */
function isEven({ width, height, rgba }: Bitmap, { left, top, right, bottom }: PixelArea): boolean {
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  let [least, most] = [255, 0];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
    for (let at = (y * width + from) * 4; at < (y * width + to) * 4; at += 4) {
      const tone = (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3;
      if (tone < least) least = tone;
      if (tone > most) most = tone;
    }
  return most - least < leastInk;
}
