import type { Rect } from '../../../../../shared/contract/reader.ts';
import { anchorOf } from '../anchors/anchor-of.ts';
import { locateAnchors } from '../anchors/locate-anchors.ts';
import { findInText, findOnPage, findPattern, foldPage } from '../text/find.ts';
import { unite } from '../../../../../shared/domain/rect.ts';
import type { PageText } from '../text/page-text.ts';

/** A word as another program reads it. */
export interface OtherWord {
  readonly text: string;
  readonly rect: Rect;
}

/** How far one word's marks lie from where the other program has the word, in points. */
export interface Distance {
  readonly text: string;
  /** Of its beginning and of its end along the line, the farther one. */
  readonly along: number;
  /** Of its middle across the line, and the height of the line: what of a font's room above and below is the line's differs. */
  readonly across: number;
  readonly height: number;
  /** Whether a note on the word finds it again where the hit is. */
  readonly isAnchored: boolean;
}

const plainWord = /^[A-Za-z][A-Za-z0-9]{3,30}$/;

/**
 * Looks up words of a page as a search does, and compares where the hits are marked with where another program has them. Only
 * words that both programs see once are compared: of others nobody could say which is which.
 *
 * @param most words at most, spread over the page
 */
export function compareHits(pageText: PageText, others: readonly OtherWord[], most: number): Distance[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  const search = foldPage(pageText);
  const once = others.filter(({ text }) => plainWord.test(text) && counts.get(text.toLowerCase()) === 1);
  const step = Math.max(1, Math.floor(once.length / most));
  return once
    .filter((_word, index) => index % step === 0)
    .slice(0, most)
    .flatMap(({ text, rect }) => {
      const pattern = findPattern(text)!;
      const hits = findOnPage(0, pageText, pattern, 2, search);
      const [{ rects } = { rects: [] }] = hits;
      if (hits.length !== 1 || rects.length === 0) return [];
      const own = rects.reduce(unite);
      const glyph = search.sources[findInText(search, pattern, 1)[0]![0]]!;
      const run = pageText.runs.findIndex(({ start, end }) => start <= glyph && glyph < end);
      const isSideways = (pageText.runs[run]?.angle ?? 0) % 180 === 90;
      const across = distances(own.x, own.width, rect.x, rect.width);
      const down = distances(own.y, own.height, rect.y, rect.height);
      return {
        text,
        along: (isSideways ? down : across).ends,
        across: (isSideways ? across : down).middles,
        height: isSideways ? rect.width : rect.height,
        isAnchored: isFoundAgain(pageText, run, glyph, text.length, own),
      };
    });
}

/** How far two spans lie apart at their farther ends, and in their middles. */
function distances(start: number, length: number, otherStart: number, otherLength: number) {
  const ends = [start - otherStart, start + length - otherStart - otherLength];
  return { ends: Math.max(...ends.map(Math.abs)), middles: Math.abs(ends[0]! + ends[1]!) / 2 };
}

/** Whether an anchor on a word leads back to its marks. */
function isFoundAgain(pageText: PageText, run: number, glyph: number, length: number, own: Rect): boolean {
  if (run < 0) return false;
  const offset = glyph - pageText.runs[run]!.start;
  const anchor = anchorOf(pageText, 0, { run, offset }, { run, offset: offset + length });
  const [located] = locateAnchors(pageText, [anchor]);
  const found = located!.rects.reduce(unite);
  return located!.state === 'exact' && Math.abs(found.x - own.x) < 2 && Math.abs(found.y - own.y) < 2;
}

/**
 * How much of a page two programs read in the same order: of the words that both have once, the share in the longest row that
 * stands in both in one order. Of words that come again nobody could say which is which.
 *
 * @returns 0 to 1; null where they share too few words to tell
 */
export function sharedOrder(own: readonly string[], others: readonly string[]): number | null {
  const placesThere = placesOfSingles(others);
  const row = [...placesOfSingles(own)]
    .toSorted(([, one], [, other]) => one - other)
    .flatMap(([word]) => placesThere.get(word) ?? []);
  return row.length < leastWords ? null : longestRise(row) / row.length;
}

const leastWords = 8;

/** Words that occur once, with their place. */
function placesOfSingles(words: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const again = new Set<string>();
  for (const [at, word] of words.entries()) {
    if (places.has(word)) again.add(word);
    places.set(word, at);
  }
  for (const word of again) places.delete(word);
  return places;
}

/** The length of the longest rising row among numbers, others between them left out. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number);
    ends[at < 0 ? ends.length : at] = number;
  }
  return ends.length;
}

/** Words of a page in the order its text layer has them. */
export function wordsInOrder({ runs }: PageText): string[] {
  return runs
    .map(({ text, isLineEnd }) => (isLineEnd ? `${text}\n` : text))
    .join('')
    .split(/\s+/)
    .filter(Boolean);
}
