import { formatBates, parseBates } from '../exhibits/bates.ts';

/**
 * The number of each page of a document that was produced as a range. Where the range has another count than the document has pages, only
 * the first and the last page are sure.
 *
 * @param pages null where they cannot be counted, as of a spreadsheet
 * @returns pages from 1, in order
 * @example numbersOfPages('AMZ000123', 'AMZ000124', 2) // [{ page: 1, label: 'AMZ000123' }, { page: 2, label: 'AMZ000124' }]
 */
export function numbersOfPages(
  first: string,
  last: string,
  pages: number | null,
): { readonly page: number; readonly label: string }[] {
  const from = parseBates(first);
  const to = from && parseBates(last, from.prefix);
  const count = from && to && to.suffix === from.suffix ? to.number - from.number + 1 : 0;
  if (from && count === pages)
    return Array.from({ length: count }, (_, at) => ({
      page: at + 1,
      label: formatBates(from, from.number + at),
    }));
  const ends = [{ page: 1, label: first }];
  return last !== first && (pages ?? 0) > 1 ? [...ends, { page: pages!, label: last }] : ends;
}
