import type { MatterSession } from '../store/session.ts';
import { planNumbers, type ExhibitNumbers, type NumberedItem } from './bates-ledger.ts';
import { carriedPages, hasCarriedPages } from './carried-pages.ts';
import type { ExhibitRow } from './exhibit-repository.ts';
import type { SetRow } from './set-repository.ts';

/**
 * What of an exhibit has numbers: the page that stands for it, the pages it carries, or both where they are filed under seal
 * apart. Reserved and withdrawn ones have none.
 *
 * @param itemPages as for `carriedPages`
 * @example planNumbers(session, set.bates, exhibits.map((exhibit, at) => numberedItem(exhibit, measured[at].pages)))
 */
export function numberedItem(exhibit: ExhibitRow, itemPages?: number | null): NumberedItem {
  const { id: exhibitId, original, status, treatment } = exhibit;
  if (status !== 'active' || !original) return { exhibitId, evidenceId: null, standIn: null, pages: [] };
  return {
    exhibitId,
    evidenceId: original.evidenceId,
    standIn: treatment === 'pages' ? null : treatment === 'native' ? 'item' : 'exhibit',
    pages: hasCarriedPages(exhibit) ? (carriedPages(exhibit, itemPages).pages ?? []) : [],
  };
}

/**
 * The numbers of a set's exhibits, one for each in order; null where the set has none.
 *
 * @param built what a build found behind them, where it is about that build; else the pages that intake counted are taken
 */
export function planSetNumbers(
  session: MatterSession,
  { bates }: SetRow,
  exhibits: readonly ExhibitRow[],
  built?: ReadonlyMap<string, { readonly itemPages: number | null }>,
): ExhibitNumbers[] | null {
  const items = exhibits.map((exhibit) => numberedItem(exhibit, built?.get(exhibit.id)?.itemPages));
  return bates && planNumbers(session, bates, items);
}
