import type { PagePicture } from './page-look.ts';

/** The paper must cover this share of the page to be distinguished from what is on it. */
const minGroundShare = 0.2;
/** So much of the paper is of one and the same tone where a program drew it; a scan's never is. */
const cleanShare = 0.7;
/** Most that a tone of clean paper may differ, of 255: what is drawn in the faintest gray is drawn. */
const cleanTolerance = 6;
/** Tones this far from the paper's are ink, however softly they begin. */
const farFromGround = 52;
/** Tones this near to the paper's are the paper, whose grain is measured. */
const nearGround = 25;
/** What the grain of any paper is taken for at least, and at most. */
const leastGrain = 14;
const mostGrain = 36;

/**
 * Where something stands on a page, told from its picture: ink, lines, tinted fields, texture, photographs. Rows are looked at
 * when they are first asked about: most marks find their place at the foot.
 */
export class InkMap {
  readonly #width: number;
  readonly #height: number;
  readonly #rows: InkRows;
  /** For each pixel, one more than the column of the last ink in its row up to there; 0 for none. */
  readonly #lastInk: Uint16Array | Uint32Array;
  readonly #isRead: Uint8Array;

  constructor(picture: PagePicture) {
    const { width, height } = picture;
    this.#width = width;
    this.#height = height;
    this.#rows = inkRowsOf(picture);
    this.#lastInk = width < 65_536 ? new Uint16Array(width * height) : new Uint32Array(width * height);
    this.#isRead = new Uint8Array(height);
  }

  /**
   * Whether no ink lies in an area: shares of the picture's width and height, from its lower left corner. A search asks for
   * thousands.
   */
  isFree(left: number, bottom: number, right: number, top: number): boolean {
    return this.#inkIn(left, bottom, right, top) === 0;
  }

  /** Where ink that lies in an area ends, as a share of the width: an area as high that reaches there from before it has that ink. 0 where it is free. */
  inkEnd(left: number, bottom: number, right: number, top: number): number {
    return this.#inkIn(left, bottom, right, top) / this.#width;
  }

