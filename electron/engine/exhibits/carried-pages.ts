import { selectPages } from '../../../shared/domain/page-ranges.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitRow } from './exhibit-repository.ts';
import { isUnderSeal } from './under-seal.ts';

/** Which pages of its item an exhibit carries, whatever stands for them in the binder. */
export interface CarriedPages {
  /** From 1, in the order they are carried; null where the item's pages are not known. */
  readonly pages: readonly number[] | null;
  /** A page that is asked for and that the item does not have. */
  readonly missing: number | null;
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
  if (itemPages === null) return { pages: null, missing: null };
  const selected = selectPages(pageRanges, itemPages);
  return 'pages' in selected
    ? { pages: selected.pages, missing: null }
    : { pages: null, missing: selected.problem.page };
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
export function binderPages(exhibit: ExhibitRow, itemPages?: number | null): number | null {
  if (exhibit.status !== 'active') return 0;
  if (exhibit.treatment !== 'pages') return 1;
  return carriedPages(exhibit, itemPages).pages?.length ?? null;
}

/** That an exhibit asks for a page its item does not have. @param itemPages as for `carriedPages` */
export function pagesInvalid(
  { label, original }: Pick<ExhibitRow, 'label' | 'original'>,
  page: number,
  itemPages: number | null = original?.itemPages ?? null,
): AppError {
  return new AppError('EXHIBIT_PAGES_INVALID', { label, page, last: itemPages });
}
