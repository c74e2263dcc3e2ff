import type { Insertable, Selectable } from 'kysely';
import type { DeadlineId } from '../../../shared/model/common.ts';
import type { CourtMoment } from '../../../shared/model/court-time.ts';
import type {
  Deadline,
  DeadlineFields,
  DeadlineOverride,
  DeadlineProof,
} from '../../../shared/model/deadlines.ts';
import { sql } from '../store/query-builder.ts';
import type { Schema } from '../store/schema.ts';
import type { MatterSession } from '../store/session.ts';

type Row = Selectable<Schema['deadline']>;
type OverrideRow = Selectable<Schema['deadline_override']>;

/** A deadline as stored: what people decided, without what is counted from it. */
export interface StoredDeadline {
  readonly id: DeadlineId;
  readonly fields: DeadlineFields;
  /** Oldest first. */
  readonly overrides: readonly DeadlineOverride[];
  readonly status: Deadline['status'];
  readonly proof: DeadlineProof | null;
  readonly snoozedUntil: string | null;
  /** When it was due as a person last looked. */
  readonly seenDue: CourtMoment;
  readonly createdAt: string;
}

/** Rows an INSERT takes at once, and ids a query names at once. */
const batchSize = 200;

/** Every deadline of the matter, oldest first. */
export function listStored(session: MatterSession): StoredDeadline[] {
  const overrides = Map.groupBy(
    session.all(sql.selectFrom('deadline_override').selectAll().orderBy('created_at').orderBy('id')),
    (row) => row.deadline_id,
  );
  return session
    .all(sql.selectFrom('deadline').selectAll().orderBy('created_at').orderBy('id'))
    .map((row) => toStored(row, overrides.get(row.id) ?? []));
}

/** The deadline with this id, or null. */
export function findStored(session: MatterSession, id: DeadlineId): StoredDeadline | null {
  const row = session.get(sql.selectFrom('deadline').selectAll().where('id', '=', id));
  if (!row) return null;
  const overrides = session.all(
    sql
      .selectFrom('deadline_override')
      .selectAll()
      .where('deadline_id', '=', id)
      .orderBy('created_at')
      .orderBy('id'),
  );
  return toStored(row, overrides);
}

/** A deadline that is to be stored. */
export type NewDeadline = Pick<StoredDeadline, 'id' | 'fields' | 'seenDue' | 'createdAt'>;

/** Stores open deadlines. */
export function insertDeadlines(session: MatterSession, deadlines: readonly NewDeadline[]): void {
  const rows = deadlines.map(({ id, fields, seenDue, createdAt }): Insertable<Schema['deadline']> => {
    return {
      id,
      ...(toColumns(fields) as Omit<Row, 'id' | 'status' | 'proof' | 'seen_due' | 'created_at'>),
      status: 'open',
      proof: null,
      snoozed_until: null,
      seen_due: seenDue,
      created_at: createdAt,
    };
  });
  for (let i = 0; i < rows.length; i += batchSize)
    session.run(sql.insertInto('deadline').values(rows.slice(i, i + batchSize)));
}

/** What of a stored deadline may change after it was added. */
export type DeadlineChange = Partial<
  Pick<StoredDeadline, 'status' | 'proof' | 'snoozedUntil' | 'seenDue'>
> & {
  readonly fields?: Partial<DeadlineFields>;
};

/** Writes the changed columns of a deadline; nothing where nothing is changed. */
export function updateDeadline(session: MatterSession, id: DeadlineId, change: DeadlineChange): void {
  const { fields, status, proof, snoozedUntil, seenDue } = change;
  const columns: Partial<Row> = {
    ...(fields && toColumns(fields)),
    ...(status !== undefined && { status }),
    ...(proof !== undefined && { proof: proof && JSON.stringify(proof) }),
    ...(snoozedUntil !== undefined && { snoozed_until: snoozedUntil }),
    ...(seenDue !== undefined && { seen_due: seenDue }),
  };
  if (Object.keys(columns).length > 0)
    session.run(sql.updateTable('deadline').set(columns).where('id', '=', id));
}

/** Deletes deadlines with their orders' times; those first, so that undoing brings each deadline back before its orders. */
export function deleteDeadlines(session: MatterSession, ids: readonly DeadlineId[]): void {
  for (let i = 0; i < ids.length; i += batchSize) {
    const batch = ids.slice(i, i + batchSize);
    session.run(sql.deleteFrom('deadline_override').where('deadline_id', 'in', batch));
    session.run(sql.deleteFrom('deadline').where('id', 'in', batch));
  }
}

/** Stores the time an order set. */
export function insertOverride(
  session: MatterSession,
  deadlineId: DeadlineId,
  { id, due, entryId, note, troEventId, createdAt }: DeadlineOverride,
): void {
  session.run(
    sql.insertInto('deadline_override').values({
      id,
      deadline_id: deadlineId,
      due,
      entry_id: entryId,
      note,
      tro_event_id: troEventId,
      created_at: createdAt,
    }),
  );
}

/** Takes an order's time back. */
export function deleteOverride(session: MatterSession, id: string): void {
  session.run(sql.deleteFrom('deadline_override').where('id', '=', id));
}

function toStored(row: Row, overrides: readonly OverrideRow[]): StoredDeadline {
  return {
    id: row.id,
    fields: toFields(row),
    overrides: overrides.map(({ id, due, entry_id, note, tro_event_id, created_at }) => ({
      id,
      due,
      entryId: entry_id,
      note,
      troEventId: tro_event_id,
      createdAt: created_at,
    })),
    status: row.status,
    proof: parsed<DeadlineProof>(row.proof),
    snoozedUntil: row.snoozed_until,
    seenDue: row.seen_due,
    createdAt: row.created_at,
  };
}

function toFields(row: Row): DeadlineFields {
  return {
    title: row.title,
    source: row.source,
    rule: parsed<DeadlineFields['rule']>(row.rule),
    trigger: JSON.parse(row.trigger) as DeadlineFields['trigger'],
    period: JSON.parse(row.period) as DeadlineFields['period'],
    service: row.service,
    regime: row.regime,
    contract: parsed<DeadlineFields['contract']>(row.contract),
    printed: parsed<DeadlineFields['printed']>(row.printed),
    actor: row.actor,
    owner: row.owner,
    note: row.note,
    entryId: row.entry_id,
    evidenceId: row.evidence_id,
    reminders: JSON.parse(row.reminders) as number[],
    troClock: row.tro_clock,
  };
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}

const columnOf = {
  title: 'title',
  source: 'source',
  rule: 'rule',
  trigger: 'trigger',
  period: 'period',
  service: 'service',
  regime: 'regime',
  contract: 'contract',
  printed: 'printed',
  actor: 'actor',
  owner: 'owner',
  note: 'note',
  entryId: 'entry_id',
  evidenceId: 'evidence_id',
  reminders: 'reminders',
  troClock: 'tro_clock',
} as const satisfies Record<keyof DeadlineFields, keyof Row>;

/** Objects and lists are stored as JSON, what is text or absent as it is. */
function toColumns(fields: Partial<DeadlineFields>): Partial<Row> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      columnOf[name as keyof DeadlineFields],
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}
