import { AppError } from '../../../shared/errors/app-error.ts';

/**
 * Pages asked for as people write them.
 *
 * @param ranges such as `1-3,7` or `5-` (to the end); undefined for all
 * @param pageCount pages there are
 * @returns page numbers from 1, in the order asked for, each once
 * @throws AppError PDF_PAGE_NOT_FOUND for a page there is not, INVALID_INPUT for a range that runs backwards
 * @example parsePageRanges('3,1-2', 5) // [3, 1, 2]
 */
export function parsePageRanges(ranges: string | undefined, pageCount: number): number[] {
  const pages = new Set<number>();
  for (const range of (ranges ?? '1-').split(',')) {
    const [from, to] = range.split('-');
    const first = Number(from);
    const last = to === undefined ? first : to === '' ? pageCount : Number(to);
    for (const page of [first, last]) {
      if (!Number.isInteger(page) || page < 1 || page > pageCount)
        throw new AppError('PDF_PAGE_NOT_FOUND', { page });
    }
    if (last < first)
      throw new AppError('INVALID_INPUT', {
        summary: `the pages ${range} run backwards; write ${last}-${first}`,
      });
    for (let page = first; page <= last; page++) pages.add(page);
  }
  return [...pages];
}
