import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { searchContract } from '../../../../shared/contract/search.ts';
import type { SearchOptions } from '../../../../shared/model/search.ts';
import type { MatterSession } from '../../store/session.ts';
import type { Subject } from '../words/subject-texts.ts';
import { claimedDates } from './filters.ts';
import { enterLine, lookThrough } from './look-through.ts';
import { planSearch } from './plan.ts';

type Facets = OutputOf<typeof searchContract, 'search.facets'>;
type Facet = Facets['facets'][number];

/** Milliseconds of processor time that looking may take. */
const lookMs = 500;
/** How many values of a field are offered: more would be a list, not a choice. */
const mostValues = 40;

/**
 * Counts the documents that a query finds by what it can be narrowed by. A document counts once, on however many pages it is hit.
 *
 * @throws AppError SEARCH_QUERY_INVALID; CANCELLED when a newer search of the same line came
 */
export async function findFacets(
  session: MatterSession,
  { query, options, line }: { query: string; options: SearchOptions; line?: string | undefined },
): Promise<Facets> {
  const isNewest = enterLine(session, line);
  const plan = planSearch(session, query, { isTyping: false, isQuick: false, ...options });
  if (!plan) return { facets: [], documents: 0, isBounded: false };
  const found = await lookThrough(session, plan.ways, lookMs, isNewest);
  const items = itemsOf(session, found.rows);
  const entries = new Set(found.rows.flatMap(({ kind, ref }) => (kind === 'docket' ? [ref!] : [])));
  const facts = factsOf(session, found.rows);
  const facets = [
    kinds(session, items, { docket: entries.size, facts: facts.length }),
    counted(session, 'custodian', items, custodians),
    dates(session, items),
    counted(session, 'tag', items, tagsOfKind('tag')),
    counted(session, 'issue', items, tagsOfKind('issue')),
    counted(session, 'exhibit', items, exhibits),
    counted(session, 'docket', items, docketNumbers),
  ];
  return {
    facets: facets.filter(({ values }) => values.length > 0),
    documents: items.length + entries.size + facts.length,
    isBounded: !found.isWhole || found.total > found.rows.length,
  };
}

/** The items that rows of the index are of. */
function itemsOf(session: MatterSession, rows: readonly Subject[]): string[] {
  const contents = [...new Set(rows.flatMap(({ contentId }) => contentId ?? []))];
  const refs = rows.flatMap(({ kind, ref }) => (kind === 'docket' || ref === null ? [] : [ref]));
  return session
    .prepare(
      `SELECT id FROM evidence_item WHERE content_id IN (SELECT value FROM json_each(@contents))
         OR id IN (SELECT value FROM json_each(@refs))
         OR id IN (SELECT evidence_id FROM note WHERE id IN (SELECT value FROM json_each(@refs)))
         OR id IN (SELECT evidence_id FROM transcript WHERE id IN (SELECT value FROM json_each(@refs)))
         OR id IN (SELECT evidence_id FROM deadline WHERE id IN (SELECT value FROM json_each(@refs)))`,
    )
    .pluck()
    .all({ contents: JSON.stringify(contents), refs: JSON.stringify([...new Set(refs)]) }) as string[];
}

const among = 'IN (SELECT value FROM json_each(?))';
const custodians = `SELECT custodian, count(*) FROM evidence_description WHERE id ${among} AND custodian <> '' GROUP BY custodian`;
const tagsOfKind = (kind: 'tag' | 'issue') =>
  `SELECT t.name, count(*) FROM evidence_tag e JOIN tag t ON t.id = e.tag_id
     WHERE e.evidence_id ${among} AND t.kind = '${kind}' GROUP BY t.id`;
const exhibits = `SELECT s.name || ': ' || x.label, count(DISTINCT x.evidence_id) FROM exhibit x
  JOIN exhibit_set s ON s.id = x.set_id WHERE x.evidence_id ${among} GROUP BY s.id, x.label`;
const docketNumbers = `SELECT '' || number, count(DISTINCT evidence_id) FROM docket_entry
  WHERE number IS NOT NULL AND evidence_id ${among} GROUP BY number`;

function counted(
  session: MatterSession,
  field: 'custodian' | 'tag' | 'issue' | 'exhibit' | 'docket',
  items: readonly string[],
  sql: string,
): Facet {
  const rows = session.prepare(sql).raw().all(JSON.stringify(items)) as [string, number][];
  const values = rows.map(([label, documents]) => ({ term: term(field, label), label, documents }));
  return { field, values: mostFirst(values) };
}

/** The facts among what was found. */
function factsOf(session: MatterSession, rows: readonly Subject[]): string[] {
  const refs = rows.flatMap(({ kind, ref }) => (kind === 'note' ? ref! : []));
  return session
    .prepare(`SELECT id FROM fact WHERE id ${among}`)
    .pluck()
    .all(JSON.stringify(refs)) as string[];
}

function kinds(
  session: MatterSession,
  items: readonly string[],
  places: Readonly<Record<'docket' | 'facts', number>>,
): Facet {
  const rows = session
    .prepare(`SELECT kind, count(*) FROM evidence_item WHERE id ${among} GROUP BY kind`)
    .raw()
    .all(JSON.stringify(items)) as [string, number][];
  const values = rows.map(([kind, documents]) => ({ term: term('kind', kind), label: kind, documents }));
  const others = Object.entries(places).flatMap(([label, documents]) =>
    documents > 0 ? [{ term: term('in', label), label, documents }] : [],
  );
  return { field: 'kind', values: mostFirst([...values, ...others]) };
}

/** By the months that files claim; by years where there would be too many months. */
function dates(session: MatterSession, items: readonly string[]): Facet {
  const contents = session
    .prepare(`SELECT content_id FROM evidence_item WHERE id ${among}`)
    .pluck()
    .all(JSON.stringify(items)) as number[];
  const days = [...claimedDates(session, contents).values()];
  const byMonth = tally(days.map((day) => day.slice(0, 7)));
  const spans = byMonth.size <= mostValues ? byMonth : tally(days.map((day) => day.slice(0, 4)));
  const values = [...spans]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, mostValues)
    .map(([span, documents]) => ({ term: `date:${span}`, label: span, documents }));
  return { field: 'date', values };
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function mostFirst(values: Facet['values']): Facet['values'] {
  return values
    .toSorted((a, b) => b.documents - a.documents || a.label.localeCompare(b.label, 'en', { numeric: true }))
    .slice(0, mostValues);
}

/** As it is written in a query; a quotation mark has no place in a value. */
function term(field: string, value: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(value) ? `${field}:${value}` : `${field}:"${value.replaceAll('"', ' ')}"`;
}
