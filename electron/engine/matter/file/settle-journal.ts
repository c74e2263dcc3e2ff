import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '../../platform/platform.ts';
import type { MatterSession } from '../../store/session.ts';

const attempts = 20;
const pauseMs = 50;

/**
 * Brings everything from the log into the matter file, so that closing leaves one file. A reader elsewhere (another program
 * that has the matter open to read only) can prevent it; then the log stays, and whoever closes last takes it away.
 */
export async function settleJournal(session: MatterSession, platform: Platform): Promise<void> {
  if (session.isReadOnly || !session.db.open) return;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      session.db.pragma('wal_checkpoint(TRUNCATE)');
      session.db.pragma('journal_mode = DELETE');
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!code.startsWith('SQLITE_BUSY') && !code.startsWith('SQLITE_LOCKED')) throw error;
    }
    // A worker thread that was told to end may still hold its connection for a moment.
    await wait(pauseMs);
  }
  platform.log.warn('a matter was closed with its log beside it: it is still read elsewhere');
}
