import { selectPages } from '../../../shared/domain/page-ranges.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

/**
 * Pages of a PDF asked for as people write them.
 *
 * @param ranges such as `1-3,7` or `5-` (to the end); undefined for all
 * @param pageCount pages there are
 * @returns page numbers from 1, in the order asked for, each once
 * @throws AppError PDF_PAGE_NOT_FOUND for a page there is not, INVALID_INPUT for a range that runs backwards
 * @example parsePageRanges('3,1-2', 5) // [3, 1, 2]
 */
export function parsePageRanges(ranges: string | undefined, pageCount: number): number[] {
  const selected = selectPages(ranges ?? '', pageCount);
  if ('pages' in selected) return selected.pages;
  const { kind, page, range } = selected.problem;
  if (kind === 'missing') throw new AppError('PDF_PAGE_NOT_FOUND', { page });
  throw new AppError('INVALID_INPUT', {
    summary: `the pages ${range} run backwards; write ${range.split('-').toReversed().join('-')}`,
  });
}
