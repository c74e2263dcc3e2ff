import type { IntakeId } from '../../../../shared/model/common.ts';
import type { Collected, Intake } from '../../../../shared/model/evidence.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { runningIntake } from './running-intakes.ts';

/** What an intake records for every file. */
export interface Provenance {
  readonly custodian: string;
  readonly source: string;
  readonly collected: Collected;
}

/** An intake as it was asked for, and how many files of it are done and no longer kept one by one. */
interface Asked extends Provenance {
  readonly doneBefore: number;
}

/** One file of an intake, to be read. */
export interface RecordedFile {
  readonly id: number;
  /** As kept: see `storedPath`. Empty where the way to it is no longer known. */
  readonly path: string;
  /** Place within the folder that was added; null for a file added on its own. */
  readonly folderPath: string | null;
  readonly sizeBytes: number;
  /** The item it became, where only its members are still to be extracted. */
  readonly evidenceId: string | null;
}

/** How a file ended, as its row keeps it: never its path. */
interface RecordedEnd {
  readonly id?: string;
  readonly code?: string;
}

/** Intakes with failures that are kept on the list. */
const keptIntakes = 20;

/** Writes down what an intake is to take in, before the first file is read. Must run inside a transaction. */
export function recordIntake(
  session: MatterSession,
  intake: {
    readonly id: IntakeId;
    readonly jobId: string;
    readonly provenance: Provenance;
    readonly files: readonly {
      readonly path: string;
      readonly folderPath: string | null;
      readonly sizeBytes: number;
      /** Why it cannot be read at all. */
      readonly code: string | null;
    }[];
  },
): void {
  const { id, jobId, provenance, files } = intake;
  const asked: Asked = { ...provenance, doneBefore: 0 };
  session.run(
    sql.insertInto('intake').values({
      id,
      started_at: session.platform.now(),
      state: 'running',
      asked: JSON.stringify(asked),
      job_id: jobId,
    }),
  );
  const insert = session.prepare(
    `INSERT INTO intake_file (intake_id, position, path, folder_path, size_bytes, state, result)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [position, { path, folderPath, sizeBytes, code }] of files.entries())
    insert.run(
      id,
      position,
      path,
      folderPath,
      sizeBytes,
      code === null ? 'pending' : 'failed',
      code === null ? null : JSON.stringify({ code } satisfies RecordedEnd),
    );
  const kept = sql
    .selectFrom('intake')
    .select('id')
    .where('state', '=', 'ended')
    .orderBy('started_at', 'desc')
    .limit(keptIntakes);
  session.run(sql.deleteFrom('intake').where('state', '=', 'ended').where('id', 'not in', kept));
}

/** @throws AppError NOT_FOUND */
export function getProvenance(session: MatterSession, id: IntakeId): Provenance {
  const { custodian, source, collected } = askedOf(session, id);
  return { custodian, source, collected };
}

function askedOf(session: MatterSession, id: string): Asked {
  const row = session.get(sql.selectFrom('intake').select('asked').where('id', '=', id));
  if (!row) throw new AppError('NOT_FOUND', { what: 'intake' });
  return JSON.parse(row.asked) as Asked;
}

/** Files of an intake that are still to be read, in their order. */
export function listPendingFiles(session: MatterSession, id: IntakeId): RecordedFile[] {
  return session
    .all(
      sql
        .selectFrom('intake_file')
        .select(['id', 'path', 'folder_path', 'size_bytes', 'result'])
        .where('intake_id', '=', id)
        .where('state', '=', 'pending')
        .orderBy('position'),
    )
    .map((row) => ({
      id: row.id,
      path: row.path,
      folderPath: row.folder_path,
      sizeBytes: row.size_bytes,
      evidenceId: row.result === null ? null : ((JSON.parse(row.result) as RecordedEnd).id ?? null),
    }));
}

/** The file is evidence, and its members, if any, are extracted. */
export function recordDone(session: MatterSession, fileId: number): void {
  session.run(sql.updateTable('intake_file').set({ state: 'done', result: null }).where('id', '=', fileId));
}

/** The file is evidence; its members are still to be extracted. */
export function recordReceived(session: MatterSession, fileId: number, evidenceId: string): void {
  const result = JSON.stringify({ id: evidenceId } satisfies RecordedEnd);
  session.run(sql.updateTable('intake_file').set({ result }).where('id', '=', fileId));
}

/** The file was not taken in; or, where it became an item, its members were not. */
export function recordFailed(
  session: MatterSession,
  fileId: number,
  code: string,
  evidenceId: string | null,
): void {
  const end: RecordedEnd = { code, ...(evidenceId !== null && { id: evidenceId }) };
  session.run(
    sql
      .updateTable('intake_file')
      .set({ state: 'failed', result: JSON.stringify(end) })
      .where('id', '=', fileId),
  );
}

/** Lets what failed be read again. Must run inside a transaction. */
export function reviveFailed(session: MatterSession, id: IntakeId): void {
  session
    .prepare(
      `UPDATE intake_file SET state = 'pending', result = CASE
           WHEN json_extract(result, '$.id') IS NULL THEN NULL ELSE json_object('id', json_extract(result, '$.id')) END
         WHERE intake_id = ? AND state = 'failed'`,
    )
    .run(id);
}

/** An intake goes on in a new job. */
export function recordRunning(session: MatterSession, id: IntakeId, jobId: string): void {
  session.run(sql.updateTable('intake').set({ state: 'running', job_id: jobId }).where('id', '=', id));
}

/**
 * An intake stopped. One that ended without failures is taken off the list; of one with failures only those are kept. What
 * it took in is no longer missing from other intakes. Must run inside a transaction.
 */
export function recordStopped(
  session: MatterSession,
  id: IntakeId,
  state: 'paused' | 'cancelled' | 'ended',
): void {
  settleOthers(session, id);
  const counts = countFiles(session, id);
  if (state === 'ended' && counts.failed === 0 && counts.done === counts.total) {
    session.run(sql.deleteFrom('intake').where('id', '=', id));
    return;
  }
  session.run(sql.updateTable('intake').set({ state, job_id: null }).where('id', '=', id));
  foldDone(session, id, counts.done);
}

/** Files that are done are no longer kept one by one. */
function foldDone(session: MatterSession, id: string, done: number): void {
  const asked = askedOf(session, id);
  session.run(sql.deleteFrom('intake_file').where('intake_id', '=', id).where('state', '=', 'done'));
  session.run(
    sql
      .updateTable('intake')
      .set({ asked: JSON.stringify({ ...asked, doneBefore: asked.doneBefore + done }) })
      .where('id', '=', id),
  );
}

/** Files that an earlier intake left, or failed at, and this one took in are done there too; one without others is over. */
function settleOthers(session: MatterSession, id: string): void {
  const take = session.prepare(
    `UPDATE intake_file SET state = 'done', result = NULL
       WHERE intake_id = ? AND state <> 'done' AND path <> ''
         AND path IN (SELECT path FROM intake_file WHERE intake_id = ? AND state = 'done')`,
  );
  for (const other of session.all(sql.selectFrom('intake').select('id').where('id', '<>', id))) {
    if (runningIntake(session, other.id) || take.run(other.id, id).changes === 0) continue;
    const { total, done } = countFiles(session, other.id);
    if (done === total) session.run(sql.deleteFrom('intake').where('id', '=', other.id));
    else foldDone(session, other.id, done);
  }
}

function countFiles(session: MatterSession, id: string): { total: number; done: number; failed: number } {
  return session
    .prepare(
      `SELECT count(*) AS total, count(*) FILTER (WHERE state = 'done') AS done,
              count(*) FILTER (WHERE state = 'failed') AS failed
         FROM intake_file WHERE intake_id = ?`,
    )
    .get(id) as { total: number; done: number; failed: number };
}

/** Intakes that were not finished or had failures, newest first. One that a crash stopped reads as interrupted. */
export function listIntakes(session: MatterSession): Intake[] {
  const rows = session.all(
    sql.selectFrom('intake').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc'),
  );
  return rows.map((row) => {
    const { custodian, source, doneBefore } = JSON.parse(row.asked) as Asked;
    const counts = countFiles(session, row.id);
    const running = runningIntake(session, row.id);
    return {
      id: row.id as IntakeId,
      startedAt: row.started_at,
      state: running ? 'running' : row.state === 'running' ? 'interrupted' : row.state,
      custodian,
      source,
      total: counts.total + doneBefore,
      done: counts.done + doneBefore,
      failed: counts.failed,
      jobId: running ? row.job_id : null,
    };
  });
}

/** How far an intake got, of its files. */
export function progressOf(
  session: MatterSession,
  id: IntakeId,
): { total: number; done: number; left: number } {
  const counts = countFiles(session, id);
  const { doneBefore } = askedOf(session, id);
  const [total, done] = [counts.total + doneBefore, counts.done + doneBefore];
  return { total, done, left: total - done - counts.failed };
}

/** Takes an intake off the list. Must run inside a transaction. @throws AppError NOT_FOUND */
export function forgetIntake(session: MatterSession, id: IntakeId): void {
  if (session.run(sql.deleteFrom('intake').where('id', '=', id)) === 0)
    throw new AppError('NOT_FOUND', { what: 'intake' });
}
