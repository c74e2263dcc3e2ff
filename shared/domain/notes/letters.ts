import { firstIndex } from '../first-index.ts';
import { lower, wholeLetter } from '../search/find-words.ts';
import { foldWithSources } from '../search/fold-text.ts';

/** A text as its letters alone, with where each is. */
export interface Letters {
  readonly text: string;
  /** Where in the original each code unit of `text` begins. */
  readonly places: Uint32Array;
}

/** What may come and go between two readings of one text: white space, hyphens, what cannot be seen. */
const passedOver = /[\s\p{Cc}\p{Cf}\u2010\u2011\ufffd\ufffe-]+/gu;

/**
 * The letters, digits and signs of a text: folded as the search folds (shared/domain/search/fold-text.ts), in small letters,
 * without white space and hyphens. Two readings of the same words have the same letters, wherever their lines end.
 *
 * @example lettersOf('The \uFB01ling was termi-\nnated').text // 'thefilingwasterminated'
 */
export function lettersOf(original: string): Letters {
  const { text: folded, sources } = foldWithSources(original);
  const small = lower(folded);
  const parts: string[] = [];
  const places = new Uint32Array(small.length);
  let length = 0;
  const copy = (from: number, to: number) => {
    if (from === to) return;
    parts.push(small.slice(from, to));
    places.set(sources.subarray(from, to), length);
    length += to - from;
  };
  let at = 0;
  for (const { 0: gap, index } of small.matchAll(passedOver)) {
    copy(at, index);
    at = index + gap.length;
  }
  copy(at, small.length);
  return { text: parts.join(''), places: places.subarray(0, length) };
}

/**
 * The place in the original of a row of letters: from the first to just after the last, with the marks that belong to it.
 *
 * @param from first letter; `to` the one after the last, beyond `from`
 */
export function placeOf(
  original: string,
  { places }: Letters,
  from: number,
  to: number,
): { start: number; end: number } {
  return { start: places[from]!, end: wholeLetter(original, places[to - 1]! + 1) };
}

/** The letter at a place of the original, or the next one after it. */
export function letterAt({ places }: Letters, place: number): number {
  return firstIndex(places.length, (at) => places[at]! >= place);
}
