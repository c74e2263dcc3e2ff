import type { Rect } from '../../../../shared/contract/reader.ts';
import type { Bitmap } from '../pdfium/index.ts';

/** Part of a bitmap, in pixels: from the first to before the last. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels of a rectangle of a page as shown, at least one. @param scale pixels a point */
export function pixelsOf({ x, y, width, height }: Rect, scale: number): PixelArea {
  const left = Math.round(x * scale);
  const top = Math.round(y * scale);
  return {
    left,
    top,
    right: Math.max(left + 1, Math.round((x + width) * scale)),
    bottom: Math.max(top + 1, Math.round((y + height) * scale)),
  };
}

/** Whether an area looks different in two bitmaps of one size. @param tolerance by how much colours of one look may differ, of 255 */
export function isDifferent(a: Bitmap, b: Bitmap, area: PixelArea, tolerance: number): boolean {
  return isAny(a, area, (at) => Math.abs(a.rgba[at]! - b.rgba[at]!) > tolerance);
}

/** Whether anything in an area has another colour than `ground` (red, green, blue). @param tolerance as of `isDifferent` */
export function hasInk(
  bitmap: Bitmap,
  area: PixelArea,
  ground: readonly [number, number, number],
  tolerance: number,
): boolean {
  return isAny(bitmap, area, (at, colour) => Math.abs(bitmap.rgba[at]! - ground[colour]!) > tolerance);
}

/** Colours of one surface differ by no more, of 255, as far as a scan's do. */
const plainRange = 16;
/** No colour of a blacked-out place is lighter, of 255. */
const darkest = 96;

/** Whether all of an area is of one colour. @param lightest the lightest that it may be, of 255 */
export function isPlain(bitmap: Bitmap, area: PixelArea, lightest = 255): boolean {
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  return !isAny(bitmap, area, (at, colour) => {
    const value = bitmap.rgba[at]!;
    least[colour] = Math.min(least[colour]!, value);
    most[colour] = Math.max(most[colour]!, value);
    return value > lightest || most[colour]! - least[colour]! > plainRange;
  });
}

/** Whether all of an area is of one dark colour. */
export function isBlack(bitmap: Bitmap, area: PixelArea): boolean {
  return isPlain(bitmap, area, darkest);
}

/** Whether a test holds for any of an area's colours, as far as the bitmap goes: its place among all bytes, and 0 to 2 for red to blue. */
function isAny(
  { width, height }: Bitmap,
  area: PixelArea,
  test: (at: number, colour: number) => boolean,
): boolean {
  for (let y = Math.max(0, area.top); y < Math.min(height, area.bottom); y += 1)
    for (let x = Math.max(0, area.left); x < Math.min(width, area.right); x += 1)
      for (let colour = 0; colour < 3; colour += 1)
        if (test((y * width + x) * 4 + colour, colour)) return true;
  return false;
}
