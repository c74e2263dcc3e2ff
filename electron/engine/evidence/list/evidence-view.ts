import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, Person, Problem } from '../../../../shared/model/common.ts';
import type { CustodyEvent, EvidenceItem } from '../../../../shared/model/evidence.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';

export type EvidenceSort = 'receivedAt' | 'title' | 'kind' | 'custodian' | 'pages' | 'sizeBytes';

export interface EvidenceQuery {
  /** Words that must all occur in title, name, custodian, source, docket numbers or labels. */
  readonly filter?: string | undefined;
  readonly sort: EvidenceSort;
  readonly isDescending: boolean;
  readonly includesArchived: boolean;
}

/** Ids bound in one statement; SQLite's own limit is 32,766. */
const maxBoundIds = 10_000;

/** Letters without regard to case, numbers by their value: Exhibit 2 before Exhibit 10. */
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Items as lists show them. A fixed number of queries, however many items there are. */
export function listEvidence(session: MatterSession, query: EvidenceQuery): EvidenceItem[] {
  const words = (query.filter ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const items = readItems(session, query.includesArchived, null).filter((item) => {
    if (words.length === 0) return true;
    const text = [
      item.title,
      item.originalName,
      item.custodian,
      item.source,
      ...item.docketNumbers,
      ...item.exhibitLabels,
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const compare = comparers[query.sort];
  // Ids rise with time, so that equal items stand in the order they came.
  items.sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
  return query.isDescending ? items.reverse() : items;
}

const comparers: Readonly<Record<EvidenceSort, (a: EvidenceItem, b: EvidenceItem) => number>> = {
  receivedAt: (a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0),
  title: (a, b) => byName.compare(a.title, b.title),
  kind: (a, b) => byName.compare(a.kind, b.kind),
  custodian: (a, b) => byName.compare(a.custodian, b.custodian),
  pages: (a, b) => (a.pages ?? -1) - (b.pages ?? -1),
  sizeBytes: (a, b) => a.sizeBytes - b.sizeBytes,
};

/**
 * The items of ids, in the order asked for.
 * @throws AppError NOT_FOUND when one of them is not there
 */
export function getItems(session: MatterSession, ids: readonly string[]): EvidenceItem[] {
  const items = new Map<string, EvidenceItem>();
  const unique = [...new Set(ids)];
  for (let i = 0; i < unique.length; i += maxBoundIds)
    for (const item of readItems(session, true, unique.slice(i, i + maxBoundIds))) items.set(item.id, item);
  return unique.map((id) => {
    const item = items.get(id);
    if (!item) throw new AppError('NOT_FOUND', { what: 'evidence' });
    return item;
  });
}

/**
 * One item with its whole custody history, oldest first.
 * @throws AppError NOT_FOUND
 */
export function getEvidence(
  session: MatterSession,
  id: EvidenceId,
): EvidenceItem & { custody: CustodyEvent[] } {
  const [item] = getItems(session, [id]);
  const rows = session.all(
    sql.selectFrom('custody_event').selectAll().where('evidence_id', '=', id).orderBy('sequence'),
  );
  const custody = rows.map((row): CustodyEvent => ({
    sequence: row.sequence,
    evidenceId: row.evidence_id as EvidenceId,
    at: row.at,
    action: row.action as CustodyEvent['action'],
    person: JSON.parse(row.person) as Person,
    account: row.account,
    machine: row.machine,
    appVersion: row.app_version,
    details: JSON.parse(row.details) as Record<string, unknown>,
    hash: row.hash,
  }));
  return { ...item!, custody };
}

function readItems(
  session: MatterSession,
  includesArchived: boolean,
  ids: readonly string[] | null,
): EvidenceItem[] {
  let query = sql
    .selectFrom('evidence_item')
    .innerJoin('evidence_description', 'evidence_description.id', 'evidence_item.id')
    .innerJoin('content', 'content.id', 'evidence_item.content_id')
    .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
    .select([
      'evidence_item.id',
      'content.sha256',
      'evidence_item.kind',
      'evidence_description.title',
      'evidence_item.original_name',
      'content.size_bytes',
      'inspection.pages',
      'evidence_description.custodian',
      'evidence_description.source',
      'evidence_item.received_at',
      'inspection.has_text',
      'inspection.needs_ocr',
      'evidence_description.is_archived',
      'inspection.problems',
    ]);
  if (!includesArchived) query = query.where('evidence_description.is_archived', '=', 0);
  if (ids) query = query.where('evidence_item.id', 'in', [...ids]);
  const labels = readLabels(session, ids);
  const numbers = readDocketNumbers(session, ids);
  return session.all(query).map((row) => ({
    id: row.id as EvidenceId,
    sha256: row.sha256!,
    kind: row.kind,
    title: row.title,
    originalName: row.original_name,
    sizeBytes: row.size_bytes,
    pages: row.pages,
    custodian: row.custodian,
    source: row.source,
    receivedAt: row.received_at,
    hasText: row.has_text === 1,
    needsOcr: row.needs_ocr === 1,
    isArchived: row.is_archived === 1,
    problems: row.problems === null || row.problems === '[]' ? [] : (JSON.parse(row.problems) as Problem[]),
    exhibitLabels: labels.get(row.id) ?? [],
    docketNumbers: numbers.get(row.id) ?? [],
  }));
}

/** Labels by item, such as "TRO exhibits: C". */
function readLabels(session: MatterSession, ids: readonly string[] | null): Map<string, string[]> {
  let query = sql
    .selectFrom('exhibit')
    .innerJoin('exhibit_set', 'exhibit_set.id', 'exhibit.set_id')
    .select(['exhibit.evidence_id', 'exhibit.label', 'exhibit_set.name'])
    .orderBy('exhibit_set.created_at')
    .orderBy('exhibit.position');
  if (ids) query = query.where('exhibit.evidence_id', 'in', [...ids]);
  return group(session.all(query), (row) => [row.evidence_id, `${row.name}: ${row.label}`]);
}

/** Docket numbers by item, such as "2-3". */
function readDocketNumbers(session: MatterSession, ids: readonly string[] | null): Map<string, string[]> {
  let query = sql
    .selectFrom('docket_entry')
    .select(['evidence_id', 'number', 'attachment'])
    .where('evidence_id', 'is not', null)
    .where('number', 'is not', null)
    .orderBy('number')
    .orderBy('attachment');
  if (ids) query = query.where('evidence_id', 'in', [...ids]);
  return group(session.all(query), (row) => [
    row.evidence_id!,
    row.attachment === null ? `${row.number}` : `${row.number}-${row.attachment}`,
  ]);
}

function group<T>(rows: readonly T[], entry: (row: T) => [string, string]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const [key, value] = entry(row);
    const values = groups.get(key);
    if (values) values.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
