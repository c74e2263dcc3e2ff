import type { Bitmap } from '../pdfium/index.ts';
import type { PixelArea } from '../redactions/pixels.ts';

/** Colors that differ by no more are the same, of 255: recompressing a picture shifts them, most at sharp edges. */
const sameColor = 72;
/** How far a pixel may have moved, in pixels: a page drawn from a picture of itself falls between them. */
const slack = 1;
/** Pages are compared in cells of this many pixels, four of which make a square. */
const cell = 8;
/** Pixels of a square that may differ: dirt, and corners of redrawn letters. A full stop of 12 points has more. */
const dirt = 3;
/** By how much the mean colors of a large square may differ, of 255: a pale surface that came or went. */
const samePaleness = 16;
/** Pixels along its side: so many that an edge which moved by a pixel weighs little. */
const large = 64;

/**
 * Where two pictures of a page look different.
 *
 * @param ignored areas that are not looked at
 * @returns the area around all that differs, in pixels; null where nothing does
 */
export function differingArea(
  sent: Bitmap,
  returned: Bitmap,
  ignored: readonly PixelArea[],
): PixelArea | null {
  const width = Math.min(sent.width, returned.width);
  const height = Math.min(sent.height, returned.height);
  const across = Math.ceil(width / cell);
  const down = Math.ceil(height / cell);
  const counts = new Uint32Array(across * down);
  const skipped = ignoredPixels(width, height, ignored);
  const [one, other] = [pixelsOf(sent), pixelsOf(returned)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (one[y * sent.width + x] === other[y * returned.width + x] || skipped[y * width + x] === 1) continue;
      if (isAround(sent, returned, x, y) && isAround(returned, sent, x, y)) continue;
      const at = Math.floor(y / cell) * across + Math.floor(x / cell);
      counts[at] = counts[at]! + 1;
    }
  const differing = paleDifferences(sent, returned, width, height, skipped);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      const countAt = (r: number, c: number) => (r < down && c < across ? counts[r * across + c]! : 0);
      // Squares overlap: what lies across the edge of one lies within another.
      const count =
        countAt(row, column) +
        countAt(row, column + 1) +
        countAt(row + 1, column) +
        countAt(row + 1, column + 1);
      if (count > dirt) differing.push(squareAt(row, column, cell, 2 * cell));
    }
  return around(differing, width, height);
}

/** Pixels of a picture, each as one number. */
function pixelsOf({ rgba, width, height }: Bitmap): Uint32Array {
  return new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
}

function ignoredPixels(width: number, height: number, areas: readonly PixelArea[]): Uint8Array {
  const ignored = new Uint8Array(width * height);
  for (const { left, top, right, bottom } of areas)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
      ignored.fill(1, y * width + Math.max(0, left), y * width + Math.max(0, Math.min(width, right)));
  return ignored;
}

/** Whether each color of a pixel is within the range of those around it in the other picture. */
function isAround(of: Bitmap, other: Bitmap, x: number, y: number): boolean {
  for (let color = 0; color < 3; color += 1) {
    const value = of.rgba[(y * of.width + x) * 4 + color]!;
    let [least, most] = [255, 0];
    for (let v = Math.max(0, y - slack); v <= Math.min(other.height - 1, y + slack); v += 1)
      for (let u = Math.max(0, x - slack); u <= Math.min(other.width - 1, x + slack); u += 1) {
        const there = other.rgba[(v * other.width + u) * 4 + color]!;
        if (there < least) least = there;
        if (there > most) most = there;
      }
    if (value < least - sameColor || value > most + sameColor) return false;
  }
  return true;
}

function squareAt(row: number, column: number, step: number, size: number): PixelArea {
  const [left, top] = [column * step, row * step];
  return { left, top, right: left + size, bottom: top + size };
}

/** Large squares whose colors differ as a whole. */
function paleDifferences(
  sent: Bitmap,
  returned: Bitmap,
  width: number,
  height: number,
  skipped: Uint8Array,
): PixelArea[] {
  const across = Math.ceil(width / large);
  const sums = new Float64Array(across * Math.ceil(height / large) * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (skipped[y * width + x] === 1) continue;
      const at = (Math.floor(y / large) * across + Math.floor(x / large)) * 4;
      const [before, after] = [(y * sent.width + x) * 4, (y * returned.width + x) * 4];
      for (let color = 0; color < 3; color += 1)
        sums[at + color] = sums[at + color]! + sent.rgba[before + color]! - returned.rgba[after + color]!;
      sums[at + 3] = sums[at + 3]! + 1;
    }
  const differing: PixelArea[] = [];
  for (let at = 0; at < sums.length; at += 4) {
    const pixels = sums[at + 3]!;
    const most = Math.max(...[0, 1, 2].map((color) => Math.abs(sums[at + color]!)));
    if (pixels > 0 && most / pixels > samePaleness)
      differing.push(squareAt(Math.floor(at / 4 / across), (at / 4) % across, large, large));
  }
  return differing;
}

function around(areas: readonly PixelArea[], width: number, height: number): PixelArea | null {
  if (areas.length === 0) return null;
  const edge = (value: (area: PixelArea) => number) => areas.map(value);
  return {
    left: Math.min(...edge(({ left }) => left)),
    top: Math.min(...edge(({ top }) => top)),
    right: Math.min(width, Math.max(...edge(({ right }) => right))),
    bottom: Math.min(height, Math.max(...edge(({ bottom }) => bottom))),
  };
}

/** Whether an area of a page shows anything but its background. */
export function isInked(picture: Bitmap, { left, top, right, bottom }: PixelArea): boolean {
  let [pixels, sum] = [0, 0];
  const values: number[] = [];
  for (let y = Math.max(0, top); y < Math.min(picture.height, bottom); y += 1)
    for (let x = Math.max(0, left); x < Math.min(picture.width, right); x += 1) {
      const at = (y * picture.width + x) * 4;
      const light = (picture.rgba[at]! + picture.rgba[at + 1]! + picture.rgba[at + 2]!) / 3;
      values.push(light);
      sum += light;
      pixels += 1;
    }
  const mean = sum / Math.max(1, pixels);
  return values.filter((value) => Math.abs(value - mean) > sameColor).length > dirt;
}
