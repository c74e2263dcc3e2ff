/** One pass of an interlaced PNG: the size of its own picture, and where its pixels are in the whole one. */
export interface Pass {
  readonly width: number;
  readonly height: number;
  /** Place of its first pixel, and how far apart its pixels are, across and down. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

const starts = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * The passes of Adam7 in which a PNG of this size has pixels (PNG 3rd edition, §8.1); small ones have none in some.
 *
 * @param width in pixels
 * @param height in pixels
 * @example adam7Passes(1, 1) // [{ width: 1, height: 1, x: 0, y: 0, dx: 8, dy: 8 }]
 */
export function adam7Passes(width: number, height: number): Pass[] {
  return starts
    .filter(([x, y]) => x < width && y < height)
    .map(([x, y, dx, dy]) => ({
      width: Math.ceil((width - x) / dx),
      height: Math.ceil((height - y) / dy),
      x,
      y,
      dx,
      dy,
    }));
}
