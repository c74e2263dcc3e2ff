import { existsSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { flushNames, stagedWhere } from '../../platform/publish.ts';
import { isSystemError, systemErrorCode } from '../../platform/system-errors.ts';
import { sql } from '../../store/query-builder.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import type { MatterSession } from '../../store/session.ts';

/** Marks of the matter under which the folders of unfinished builds are remembered. */
const markPrefix = 'exhibits.staging:';
const maxClashes = 10_000;
/** For how long a folder that cannot be renamed is tried again, in milliseconds. */
const heldForMs = 5_000;

/** The folder of an unfinished build. */
export interface StagingFolder {
  readonly path: string;
  /** Removes it, if it is still there, and the chosen folder if that was made for it and is empty. */
  readonly drop: () => Promise<void>;
}

/**
 * Makes a folder for a build inside the chosen one, on the same disk, so that it can be published by a rename. It is
 * remembered in the matter, so that what a crash leaves of it is removed when the matter is opened again; not in one that is open
 * to read only, where nothing is built, but builds are compared.
 *
 * @throws AppError FILE_UNWRITABLE
 */
export async function beginStaging(
  session: MatterSession,
  target: string,
  id: string,
): Promise<StagingFolder> {
  const folder = join(target, `.forthwith-${id}.part`);
  if (!isToReadOnly(session))
    session.run(sql.insertInto('mark').values({ name: markPrefix + id, value: folder }));
  try {
    const removeIfEmpty = await makeFolder(target);
    await makeFolder(folder);
    return {
      path: folder,
      drop: async () => {
        await rm(stagedWhere(folder), { recursive: true, force: true });
        await removeIfEmpty();
        if (session.db.open) forgetStaging(session, id);
      },
    };
  } catch (error) {
    forgetStaging(session, id);
    throw error;
  }
}

function forgetStaging(session: MatterSession, id: string): void {
  if (isToReadOnly(session)) return;
  session.run(sql.deleteFrom('mark').where('name', '=', markPrefix + id));
}

/** Removes what unfinished builds left behind when the program stopped. Called when a matter is opened. */
export function sweepStagedBuilds(session: MatterSession): void {
  const marks = session.all(sql.selectFrom('mark').selectAll().where('name', 'like', `${markPrefix}%`));
  for (const { name, value } of marks) {
    // Never anything but a folder of ours, whatever a mark says.
    if (/^\.forthwith-[\w-]+\.part$/.test(basename(value))) {
      try {
        rmSync(stagedWhere(value), { recursive: true, force: true });
      } catch (error) {
        // On a disk that is away or read-only now: the mark stays for the next time.
        session.platform.log.warn('unfinished build not removed', { reason: reasonOf(error) });
        continue;
      }
    }
    session.run(sql.deleteFrom('mark').where('name', '=', name));
  }
}

/**
 * Gives a finished folder its name, or the next free one; nothing is ever replaced.
 *
 * @param announce told each name before it is tried: the full path
 * @returns the published folder
 * @throws AppError FILE_EXISTS when every name of its series is taken; errors of the file system
 */
export async function publishFolder(
  staged: string,
  target: string,
  wanted: string,
  announce: (folder: string) => void,
): Promise<string> {
  for (let number = 1; number <= maxClashes; number += 1) {
    // Not as for files: the points of "Smith v. Jones" begin no extension.
    const folder = join(target, number === 1 ? wanted : `${wanted} (${number})`);
    // A rename would replace an empty folder, which is someone's too.
    if (existsSync(folder)) continue;
    announce(folder);
    try {
      await renameWhenFree(staged, folder);
      flushNames(target);
      return folder;
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  }
  throw new AppError('FILE_EXISTS', { name: wanted });
}

/** Windows renames no folder while a virus scanner holds one of its new files open, and says that it may not be done. */
async function renameWhenFree(staged: string, folder: string): Promise<void> {
  const until = performance.now() + heldForMs;
  for (let waitMs = 50; ; waitMs *= 2) {
    try {
      return await rename(staged, folder);
    } catch (error) {
      const isHeld = ['EACCES', 'EBUSY', 'EPERM'].some((code) => isSystemError(error, code));
      if (!isHeld || existsSync(folder) || performance.now() > until) throw error;
    }
    await setTimeout(waitMs);
  }
}

function reasonOf(error: unknown): string {
  const code = systemErrorCode(error) ?? 'unknown';
  return code === 'EACCES' || code === 'EPERM' ? 'no permission' : code;
}
