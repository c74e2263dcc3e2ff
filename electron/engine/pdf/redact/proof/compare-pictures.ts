import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Bitmap, PdfPage } from '../../pdfium/index.ts';
import { pixelsOf, type PixelArea } from '../../redactions/pixels.ts';
import { redrawnScale } from '../redrawn-page.ts';

/** Pixels a point: enough to see a letter of 4 points. */
const usualScale = 100 / 72;
const mostPixels = 4_000_000;
/** Pixels along an edge of a painted area that may be half of it. */
const edge = 2;
/** Pictures are held against each other in squares of so many pixels: the same line drawn twice differs from pixel to pixel. */
const square = 12;
/** By how much the mean of a square's colors may differ, of 255. */
const leastDifference = 56;

const scaleOf = ({ width, height }: PdfPage) =>
  Math.min(usualScale, Math.sqrt(mostPixels / (width * height)));

/**
 * Whether a page of a copy is black in some areas, but for the pixels on their edges, and looks as before apart from them: no square differs
 * for the eye. Lines finer than a pixel are drawn a whole one wide, which makes them heavier the coarser a page is drawn: where that may be
 * all the difference, the pages are held against each other once more as finely as one of them was drawn anew, in squares of the same size on
 * paper.
 *
 * @throws AppError as `PdfPage.render` does
 */
export function showsAllButAreas(before: PdfPage, after: PdfPage, areas: readonly Rect[]): boolean {
  const [usual, fine] = [scaleOf(before), redrawnScale(before)];
  const drawn = after.render(usual);
  return (
    areBlack(drawn, usual, areas) &&
    (areAlike(before.render(usual), drawn, areas, usual, 1) ||
      areAlike(before.render(fine), after.render(fine), areas, fine, fine / usual))
  );
}

function areBlack(drawn: Bitmap, scale: number, areas: readonly Rect[]): boolean {
  return areas.every((area) => {
    const { left, top, right, bottom } = pixelsOf(area, scale);
    const inner = { left: left + edge, top: top + edge, right: right - edge, bottom: bottom - edge };
    return inner.left >= inner.right || inner.top >= inner.bottom || isBlack(drawn, inner);
  });
}

/** No color of a painted area is lighter, of 255: packing a picture as JPEG shifts them a little. */
const darkest = 64;

function isBlack({ width, height, rgba }: Bitmap, { left, top, right, bottom }: PixelArea): boolean {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
    for (let x = Math.max(0, left); x < Math.min(width, right); x += 1)
      for (let color = 0; color < 3; color += 1)
        if (rgba[(y * width + x) * 4 + color]! > darkest) return false;
  return true;
}

/**
 * Whether two drawings look alike apart from some areas.
 *
 * @param scale with which both were drawn
 * @param times how much finer that is than usual
 */
function areAlike(one: Bitmap, other: Bitmap, areas: readonly Rect[], scale: number, times: number): boolean {
  const [side, margin] = [Math.round(square * times), edge * times];
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return false;
  const covered = areas.map((area) => pixelsOf(area, scale));
  for (let top = 0; top < one.height; top += side)
    for (let left = 0; left < one.width; left += side) {
      const touches = covered.some(
        (area) =>
          left < area.right + margin &&
          left + side > area.left - margin &&
          top < area.bottom + margin &&
          top + side > area.top - margin,
      );
      if (!touches && difference(one, other, left, top, side) > leastDifference) return false;
    }
  return true;
}

/** By how much the mean colors of a square differ, of 255. */
function difference(one: Bitmap, other: Bitmap, left: number, top: number, side: number): number {
  const right = Math.min(left + side, one.width, other.width);
  const bottom = Math.min(top + side, one.height, other.height);
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left, a = (y * one.width + x) * 4, b = (y * other.width + x) * 4; x < right; x += 1) {
      red += one.rgba[a]! - other.rgba[b]!;
      green += one.rgba[a + 1]! - other.rgba[b + 1]!;
      blue += one.rgba[a + 2]! - other.rgba[b + 2]!;
      a += 4;
      b += 4;
    }
  const pixels = Math.max(1, (right - left) * (bottom - top));
  return Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / pixels;
}
