import type { FindHit, Rect } from '../../../../../shared/contract/reader.ts';
import type { WantedWords } from '../../../../../shared/domain/search/find-words.ts';
import { foldText } from '../../../../../shared/domain/search/fold-text.ts';
import { unite } from '../../../../../shared/domain/rect.ts';
import { lineHyphen } from './glyphs.ts';
import type { PageText } from './page-text.ts';

/** A page's text as it is searched: folded, with the character each folded letter came from. */
export interface SearchText {
  readonly text: string;
  /** Index into the page's characters for every code unit of `text`. */
  readonly sources: Uint32Array;
}

const snippetReach = 60;
/** Hyphens, with the end of the line some of them stand at. */
const hyphenation = /-\s*/g;

/** Put before superscript digits on a page: they may be part of the word before them, or a footnote to it. */
const beforeRaised = '\u0003';
/** What may stand between two letters of one word. */
const within = `(?:${lineHyphen}\\s*|${beforeRaised})?`;

/**
 * Folds a page's text for searching as the index folds it, with one kind of hyphen and in lower case. The hyphen that only ends
 * a line stays marked, so that a search may pass over it or ask for it.
 */
export function foldPage({ glyphs }: Pick<PageText, 'glyphs'>): SearchText {
  let text = '';
  const sources: number[] = [];
  for (let index = 0; index < glyphs.length; index++) {
    const first = index;
    let piece = glyphs[index]!.text;
    // Marks may be glyphs of their own, and fold with their letter.
    while (goesOn.test(glyphs[index + 1]?.text ?? '')) piece += glyphs[++index]!.text;
    const folded = `${raised.test(piece) ? beforeRaised : ''}${fold(piece)}`;
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) sources.push(first);
  }
  return { text, sources: Uint32Array.from(sources) };
}

/**
 * The pattern that finds what the user typed: words may be separated by any white space or line end, and a word may run over a
 * line's end by a hyphen.
 *
 * @returns null when the query holds nothing to look for
 * @example findPattern('Discovery plan') // also finds "dis-⏎covery  PLAN"
 */
export function findPattern(query: string): RegExp | null {
  const words = fold(query).trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = words.map((word) => Array.from(word, patternOf).join(within));
  return new RegExp(pattern.join('[\\s]+'), 'gu');
}

/** What a page is looked through for. */
export interface Sought {
  readonly pattern: RegExp;
  /** A quick look at a page's plain text: whether it may hold any of it. */
  readonly mayBeIn: (text: string) => boolean;
  /** The same in words, for what has no glyphs. */
  readonly words: WantedWords;
}

/**
 * What to look for: the query as it is typed, or, where `marks` are given, any of these words and phrases as whole words.
 *
 * @returns null when there is nothing to look for
 * @example soughtOf({ query: '', marks: ['suspended', 'without notice'] })
 */
export function soughtOf({
  query,
  marks,
}: {
  readonly query: string;
  readonly marks: readonly string[];
}): Sought | null {
  const isWhole = marks.length > 0;
  const any = isWhole ? marks : [query];
  const pattern = isWhole ? markPattern(marks) : findPattern(query);
  const mayBeIn = (text: string) => any.some((words) => mayHold(text, words));
  return pattern && { pattern, mayBeIn, words: { any, isWhole } };
}

/** Any of some words and phrases, each as whole words; what stands between the words of a phrase is no letter. */
function markPattern(marks: readonly string[]): RegExp | null {
  const ways = marks
    .map((mark) => fold(mark).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [])
    .filter((words) => words.length > 0)
    // The longest first: "stay put" before "stay".
    .toSorted((a, b) => b.join(' ').length - a.join(' ').length)
    .map((words) =>
      words
        .map((word) => Array.from(word).join(`(?:[-${lineHyphen}]\\s*|${beforeRaised})?`))
        .join('[^\\p{L}\\p{N}]{1,12}'),
    );
  if (ways.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

function patternOf(letter: string): string {
  if (letter === '-') return `(?:-|${lineHyphen}\\s*)`;
  return /[\p{L}\p{N}]/u.test(letter) ? letter : letter.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * Whether a page's plain text has every word looked for, wherever it stands: a quick look before the page's glyphs are read.
 * Never says no to a page that holds the words in order.
 *
 * @param text as PDFium gives it, with a hyphen at a line's end written out
 */
export function mayHold(text: string, query: string): boolean {
  const folded = fold(text).replaceAll(hyphenation, '');
  return fold(query)
    .split(/[\s-]+/)
    .every((word) => folded.includes(word));
}

/** Where a page has what is looked for: places in the folded text. */
export function findInText(
  { text }: Pick<SearchText, 'text'>,
  pattern: RegExp,
  limit: number,
): [number, number][] {
  const places = Array.from(text.matchAll(pattern), ({ 0: found, index }): [number, number] => [
    index,
    index + found.length,
  ]);
  return places.slice(0, limit);
}

/**
 * What is found on a page, each place with its rectangles and the words around it.
 *
 * @param page from 0
 */
export function findOnPage(
  page: number,
  pageText: PageText,
  pattern: RegExp,
  limit: number,
  search = foldPage(pageText),
): FindHit[] {
  return findInText(search, pattern, limit).map(([from, to]) => {
    const first = search.sources[from] ?? 0;
    const end = (search.sources[to - 1] ?? first) + 1;
    return { page, rects: rectsOf(pageText, first, end), snippet: snippetOf(pageText, first, end) };
  });
}

/** A rectangle for each run that glyphs `[first, end)` stand in. */
export function rectsOf({ glyphs, runs }: PageText, first: number, end: number): Rect[] {
  const rects: Rect[] = [];
  for (const run of runs) {
    const boxes = glyphs
      .slice(Math.max(first, run.start), Math.max(Math.min(end, run.end), 0))
      .flatMap(({ rect }) => (rect ? [rect] : []));
    if (boxes.length > 0) rects.push(boxes.reduce(unite));
  }
  return rects;
}

function snippetOf({ glyphs }: PageText, first: number, end: number): string {
  const from = Math.max(0, first - snippetReach);
  const to = Math.min(glyphs.length, end + snippetReach);
  const text = glyphs
    .slice(from, to)
    .map((glyph) => (glyph.text === lineHyphen ? '' : glyph.text))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${text}${to < glyphs.length ? '…' : ''}`;
}

const dashes = /[‒–—−]/g;
const goesOn = /^[\p{M}\u1160-\u11ff\uff9e\uff9f]/u;
const raised = /^[\u00b2\u00b3\u00b9\u2070-\u207f]/;

function fold(text: string): string {
  // Most letters are plain, and a page has thousands.
  if (text.length === 1 && text < '\u0080') return text.toLowerCase();
  return foldText(text, 'other').replaceAll(dashes, '-').toLowerCase();
}
