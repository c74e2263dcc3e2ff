import { letterAt, lettersOf, placeOf, type Letters } from './letters.ts';
import { likelyPlace } from './likely-place.ts';
import { occurrencesOf } from './occurrences.ts';

/** Words that were marked, and how to recognize them. */
export interface SoughtQuote {
  readonly quote: string;
  /** The text before and after them; may be empty. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where they were, in UTF-16 units of the text; null where that is not known. */
  readonly hint: number | null;
}

/** Where words are, in UTF-16 units: the first, and the one after the last. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
  /** Whether they are there letter by letter, apart from white space, line ends, ligatures, case and accents. */
  readonly isExact: boolean;
}

/** Occurrences that are compared; of more, those nearest to the hint. */
const maxCompared = 20_000;
/** Letters by which the surroundings of a short quote tell its place better than the quote itself does. */
const tellingContext = 16;
const shortQuote = 24;
/** Steps of the tolerant search over all quotes of one text: a second or so. What is sought after that is found exactly or not. */
const maxWork = 200_000_000;

/**
 * Finds words in a text again, as it reads now: exactly, apart from white space, hyphens at line ends, ligatures, case and accents;
 * of several occurrences, the one whose surroundings fit and that is nearest to the old place. Words that were recognized
 * again may differ in up to a fifth of their letters.
 *
 * @param text read once, for all that is looked for in it
 * @returns finds a quote; null where its words are no longer there
 * @example
 * quoteFinder('paid within thirty\ndays of')({ quote: 'thirty days', prefix: 'within', suffix: 'of', hint: 12 })
 * // { start: 12, end: 23, isExact: true }
 */
export function quoteFinder(text: string): (sought: SoughtQuote) => QuotePlace | null {
  const page = lettersOf(text);
  const budget = { work: maxWork };
  return ({ quote, prefix, suffix, hint }) => {
    const wanted = lettersOf(quote).text;
    if (wanted === '') return null;
    const before = lettersOf(prefix).text;
    const after = lettersOf(suffix).text;
    const near = hint === null ? null : letterAt(page, hint);
    const spot = bestOccurrence(page, wanted, before, after, near);
    const place = (start: number, end: number): QuotePlace => ({
      ...placeOf(text, page, start, end),
      isExact: page.text.slice(start, end) === wanted,
    });
    const exact = spot && place(spot.start, spot.start + wanted.length);
    if (spot?.isTelling) return exact;
    const likely = likelyPlace(page.text, { wanted, before, after, near }, budget);
    return likely ? place(likely.start, likely.end) : exact;
  };
}

/**
 * The occurrence whose surroundings fit best, and of equally good ones the nearest; whether that tells that it is the right one.
 */
function bestOccurrence(
  page: Letters,
  wanted: string,
  before: string,
  after: string,
  near: number | null,
): { start: number; isTelling: boolean } | null {
  const context = before.length + after.length;
  let best: { start: number; fit: number; distance: number } | null = null;
  for (const start of nearest(occurrencesOf(wanted, page.text), near)) {
    const equal =
      equalLetters(before, page.text, start - before.length) +
      equalLetters(after, page.text, start + wanted.length);
    // In eighths: a letter more or less of the surroundings says less than nearness does.
    const fit = context === 0 ? 8 : Math.floor((equal * 8) / context);
    const distance = near === null ? 0 : Math.abs(start - near);
    if (!best || fit > best.fit || (fit === best.fit && distance < best.distance))
      best = { start, fit, distance };
  }
  if (!best) return null;
  const isTelling = wanted.length >= shortQuote || context < tellingContext || best.fit >= 2;
  return { start: best.start, isTelling };
}

/** Of very many places, those nearest to one. */
function nearest(places: readonly number[], near: number | null): readonly number[] {
  if (places.length <= maxCompared) return places;
  const middle = near === null ? 0 : places.findIndex((place) => place >= near);
  const from = Math.max(0, (middle === -1 ? places.length : middle) - maxCompared / 2);
  return places.slice(from, from + maxCompared);
}

function equalLetters(part: string, text: string, at: number): number {
  let equal = 0;
  for (let i = 0; i < part.length; i++) if (part[i] === text[at + i]) equal++;
  return equal;
}
