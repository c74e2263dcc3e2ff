import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { MatterFile } from '../../jobs/worker-thread.ts';
import { hashFile } from '../../platform/hash-file.ts';
import type { Platform } from '../../platform/platform.ts';
import { hasLog } from '../file/header.ts';
import { beginCopy, publish, removeDatabase, removeLeftovers, stagedPath } from '../../platform/publish.ts';
import { assertFolder, unwritable } from '../../platform/unwritable.ts';
import type { MatterSession } from '../../store/session.ts';
import type { CheckProgress } from './check-matter.ts';
import { copyMatterTask } from './tasks.ts';

/** Copying a whole matter may take hours on a slow disk, so it has no time limit. */
export const withoutTimeLimit = { timeoutMs: 2 ** 31 - 1 } as const;

export interface CopiedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface CopyOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: CheckProgress) => void;
  /** The error when the target's name is taken. */
  readonly existsCode?: 'FILE_EXISTS' | 'MATTER_EXISTS';
}

/**
 * Writes a verified copy of a matter, open or not, in a worker thread. It appears under its name only once it has been read
 * back in full, with the rights of the matter's own file, and never replaces anything.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, MATTER_BACKUP_FAILED, DISK_FULL, CANCELLED
 */
export function backUpFile(
  platform: Platform,
  source: MatterFile,
  target: string,
  { signal, onProgress, existsCode = 'FILE_EXISTS' }: CopyOptions = {},
): Promise<CopiedFile> {
  return writeCopy(platform, [source.filePath, target], { signal, existsCode }, (staged) =>
    runInWorker(
      platform,
      'matter.copy',
      { source, target: staged },
      {
        ...withoutTimeLimit,
        limitCode: 'MATTER_BACKUP_FAILED',
        ...(signal && { signal }),
        onProgress: (value) => onProgress?.(value as CheckProgress),
      },
    ),
  );
}

/**
 * Writes a verified copy of an open matter whose file is no longer in its place, where nothing else can open it: of one that was
 * removed, this connection has the last of it. It holds up everything else meanwhile.
 *
 * @throws AppError those of backUpFile
 */
export function backUpMoved(session: MatterSession, target: string): Promise<CopiedFile> {
  const { platform, passphrase, filePath, db } = session;
  const context = { platform, progress: () => {}, openMatter: () => db };
  return writeCopy(platform, [filePath, target], {}, async (staged) =>
    copyMatterTask({ source: { filePath, passphrase }, target: staged }, context),
  );
}

/**
 * Restores a backup as a new matter file, byte for byte, and reads it in full before giving it its name.
 *
 * @param backup its passphrase is needed to read it back, and becomes the restored matter's
 * @throws AppError MATTER_EXISTS, FILE_UNWRITABLE, MATTER_DAMAGED, DISK_FULL, CANCELLED
 */
export function restoreFile(
  platform: Platform,
  backup: MatterFile,
  target: string,
  signal: AbortSignal,
): Promise<CopiedFile> {
  const options = { signal, existsCode: 'MATTER_EXISTS' } as const;
  // With a log beside it, the file alone is not the whole matter.
  if (hasLog(backup.filePath)) return backUpFile(platform, backup, target, options);
  return writeCopy(platform, [backup.filePath, target], options, async (staged) => {
    const bytes = createReadStream(backup.filePath, { highWaterMark: 1024 * 1024 });
    await pipeline(bytes, createWriteStream(staged), { signal });
    const { problems } = await runInWorker(
      platform,
      'matter.check',
      { filePath: staged, passphrase: backup.passphrase, isOwnFile: true },
      { ...withoutTimeLimit, limitCode: 'MATTER_BACKUP_FAILED', signal },
    );
    if (!problems[0]) return;
    // The bytes are the same, so any fault is the backup's.
    const isFaithful = (await hashFile(staged)) === (await hashFile(backup.filePath));
    throw new AppError('MATTER_BACKUP_FAILED', {
      reason: problems[0].message,
      damaged: isFaithful ? 'backup' : null,
    });
  });
}

async function writeCopy(
  platform: Platform,
  [source, target]: readonly [source: string, target: string],
  { signal, existsCode = 'FILE_EXISTS' }: CopyOptions,
  write: (staged: string) => Promise<unknown>,
): Promise<CopiedFile> {
  const fileName = basename(target);
  if (existsSync(target)) throw new AppError(existsCode, { name: fileName });
  const staged = stagedPath(target, platform.newId());
  try {
    assertFolder(target);
    removeLeftovers(target);
    beginCopy(source, staged);
    await write(staged);
    const copied = { fileName, sha256: await hashFile(staged, signal), bytes: (await stat(staged)).size };
    if (!publish(staged, target)) throw new AppError(existsCode, { name: fileName });
    return copied;
  } catch (error) {
    signal?.throwIfAborted();
    throw unwritable(error, fileName);
  } finally {
    removeDatabase(staged);
  }
}
