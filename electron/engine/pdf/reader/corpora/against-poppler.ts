import type { Rect } from '../../../../../shared/contract/reader.ts';
import { anchorOf } from '../anchors/anchor-of.ts';
import { locateAnchors } from '../anchors/locate-anchors.ts';
import { describeHit, findInText, findPattern, foldPage } from '../find.ts';
import { unite } from '../geometry.ts';
import type { PageText } from '../page-text.ts';

/** A word as another program reads it. */
export interface OtherWord {
  readonly text: string;
  readonly rect: Rect;
}

/** How far one word's marks lie from where the other program has the word, in points. */
export interface Distance {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the middles of their heights: how much of a font's room above and below a line is the line's differs between programs. */
  readonly middle: number;
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
      const places = findInText(search, findPattern(text)!, 2);
      if (places.length !== 1) return [];
      const { rects } = describeHit(0, pageText, search, places[0]!);
      if (rects.length === 0) return [];
      const own = rects.reduce(unite);
      return {
        text,
        left: Math.abs(own.x - rect.x),
        right: Math.abs(own.x + own.width - rect.x - rect.width),
        middle: Math.abs(own.y + own.height / 2 - rect.y - rect.height / 2),
        isAnchored: isFoundAgain(pageText, search.sources[places[0]![0]]!, text.length, own),
      };
    });
}

/** Whether an anchor on a word leads back to its marks. */
function isFoundAgain(pageText: PageText, glyph: number, length: number, own: Rect): boolean {
  const run = pageText.runs.findIndex(({ start, end }) => start <= glyph && glyph < end);
  if (run < 0) return false;
  const offset = glyph - pageText.runs[run]!.start;
  const anchor = anchorOf(pageText, 0, { run, offset }, { run, offset: offset + length });
  const [located] = locateAnchors(pageText, [anchor]);
  const found = located!.rects.reduce(unite);
  return located!.state === 'exact' && Math.abs(found.x - own.x) < 2 && Math.abs(found.y - own.y) < 2;
}

/**
 * How much of a page's words two programs read in the same order: the length of their longest common run-through against the
 * words that both have.
 *
 * @returns 0 to 1; 1 for a page on which they share no word
 */
export function sharedOrder(own: readonly string[], others: readonly string[]): number {
  const places = new Map<string, number[]>();
  for (const [at, word] of others.entries()) places.set(word, [...(places.get(word) ?? []), at]);
  // The nth of a word here is the nth of it there; the longest rising row of places is what both read in one order.
  const seen = new Map<string, number>();
  const rows: number[] = [];
  let common = 0;
  for (const word of own) {
    const nth = seen.get(word) ?? 0;
    const at = places.get(word)?.[nth];
    if (at === undefined) continue;
    seen.set(word, nth + 1);
    common += 1;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]! < at) low = middle + 1;
      else high = middle;
    }
    rows[low] = at;
  }
  return common === 0 ? 1 : rows.length / common;
}

/** Words of a page in the order its text layer has them. */
export function wordsInOrder({ runs }: PageText): string[] {
  return runs
    .map(({ text, isLineEnd }) => (isLineEnd ? `${text}\n` : text))
    .join('')
    .split(/\s+/)
    .filter(Boolean);
}
