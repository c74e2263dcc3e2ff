import type { Insertable, Selectable } from 'kysely';
import { inDocketOrder } from '../../../shared/domain/docket/docket-order.ts';
import { openCircles } from '../../../shared/domain/docket/threads/open-circles.ts';
import { planThreads } from '../../../shared/domain/docket/threads.ts';
import { roleOf } from '../../../shared/domain/docket/threads/role.ts';
import type { DocketEntry, DocketLink } from '../../../shared/model/docket.ts';
import { sql } from '../store/query-builder.ts';
import type { Schema } from '../store/schema.ts';
import type { MatterSession } from '../store/session.ts';

export type DocketRow = Selectable<Schema['docket_entry']>;
export type NewDocketRow = Insertable<Schema['docket_entry']>;

/** Rows an INSERT takes at once, and ids a query names at once. */
const batchSize = 200;

const withTitles = sql
  .selectFrom('docket_entry')
  .leftJoin('evidence_description', 'evidence_description.id', 'docket_entry.evidence_id')
  .leftJoin('docket_seen', 'docket_seen.entry_id', 'docket_entry.id')
  .selectAll('docket_entry')
  .select(['evidence_description.title as evidence_title', 'docket_seen.entry_id as seen_id']);

type ShownRow = DocketRow & { readonly evidence_title: string | null; readonly seen_id: string | null };

/** Every entry in docket order, with its place in the threads. */
export function listEntries(session: MatterSession): DocketEntry[] {
  const entries = inDocketOrder(session.all(withTitles).map(toEntry));
  const threads = planThreads(entries);
  const chosen = new Map(
    session.all(sql.selectFrom('docket_thread').selectAll()).map(({ id, parent_id }) => [id, parent_id]),
  );
  const placed = entries.map(({ position: _position, sequence: _sequence, ...entry }) => {
    const thread = threads.get(entry.id)!;
    const parentId = chosen.get(entry.id);
    return {
      ...entry,
      ...thread,
      ...(parentId !== undefined && {
        parentId: parentId as DocketEntry['parentId'],
        isParentChosen: true,
      }),
    };
  });
  const opened = openCircles(placed);
  return opened.size === 0
    ? placed
    : placed.map((entry) => (opened.has(entry.id) ? { ...entry, parentId: null } : entry));
}

/** An entry alone, without its place among the others. */
export type LoneEntry = Omit<DocketEntry, 'parentId' | 'isOpenMotion'>;

/** The entries with these ids that exist, each read alone, without what threads would add to it. */
export function findEntries(session: MatterSession, ids: readonly string[]): LoneEntry[] {
  return batches([...new Set(ids)]).flatMap((batch) =>
    session.all(withTitles.where('docket_entry.id', 'in', batch)).map((row) => {
      const { position: _position, sequence: _sequence, ...entry } = toEntry(row);
      return { ...entry, role: roleOf(entry) };
    }),
  );
}

/** The earliest lead entries whose text holds a word, each read alone; upper and lower case are alike. */
export function findEntriesSaying(session: MatterSession, word: string): LoneEntry[] {
  const ids = session.all(
    sql
      .selectFrom('docket_entry')
      .select('id')
      .where('attachment', 'is', null)
      .where('text', 'like', `%${word}%`)
      .orderBy('filed_on')
      .limit(batchSize),
  );
  return findEntries(
    session,
    ids.map(({ id }) => id),
  );
}

/** Every row, as stored. */
export function listRows(session: MatterSession): DocketRow[] {
  return session.all(sql.selectFrom('docket_entry').selectAll());
}

/** The rows with these ids that exist, in no particular order. */
export function findRows(session: MatterSession, ids: readonly string[]): DocketRow[] {
  return batches(ids).flatMap((batch) =>
    session.all(sql.selectFrom('docket_entry').selectAll().where('id', 'in', batch)),
  );
}

/** Number and attachment of every numbered entry. */
export function listNumbers(session: MatterSession): { number: number | null; attachment: number | null }[] {
  return session.all(
    sql.selectFrom('docket_entry').select(['number', 'attachment']).where('number', 'is not', null),
  );
}

/** Id of the entry with this number, or null. */
export function findByNumber(
  session: MatterSession,
  number: number,
  attachment: number | null,
): string | null {
  const row = session.get(
    sql
      .selectFrom('docket_entry')
      .select('id')
      .where('number', '=', number)
      .where('attachment', 'is', attachment)
      .orderBy('repeat'),
  );
  return row?.id ?? null;
}

/** Ids of the attachments of an entry. */
export function listAttachmentIds(session: MatterSession, number: number): string[] {
  return session
    .all(
      sql
        .selectFrom('docket_entry')
        .select('id')
        .where('number', '=', number)
        .where('attachment', 'is not', null)
        .orderBy('attachment'),
    )
    .map(({ id }) => id);
}

/** Adds rows as they are given, in as many statements as SQLite’s bound on parameters asks for. */
export function insertEntries(session: MatterSession, rows: readonly NewDocketRow[]): void {
  for (const batch of batches(rows)) session.run(sql.insertInto('docket_entry').values(batch));
}

/** Sets the given fields of one entry; without a field, or without such an entry, nothing happens. */
export function updateEntry(session: MatterSession, id: string, fields: Partial<DocketRow>): void {
  if (Object.keys(fields).length === 0) return;
  session.run(sql.updateTable('docket_entry').set(fields).where('id', '=', id));
}

/** Moves the attachments of an entry to another number. */
export function renumberAttachments(session: MatterSession, from: number, to: number): void {
  session.run(
    sql
      .updateTable('docket_entry')
      .set({ number: to })
      .where('number', '=', from)
      .where('attachment', 'is not', null),
  );
}

/** Removes the entries with these ids; ids of none are passed over. */
export function deleteEntries(session: MatterSession, ids: readonly string[]): void {
  for (const batch of batches(ids)) session.run(sql.deleteFrom('docket_entry').where('id', 'in', batch));
}

/** Those of the ids that no evidence item has. */
export function findMissingEvidence(session: MatterSession, ids: readonly string[]): string[] {
  const known = new Set(
    batches([...new Set(ids)]).flatMap((batch) =>
      session.all(sql.selectFrom('evidence_item').select('id').where('id', 'in', batch)).map(({ id }) => id),
    ),
  );
  return ids.filter((id) => !known.has(id));
}

function batches<T>(values: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / batchSize) }, (_, i) =>
    values.slice(i * batchSize, (i + 1) * batchSize),
  );
}

function toEntry(row: ShownRow) {
  return {
    id: row.id as DocketEntry['id'],
    number: row.number,
    attachment: row.attachment,
    filedOn: row.filed_on,
    enteredOn: row.entered_on,
    text: row.text,
    shortText: row.short_text,
    filer: row.filer,
    attorney: row.attorney,
    enteredAt: row.entered_at,
    isTextOnly: row.is_text_only === 1,
    isSealed: row.is_sealed === 1,
    isRestricted: row.is_restricted === 1,
    feeNote: row.fee_note,
    documentUrl: row.document_url,
    documentId: row.document_id,
    pageCount: row.page_count,
    sizeBytes: row.size_bytes,
    links: row.links === '[]' ? [] : (JSON.parse(row.links) as DocketLink[]),
    isParentChosen: false,
    isUnread: row.court !== null && row.seen_id === null,
    isFromCourt: row.court !== null,
    isGone: row.is_gone === 1,
    evidenceId: row.evidence_id as DocketEntry['evidenceId'],
    evidenceTitle: row.evidence_title,
    createdAt: row.created_at,
    position: row.position,
    sequence: row.sequence,
  };
}
