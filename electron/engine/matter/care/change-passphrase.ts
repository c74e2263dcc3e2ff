import { copyFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { Platform } from '../../platform/platform.ts';
import { openDatabase, quoteKey } from '../../store/database.ts';
import { flush, flushNames, removeDatabase, stagedPath } from '../../platform/publish.ts';
import { withoutTimeLimit } from './copies.ts';

/**
 * Changes the passphrase of a closed matter file: on a copy, which is read back in full under the new passphrase and then
 * replaces the file in one step. Whenever this is interrupted, the matter is complete, under either the old passphrase or
 * the new.
 *
 * @param current null when the file is not encrypted
 * @param next null to leave it unencrypted
 * @throws AppError MATTER_DAMAGED when the copy cannot be confirmed; DISK_FULL
 */
export async function changePassphrase(
  platform: Platform,
  filePath: string,
  current: string | null,
  next: string | null,
): Promise<void> {
  const staged = stagedPath(filePath, platform.newId());
  const { nativeBinding } = platform;
  try {
    copyFileSync(filePath, staged);
    const db = openDatabase(staged, {
      passphrase: current,
      isReadOnly: false,
      mustExist: true,
      nativeBinding,
    });
    try {
      // SQLite refuses to rekey a database in WAL mode.
      db.pragma('journal_mode = DELETE');
      db.pragma(`rekey = ${quoteKey(next ?? '')}`);
    } finally {
      db.close();
    }
    const { problems } = await runInWorker(
      platform,
      'matter.check',
      { filePath: staged, passphrase: next, isOwnFile: true },
      { ...withoutTimeLimit, limitCode: 'INTERRUPTED' },
    );
    if (problems[0]) throw new AppError('MATTER_DAMAGED', { reason: problems[0].message });
    flush(staged);
    await rename(staged, filePath);
    flushNames(dirname(filePath));
  } finally {
    removeDatabase(staged);
  }
}