  /** One more than the last column of ink in the first row of an area that has any; 0 where none has. */
  #inkIn(left: number, bottom: number, right: number, top: number): number {
    const width = this.#width;
    const x1 = within(Math.floor(left * width), width);
    const x2 = within(Math.ceil(right * width), width);
    const y1 = within(Math.floor((1 - top) * this.#height), this.#height);
    const y2 = within(Math.ceil((1 - bottom) * this.#height), this.#height);
    if (x1 >= x2) return 0;
    const lastInk = this.#lastInk;
    for (let y = y1; y < y2; y += 1) {
      if (this.#isRead[y] === 0) this.#read(y);
      const last = lastInk[y * width + x2 - 1]!;
      if (last > x1) return last;
    }
    return 0;
  }

  #read(y: number): void {
    this.#isRead[y] = 1;
    this.#rows(y, this.#lastInk, y * this.#width, this.#width);
  }
}

const within = (value: number, most: number) => Math.max(0, Math.min(most, value));

/** Tells of each pixel of a row one more than the column of the last ink up to there; where the row's answers begin is given. */
type InkRows = (y: number, lastInk: Uint16Array | Uint32Array, to: number, width: number) => void;

function inkRowsOf(picture: PagePicture): InkRows {
  const pixels = picture.width * picture.height;
  const tones = new Uint8Array(pixels);
  const counts = readTones(picture.rgba, tones);
  const ground = groundOf(counts, pixels);
  if (ground === null) return inkAllAlong;
  // Each on its own, so that one keeps the picture and the other its tones: an exhibit may have a dozen large plans looked at.
  return ground.isClean
    ? cleanRows(picture, tones, ground.tone)
    : grainyRows(picture, tones, counts, ground.tone);
}

const inkAllAlong: InkRows = (_, lastInk, to, width) => {
  for (let x = 0; x < width; x += 1) lastInk[to + x] = x + 1;
};

function cleanRows({ rgba }: PagePicture, tones: Uint8Array, ground: number): InkRows {
  const at = tones.indexOf(ground) * 4;
  const paper = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!] as const;
  return (y, lastInk, to, width) => findColor(lastInk, to, rgba, y * width, width, ground, paper);
}

function grainyRows(
  { width, height }: PagePicture,
  tones: Uint8Array,
  counts: Uint32Array,
  ground: number,
): InkRows {
  const row = new Uint8Array(width);
  const rangesAt = (y: number) => {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    findRanges(row, tones, above, y * width, below);
    return row;
  };
  const tolerance = grainOf(rangesAt, tones, width, height, ground, counts);
  return (y, lastInk, to) => findEdges(lastInk, to, rangesAt(y), tones, y * width, ground, tolerance);
}

/**
 * Of each pixel the least of its three colors: a yellow or pink mark on white has the luminance of paper, but not its blue or
 * green. Counts how often there is each; two counts side by side, as equal tones that follow each other would wait for one.
 */
function readTones(rgba: Uint8Array, tones: Uint8Array): Uint32Array {
  const { length } = tones;
  const colors = new Uint32Array(rgba.buffer, rgba.byteOffset, length);
  const counts = new Uint32Array(256);
  const others = new Uint32Array(256);
  for (let i = 0; i < length - 1; i += 2) {
    const first = leastColor(colors[i]!);
    const second = leastColor(colors[i + 1]!);
    tones[i] = first;
    tones[i + 1] = second;
    counts[first]! += 1;
    others[second]! += 1;
  }
  if (length % 2 === 1) counts[(tones[length - 1] = leastColor(colors[length - 1]!))]! += 1;
  for (let tone = 0; tone < 256; tone += 1) counts[tone]! += others[tone]!;
  return counts;
}

function leastColor(color: number): number {
  const red = color & 255;
  // Most scans are gray.
  if (((color ^ (color >>> 8)) & 0xffff) === 0) return red;
  return least(least(red, (color >>> 8) & 255), (color >>> 16) & 255);
}

/** The lesser of two whole numbers, without a branch: the tones of a scan are unpredictable, and a mispredicted branch costs more than all else. */
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
  const reach = 8;
  const near = (tone: number) => countNear(counts, tone, reach);
  let best = 255;
  if (near(255) < minGroundShare * pixels)
    for (let tone = 0; tone < 256; tone += 1) if (near(tone) > near(best)) best = tone;
  const share = near(best);
  if (share < minGroundShare * pixels) return null;
  let tone = best;
  for (let t = Math.max(0, best - reach); t <= Math.min(255, best + reach); t += 1)
    if (counts[t]! > counts[tone]!) tone = t;
  return { tone, isClean: counts[tone]! >= cleanShare * share };
}

/** How many pixels have a tone or one at most so far from it. */
function countNear(counts: Uint32Array, tone: number, reach: number): number {
  let sum = 0;
  for (let t = Math.max(0, tone - reach); t <= Math.min(255, tone + reach); t += 1) sum += counts[t]!;
  return sum;
}

/** Finds what differs from clean paper: in its darkest color or, as pale blue on gray does, in another. */
function findColor(
  lastInk: Uint16Array | Uint32Array,
  to: number,
  rgba: Uint8Array,
  start: number,
  width: number,
  ground: number,
  [red, green, blue]: readonly [number, number, number],
): void {
  let last = 0;
  for (let x = 0, at = start * 4; x < width; x += 1, at += 4) {
    const r = rgba[at]!;
    const g = rgba[at + 1]!;
    const b = rgba[at + 2]!;
    // Nearly all of the page is its paper.
    if (r !== red || g !== green || b !== blue) {
      const off = Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue));
      const isInk = Math.abs(Math.min(r, g, b) - ground) > cleanTolerance || off > cleanTolerance * 2;
      if (isInk) last = x + 1;
    }
    lastInk[to + x] = last;
  }
}

