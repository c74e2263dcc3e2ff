import { formatBates, parseBates } from '../exhibits/bates.ts';

/** The numbers of some pages of a document. */
export interface PageNumbers {
  /** Pages from 1, in order. */
  readonly numbers: readonly { readonly page: number; readonly label: string }[];
  /** Whether the range has a number for each page: else the document has other pages too, such as a slip sheet. */
  readonly isSure: boolean;
}

/**
 * The number of each page of a document that was produced as a range. Where the range has another count than the document has pages, the
 * first and the last page are taken to have its ends.
 *
 * @param pages null where they cannot be counted, as of a spreadsheet
 * @param keys of the page images it was made of, perhaps with names of other things: they say which pages there are where some were missing
 * @example numbersOfPages('AMZ000123', 'AMZ000124', 2).numbers // [{ page: 1, label: 'AMZ000123' }, { page: 2, label: 'AMZ000124' }]
 */
export function numbersOfPages(
  first: string,
  last: string,
  pages: number | null,
  keys: readonly string[] = [],
): PageNumbers {
  const from = parseBates(first);
  const to = from && parseBates(last, from.prefix);
  const count = from && to && to.suffix === from.suffix ? to.number - from.number + 1 : 0;
  if (from && count === pages) {
    const label = (at: number) => formatBates(from, from.number + at);
    const numbers = Array.from({ length: count }, (_, at) => ({ page: at + 1, label: label(at) }));
    return { numbers, isSure: true };
  }
  const isWithin = (key: string) => {
    const its = parseBates(key);
    if (!from || !its || its.prefix !== from.prefix || its.suffix !== from.suffix) return false;
    return its.number >= from.number && its.number < from.number + count;
  };
  const own = keys.filter(isWithin);
  if (own.length > 0 && own.length === pages)
    return { numbers: own.map((label, at) => ({ page: at + 1, label })), isSure: true };
  const ends = [{ page: 1, label: first }];
  if (last !== first && (pages ?? 0) > 1) ends.push({ page: pages!, label: last });
  return { numbers: ends, isSure: false };
}
