import { constants, copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { removeDatabase, stagedPath } from '../../platform/publish.ts';
import { isSystemError } from '../../platform/system-errors.ts';
import { openDatabase } from '../../store/database.ts';
import { isSound } from '../care/database-checks.ts';

/**
 * Makes sure that a journal left by a crash belongs to the matter beside it: SQLite would also roll back with the journal of
 * another copy, truncate the file to that copy's length, and so destroy it. A journal does not name its file, so it is tried
 * on a copy; the matter itself is only read. To be called wherever SQLite would roll the journal back.
 *
 * @throws AppError MATTER_LOG_FOREIGN; the driver's SQLITE_NOTADB for a wrong passphrase; the system's errors if there is no
 *   room for the copy
 */
export function assertJournalFits(filePath: string, options: Parameters<typeof openDatabase>[1]): void {
  const trial = stagedPath(filePath, 'journal');
  const journal = `${filePath}-journal`;
  try {
    copyFileSync(filePath, trial, constants.COPYFILE_FICLONE);
    const refusal = refusalOf(trial, options);
    copyFileSync(journal, `${trial}-journal`);
    if (isWhole(trial, options)) return;
    // A foreign encrypted page looks like a wrong passphrase; only without the journal can the two be told apart.
    if (isSystemError(refusal, 'SQLITE_NOTADB')) throw refusal;
    throw new AppError('MATTER_LOG_FOREIGN', { name: basename(filePath), log: basename(journal) });
  } finally {
    removeDatabase(trial);
  }
}

/** The error of opening a file by itself; null if it opens. */
function refusalOf(filePath: string, options: Parameters<typeof openDatabase>[1]): unknown {
  try {
    openDatabase(filePath, { ...options, isReadOnly: true }).close();
    return null;
  } catch (error) {
    return error;
  }
}

function isWhole(filePath: string, options: Parameters<typeof openDatabase>[1]): boolean {
  try {
    const db = openDatabase(filePath, { ...options, isReadOnly: false });
    try {
      return isSound(db, 'integrity_check');
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
