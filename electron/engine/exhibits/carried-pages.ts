import { selectPages } from '../../../shared/domain/page-ranges.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { NumberedItem } from './bates-ledger.ts';
import type { ExhibitRow } from './exhibit-repository.ts';

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
 * What of an exhibit bears numbers: the page that stands for it, the pages it carries, or both where they are filed under seal
 * apart. Reserved and withdrawn ones bear none.
 *
 * @param itemPages as for `carriedPages`
 * @example planNumbers(session, set.bates, exhibits.map((exhibit, at) => numberedItem(exhibit, measured[at].pages)))
 */
export function numberedItem(exhibit: ExhibitRow, itemPages?: number | null): NumberedItem {
  const { id: exhibitId, original, status, treatment } = exhibit;
  if (status !== 'active' || !original) return { exhibitId, evidenceId: null, standIn: null, pages: [] };
  const hasPages = treatment === 'pages' || treatment === 'sealed';
  return {
    exhibitId,
    evidenceId: original.evidenceId,
    standIn: treatment === 'pages' ? null : treatment === 'native' ? 'item' : 'exhibit',
    pages: hasPages ? (carriedPages(exhibit, itemPages).pages ?? []) : [],
  };
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
