import type { ResultOf } from '../../../shared/contract/define.ts';
import type { exhibitsContract } from '../../../shared/contract/exhibits.ts';
import { formatBates } from '../../../shared/domain/exhibits/bates.ts';
import { pageCite } from '../../../shared/domain/page-cite.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ExhibitSetId } from '../../../shared/model/common.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { carriedPages } from './carried-pages.ts';
import { listExhibits, type ExhibitRow } from './exhibit-repository.ts';
import { listSets, showsPlaces, type SetRow } from './set-repository.ts';

/** How a page is cited, by one set or by the number printed on it. */
export type PageCite = ResultOf<typeof exhibitsContract, 'exhibits.pageCites'>[number];

/** A page of an item. */
export interface PagePlace {
  readonly evidenceId: string;
  /** From 1. */
  readonly page: number;
}

/**
 * How a page of an item is cited: once for each set that carries the item, with the number a build gave the page. A number that
 * is only planned may still change, so none is cited. Where no set has the item, the number that is printed on the page stands.
 *
 * A page of an excerpt is cited as the page of its item that it is, which its slip sheet names (“pp. 3–7 of 40”), except where pages
 * show their place in the exhibit: the check of a brief reads both so (`toCitable`).
 *
 * @param page of the item, from 1
 * @throws AppError NOT_FOUND
 */
export function pageCites(session: MatterSession, evidenceId: string, page: number): readonly PageCite[] {
  const item = session.get(sql.selectFrom('evidence_item').select('id').where('id', '=', evidenceId));
  if (!item) throw new AppError('NOT_FOUND', { what: 'evidence' });
  return citePages(session, [{ evidenceId, page }])(evidenceId, page);
}

/**
 * How each of many pages is cited, as `pageCites` does for one. A fixed number of queries and those of the sets that carry any of
 * the items, however many pages.
 *
 * @returns how one of the pages is cited; nothing for pages that were not asked for
 * @example const cites = citePages(session, places); places.map(({ evidenceId, page }) => cites(evidenceId, page));
 */
export function citePages(
  session: MatterSession,
  places: readonly PagePlace[],
): (evidenceId: string, page: number) => readonly PageCite[] {
  const asked = JSON.stringify([...new Set(places.map(({ evidenceId, page }) => `${page} ${evidenceId}`))]);
  const numbers = numbersOf(session, asked);
  const printed = printedOn(session, asked);
  const carriers = carriersOf(session, places);
  return (evidenceId, page) => {
    const key = `${page} ${evidenceId}`;
    const own = numbers.get(key) ?? [];
    const cites = (carriers.get(evidenceId) ?? []).map(({ set, exhibit, pages }): PageCite => {
      const at = pages.get(page);
      const bates = own.find(({ prefix }) => prefix === set.bates?.prefix)?.label ?? null;
      const place = { label: exhibit.label, page: at ?? null, bates: at === undefined ? null : bates };
      const declarant = set.purpose === 'declaration' ? set.declarant : '';
      return {
        setId: set.id as ExhibitSetId,
        setName: set.name,
        ...place,
        cite: pageCite({ ...place, declarant }),
      };
    });
    if (cites.length > 0) return cites;
    const bates = printed.get(key) ?? own[0]?.label;
    return bates === undefined
      ? []
      : [{ setId: null, setName: '', label: '', page: null, bates, cite: bates }];
  };
}

/** An exhibit that carries an item, with how a pin names each page that it carries, from 1. */
interface Carrier {
  readonly set: SetRow;
  readonly exhibit: ExhibitRow;
  readonly pages: ReadonlyMap<number, number>;
}

/** Exhibits by the item they carry, in the order of their sets. */
function carriersOf(session: MatterSession, places: readonly PagePlace[]): Map<string, Carrier[]> {
  const items = new Set(places.map(({ evidenceId }) => evidenceId));
  const setIds = new Set(
    session
      .prepare('SELECT DISTINCT set_id FROM exhibit WHERE evidence_id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify([...items])),
  );
  const carriers: (Carrier & { readonly evidenceId: string })[] = [];
  for (const set of listSets(session).filter(({ id }) => setIds.has(id)))
    for (const exhibit of listExhibits(session, set.id)) {
      const evidenceId = exhibit.original?.evidenceId;
      if (exhibit.status !== 'active' || evidenceId === undefined || !items.has(evidenceId)) continue;
      const pinOf = (page: number, at: number) => (showsPlaces(set) ? at + 1 : page);
      const pages = new Map((carriedPages(exhibit).pages ?? []).map((page, at) => [page, pinOf(page, at)]));
      carriers.push({ evidenceId, set, exhibit, pages });
    }
  return Map.groupBy(carriers, ({ evidenceId }) => evidenceId);
}

/** The numbers pages got, in the order of their prefixes. @param asked JSON array of "page item" */
function numbersOf(session: MatterSession, asked: string): Map<string, { prefix: string; label: string }[]> {
  const rows = session
    .prepare(
      `SELECT place, n.prefix, n.number, n.digits, n.suffix FROM (${askedPlaces})
         JOIN bates_number n ON n.evidence_id = item AND n.page = asked_page
         WHERE n.exhibit_id IS NULL AND n.state <> 'void' ORDER BY n.prefix, n.number`,
    )
    .all(asked) as { place: string; prefix: string; number: number; digits: number; suffix: string }[];
  return Map.groupBy(
    rows.map((row) => ({ place: row.place, prefix: row.prefix, label: formatBates(row, row.number) })),
    ({ place }) => place,
  );
}

/** The numbers that were read on pages. @param asked JSON array of "page item" */
function printedOn(session: MatterSession, asked: string): Map<string, string> {
  const rows = session
    .prepare(
      `SELECT place, b.label FROM (${askedPlaces}) JOIN evidence_item i ON i.id = item
         JOIN bates_seen b ON b.content_id = i.content_id AND b.page = asked_page`,
    )
    .raw()
    .all(asked) as [string, string][];
  return new Map(rows);
}

/** "page item" of a JSON array, taken apart. */
const askedPlaces = `SELECT value AS place, CAST(substr(value, 1, instr(value, ' ') - 1) AS INTEGER) AS asked_page,
    substr(value, instr(value, ' ') + 1) AS item FROM json_each(?)`;
