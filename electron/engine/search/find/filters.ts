import { claimedDays, claimedFields, claimedOf } from '../../../../shared/domain/evidence/claimed.ts';
import type { Filter } from '../../../../shared/domain/search/query/ast.ts';
import type { FilterNode } from '../../../../shared/domain/search/query/conjuncts.ts';
import { parseDayRange, type TextField } from '../../../../shared/domain/search/query/fields.ts';
import { foldedLine } from '../../../../shared/domain/search/words.ts';
import type { FactDate } from '../../../../shared/model/argument.ts';
import { kindGroups, type Claim, type KindGroup } from '../../../../shared/model/evidence.ts';
import type { MatterSession } from '../../store/session.ts';
import type { Subject } from '../words/subject-texts.ts';

/** Whether a row of the index passes. */
export type Passes = (row: Subject) => boolean;

/** Rows of the index are known by the original they are a page of, or by the id of what they are a text of. */
export type Keys = ReadonlySet<number | string>;

export interface RowFilter {
  readonly passes: Passes;
  /** Every row that passes has one of these keys, others may have one too; null when that is not known. */
  readonly within: Keys | null;
}

/** A text folded as the index is, in SQL. Most are plain ASCII, and SQLite's own function does for those. */
const folded = (text: string) =>
  `CASE octet_length(${text}) WHEN length(${text}) THEN lower(${text}) ELSE forthwith_folded(${text}) END`;
const holds = (text: string) => `instr(${folded(text)}, ?) > 0`;
const hasClaim = (fields: readonly string[]) =>
  `EXISTS (SELECT 1 FROM claim c WHERE c.content_id = i.content_id AND c.field IN (${fields.map((f) => `'${f}'`).join(', ')})
     AND ${holds('c.value')})`;
const hasTag = (kind: string) =>
  `EXISTS (SELECT 1 FROM evidence_tag et JOIN tag t ON t.id = et.tag_id
     WHERE et.evidence_id = i.id AND t.kind = '${kind}' AND ${holds('t.name')})`;

/** Conditions on evidence that say themselves in SQL; `?` is the folded value, given as often as it stands there. */
const textConditions: Readonly<Record<Exclude<TextField, 'docket'>, string>> = {
  from: hasClaim(['from']),
  to: hasClaim(['to']),
  cc: hasClaim(['cc', 'bcc']),
  subject: hasClaim(['subject']),
  author: hasClaim(['author', 'from']),
  custodian: holds('d.custodian'),
  source: holds('d.source'),
  tag: hasTag('tag'),
  issue: hasTag('issue'),
  exhibit: `EXISTS (SELECT 1 FROM exhibit x JOIN exhibit_set s ON s.id = x.set_id
    WHERE x.evidence_id = i.id AND (${folded('x.label')} = ? OR ${holds("s.name || ': ' || x.label")}))`,
  bates: `(EXISTS (SELECT 1 FROM bates_seen b WHERE b.content_id = i.content_id AND ${holds('b.label')})
    OR EXISTS (SELECT 1 FROM produced_document p WHERE p.evidence_id = i.id
      AND ${holds("p.bates_first || ' ' || p.bates_last")})
    OR EXISTS (SELECT 1 FROM bates_number n WHERE n.evidence_id = i.id AND n.state <> 'void'
      AND ${holds("n.prefix || printf('%0' || n.digits || 'd', n.number)")}))`,
  name: holds('i.original_name'),
  title: holds('d.title'),
};

const hasConditions: Readonly<Record<string, string>> = {
  text: `EXISTS (SELECT 1 FROM page_text p WHERE p.content_id = i.content_id AND p.text <> '')`,
  ocr: `EXISTS (SELECT 1 FROM page_text p WHERE p.content_id = i.content_id AND p.origin = 'ocr')`,
  problems: `(EXISTS (SELECT 1 FROM inspection n WHERE n.content_id = i.content_id AND n.problems <> '[]')
    OR EXISTS (SELECT 1 FROM text_reading r WHERE r.content_id = i.content_id AND r.problems <> '[]'))`,
  attachments: 'EXISTS (SELECT 1 FROM evidence_member m WHERE m.parent_id = i.id)',
  exhibit: 'EXISTS (SELECT 1 FROM exhibit x WHERE x.evidence_id = i.id)',
  docket: 'EXISTS (SELECT 1 FROM docket_entry e WHERE e.evidence_id = i.id)',
  note: `(d.note <> '' OR EXISTS (SELECT 1 FROM note m WHERE m.evidence_id = i.id))`,
  duplicates: `EXISTS (SELECT 1 FROM fingerprint f JOIN fingerprint g ON g.kind = f.kind AND g.value = f.value
    AND g.content_id <> f.content_id WHERE f.content_id = i.content_id AND f.kind <> 'text-band')`,
};

const isConditions: Readonly<Record<string, string>> = {
  reviewed: 'd.is_reviewed = 1',
  flagged: 'd.is_flagged = 1',
  archived: 'd.is_archived = 1',
};

