import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { MatterFile } from '../../jobs/worker-thread.ts';
import type { Platform } from '../../platform/platform.ts';
import { flush, flushNames, removeDatabase, stagedPath } from '../../platform/publish.ts';
import { withoutTimeLimit } from './copies.ts';

/**
 * Changes the passphrase of a closed matter file: on a copy, which is read back in full under the new passphrase and then
 * replaces the file in one step. Whenever this is interrupted, the matter is complete, under either the old passphrase or
 * the new.
 *
 * @param matter its present passphrase is null when the file is not encrypted
 * @param next null to leave it unencrypted
 * @throws AppError MATTER_DAMAGED when the copy cannot be confirmed; DISK_FULL; CANCELLED
 */
export async function changePassphrase(
  platform: Platform,
  matter: MatterFile,
  next: string | null,
  signal: AbortSignal,
): Promise<void> {
  const { filePath } = matter;
  const staged = stagedPath(filePath, platform.newId());
  try {
    const { problems } = await runInWorker(
      platform,
      'matter.rekey',
      { source: matter, target: staged, next },
      { ...withoutTimeLimit, limitCode: 'INTERRUPTED', signal },
    );
    if (problems[0]) throw new AppError('MATTER_DAMAGED', { reason: problems[0].message });
    flush(staged);
    await rename(staged, filePath);
    flushNames(dirname(filePath));
  } finally {
    removeDatabase(staged);
  }
}
