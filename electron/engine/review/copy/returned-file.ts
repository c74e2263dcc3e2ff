import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { MatterFile } from '../../jobs/worker-thread.ts';
import { openMatterFile, schemaVersion } from '../../matter/index.ts';
import { declaredError } from '../../platform/system-errors.ts';
import type { MatterSession } from '../../store/session.ts';
import { returnedTables, type ReturnedCopy } from './read-returned.ts';

/** What checking a copy may go without a sign of life, in milliseconds. */
const stepMs = 600_000;

/** A review copy that came back: its file, and which of the copies made here it is. */
export interface ReturnedFile {
  readonly file: MatterFile;
  readonly copyId: string;
}

/**
 * Opens a file to read and tells which of this matter's copies it is.
 *
 * @throws AppError REVIEW_COPY_FOREIGN, REVIEW_COPY_DAMAGED, MATTER_WRONG_PASSPHRASE, MATTER_NEWER_THAN_APP,
 *   MATTER_NEEDS_UPDATE, FILE_NOT_FOUND, FILE_UNREADABLE
 */
export function identifyCopy(
  filePath: string,
  passphrase: string,
  { session, platform }: Pick<JobContext, 'session' | 'platform'>,
): ReturnedFile {
  const { nativeBinding } = platform;
  const name = basename(filePath);
  try {
    const opened = openMatterFile(filePath, { passphrase, isReadOnly: true, nativeBinding });
    try {
      const found = tablesOf(opened.db);
      if (!found.has('review_copy')) throw new AppError('REVIEW_COPY_FOREIGN');
      if (opened.version < schemaVersion) throw new AppError('MATTER_NEEDS_UPDATE');
      const ours = tablesOf(session.db);
      if (returnedTables.some((table) => found.get(table) !== ours.get(table)))
        throw new AppError('REVIEW_COPY_DAMAGED');
      const copyId = opened.db.prepare('SELECT id FROM review_copy WHERE is_self = 1').pluck().get();
      if (typeof copyId !== 'string' || !isKnown(session, copyId)) throw new AppError('REVIEW_COPY_FOREIGN');
      return { file: { filePath, passphrase: opened.passphrase }, copyId };
    } finally {
      opened.db.close();
    }
  } catch (error) {
    throw ofCopy(error, name);
  }
}

/**
 * Makes sure that a copy is undamaged, then reads what came back in it, each in a thread that may die of it.
 *
 * @throws AppError REVIEW_COPY_DAMAGED, CANCELLED
 */
export async function readCheckedCopy(
  { file }: ReturnedFile,
  { platform, signal, progress }: JobContext,
): Promise<ReturnedCopy> {
  const limits = {
    timeoutMs: stepMs,
    isTimePerStep: true,
    limitCode: 'REVIEW_COPY_DAMAGED',
    signal,
  } as const;
  try {
    const { problems } = await runInWorker(
      platform,
      'matter.check',
      { ...file, isOwnFile: true },
      {
        ...limits,
        onProgress: (value) => {
          const { done, total } = value as { done: number; total: number };
          progress(done, total, 'Checking the copy');
        },
      },
    );
    if (problems.length > 0) throw new AppError('REVIEW_COPY_DAMAGED');
    progress(0, 0, 'Reading notes and coding');
    return await runInWorker(platform, 'review.readReturned', file, limits);
  } catch (error) {
    throw ofCopy(error, basename(file.filePath));
  }
}

/** How each table that is read was made; a view, or a table made otherwise, is none of them. */
function tablesOf(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(returnedTables)) as { name: string; sql: string }[];
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}

function isKnown(session: MatterSession, copyId: string): boolean {
  return session.prepare('SELECT 1 FROM review_copy WHERE id = ? AND is_self = 0').get(copyId) !== undefined;
}

/** The errors of a matter file that will not open, worded for a copy: nothing is wrong with the matter that is open here. */
function ofCopy(error: unknown, name: string): unknown {
  const declared = isAppError(error) ? error : declaredError(error);
  switch (declared?.code) {
    case 'MATTER_NOT_A_MATTER':
      return new AppError('REVIEW_COPY_FOREIGN', {}, { cause: error });
    case 'MATTER_DAMAGED':
    case 'MATTER_LOG_FOREIGN':
      return new AppError('REVIEW_COPY_DAMAGED', {}, { cause: error });
    case 'MATTER_NOT_FOUND':
      return new AppError('FILE_NOT_FOUND', { name }, { cause: error });
    default:
      return declared ?? error;
  }
}