const relevances: Readonly<Record<string, string>> = {
  none: 'd.relevance IS NULL',
  '0': 'd.relevance = 0',
  low: 'd.relevance = 1',
  '1': 'd.relevance = 1',
  relevant: 'd.relevance = 2',
  '2': 'd.relevance = 2',
  key: 'd.relevance = 3',
  hot: 'd.relevance = 3',
  '3': 'd.relevance = 3',
};

/** Makes the filters of a query into a test of rows. Each filter is asked of the tables once. */
export function filterRows(session: MatterSession, node: FilterNode): RowFilter {
  switch (node.kind) {
    case 'filter': {
      const test = testOf(session, node);
      return typeof test === 'function'
        ? { passes: test, within: null }
        : { passes: has(test), within: test };
    }
    case 'not': {
      const inner = filterRows(session, node.child).passes;
      return { passes: (row) => !inner(row), within: null };
    }
    default: {
      const filters = node.children.map((child) => filterRows(session, child));
      const tests = filters.map(({ passes }) => passes);
      const known = filters.flatMap(({ within }) => within ?? []);
      return node.kind === 'and'
        ? {
            passes: (row) => tests.every((test) => test(row)),
            within: known.toSorted((a, b) => a.size - b.size)[0] ?? null,
          }
        : {
            passes: (row) => tests.some((test) => test(row)),
            within: known.length < filters.length ? null : new Set(known.flatMap((keys) => [...keys])),
          };
    }
  }
}

/** Rows that are out of sight: of archived items, of entries no longer on the docket, of dismissed deadlines; null for none. */
export function isOutOfSight(session: MatterSession): Passes | null {
  const keys = itemKeys(session, 'd.is_archived = 1', []);
  for (const sql of [
    'SELECT id FROM docket_entry WHERE is_gone = 1',
    `SELECT id FROM deadline WHERE status = 'dismissed'`,
  ])
    for (const id of session.prepare(sql).pluck().all() as string[]) keys.add(id);
  return keys.size === 0 ? null : has(keys);
}

function testOf(session: MatterSession, { field, value }: Filter): Passes | Keys {
  const values = value.split(',');
  const anyOf = (conditions: Readonly<Record<string, string>>) =>
    itemKeys(session, values.map((each) => `(${conditions[each] ?? '0'})`).join(' OR '), []);
  switch (field) {
    case 'kind':
      return kindKeys(session, values);
    case 'has':
      return anyOf(hasConditions);
    case 'is':
      return isTest(session, values);
    case 'relevance':
      return anyOf(relevances);
    case 'in':
      return inTest(session, values);
    case 'date':
    case 'before':
    case 'after':
      return dateKeys(session, field, value);
    case 'docket':
      return docketKeys(session, value);
    default:
      return textKeys(session, field, value);
  }
}

function has(keys: Keys): Passes {
  return ({ contentId, ref }) => keys.has(contentId ?? ref!);
}

function kindKeys(session: MatterSession, values: readonly string[]): Keys {
  const kinds = values.flatMap((value): readonly string[] => kindGroups[value as KindGroup] ?? [value]);
  return itemKeys(session, 'i.kind IN (SELECT value FROM json_each(?))', [JSON.stringify(kinds)]);
}

function textKeys(session: MatterSession, field: Exclude<TextField, 'docket'>, value: string): Keys {
  const sought = foldedLine(value);
  // Nothing is left of signs that cannot be seen alone: no text is said to hold that.
  if (sought === '') return new Set();
  giveFolding(session);
  const condition = textConditions[field];
  return itemKeys(
    session,
    condition,
    Array.from(condition.matchAll(/\?/g), () => sought),
  );
}

/** Connections that know the function. */
const withFolding = new WeakSet<MatterSession['db']>();

/** Lets SQL of a session's connection fold as the index does; triggers may not use it. */
function giveFolding({ db }: MatterSession): void {
  if (withFolding.has(db)) return;
  db.function('forthwith_folded', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? foldedLine(text) : null,
  );
  withFolding.add(db);
}

/** Keys of everything that belongs to the items of a condition on item `i` and its description `d`. */
function itemKeys(
  session: MatterSession,
  condition: string,
  values: readonly unknown[],
): Set<number | string> {
  const rows = session
    .prepare(
      `WITH found AS MATERIALIZED (
         SELECT i.id, i.content_id FROM evidence_item i JOIN evidence_description d ON d.id = i.id WHERE ${condition})
       SELECT content_id FROM found UNION ALL SELECT id FROM found
       UNION ALL SELECT t.id FROM transcript t WHERE t.evidence_id IN (SELECT id FROM found)
       UNION ALL SELECT m.id FROM note m WHERE m.evidence_id IN (SELECT id FROM found)
       UNION ALL SELECT l.id FROM deadline l WHERE l.evidence_id IN (SELECT id FROM found)`,
    )
    .pluck()
    .all(...values) as (number | string)[];
  return new Set(rows);
}

