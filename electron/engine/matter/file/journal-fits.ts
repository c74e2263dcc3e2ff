import { constants, copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { removeDatabase, stagedPath } from '../../platform/publish.ts';
import { isSystemError } from '../../platform/system-errors.ts';
import { openDatabase } from '../../store/database.ts';
import { isSound } from '../care/database-checks.ts';

/**
 * Makes sure that a journal which a crash left belongs to the matter it stands beside: SQLite takes changes back by one of another copy
 * just as well, cuts the file to the length of that copy, and so destroys it. Nothing in a journal names the file it was made for, so it
 * is tried on a copy; the matter itself is only read. To be called where SQLite would take the journal's changes back.
 *
 * @throws AppError MATTER_LOG_FOREIGN; the driver's SQLITE_NOTADB for a wrong passphrase; the system's errors where there is no room for
 *   the copy
 */
export function assertJournalFits(filePath: string, options: Parameters<typeof openDatabase>[1]): void {
  const trial = stagedPath(filePath, 'journal');
  const journal = `${filePath}-journal`;
  try {
    copyFileSync(filePath, trial, constants.COPYFILE_FICLONE);
    const refusal = refusalOf(trial, options);
    copyFileSync(journal, `${trial}-journal`);
    if (isWhole(trial, options)) return;
    // An encrypted page of another file reads as one of a wrong passphrase: only without the journal can it be told which it is.
    if (isSystemError(refusal, 'SQLITE_NOTADB')) throw refusal;
    throw new AppError('MATTER_LOG_FOREIGN', { name: basename(filePath), log: basename(journal) });
  } finally {
    removeDatabase(trial);
  }
}

/** Why a file does not open by itself; null where it does. */
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
