import type { Exhibit } from '../../../../shared/model/exhibits.ts';

/** A page of the binder as it is turned to: an exhibit and its page from 1, 0 for its slip sheet. */
export interface PreviewPlace {
  readonly exhibitId: Exhibit['id'];
  readonly page: number;
}

/** Where one can turn to; null where there is nothing. */
export type PreviewSteps = Readonly<
  Record<'nextPage' | 'previousPage' | 'nextExhibit' | 'previousExhibit', PreviewPlace | null>
>;

type Turned = Pick<Exhibit, 'id' | 'status' | 'pages'>;

/** The pages that an exhibit brings into the binder, slip sheet first; none for what is reserved or withdrawn. */
export function pagesOf({ status, pages }: Turned, hasSlipSheets: boolean): readonly number[] {
  if (status !== 'active') return [];
  // What cannot be counted is still shown: its page says what is wrong with it.
  const own = Array.from({ length: Math.max(1, pages ?? 1) }, (_, at) => at + 1);
  return hasSlipSheets ? [0, ...own] : own;
}

/**
 * The page before or after, on into the exhibits beside it, as one turns a binder.
 *
 * @returns null at either end
 * @example stepPage([a, b], { exhibitId: a.id, page: 4 }, 1, true) // { exhibitId: b.id, page: 0 }
 */
export function stepPage(
  exhibits: readonly Turned[],
  place: PreviewPlace,
  by: 1 | -1,
  hasSlipSheets: boolean,
): PreviewPlace | null {
  const at = exhibits.findIndex(({ id }) => id === place.exhibitId);
  const exhibit = exhibits[at];
  if (!exhibit) return null;
  const pages = pagesOf(exhibit, hasSlipSheets);
  const next = pages[pages.indexOf(place.page) + by];
  if (pages.includes(place.page) && next !== undefined) return { exhibitId: exhibit.id, page: next };
  return stepExhibit(exhibits, place.exhibitId, by, hasSlipSheets, by < 0);
}

/**
 * The exhibit before or after that has pages.
 *
 * @param isAtEnd begins with its last page instead of its first
 */
export function stepExhibit(
  exhibits: readonly Turned[],
  exhibitId: string,
  by: 1 | -1,
  hasSlipSheets: boolean,
  isAtEnd = false,
): PreviewPlace | null {
  const at = exhibits.findIndex(({ id }) => id === exhibitId);
  for (let next = at + by; at >= 0 && next >= 0 && next < exhibits.length; next += by) {
    const exhibit = exhibits[next]!;
    const pages = pagesOf(exhibit, hasSlipSheets);
    const page = isAtEnd ? pages.at(-1) : pages[0];
    if (page !== undefined) return { exhibitId: exhibit.id, page };
  }
  return null;
}

/** Where one can turn to from a page of an exhibit. */
export function stepsFrom(
  exhibits: readonly Turned[],
  exhibitId: Exhibit['id'],
  page: number,
  hasSlipSheets: boolean,
): PreviewSteps {
  const turn = (by: 1 | -1) => stepPage(exhibits, { exhibitId, page }, by, hasSlipSheets);
  const skip = (by: 1 | -1) => stepExhibit(exhibits, exhibitId, by, hasSlipSheets);
  return { nextPage: turn(1), previousPage: turn(-1), nextExhibit: skip(1), previousExhibit: skip(-1) };
}

/** The page that is shown of an exhibit: the one asked for if it has it, else its first; null where it has none. */
export function pageShown(exhibit: Turned, page: number, hasSlipSheets: boolean): number | null {
  const pages = pagesOf(exhibit, hasSlipSheets);
  return pages.includes(page) ? page : (pages[0] ?? null);
}
