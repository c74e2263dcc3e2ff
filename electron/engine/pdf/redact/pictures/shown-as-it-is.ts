import type { Bitmap } from '../../pdfium/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a picture's corners are, in pixels of a drawing of its page. */
export interface Place {
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
}

/** Picture and page are compared in squares of so many pixels, the height of a small letter and more. */
const square = 12;
/** By how much the lightness of a square may differ, of 255. */
const mostDifference = 28;
/** Of a picture's contrast in a square, the share that must be seen, and what of it may be lost to drawing it with fewer dots. */
const leastContrast = 0.5;
const lostContrast = 6;
/** What of each is taken of a square, each way. */
const samples = square;
/**
 * Both may lie a pixel apart, so that the edge of a line of letters is in one square of the picture and in the next one of the page: a square is
 * looked for beside its place too, there first. No word is as fine as a pixel, so none is missed by that.
 */
const shifts = [0, -1, 1].flatMap((down) => [0, -1, 1].map((across) => [across, down] as const));
const clamp = (at: number, most: number) => Math.min(Math.max(0, at), most);

/**
 * Whether a page shows a picture as it is: everywhere as light, and with as much contrast. A mask of ink may be stored the other way round.
 *
 * @param alone the picture by itself
 * @param drawn its page as it is shown
 */
export function isShownAsItIs(alone: Bitmap, drawn: Bitmap, place: Place): boolean {
  const { topLeft, topRight, bottomLeft } = place;
  const cells = (one: Point, other: Point) =>
    Math.max(1, Math.round(Math.hypot(other.x - one.x, other.y - one.y) / square));
  const columns = cells(topLeft, topRight) * samples;
  const rows = cells(topLeft, bottomLeft) * samples;
  const held = shrunk(alone, columns, rows);
  const seen = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [u, v] = [(column + 0.5) / columns, (row + 0.5) / rows];
      const x = Math.floor(topLeft.x + u * (topRight.x - topLeft.x) + v * (bottomLeft.x - topLeft.x));
      const y = Math.floor(topLeft.y + u * (topRight.y - topLeft.y) + v * (bottomLeft.y - topLeft.y));
      seen[row * columns + column] = lightness(drawn, x, y);
    }
  let [isAsHeld, isReversed] = [true, true];
  for (let top = 0; top < rows && (isAsHeld || isReversed); top += samples)
    for (let left = 0; left < columns; left += samples) {
      const one = spreadOf(held, columns, left, top);
      const isSeenAs = (mean: number) =>
        shifts.some(([across, down]) => {
          const other = spreadOf(
            seen,
            columns,
            clamp(left + across, columns - samples),
            clamp(top + down, rows - samples),
          );
          const hasContrast = other.deviation >= one.deviation * leastContrast - lostContrast;
          return hasContrast && Math.abs(mean - other.mean) <= mostDifference;
        });
      isAsHeld &&= isSeenAs(one.mean);
      isReversed &&= isSeenAs(255 - one.mean);
    }
  return isAsHeld || isReversed;
}

/** Of 255; what is off the page is unlike anything. */
function lightness({ width, height, rgba }: Bitmap, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return offPage;
  const at = (y * width + x) * 4;
  return (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3;
}
const offPage = -1_000;

/** A picture's lightness in fewer dots, or more: each is the mean of those that it stands for. */
function shrunk(picture: Bitmap, columns: number, rows: number): Float32Array {
  const { width, height } = picture;
  const small = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const [top, bottom] = reach(row, rows, height);
    for (let column = 0; column < columns; column += 1) {
      const [left, right] = reach(column, columns, width);
      let sum = 0;
      for (let y = top; y < bottom; y += 1)
        for (let x = left; x < right; x += 1) sum += lightness(picture, x, y);
      small[row * columns + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return small;
}

function reach(at: number, of: number, length: number): [number, number] {
  const from = Math.min(length - 1, Math.floor((at * length) / of));
  return [from, Math.max(from + 1, Math.min(length, Math.floor(((at + 1) * length) / of)))];
}

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

function spreadOf(values: Float32Array, columns: number, left: number, top: number): Spread {
  let [sum, squares] = [0, 0];
  for (let y = top; y < top + samples; y += 1)
    for (let x = left; x < left + samples; x += 1) {
      const value = values[y * columns + x]!;
      sum += value;
      squares += value * value;
    }
  const mean = sum / samples ** 2;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / samples ** 2 - mean * mean)) };
}
