import { copyFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Verification } from '../../../../shared/model/matter.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import { openDatabase, quoteKey } from '../../store/database.ts';
import { checkMatter, verifyMatter } from './check-matter.ts';

export interface CheckInput extends MatterFile {
  /** Whether it is a private copy that is discarded at once; faults of its source do not count against it. */
  readonly isOwnFile?: boolean;
}

/** Checks a matter on a read-only connection of the thread. Progress: CheckProgress. */
export function checkMatterTask(matter: CheckInput, context: WorkerContext): Verification {
  const { platform, progress } = context;
  if (!matter.isOwnFile) return verifyMatter(context.openMatter(matter), platform, progress);
  const { nativeBinding } = platform;
  const { filePath, passphrase } = matter;
  const db = openDatabase(filePath, { passphrase, isReadOnly: true, mustExist: true, nativeBinding });
  try {
    return checkMatter(db, progress);
  } finally {
    db.close();
  }
}

export interface CopyInput {
  readonly source: MatterFile;
  /** An unused path, or that of an empty file. */
  readonly target: string;
}

/**
 * Copies a matter as of one moment, then reads the copy back in full: database, originals, chains; and nothing that only
 * ever grows may have shrunk. `VACUUM INTO` works while the matter is open and written to, and keeps its key.
 *
 * @throws AppError MATTER_BACKUP_FAILED; the caller must then remove whatever is at the target
 */
export function copyMatterTask({ source, target }: CopyInput, context: WorkerContext): null {
  const db = context.openMatter(source);
  context.progress({ done: 0, total: 0, note: 'Copying' });
  const before = countLasting(db);
  db.prepare('VACUUM INTO ?').run(target);
  const { nativeBinding } = context.platform;
  const { passphrase } = source;
  const copy = openDatabase(target, { passphrase, isReadOnly: false, mustExist: true, nativeBinding });
  try {
    const after = countLasting(copy);
    if (lasting.some((_, i) => after[i]! < before[i]!)) throw failed('part of it is missing');
    const { problems } = checkMatter(copy, context.progress);
    if (problems[0]) throw failed(problems[0].message, isDamaged(db) ? 'matter' : null);
    // Work that runs now does not run in the copy: opened later, it must not report interrupted jobs.
    copy.exec(`DELETE FROM job WHERE state = 'running'`);
  } finally {
    copy.close();
  }
  return null;
}

export interface RekeyInput extends CopyInput {
  /** The copy's passphrase; null to leave it unencrypted. */
  readonly next: string | null;
}

/** Copies a closed matter file, byte for byte, gives the copy another passphrase, and reads it back in full under that. */
export function rekeyMatterTask({ source, target, next }: RekeyInput, context: WorkerContext): Verification {
  copyFileSync(source.filePath, target);
  const { nativeBinding } = context.platform;
  const { passphrase } = source;
  const db = openDatabase(target, { passphrase, isReadOnly: false, mustExist: true, nativeBinding });
  try {
    // SQLite refuses to rekey a database in WAL mode.
    db.pragma('journal_mode = DELETE');
    db.pragma(`rekey = ${quoteKey(next ?? '')}`);
  } finally {
    db.close();
  }
  return checkMatterTask({ filePath: target, passphrase: next, isOwnFile: true }, context);
}

/** Counts of what only ever grows: whatever is written during the copy, it holds at least this much. */
const lasting = ['evidence_item', 'custody_event', 'audit_event', 'matter'] as const;

function countLasting(db: Database.Database): number[] {
  return lasting.map((table) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!);
}

/** Whether a copy failed because of its source, so that another target would not help. */
function isDamaged(source: Database.Database): boolean {
  return !checkMatter(source, () => {}).ok;
}

function failed(reason: string, damaged: 'matter' | null = null): AppError {
  return new AppError('MATTER_BACKUP_FAILED', { reason, damaged });
}
