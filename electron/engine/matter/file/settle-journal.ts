import { setTimeout as wait } from 'node:timers/promises';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { declaredError } from '../../platform/system-errors.ts';
import type { MatterSession } from '../../store/session.ts';

const attempts = 20;
const pauseMs = 50;

/**
 * Moves everything from the log into the matter file, so that closing leaves one file.
 *
 * @returns null on success, or why it failed: another program reads the matter (MATTER_IN_USE), or there is no room
 *   (DISK_FULL). Nothing is lost then: the log stays beside the file and is recovered when the matter is next opened.
 */
export async function settleJournal({ db, isReadOnly }: MatterSession): Promise<AppError | null> {
  if (isReadOnly) return null;
  for (let attempt = 1; ; attempt++) {
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
      return null;
    } catch (error) {
      const declared = declaredError(error);
      if (!declared) throw error;
      if (declared.code !== 'MATTER_IN_USE' || attempt === attempts) return declared;
    }
    // A worker thread that was told to end may still hold its connection for a moment.
    await wait(pauseMs);
  }
}
