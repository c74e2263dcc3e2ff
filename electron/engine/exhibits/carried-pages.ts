import { selectPages, type PageRangeProblem } from '../../../shared/domain/page-ranges.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitRow } from './exhibit-repository.ts';
import { isUnderSeal } from './under-seal.ts';

/** Which pages of its item an exhibit carries, whatever stands for them in the binder. */
export interface CarriedPages {
  /** From 1, in the order they are carried; null where the item's pages are not known. */
  readonly pages: readonly number[] | null;
  /** Why there are none: a page that the item does not have, or a range that runs backwards. */
  readonly problem: PageRangeProblem | null;
}

/**
 * The pages an exhibit carries of its item: those of its ranges, or all.
 *
 * @param itemPages pages the item really has; null where nobody has counted them
 */
export function carriedPages(
  { pageRanges, original }: Pick<ExhibitRow, 'pageRanges' | 'original'>,
  itemPages: number | null = original?.itemPages ?? null,
): CarriedPages {
  if (itemPages === null) return { pages: null, problem: null };
  const selected = selectPages(pageRanges, itemPages);
  return 'pages' in selected
    ? { pages: selected.pages, problem: null }
    : { pages: null, problem: selected.problem };
}

/**
 * Whether pages of an exhibit's item are carried at all: into the binder, or, of one filed under seal, into a file of its own. Of
 * one withheld or produced in native form only a page that stands for it is.
 */
export function hasCarriedPages(exhibit: Pick<ExhibitRow, 'treatment'>): boolean {
  return exhibit.treatment === 'pages' || isUnderSeal(exhibit);
}

/**
 * Pages an exhibit brings into the binder, its slip sheet not counted: 1 for one that a page stands for, 0 for a reserved or
 * withdrawn label.
 *
 * @returns null when they are not known
 */
export function binderPages(exhibit: ExhibitRow): number | null {
  if (exhibit.status !== 'active') return 0;
  if (exhibit.treatment !== 'pages') return 1;
  return carriedPages(exhibit).pages?.length ?? null;
}

/**
 * That ranges of an exhibit name a page its item does not have, or run backwards.
 *
 * @param itemPages as for `carriedPages`
 */
export function pagesInvalid(
  { label, original }: Pick<ExhibitRow, 'label' | 'original'>,
  { kind, page, range }: PageRangeProblem,
  itemPages: number | null = original?.itemPages ?? null,
): AppError {
  return kind === 'missing'
    ? new AppError('EXHIBIT_PAGES_INVALID', { label, page, last: itemPages })
    : new AppError('EXHIBIT_PAGES_INVALID', { label, range });
}

/**
 * Refuses ranges that an exhibit cannot have; of an item whose pages nobody has counted only those that run backwards.
 *
 * @param itemPages as for `carriedPages`
 * @throws AppError EXHIBIT_PAGES_INVALID
 */
export function assertPageRanges(
  exhibit: Pick<ExhibitRow, 'label' | 'pageRanges' | 'original'>,
  itemPages: number | null = exhibit.original?.itemPages ?? null,
): void {
  // All pages, however many there are.
  if (exhibit.pageRanges === '') return;
  const selected = selectPages(exhibit.pageRanges, itemPages ?? Number.MAX_SAFE_INTEGER);
  if ('problem' in selected) throw pagesInvalid(exhibit, selected.problem, itemPages);
}
