import type { PagePicture } from './page-look.ts';

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
   * Whether no ink lies in an area: shares of the picture's width and height, from its lower left corner. A search asks for
   * thousands.
   */
  isFree(left: number, bottom: number, right: number, top: number): boolean {
    const x1 = within(Math.floor(left * this.#width), this.#width);
    const x2 = within(Math.ceil(right * this.#width), this.#width);
    const y1 = within(Math.floor((1 - top) * this.#height), this.#height);
    const y2 = within(Math.ceil((1 - bottom) * this.#height), this.#height);
    const row = this.#width + 1;
    const sums = this.#sums;
    const ink = sums[y2 * row + x2]! - sums[y1 * row + x2]! - sums[y2 * row + x1]! + sums[y1 * row + x1]!;
    return ink === 0;
  }
}

const within = (value: number, most: number) => Math.max(0, Math.min(most, value));

/** A byte for each pixel: 1 for ink. It is the next picture's too. */
function inkOf(picture: PagePicture): Uint8Array {
  const { width, height, rgba } = picture;
  const pixels = width * height;
  const [ink, tones, ranges] = scratchOf(pixels);
  const counts = new Uint32Array(256);
  for (let y = 0; y < height; y += 1) readTones(rgba, tones, y * width, (y + 1) * width, counts);
  const ground = groundOf(counts, pixels);
  if (ground === null) return ink.fill(1, 0, pixels);
  if (ground.isClean) {
    const from = tones.indexOf(ground.tone) * 4;
    const paper = [rgba[from]!, rgba[from + 1]!, rgba[from + 2]!] as const;
    for (let y = 0; y < height; y += 1)
      markColour(ink, rgba, tones, y * width, (y + 1) * width, ground.tone, paper);
    return ink;
  }
  const tolerance = measureGrain(ranges, tones, width, height, ground.tone);
  for (let y = 0; y < height; y += 1)
    markEdges(ink, ranges, tones, y * width, (y + 1) * width, ground.tone, tolerance);
  return ink;
}

/** Most pixels whose working memory is kept for the next picture. */
const maxKeptPixels = 1_000_000;
let kept: readonly [Uint8Array, Uint8Array, Uint8Array] | null = null;

/** Three bytes a pixel to work with, as they were left: pages are looked at one after the other. */
function scratchOf(pixels: number): readonly [Uint8Array, Uint8Array, Uint8Array] {
  if (kept !== null && kept[0].length >= pixels) return kept;
  const scratch = [new Uint8Array(pixels), new Uint8Array(pixels), new Uint8Array(pixels)] as const;
  if (pixels <= maxKeptPixels) kept = scratch;
  return scratch;
}

/**
 * Of each pixel the least of its three colours: a yellow or pink mark on white has the luminance of paper, but not its blue or
 * green. Counts how often there is each.
 */
function readTones(
  rgba: Uint8Array,
  tones: Uint8Array,
  start: number,
  end: number,
  counts: Uint32Array,
): void {
  for (let i = start, at = start * 4; i < end; i += 1, at += 4) {
    const tone = least(least(rgba[at]!, rgba[at + 1]!), rgba[at + 2]!);
    tones[i] = tone;
    counts[tone]! += 1;
  }
}

/** Of two whole numbers the one, found without a branch: the tones of a scan leave nothing to foresee, and a branch taken wrong costs more than all else. */
const least = (a: number, b: number) => b + ((a - b) & ((a - b) >> 31));
const most = (a: number, b: number) => a - ((a - b) & ((a - b) >> 31));
/** 1 where the first number is greater. */
const isGreater = (a: number, b: number) => (b - a) >>> 31;

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

/** Marks what differs from clean paper: in its darkest colour or, as pale blue on grey does, in another. */
function markColour(
  ink: Uint8Array,
  rgba: Uint8Array,
  tones: Uint8Array,
  start: number,
  end: number,
  ground: number,
  [red, green, blue]: readonly [number, number, number],
): void {
  for (let i = start, at = start * 4; i < end; i += 1, at += 4) {
    const off = most(
      most(Math.abs(rgba[at]! - red), Math.abs(rgba[at + 1]! - green)),
      Math.abs(rgba[at + 2]! - blue),
    );
    ink[i] = isGreater(Math.abs(tones[i]! - ground), cleanTolerance) | isGreater(off, cleanTolerance * 2);
  }
}

/** Marks what is far from the paper's tone, and pixels around which tones change more than the paper's own grain does. */
function markEdges(
  ink: Uint8Array,
  ranges: Uint8Array,
  tones: Uint8Array,
  start: number,
  end: number,
  ground: number,
  tolerance: number,
): void {
  for (let i = start; i < end; i += 1)
    ink[i] = isGreater(Math.abs(tones[i]! - ground), farFromGround) | isGreater(ranges[i]!, tolerance);
}

/**
 * Finds how far the tones of each pixel and its neighbours lie apart.
 *
 * @returns what of that is still the paper's own grain
 */
function measureGrain(
  ranges: Uint8Array,
  tones: Uint8Array,
  width: number,
  height: number,
  ground: number,
): number {
  const grain = new Uint32Array(256);
  const newRow = () => ({ low: new Uint8Array(width), high: new Uint8Array(width) });
  let [above, here, below] = [newRow(), newRow(), newRow()];
  spanAlong(tones, 0, here);
  for (let y = 0; y < height; y += 1) {
    const isLast = y + 1 === height;
    if (!isLast) spanAlong(tones, (y + 1) * width, below);
    spanAcross(ranges, y * width, y === 0 ? here : above, here, isLast ? here : below);
    countGrain(grain, ranges, tones, y * width, (y + 1) * width, ground);
    [above, here, below] = [here, below, above];
  }
  const counted = grain.reduce((sum, count) => sum + count, 0);
  return Math.max(14, Math.min(36, 3 * medianOf(grain, counted)));
}

/** Of each pixel of a row the lowest and the highest tone of itself and its neighbours in the row. */
interface RowSpan {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

function spanAlong(tones: Uint8Array, start: number, { low, high }: RowSpan): void {
  const { length } = low;
  let before = tones[start]!;
  let tone = before;
  for (let x = 0; x < length; x += 1) {
    const after = x + 1 < length ? tones[start + x + 1]! : tone;
    low[x] = least(least(before, tone), after);
    high[x] = most(most(before, tone), after);
    before = tone;
    tone = after;
  }
}

function spanAcross(ranges: Uint8Array, start: number, above: RowSpan, here: RowSpan, below: RowSpan): void {
  const { length } = here.low;
  for (let x = 0; x < length; x += 1) {
    const low = least(least(above.low[x]!, here.low[x]!), below.low[x]!);
    const high = most(most(above.high[x]!, here.high[x]!), below.high[x]!);
    ranges[start + x] = high - low;
  }
}

/** Counts the ranges of what has about the paper's tone. */
function countGrain(
  grain: Uint32Array,
  ranges: Uint8Array,
  tones: Uint8Array,
  start: number,
  end: number,
  ground: number,
): void {
  for (let i = start; i < end; i += 1) {
    grain[ranges[i]!]! += isGreater(25, Math.abs(tones[i]! - ground));
  }
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
  for (let y = 0; y < height; y += 1) sumRow(sums, (y + 1) * row + 1, ink, y * width, width);
  return sums;
}

/** @param to where the row's own sums begin; those of the row above stand just as far before */
function sumRow(sums: Uint32Array, to: number, ink: Uint8Array, from: number, width: number): void {
  let line = 0;
  for (let x = 0; x < width; x += 1) {
    line += ink[from + x]!;
    sums[to + x] = sums[to + x - width - 1]! + line;
  }
}
