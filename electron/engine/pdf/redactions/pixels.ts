import type { Rect } from '../../../../shared/contract/reader.ts';
import type { Bitmap } from '../pdfium/index.ts';
import type { Color } from './painted-objects.ts';

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

const usualScale = 2;
const mostPixels = 6_000_000;

/** Pixels a point by which a page is drawn to look at its letters: fewer where it is large. */
export const lookedScale = ({ width, height }: Pick<Rect, 'width' | 'height'>): number =>
  Math.min(usualScale, Math.sqrt(mostPixels / (width * height)));

/** Colors that differ by no more look the same, of 255. */
const sameColor = 16;
/** What differs from its ground by less is only the edge of a letter. */
const leastInk = 32;
/** Colors of one surface of a scan differ from their mean by no more; what differs from paper by less is its shade. */
const sameSurface = 48;
const leastContrast = 64;
/** Of a surface's pixels, how many may be dirt. */
const dirtShare = 0.08;
/** Of a shorter side, what is left out at each edge: recognized words stand a little beside their ink. */
const edgeShare = 0.15;

/** The share of an area's pixels, as far as the bitmaps go, that look the same in both; of an area outside them NaN. */
export function sameShare(a: Bitmap, b: Bitmap, area: PixelArea): number {
  let [same, all] = [0, 0];
  forEach(a, area, (at) => {
    all += 1;
    if (distance(a, at, b, at) <= sameColor) same += 1;
  });
  return same / all;
}

/** Whether any pixel of an area differs between two bitmaps by at least so much, of 255. */
export function differs(a: Bitmap, b: Bitmap, area: PixelArea, least: number): boolean {
  let isFound = false;
  forEach(a, area, (at) => {
    isFound ||= distance(a, at, b, at) >= least;
  });
  return isFound;
}

/** The share of a letter's ink where two bitmaps look the same; NaN where there is no ink. @param words all words alone on `ground` */
export function sameInkShare(a: Bitmap, b: Bitmap, area: PixelArea, words: Bitmap, ground: Color): number {
  let [same, all] = [0, 0];
  forEach(a, area, (at) => {
    if (distanceTo(words, at, ground) < leastInk) return;
    all += 1;
    if (distance(a, at, b, at) <= sameColor) same += 1;
  });
  return same / all;
}

/**
 * How well a letter's shape shows in an area, from 0 to 1: how its ink and the light there go together (Pearson's correlation, of either
 * sign).
 *
 * @param words all words alone on `ground`
 */
export function likeness(bitmap: Bitmap, area: PixelArea, words: Bitmap, ground: Color): number {
  let [all, ink, light, inkInk, lightLight, inkLight] = [0, 0, 0, 0, 0, 0];
  forEach(bitmap, area, (at) => {
    const x = distanceTo(words, at, ground);
    const y = bitmap.rgba[at]! + bitmap.rgba[at + 1]! + bitmap.rgba[at + 2]!;
    all += 1;
    ink += x;
    light += y;
    inkInk += x * x;
    lightLight += y * y;
    inkLight += x * y;
  });
  const lightSpread = all * lightLight - light * light;
  // Light that differs as little as colors of one look shows nothing, however well it goes with the ink.
  if (lightSpread <= (all * 3 * (sameColor / 2)) ** 2) return 0;
  const spread = Math.sqrt((all * inkInk - ink * ink) * lightSpread);
  return spread > 0 ? Math.abs(all * inkLight - ink * light) / spread : 0;
}

/** The color of an area that has but one, scanner's dirt and the edges aside; else null. */
export function plainColor(bitmap: Bitmap, area: PixelArea): Color | null {
  const inner = withoutEdges(area);
  let [red, green, blue, all] = [0, 0, 0, 0];
  forEach(bitmap, inner, (at) => {
    red += bitmap.rgba[at]!;
    green += bitmap.rgba[at + 1]!;
    blue += bitmap.rgba[at + 2]!;
    all += 1;
  });
  const mean: Color = [red / all, green / all, blue / all];
  let other = 0;
  forEach(bitmap, inner, (at) => {
    if (distanceTo(bitmap, at, mean) > sameSurface) other += 1;
  });
  return all > 0 && other <= all * dirtShare ? mean : null;
}

/** Whether a color is another one than paper, not only a shade of it. */
export function isUnlike([red, green, blue]: Color, paper: Color): boolean {
  return (
    Math.max(Math.abs(red - paper[0]), Math.abs(green - paper[1]), Math.abs(blue - paper[2])) >= leastContrast
  );
}

/** The share of an area's pixels that have the color of paper, or a shade of it. */
export function paperShare(bitmap: Bitmap, area: PixelArea, paper: Color): number {
  let [same, all] = [0, 0];
  forEach(bitmap, area, (at) => {
    all += 1;
    if (distanceTo(bitmap, at, paper) < leastContrast) same += 1;
  });
  return same / all;
}

/** Of so many pixels along and down, one is looked at for the color of the paper. */
const paperStep = 4;
/** Colors are counted as one of so many a channel. */
const levels = 8;

/** The color that most of a page has. */
export function paperColor(bitmap: Bitmap): Color {
  const { width, height, rgba } = bitmap;
  const counts = new Uint32Array(levels ** 3);
  const level = (at: number) => Math.floor((rgba[at]! * levels) / 256);
  for (let y = 0; y < height; y += paperStep)
    for (let x = 0; x < width; x += paperStep) {
      const at = (y * width + x) * 4;
      const key = (level(at) * levels + level(at + 1)) * levels + level(at + 2);
      counts[key] = counts[key]! + 1;
    }
  const most = counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));
  const middle = (value: number) => ((value % levels) + 0.5) * (256 / levels);
  return [middle(Math.floor(most / levels ** 2)), middle(Math.floor(most / levels)), middle(most)];
}

function withoutEdges({ left, top, right, bottom }: PixelArea): PixelArea {
  const edge = Math.floor(Math.min(right - left, bottom - top) * edgeShare);
  return { left: left + edge, top: top + edge, right: right - edge, bottom: bottom - edge };
}

function distance(a: Bitmap, at: number, b: Bitmap, there: number): number {
  return Math.max(
    Math.abs(a.rgba[at]! - b.rgba[there]!),
    Math.abs(a.rgba[at + 1]! - b.rgba[there + 1]!),
    Math.abs(a.rgba[at + 2]! - b.rgba[there + 2]!),
  );
}

function distanceTo({ rgba }: Bitmap, at: number, [red, green, blue]: Color): number {
  return Math.max(Math.abs(rgba[at]! - red), Math.abs(rgba[at + 1]! - green), Math.abs(rgba[at + 2]! - blue));
}

/** Calls with the place of each pixel of an area, as far as the bitmap goes, among its bytes. */
function forEach({ width, height }: Bitmap, area: PixelArea, use: (at: number) => void): void {
  for (let y = Math.max(0, area.top); y < Math.min(height, area.bottom); y += 1)
    for (let x = Math.max(0, area.left); x < Math.min(width, area.right); x += 1) use((y * width + x) * 4);
}
