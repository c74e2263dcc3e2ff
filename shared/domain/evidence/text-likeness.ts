/** What texts that are nearly the same have in common, so that they can be found without comparing all with all. */
export interface Sketch {
  /** Equal for texts of the same words. */
  readonly digest: string;
  /** Texts that share any of these are likely alike. */
  readonly bands: readonly string[];
}

/** Words that are taken together, so that order counts. */
const shingleWords = 5;
/** A text of fewer word sequences says too little to be like another. */
const minShingles = 12;
/** Words of a text that are looked at: some 400 pages. */
const maxWords = 200_000;
/** Two texts half of whose sequences are the same share a band two times in three; four fifths, always. */
const bandCount = 16;
const rowsPerBand = 4;
const bins = bandCount * rowsPerBand;
const empty = 0xffff_ffff;

/**
 * Sketches a text by one-permutation MinHash (Li, Owen, Zhang 2012; empty bins filled from the next, Shrivastava, Li 2014),
 * in bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets §3.4).
 *
 * @param texts pages of one document, in order
 * @returns null for a text too short to be like another
 * @example sketchOf(['…']).bands.some((band) => other.bands.includes(band)) // likely alike
 */
export function sketchOf(texts: readonly string[]): Sketch | null {
  const shingles = shinglesOf(texts);
  if (shingles.size < minShingles) return null;
  const least = new Uint32Array(bins).fill(empty);
  let sum = 0;
  let mixed = 0;
  for (const shingle of shingles) {
    const hash = scramble(shingle);
    const bin = hash % bins;
    if (hash < least[bin]!) least[bin] = hash;
    sum = (sum + hash) >>> 0;
    mixed = (mixed ^ scramble(hash ^ 0x9e37_79b9)) >>> 0;
  }
  const full = fillEmpty(least);
  return {
    digest: `${shingles.size.toString(36)}-${sum.toString(36)}-${mixed.toString(36)}`,
    bands: Array.from({ length: bandCount }, (_, band) => {
      let hash = scramble(band + 1);
      for (let row = 0; row < rowsPerBand; row++) hash = scramble(hash ^ full[band * rowsPerBand + row]!);
      return `${band.toString(36)}${hash.toString(36)}`;
    }),
  };
}

/**
 * The share of word sequences two texts have in common: the Jaccard index of their sets of five words in a row.
 *
 * @returns 0 to 1; 0 where one of them is too short to say
 */
export function shareOfSequences(one: readonly string[], other: readonly string[]): number {
  const first = shinglesOf(one);
  const second = shinglesOf(other);
  if (first.size < minShingles || second.size < minShingles) return 0;
  let both = 0;
  for (const shingle of first) if (second.has(shingle)) both++;
  return both / (first.size + second.size - both);
}

/** Hashes of every five words in a row, without case, accents or punctuation. */
function shinglesOf(texts: readonly string[]): Set<number> {
  const shingles = new Set<number>();
  const last: number[] = [];
  let words = 0;
  for (const text of texts) {
    for (const [word] of text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu)) {
      if (++words > maxWords) return shingles;
      last.push(hashOf(word));
      if (last.length > shingleWords) last.shift();
      if (last.length < shingleWords) continue;
      let hash = 0;
      for (const part of last) hash = scramble(Math.imul(hash, 31) ^ part);
      shingles.add(hash);
    }
  }
  return shingles;
}

/** An empty bin takes the value of the next that is not, changed by how far it is. */
function fillEmpty(least: Uint32Array): Uint32Array {
  return least.map((value, bin) => {
    if (value !== empty) return value;
    for (let step = 1; step < bins; step++) {
      const next = least[(bin + step) % bins]!;
      if (next !== empty) return scramble(next ^ Math.imul(step, 0x85eb_ca6b));
    }
    return value;
  });
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x0100_0193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3, 32 bits. */
function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
