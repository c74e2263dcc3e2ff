import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Bitmap, Pdfium, PdfPage } from '../../pdfium/index.ts';
import { readPageText } from '../../reader/text/page-text.ts';
import type { DrawnGlyph } from '../../reader/text/glyphs.ts';
import { renderWithout } from '../../redactions/render-without.ts';
import { lookedScale, pixelsOf, type PixelArea } from '../../redactions/pixels.ts';
import { onWholePoints, reachOf, takes } from '../glyph-text.ts';
import type { Unwanted } from '../unwanted.ts';

/** Pixels a point: a letter of four points is seen. */
/** By how much a pixel differs, of 255, from what the page shows without the letters. */
const leastInk = 48;
/** Points around a letter that stays which its ink may reach: accents, swashes and soft edges. */
const room = 2;
/** Ink is told together in squares of so many pixels; in one with less it is the edge of something. */
const square = 8;
const leastInSquare = 6;

/**
 * Where ink of words that are removed would stay: their font says that their letters are elsewhere, or smaller. Whatever the objects that write them
 * draw is looked at, and what no letter that stays accounts for is theirs.
 *
 * @param removed of the page's own text
 * @throws AppError as `readPageText` and `PdfPage.render` do
 */
export function inkLeft(pdfium: Pdfium, page: PdfPage, removed: readonly Unwanted[]): Rect[] {
  const areas = removed.flatMap((each) => each.areas);
  const drawn = readPageText(pdfium, page, true).glyphs.filter((glyph) => glyph.rect !== null);
  // What wrote them was read when the page was opened before.
  const places = new Set(removed.flatMap(({ letters }) => letters.map(placeOf)));
  const objects = new Set(drawn.flatMap((glyph) => (places.has(placeOf(glyph)) ? glyph.hand.object : [])));
  if (objects.size === 0) return [];
  const scale = lookedScale(page);
  const shown = page.render(scale);
  const ink = differences(shown, renderWithout(pdfium, page, objects, scale));
  const stay = drawn.flatMap((glyph) =>
    objects.has(glyph.hand.object) && !areas.some((area) => takes(area, glyph))
      ? onWholePoints(reachOf(glyph), room, room)
      : [],
  );
  for (const rect of [...areas, ...stay]) clear(ink, shown, pixelsOf(rect, scale));
  return squaresWith(ink, shown).map(({ left, top, right, bottom }) =>
    onWholePoints(
      {
        x: left / scale,
        y: top / scale,
        width: (right - left) / scale,
        height: (bottom - top) / scale,
      },
      0,
      0,
    ),
  );
}

const placeOf = ({ origin }: DrawnGlyph) => `${origin.x} ${origin.y}`;

/** Of each pixel, whether it differs. */
function differences({ rgba }: Bitmap, { rgba: other }: Bitmap): Uint8Array {
  const differing = new Uint8Array(rgba.length / 4);
  for (let at = 0, from = 0; at < differing.length; at += 1, from += 4)
    for (let color = from; color < from + 3; color += 1)
      if (Math.abs(rgba[color]! - other[color]!) >= leastInk) differing[at] = 1;
  return differing;
}

function clear(ink: Uint8Array, { width, height }: Bitmap, { left, top, right, bottom }: PixelArea): void {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
    ink.fill(
      0,
      y * width + Math.max(0, Math.min(width, left)),
      y * width + Math.max(0, Math.min(width, right)),
    );
}

/** Squares with ink, those side by side and one above the other as one. */
function squaresWith(ink: Uint8Array, { width, height }: Bitmap): PixelArea[] {
  const blocks: PixelArea[] = [];
  for (let top = 0; top < height; top += square)
    for (let left = 0; left < width; left += square) {
      if (countIn(ink, width, { left, top, right: left + square, bottom: top + square }) < leastInSquare)
        continue;
      const [right, bottom] = [left + square, top + square];
      const at = blocks.findLastIndex(
        (block) => block.bottom >= top && block.left <= right && block.right >= left,
      );
      const block = blocks[at];
      if (!block) blocks.push({ left, top, right, bottom });
      else
        blocks[at] = {
          left: Math.min(block.left, left),
          top: block.top,
          right: Math.max(block.right, right),
          bottom,
        };
    }
  return blocks;
}

function countIn(ink: Uint8Array, width: number, { left, top, right, bottom }: PixelArea): number {
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let at = y * width + left; at < y * width + Math.min(right, width); at += 1) count += ink[at] ?? 0;
  return count;
}
