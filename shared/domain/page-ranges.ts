import { formatNumber } from './amounts.ts';
import { compressRanges } from './exhibits/bates.ts';
/** Pages as people write them: `3-7, 12`. */

/** Why pages cannot be chosen: a page that is not there, or a range that runs backwards. */
export interface PageRangeProblem {
  readonly kind: 'missing' | 'backwards';
  /** The page that is not there, or the first of the range. */
  readonly page: number;
  /** The range as it was written. */
  readonly range: string;
}

/** Pages of a PDF as the command line and the contract take them: `1-3,7`, `5-`. */
export const pagesPattern = /^\d+(-\d*)?(,\d+(-\d*)?)*$/;
/** The error for page ranges in any other form. */
export const pagesFault = 'write pages as 1-3,7';

/** Pages of an item as they are kept with an exhibit: `3-7, 12`, nothing for all of them. */
export const plainRangesPattern = /^(\d{1,6}(\s*-\s*\d{1,6})?(\s*,\s*\d{1,6}(\s*-\s*\d{1,6})?)*)?$/;

/** Runs of pages that a sentence names, where nothing else is asked for. */
const mostNamed = 8;

/** Characters of ranges that are looked at; longer ones are not shortened, so they are refused as they are. */
const maxWritten = 1_000;

const rangePattern = /^\s*(\d{1,15})\s*(?:([-\u2010-\u2015])\s*(\d{1,15})?\s*)?$/;

/**
 * The pages asked for, each once, in the order asked for.
 *
 * @param ranges such as `1-3, 7` or `5-` (to the end); empty for all
 * @param pageCount pages there are
 * @example selectPages('3, 1-2', 5) // { pages: [3, 1, 2] }
 */
export function selectPages(
  ranges: string,
  pageCount: number,
): { readonly pages: number[] } | { readonly problem: PageRangeProblem } {
  const pages = new Set<number>();
  for (const range of ranges.trim() === '' ? ['1-'] : ranges.split(',')) {
    if (ranges.trim() === '' && pageCount === 0) break;
    const match = rangePattern.exec(range);
    const first = match ? Number(match[1]) : 0;
    const last = match?.[2] === undefined ? first : match[3] === undefined ? pageCount : Number(match[3]);
    for (const page of [first, last])
      if (page < 1 || page > pageCount) return { problem: { kind: 'missing', page, range: range.trim() } };
    if (last < first) return { problem: { kind: 'backwards', page: first, range: range.trim() } };
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return { pages: [...pages] };
}

/**
 * Pages as they are kept, from what a slip sheet states or people write: `pp. 3–7, 9` and `3 to 7 and 9` are `3-7, 9`.
 *
 * @returns what it does not understand unchanged
 * @example plainPageRanges('pp. 3–7, 9') // '3-7, 9'
 */
export function plainPageRanges(written: string): string {
  if (written.length > maxWritten) return written;
  return written
    .trim()
    .replace(/^(?:pages?|pp?\.?) ?(?=\d)/i, '')
    .replaceAll(/ ?[\u2010-\u2015\u2212] ?| (?:to|through|thru) /g, '-')
    .replaceAll(/ ?(?:;|,? (?:and|&)) (?=\d)/g, ', ');
}

/** Whether a text names pages, such as `3-7, 12` or `pp. 3–7`; nothing is all of them. */
export function isPageRanges(written: string): boolean {
  return plainRangesPattern.test(plainPageRanges(written));
}

/**
 * Ranges as a slip sheet states them: the pages that are carried, in their order, each once as `selectPages` has it.
 *
 * @param ranges as kept, such as `3-7,12`; empty for all
 * @returns `pp. 3–7, 12`, `p. 3`, or nothing for all
 * @example describePageRanges('3-7,5,12') // 'pp. 3–7, 12'
 */
export function describePageRanges(ranges: string): string {
  const stated = new Set<number>();
  const runs: { first: number; last: number }[] = [];
  for (const range of ranges.split(',').filter((part) => part.trim() !== '')) {
    const [first, last = first] = range.split(/[-\u2010-\u2015]/).map(Number);
    for (let page = first!; page <= last!; page += 1) {
      if (stated.has(page)) continue;
      stated.add(page);
      const open = runs.at(-1);
      if (open?.last === page - 1) open.last = page;
      else runs.push({ first: page, last: page });
    }
  }
  if (runs.length === 0) return '';
  const written = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return `${stated.size === 1 ? 'p.' : 'pp.'} ${written.join(', ')}`;
}

/**
 * Pages in a sentence, in runs.
 *
 * @param pages ascending
 * @param most runs to name at most
 * @example pagesInWords([2, 3, 4, 7]) // 'pages 2–4, 7'
 */
export function pagesInWords(pages: readonly number[], most = mostNamed): string {
  const runs = compressRanges(pages);
  const named = runs
    .slice(0, most)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  const left = runs.slice(most).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return `${pages.length === 1 ? 'page' : 'pages'} ${named.join(', ')}${left > 0 ? ` and ${formatNumber(left)} more` : ''}`;
}