function isTest(session: MatterSession, values: readonly string[]): Passes {
  const tests = values.map((value): Passes => {
    if (value === 'archived') return isOutOfSight(session) ?? (() => false);
    if (value !== 'ocr') return has(itemKeys(session, isConditions[value] ?? '0', []));
    const pages = new Set(
      session
        .prepare(`SELECT content_id || ':' || page FROM page_text WHERE origin = 'ocr'`)
        .pluck()
        .all() as string[],
    );
    const items = has(itemKeys(session, hasConditions['ocr']!, []));
    return (row) =>
      row.kind === 'page' ? pages.has(`${row.contentId}:${row.page}`) : row.kind === 'title' && items(row);
  });
  return (row) => tests.some((test) => test(row));
}

function inTest(session: MatterSession, values: readonly string[]): Passes {
  const facts = new Set(session.prepare('SELECT id FROM fact').pluck().all() as string[]);
  const mail = values.includes('mail') ? has(kindKeys(session, ['mail'])) : () => false;
  return (row) =>
    values.some((value) => {
      switch (value) {
        case 'evidence':
          return row.kind === 'page' || row.kind === 'title' || row.kind === 'cue';
        case 'docket':
          return row.kind === 'docket';
        case 'notes':
          return row.kind === 'note' && !facts.has(row.ref!);
        case 'facts':
          return row.kind === 'note' && facts.has(row.ref!);
        case 'title':
          return row.kind === 'title';
        default:
          return mail(row);
      }
    });
}

/** Items filed under a number, and the entries themselves; a number finds its attachments too. */
function docketKeys(session: MatterSession, value: string): Keys {
  const [, number, attachment] = /^(\d{1,9})(?:[-.](\d{1,9}))?$/.exec(value) ?? [];
  const condition =
    number === undefined
      ? `(CASE WHEN attachment IS NULL THEN '' || number ELSE number || '-' || attachment END) = ?`
      : `number = ?${attachment === undefined ? '' : ' AND attachment = ?'}`;
  const given =
    number === undefined ? [value] : [number, attachment].flatMap((part) => (part ? [Number(part)] : []));
  const entries = session
    .prepare(`SELECT id FROM docket_entry WHERE ${condition}`)
    .pluck()
    .all(...given) as string[];
  const keys = itemKeys(
    session,
    'i.id IN (SELECT evidence_id FROM docket_entry WHERE id IN (SELECT value FROM json_each(?)))',
    [JSON.stringify(entries)],
  );
  for (const id of entries) keys.add(id);
  return keys;
}

/** Items whose file claims a day in the range, entries filed in it, and facts that happened in it or may have. */
function dateKeys(session: MatterSession, field: 'date' | 'before' | 'after', value: string): Keys {
  const range = parseDayRange(value)!;
  const isIn = (first: string, last = first) => {
    if (field === 'before') return first < (range.from ?? range.to!);
    if (field === 'after') return last > (range.to ?? range.from!);
    return (range.from === null || last >= range.from) && (range.to === null || first <= range.to);
  };
  const contents = [...claimedDates(session)].flatMap(([contentId, day]) => (isIn(day) ? [contentId] : []));
  const keys = itemKeys(session, 'i.content_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(contents),
  ]);
  const entries = session
    .prepare('SELECT id, filed_on AS day FROM docket_entry WHERE filed_on IS NOT NULL')
    .all() as { id: string; day: string }[];
  for (const { id, day } of entries) if (isIn(day)) keys.add(id);
  const facts = session.prepare('SELECT id, date FROM fact WHERE date IS NOT NULL').all() as {
    id: string;
    date: string;
  }[];
  for (const { id, date } of facts) {
    const { from, to } = JSON.parse(date) as FactDate;
    if (isIn(parseDayRange(from.slice(0, 10))!.from!, parseDayRange((to ?? from).slice(0, 10))!.to!))
      keys.add(id);
  }
  return keys;
}

/** The day each original claims for itself, on the court's clock. */
export function claimedDates(session: MatterSession, contentIds?: readonly number[]): Map<number, string> {
  const zone = session.prepare('SELECT timezone FROM matter').pluck().get() as string;
  const rows = session
    .prepare(
      `SELECT content_id AS contentId, field, value FROM claim WHERE field IN (SELECT value FROM json_each(?))
         ${contentIds ? 'AND content_id IN (SELECT value FROM json_each(?))' : ''} ORDER BY id`,
    )
    .all(JSON.stringify(claimedFields), ...(contentIds ? [JSON.stringify(contentIds)] : [])) as {
    contentId: number;
    field: Claim['field'];
    value: string;
  }[];
  const claims = Map.groupBy(rows, ({ contentId }) => contentId);
  const dayOf = claimedDays(zone);
  const days = new Map<number, string>();
  for (const [contentId, all] of claims) {
    const { at } = claimedOf(all);
    if (at !== null) days.set(contentId, dayOf(at));
  }
  return days;
}
