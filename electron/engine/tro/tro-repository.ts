import type { Selectable } from 'kysely';
import { emptyFields } from '../../../shared/domain/tro/empty-fields.ts';
import { noDetails } from '../../../shared/domain/tro/index.ts';
import type {
  NoticeEffort,
  NoticeEffortFields,
  TroEvent,
  TroEventDetails,
  TroEventFields,
  TroFields,
  TroItem,
} from '../../../shared/model/tro.ts';
import { sql } from '../store/query-builder.ts';
import type { Schema } from '../store/schema.ts';
import type { MatterSession } from '../store/session.ts';

/** The matter has one request, in one row. */
const requestId = 'tro';

/** What people wrote about the request; empty where nothing was. */
export function readFields(session: MatterSession): TroFields {
  const row = session.get(sql.selectFrom('tro_request').selectAll().where('id', '=', requestId));
  if (!row) return emptyFields;
  return {
    side: row.side as TroFields['side'],
    reasonAgainstNotice: row.reason_against_notice,
    attorney: row.attorney,
    barNumber: row.bar_number,
    firm: row.firm,
    contact: row.contact,
    party: row.party,
    securityProposedUsd: row.security_proposed_usd,
    securityReason: row.security_reason,
    securityPostedAt: row.security_posted_at,
    isUnitedStates: row.is_united_states === 1,
  };
}

/** Writes what people say about the request. */
export function writeFields(session: MatterSession, fields: TroFields): void {
  const columns = {
    side: fields.side,
    reason_against_notice: fields.reasonAgainstNotice,
    attorney: fields.attorney,
    bar_number: fields.barNumber,
    firm: fields.firm,
    contact: fields.contact,
    party: fields.party,
    security_proposed_usd: fields.securityProposedUsd,
    security_reason: fields.securityReason,
    security_posted_at: fields.securityPostedAt,
    is_united_states: Number(fields.isUnitedStates),
  };
  session.run(
    sql
      .insertInto('tro_request')
      .values({ id: requestId, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );
}

/** Every event recorded, oldest record first. */
export function listEvents(session: MatterSession): TroEvent[] {
  return session
    .all(sql.selectFrom('tro_event').selectAll().orderBy('created_at').orderBy('id'))
    .map((row) => ({
      id: row.id as TroEvent['id'],
      kind: row.kind as TroEvent['kind'],
      at: row.at,
      entryId: row.entry_id as TroEvent['entryId'],
      evidenceId: row.evidence_id as TroEvent['evidenceId'],
      note: row.note,
      // A detail that came later is missing in what was recorded before.
      details: { ...noDetails, ...(JSON.parse(row.details) as Partial<TroEventDetails>) },
      createdAt: row.created_at,
    }));
}

function eventColumns({ kind, at, entryId, evidenceId, note, details }: TroEventFields) {
  return { kind, at, entry_id: entryId, evidence_id: evidenceId, note, details: JSON.stringify(details) };
}

/** Stores an event. */
export function insertEvent(
  session: MatterSession,
  id: string,
  event: TroEventFields,
  createdAt: string,
): void {
  session.run(sql.insertInto('tro_event').values({ id, ...eventColumns(event), created_at: createdAt }));
}

/** Writes an event again; its place in the order of records stays. */
export function updateEvent(session: MatterSession, id: string, event: TroEventFields): void {
  session.run(sql.updateTable('tro_event').set(eventColumns(event)).where('id', '=', id));
}

/** Deletes an event. */
export function deleteEvent(session: MatterSession, id: string): void {
  session.run(sql.deleteFrom('tro_event').where('id', '=', id));
}

/** The efforts to give notice, as they were made. */
export function listNotices(session: MatterSession): NoticeEffort[] {
  return session.all(sql.selectFrom('tro_notice').selectAll().orderBy('at').orderBy('id')).map(toNotice);
}

function toNotice(row: Selectable<Schema['tro_notice']>): NoticeEffort {
  const { id, who, how, at, by_whom, result, evidence_id } = row;
  return {
    id: id as NoticeEffort['id'],
    who,
    how,
    at,
    by: by_whom,
    result,
    evidenceId: evidence_id as NoticeEffort['evidenceId'],
  };
}

function noticeColumns({ who, how, at, by, result, evidenceId }: NoticeEffortFields) {
  return { who, how, at, by_whom: by, result, evidence_id: evidenceId };
}

/** Stores an effort to give notice. */
export function insertNotice(session: MatterSession, id: string, notice: NoticeEffortFields): void {
  session.run(sql.insertInto('tro_notice').values({ id, ...noticeColumns(notice) }));
}

/** Writes an effort again; returns whether there was one. */
export function updateNotice(session: MatterSession, id: string, notice: NoticeEffortFields): boolean {
  return session.run(sql.updateTable('tro_notice').set(noticeColumns(notice)).where('id', '=', id)) > 0;
}

/** Deletes an effort; returns whether there was one. */
export function deleteNotice(session: MatterSession, id: string): boolean {
  return session.run(sql.deleteFrom('tro_notice').where('id', '=', id)) > 0;
}

/** The lines of checklists that people ticked. */
export function listItems(session: MatterSession): TroItem[] {
  return session.all(sql.selectFrom('tro_item').selectAll().orderBy('id')).map((row) => ({
    key: row.id,
    state: row.state as TroItem['state'],
    note: row.note,
    entryId: row.entry_id as TroItem['entryId'],
    evidenceId: row.evidence_id as TroItem['evidenceId'],
  }));
}

/** Writes what a person says of a line of a checklist. */
export function writeItem(session: MatterSession, { key, state, note, entryId, evidenceId }: TroItem): void {
  const columns = { state, note, entry_id: entryId, evidence_id: evidenceId };
  session.run(
    sql
      .insertInto('tro_item')
      .values({ id: key, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );
}