/** Finds what is far from the paper's tone, and pixels around which tones change more than the paper's own grain does. */
function findEdges(
  lastInk: Uint16Array | Uint32Array,
  to: number,
  ranges: Uint8Array,
  tones: Uint8Array,
  start: number,
  ground: number,
  tolerance: number,
): void {
  const { length } = ranges;
  let last = 0;
  for (let x = 0; x < length; x += 1) {
    const isInk =
      isGreater(Math.abs(tones[start + x]! - ground), farFromGround) | isGreater(ranges[x]!, tolerance);
    last = most(last, isInk * (x + 1));
    lastInk[to + x] = last;
  }
}

/**
 * What of the changes of tone is still the paper's own grain: three times the middle one of those on the paper, within bounds.
 *
 * @param rangesAt how far the tones of each pixel of a row and its neighbors lie apart
 * @param counts how many pixels there are of each tone
 */
function grainOf(
  rangesAt: (y: number) => Uint8Array,
  tones: Uint8Array,
  width: number,
  height: number,
  ground: number,
  counts: Uint32Array,
): number {
  const half = countNear(counts, ground, nearGround - 1) / 2;
  const grain = new Uint32Array(256);
  let seen = 0;
  for (let y = 0; y < height; y += 1) {
    seen += countGrain(grain, rangesAt(y), tones, y * width, ground);
    if (seen < half) continue;
    // Once half of the paper is finer than what is taken for the least, or coarser than for the most, the rest changes nothing.
    const fine = countUpTo(grain, Math.floor(leastGrain / 3));
    if (fine >= half) return leastGrain;
    if (seen - countUpTo(grain, Math.ceil(mostGrain / 3) - 1) > half) return mostGrain;
  }
  return Math.max(leastGrain, Math.min(mostGrain, 3 * middleOf(grain, half)));
}

function countUpTo(counts: Uint32Array, value: number): number {
  let sum = 0;
  for (let i = 0; i <= value; i += 1) sum += counts[i]!;
  return sum;
}

/** Finds how far the tones of each pixel of a row and its neighbors lie apart: down each column first, then along the row. */
function findRanges(ranges: Uint8Array, tones: Uint8Array, above: number, here: number, below: number): void {
  const last = ranges.length - 1;
  let low = least(least(tones[above]!, tones[here]!), tones[below]!);
  let high = most(most(tones[above]!, tones[here]!), tones[below]!);
  let lowBefore = low;
  let highBefore = high;
  for (let x = 0; x < last; x += 1) {
    const a = tones[above + x + 1]!;
    const b = tones[here + x + 1]!;
    const c = tones[below + x + 1]!;
    const lowAfter = least(least(a, b), c);
    const highAfter = most(most(a, b), c);
    // For this column and the one before, so that two of three neighbors are compared once.
    ranges[x] = most(highBefore, highAfter) - least(lowBefore, lowAfter);
    lowBefore = least(low, lowAfter);
    highBefore = most(high, highAfter);
    low = lowAfter;
    high = highAfter;
  }
  ranges[last] = highBefore - lowBefore;
}

/**
 * Counts the ranges of what has about the paper's tone.
 *
 * @returns how many there are
 */
function countGrain(
  grain: Uint32Array,
  ranges: Uint8Array,
  tones: Uint8Array,
  start: number,
  ground: number,
): number {
  const { length } = ranges;
  let seen = 0;
  for (let x = 0; x < length; x += 1) {
    const isPaper = isGreater(nearGround, Math.abs(tones[start + x]! - ground));
    grain[ranges[x]!]! += isPaper;
    seen += isPaper;
  }
  return seen;
}

/** The least value up to which there is half of all. */
function middleOf(counts: Uint32Array, half: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value += 1) {
    seen += counts[value]!;
    if (seen >= half) return value;
  }
  return 0;
}
