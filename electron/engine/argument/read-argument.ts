import { compareFactDates } from '../../../shared/domain/argument/fact-date.ts';
import { compare } from '../../../shared/domain/compare.ts';
import { pinCiteText } from '../../../shared/domain/argument/pin-cite.ts';
import { hasPages } from '../../../shared/domain/evidence/kind-groups.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import type { Argument, Bearing, Element, Fact, FactDate, PinCite } from '../../../shared/model/argument.ts';
import type { EvidenceId, Person } from '../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { citePages } from '../exhibits/index.ts';
import type { ArgumentTables } from '../store/argument-tables.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

type StoredCite = ArgumentTables['pin_cite'];

/**
 * What must be shown, and the facts as a chronology. A fixed number of queries, however many there are.
 *
 * @param evidenceId only facts that this item shows; all where it is left out
 */
export function readArgument(session: MatterSession, evidenceId?: EvidenceId): Argument {
  const ids =
    evidenceId === undefined
      ? null
      : (session
          .prepare('SELECT DISTINCT fact_id FROM pin_cite WHERE evidence_id = ?')
          .pluck()
          .all(evidenceId) as string[]);
  return { elements: listElements(session), facts: readFacts(session, ids) };
}

/** The elements, those of a claim together, claims in the order of their first. */
export function listElements(session: MatterSession): Element[] {
  const rows = session.all(
    sql.selectFrom('element').select(['id', 'claim', 'name', 'standard']).orderBy('position').orderBy('id'),
  );
  return [...Map.groupBy(rows, ({ claim }) => claim).values()].flat();
}

/** @param ids null for all */
export function readFacts(session: MatterSession, ids: readonly string[] | null): Fact[] {
  const only = <T extends 'id' | 'fact_id'>(column: T) =>
    ids === null ? '' : `WHERE ${column} IN (SELECT value FROM json_each(@ids))`;
  const given = ids === null ? {} : { ids: JSON.stringify(ids) };
  const all = <R>(table: string, column: 'id' | 'fact_id', order = '') =>
    session.prepare(`SELECT * FROM ${table} ${only(column)} ${order}`).all(given) as R[];
  const bearings = Map.groupBy(
    all<ArgumentTables['bearing']>(
      'bearing',
      'fact_id',
      'ORDER BY (SELECT position FROM element WHERE element.id = element_id), id',
    ),
    ({ fact_id: factId }) => factId,
  );
  const stored = Map.groupBy(all<StoredCite>('pin_cite', 'fact_id'), (row) => row.fact_id);
  // Each fact's own are put in order here: in SQL it would be all of them at once, which takes longer than to read them.
  const ordered = [...stored.values()].flatMap((rows) =>
    rows.toSorted((one, other) => compare(one.created_at, other.created_at) || compare(one.id, other.id)),
  );
  const cites = Map.groupBy(citesOf(session, ordered), ({ factId }) => factId);
  return all<ArgumentTables['fact']>('fact', 'id', 'ORDER BY created_at, id')
    .map((row): Fact => ({
      id: row.id,
      text: row.text,
      date: row.date === null ? null : (JSON.parse(row.date) as FactDate),
      dispute: row.dispute,
      allegation: row.allegation,
      note: row.note,
      bearings: (bearings.get(row.id) ?? []).map(({ element_id: elementId, side }): Bearing => ({
        elementId,
        side,
      })),
      pinCites: (cites.get(row.id) ?? []).map(({ pinCite }) => pinCite),
      author: JSON.parse(row.author) as Person,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }))
    .toSorted((one, other) => compareFactDates(one.date, other.date));
}

function citesOf(
  session: MatterSession,
  rows: readonly StoredCite[],
): { factId: string; pinCite: PinCite }[] {
  const items = citedItems(session, new Set(rows.map((row) => row.evidence_id)));
  const places = rows.map((row) => ({
    evidenceId: row.evidence_id,
    page: pageToCite(row, items.get(row.evidence_id)!.kind),
  }));
  const cites = citePages(session, places);
  return rows.map((row, at) => {
    const { id, fact_id: factId, evidence_id: evidenceId, page, at_ms: atMs, paragraph } = row;
    const { title, kind, isArchived, number } = items.get(evidenceId)!;
    const asked = places[at]!.page;
    const own = cites(evidenceId, asked);
    const parts = {
      exhibit: own.find((each) => each.setId !== null && (asked === 0 || each.page !== null))?.cite ?? null,
      bates: own.find(({ setId }) => setId === null)?.bates ?? null,
      docketNumber: number,
      title,
      place: page === null ? null : { number: page, isPage: hasPages(kind) },
      atMs,
      paragraph,
    };
    const { quote, prefix, suffix } = row;
    return {
      factId,
      pinCite: {
        id,
        evidenceId,
        anchor: { page, quote, prefix, suffix, atMs },
        paragraph,
        title,
        evidenceKind: kind,
        isArchived,
        cite: pinCiteText(parts),
      },
    };
  });
}

/** The page whose cite is asked for; 0, which no exhibit carries, for an item as a whole and for one without pages. */
function pageToCite({ page }: StoredCite, kind: EvidenceKind): number {
  return page !== null && hasPages(kind) ? page : 0;
}

interface CitedItem {
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly isArchived: boolean;
  /** Of the first docket entry it is filed under; null for none. */
  readonly number: string | null;
}

function citedItems(session: MatterSession, ids: ReadonlySet<string>): Map<string, CitedItem> {
  const list = JSON.stringify([...ids]);
  const numbers = new Map(
    (
      session
        .prepare(
          `SELECT evidence_id, number, attachment FROM docket_entry
             WHERE evidence_id IN (SELECT value FROM json_each(?)) AND number IS NOT NULL
             ORDER BY number DESC, attachment IS NULL, attachment DESC`,
        )
        .all(list) as { evidence_id: string; number: number; attachment: number | null }[]
    ).map((entry) => [entry.evidence_id, docketNumber(entry)]),
  );
  const rows = session
    .prepare(
      `SELECT d.id, d.title, i.kind, d.is_archived FROM json_each(?) AS n
         JOIN evidence_description d ON d.id = n.value JOIN evidence_item i ON i.id = d.id`,
    )
    .raw()
    .all(list) as [string, string, EvidenceKind, number][];
  return new Map(
    rows.map(([id, title, kind, isArchived]) => [
      id,
      { title, kind, isArchived: isArchived === 1, number: numbers.get(id) ?? null },
    ]),
  );
}
