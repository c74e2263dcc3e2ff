import { existsSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { Api, JobResult } from '../../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../../shared/contract/define.ts';
import { formatCount } from '../../../../shared/domain/amounts.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ReviewCopyId } from '../../../../shared/model/common.ts';
import type { ReviewCopy } from '../../../../shared/model/review.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker, type WorkerLimits } from '../../jobs/worker-pool.ts';
import type { MatterFile } from '../../jobs/worker-thread.ts';
import { createMatterFile } from '../../matter/index.ts';
import { hashFile } from '../../platform/hash-file.ts';
import { publish, removeDatabase, removeLeftovers, stagedPath } from '../../platform/publish.ts';
import { assertFolder, unwritable } from '../../platform/unwritable.ts';
import { appendAudit } from '../../store/audit.ts';
import { appendCustody } from '../../store/custody.ts';
import { openDatabase } from '../../store/database.ts';
import { sql } from '../../store/query-builder.ts';
import { MatterSession } from '../../store/session.ts';

type ExportRequest = Omit<ParsedInputOf<Api, 'review.copy.export'>, 'matterId'>;

/** A copy of many originals may take hours on a slow disk; it ends when it is done or canceled, not before. */
const withoutTimeLimit = 2 ** 31 - 1;

/**
 * Makes one encrypted matter file with chosen items for a colleague. It is written beside its place, read back in full, and gets
 * its name in the transaction in which the matter notes that it was made: there is never the one without the other.
 *
 * The copy is a matter of its own, with an id of its own, so that both can be open at once; its row in `review_copy` says which
 * copy of which making it is.
 *
 * @throws AppError NOT_FOUND, FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL, MATTER_DAMAGED, CANCELLED
 */
export async function exportCopy(
  request: ExportRequest,
  context: JobContext,
): Promise<JobResult<'review.copy.export'>> {
  const { platform, person } = context;
  const target = resolve(context.resolveFile(request.target));
  const fileName = basename(target);
  if (existsSync(target)) throw new AppError('FILE_EXISTS', { name: fileName });
  const copy: ReviewCopy = {
    id: platform.newId() as ReviewCopyId,
    name: request.name,
    mode: request.mode,
    madeAt: platform.now(),
    madeBy: person,
    items: new Set(request.ids).size,
    mergedAt: null,
  };
  const staged: MatterFile = {
    filePath: stagedPath(target, platform.newId()),
    passphrase: request.passphrase,
  };
  try {
    assertFolder(target);
    removeLeftovers(target);
    createEmptyCopy(staged, context);
    const contents = await fill(staged, copy, request, context);
    await finish(staged, copy, context);
    const sha256 = await hashFile(staged.filePath);
    context.signal.throwIfAborted();
    record(staged, target, copy, context);
    return {
      copyId: copy.id,
      fileName,
      ...(context.isTrusted && { path: target }),
      sha256,
      ...contents,
    };
  } catch (error) {
    if (context.signal.aborted) throw new AppError('CANCELLED', {}, { cause: error });
    throw unwritable(error, fileName);
  } finally {
    removeDatabase(staged.filePath);
  }
}

/** A matter of the same name, court and number, with nothing in it. */
function createEmptyCopy({ filePath, passphrase }: MatterFile, { session, platform }: JobContext): void {
  const fields = session.one(
    sql.selectFrom('matter').select(['title', 'court', 'number', 'judge', 'timezone']),
  );
  createMatterFile(platform, filePath, fields, { passphrase, isSample: false });
}

function fill(staged: MatterFile, copy: ReviewCopy, request: ExportRequest, context: JobContext) {
  const { filePath, passphrase } = context.session;
  const { ids, includesNotes, includesWorkProduct, includesCoding, includesDocket } = request;
  return runInWorker(
    context.platform,
    'review.writeCopy',
    {
      source: { filePath, passphrase },
      target: staged,
      plan: {
        ids,
        copy,
        includesNotes,
        includesWorkProduct,
        includesCoding,
        includesDocket,
        isForComments: copy.mode === 'comment',
      },
    },
    limitsOf(context),
  );
}

/** Writes the copy's own first audit row, then reads all of it back: database, originals, chains. */
async function finish(staged: MatterFile, copy: ReviewCopy, context: JobContext): Promise<void> {
  withFile(staged, 'write', context, (db) => {
    const id = db.prepare('SELECT id FROM matter').pluck().get() as string;
    const { platform, person } = context;
    const session = new MatterSession({ id, ...staged, isReadOnly: false, db, platform });
    appendAudit(session, {
      operation: 'review.copy.export',
      summary: `begin as the review copy “${copy.name}” of this matter`,
      person,
    });
  });
  const { problems } = await runInWorker(
    context.platform,
    'matter.check',
    { ...staged, isOwnFile: true },
    limitsOf(context),
  );
  if (problems[0]) throw new AppError('MATTER_DAMAGED', { reason: problems[0].message });
}

function limitsOf({ signal, progress }: JobContext): WorkerLimits {
  return {
    timeoutMs: withoutTimeLimit,
    limitCode: 'INTERRUPTED',
    signal,
    onProgress: (value) => {
      const { done, total, note } = value as { done: number; total: number; note: string };
      progress(done, total, note);
    },
  };
}

/** Notes in the matter what was handed out, and gives the file its name, in one step. */
function record(staged: MatterFile, target: string, copy: ReviewCopy, context: JobContext): void {
  const { session, person } = context;
  const fileName = basename(target);
  const written = withFile(staged, 'read', context, readWritten);
  let isPublished = false;
  try {
    context.commit(`make the review copy “${copy.name}” of ${formatCount(copy.items, 'item')}`, () => {
      const { id, name, mode, madeAt, items } = copy;
      session.run(
        sql.insertInto('review_copy').values({
          id,
          name,
          mode,
          made_at: madeAt,
          made_by: JSON.stringify(copy.madeBy),
          items,
          merged_at: null,
          is_self: 0,
        }),
      );
      const addNote = session.prepare('INSERT INTO review_copy_note VALUES (?, ?, ?)');
      for (const row of written.notes) addNote.run(...row);
      const addCoding = session.prepare('INSERT INTO review_copy_coding VALUES (?, ?, ?)');
      for (const row of written.codings) addCoding.run(...row);
      const details = { fileName, reviewCopy: id, reviewCopyName: name, mode };
      for (const evidenceId of written.items)
        appendCustody(session, { evidenceId, action: 'exported', person, details });
      isPublished = publish(staged.filePath, target);
      if (!isPublished) throw new AppError('FILE_EXISTS', { name: fileName });
    });
  } catch (error) {
    // A file that the matter knows nothing of could never come back.
    if (isPublished) rmSync(target, { force: true });
    throw error;
  }
}

/** What the matter keeps of a copy, as it was written. */
function readWritten(db: Database.Database) {
  const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).raw().all() as string[][];
  return {
    notes: rows('review_copy_note'),
    codings: rows('review_copy_coding'),
    items: db.prepare('SELECT id FROM evidence_item ORDER BY received_at, id').pluck().all() as string[],
  };
}

function withFile<T>(
  { filePath, passphrase }: MatterFile,
  access: 'read' | 'write',
  { platform }: JobContext,
  use: (db: Database.Database) => T,
): T {
  const db = openDatabase(filePath, {
    passphrase,
    isReadOnly: access === 'read',
    mustExist: true,
    nativeBinding: platform.nativeBinding,
  });
  try {
    return use(db);
  } finally {
    db.close();
  }
}
