import type { Box, PagePicture } from './page-look.ts';

/** The paper must cover this share of the page to be told from what is on it. */
const minGroundShare = 0.2;
/** So much of the paper is of one and the same tone where a program drew it; a scan's never is. */
const cleanShare = 0.7;
/** Most that a tone of clean paper may differ, of 255: what is drawn in the faintest grey is drawn. */
const cleanTolerance = 6;
/** Tones this far from the paper's are ink, however softly they begin. */
const farFromGround = 52;

/** Where something stands on a page, told from its picture: ink, lines, tinted fields, texture, photographs. */
export class InkMap {
  readonly #width: number;
  readonly #height: number;
  /** How many pixels of ink lie above and to the left of each. */
  readonly #sums: Uint32Array;

  constructor(picture: PagePicture) {
    this.#width = picture.width;
    this.#height = picture.height;
    this.#sums = summed(inkOf(picture), picture.width, picture.height);
  }

  /**
   * Whether no ink lies in an area.
   *
   * @param area as shares of the picture's width and height, from its lower left corner
   */
  isFree([left, bottom, right, top]: Box): boolean {
    const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
    const x1 = clamp(Math.floor(left * this.#width), this.#width);
    const x2 = clamp(Math.ceil(right * this.#width), this.#width);
    const y1 = clamp(Math.floor((1 - top) * this.#height), this.#height);
    const y2 = clamp(Math.ceil((1 - bottom) * this.#height), this.#height);
    const row = this.#width + 1;
    const sums = this.#sums;
    const ink = sums[y2 * row + x2]! - sums[y1 * row + x2]! - sums[y2 * row + x1]! + sums[y1 * row + x1]!;
    return ink === 0;
  }
}

/** A byte for each pixel: 1 for ink. */
function inkOf(picture: PagePicture): Uint8Array {
  const { width, height, rgba } = picture;
  const pixels = width * height;
  // The least of the three colours: a yellow or pink mark on white has the luminance of paper, but not its blue or green.
  const tones = new Uint8Array(pixels);
  const counts = new Uint32Array(256);
  for (let i = 0, at = 0; i < pixels; i += 1, at += 4) {
    const tone = Math.min(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!);
    tones[i] = tone;
    counts[tone]! += 1;
  }
  const ground = groundOf(counts, pixels);
  const ink = new Uint8Array(pixels);
  if (ground === null) return ink.fill(1);
  if (ground.isClean) {
    markFar(ink, tones, ground.tone, cleanTolerance);
    return markColour(ink, picture, tones, ground.tone);
  }
  markFar(ink, tones, ground.tone, farFromGround);
  return markEdges(ink, tones, width, height, ground.tone);
}

interface Ground {
  readonly tone: number;
  readonly isClean: boolean;
}

/**
 * The paper's tone: white where there is enough of it, else the most common one. Null where no tone is common enough, as on a
 * photograph that fills the page.
 */
function groundOf(counts: Uint32Array, pixels: number): Ground | null {
  const near = (tone: number, reach: number) => {
    let sum = 0;
    for (let t = Math.max(0, tone - reach); t <= Math.min(255, tone + reach); t += 1) sum += counts[t]!;
    return sum;
  };
  const reach = 8;
  let best = 255;
  if (near(255, reach) < minGroundShare * pixels)
    for (let tone = 0; tone < 256; tone += 1) if (near(tone, reach) > near(best, reach)) best = tone;
  const share = near(best, reach);
  if (share < minGroundShare * pixels) return null;
  let tone = best;
  for (let t = Math.max(0, best - reach); t <= Math.min(255, best + reach); t += 1)
    if (counts[t]! > counts[tone]!) tone = t;
  return { tone, isClean: counts[tone]! >= cleanShare * share };
}

function markFar(ink: Uint8Array, tones: Uint8Array, ground: number, tolerance: number): void {
  for (let i = 0; i < tones.length; i += 1) if (Math.abs(tones[i]! - ground) > tolerance) ink[i] = 1;
}

/** Marks what has the ground's darkest colour by chance but differs in another, as pale blue on grey does. */
function markColour(ink: Uint8Array, { rgba }: PagePicture, tones: Uint8Array, ground: number): Uint8Array {
  let [red, green, blue] = [-1, 0, 0];
  for (let i = 0; i < tones.length && red < 0; i += 1)
    if (tones[i] === ground) [red, green, blue] = [rgba[i * 4]!, rgba[i * 4 + 1]!, rgba[i * 4 + 2]!];
  for (let i = 0, at = 0; i < ink.length; i += 1, at += 4) {
    const off = Math.max(
      Math.abs(rgba[at]! - red),
      Math.abs(rgba[at + 1]! - green),
      Math.abs(rgba[at + 2]! - blue),
    );
    if (off > cleanTolerance * 2) ink[i] = 1;
  }
  return ink;
}

/** Marks pixels around which tones change more than the paper's own grain does. */
function markEdges(
  ink: Uint8Array,
  tones: Uint8Array,
  width: number,
  height: number,
  ground: number,
): Uint8Array {
  const ranges = rangesAround(tones, width, height);
  const grain = new Uint32Array(256);
  let counted = 0;
  for (let i = 0; i < ranges.length; i += 1) {
    const off = tones[i]! - ground;
    if (off > 24 || off < -24) continue;
    grain[ranges[i]!]! += 1;
    counted += 1;
  }
  const tolerance = Math.max(14, Math.min(36, 3 * medianOf(grain, counted)));
  for (let i = 0; i < ink.length; i += 1) if (ranges[i]! > tolerance) ink[i] = 1;
  return ink;
}

/** How far the tones of each pixel and its neighbours lie apart: first along rows, then across them. */
function rangesAround(tones: Uint8Array, width: number, height: number): Uint8Array {
  const least = new Uint8Array(tones.length);
  const most = new Uint8Array(tones.length);
  for (let y = 0; y < height; y += 1) {
    const end = (y + 1) * width;
    let before = tones[y * width]!;
    let tone = before;
    for (let i = y * width; i < end; i += 1) {
      const after = i + 1 < end ? tones[i + 1]! : tone;
      const low = before < tone ? before : tone;
      const high = before < tone ? tone : before;
      least[i] = low < after ? low : after;
      most[i] = high > after ? high : after;
      before = tone;
      tone = after;
    }
  }
  const ranges = new Uint8Array(tones.length);
  for (let y = 0; y < height; y += 1) {
    const up = y > 0 ? -width : 0;
    const down = y + 1 < height ? width : 0;
    const end = (y + 1) * width;
    for (let i = y * width; i < end; i += 1) {
      let low = least[i]!;
      let high = most[i]!;
      if (least[i + up]! < low) low = least[i + up]!;
      if (least[i + down]! < low) low = least[i + down]!;
      if (most[i + up]! > high) high = most[i + up]!;
      if (most[i + down]! > high) high = most[i + down]!;
      ranges[i] = high - low;
    }
  }
  return ranges;
}

function medianOf(counts: Uint32Array, total: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value += 1) {
    seen += counts[value]!;
    if (seen * 2 >= total) return value;
  }
  return 0;
}

function summed(ink: Uint8Array, width: number, height: number): Uint32Array {
  const row = width + 1;
  const sums = new Uint32Array(row * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let line = 0;
    for (let x = 0; x < width; x += 1) {
      line += ink[y * width + x]!;
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1]! + line;
    }
  }
  return sums;
}
