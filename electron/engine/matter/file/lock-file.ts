import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { safeStack } from '../../../../shared/errors/scrub.ts';
import type { Platform } from '../../platform/platform.ts';
import { isProcessAlive } from '../../platform/process-alive.ts';
import { stagedPath } from '../../platform/publish.ts';
import { isSystemError } from '../../platform/system-errors.ts';

/** How often the holder gives a sign of life, and after how long without one it counts as gone, in milliseconds. */
const heartbeatMs = 30_000;
const staleAfterMs = 120_000;

interface Holder {
  readonly pid: number;
  readonly account: string;
  readonly machine: string;
  readonly since: string;
  /** Distinguishes this lock from any other. */
  readonly token: string;
}

/** The locks that this program holds. */
const held = new Set<string>();

/** The right to write a matter, held by one program at a time. */
export interface MatterLock {
  /**
   * Asked before each change: while a machine slept, another may have taken the lock over, and two writers on a network share
   * destroy a matter. The file is read only where its last sign of life is old enough for that.
   *
   * @throws AppError MATTER_IN_USE
   */
  assertHeld(): void;
  release(): void;
}

/**
 * Takes the right to write a matter: a small file beside it that says who has it open. On one machine SQLite itself keeps
 * two writers apart; the lock tells people who has the matter, and protects network shares, where SQLite's own locks cannot
 * be trusted. A lock left by a crash is taken over once its process is gone from this machine, or has given no sign of life
 * for two minutes. A process of this machine may only have been held up, or slept with it: its lock is taken over where the
 * id has gone to another process, which does not have the matter open.
 *
 * @param isUnused whether no other process of this machine has the matter open
 * @throws AppError MATTER_IN_USE, naming the account and machine that hold it
 */
export function takeLock(filePath: string, platform: Platform, isUnused: () => boolean): MatterLock {
  const lockPath = lockPathOf(filePath);
  const holder: Holder = {
    pid: process.pid,
    account: platform.account,
    machine: platform.machine,
    since: platform.now(),
    token: platform.newId(),
  };
  const content = JSON.stringify(holder);
  if (!write(lockPath, content)) {
    removeStale(lockPath, platform, isUnused);
    if (!write(lockPath, content)) throw inUse(readHolder(lockPath)?.holder ?? null);
  }
  held.add(holder.token);
  const isOurs = () => readHolder(lockPath)?.content === content;
  let livedAt = Date.now();
  const giveSignOfLife = () => {
    // One that somebody removed by hand is made anew, unless another program may have had it meanwhile.
    const isKept = isOurs() || (Date.now() - livedAt < staleAfterMs && write(lockPath, content));
    if (!isKept) return false;
    touch(lockPath, content);
    livedAt = Date.now();
    return true;
  };
  const timer = setInterval(() => {
    try {
      if (giveSignOfLife()) return;
      platform.log.warn('another program took the lock of an open matter');
    } catch (error) {
      // A share that is briefly unavailable must not end the process that has the matter open.
      platform.log.warn('the lock of an open matter shows no sign of life', { stack: safeStack(error) });
    }
  }, heartbeatMs);
  timer.unref();
  return {
    assertHeld() {
      if (Date.now() - livedAt > staleAfterMs / 2 && !giveSignOfLife())
        throw inUse(readHolder(lockPath)?.holder ?? null);
    },
    release() {
      clearInterval(timer);
      held.delete(holder.token);
      if (isOurs()) rmSync(lockPath, { force: true });
    },
  };
}

/** The path of a matter's lock: beside it, so that every machine that can reach the matter sees it. */
export function lockPathOf(filePath: string): string {
  return `${filePath}.lock`;
}

/** Whether the file could be created, which only one program can do. One that could not be written, on a full disk, is removed: it would lock everyone out. */
function write(lockPath: string, content: string): boolean {
  const file = make(lockPath);
  if (file === null) return false;
  try {
    writeFileSync(file, content);
  } catch (error) {
    closeSync(file);
    rmSync(lockPath, { force: true });
    throw error;
  }
  closeSync(file);
  return true;
}

function make(lockPath: string): number | null {
  try {
    return openSync(lockPath, 'wx');
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return null;
    throw error;
  }
}

/** Writes the same again, so that the disk dates it: a network share by the clock of its server, which all who look at it share. */
function touch(lockPath: string, content: string): void {
  const file = openSync(lockPath, 'r+');
  try {
    writeSync(file, content, 0);
  } finally {
    closeSync(file);
  }
}

/** What time it is by the clock that the disk dates files by; those of two machines may be minutes apart. */
function diskTime(aside: string): number {
  closeSync(openSync(aside, 'wx'));
  const { mtimeMs } = statSync(aside);
  rmSync(aside);
  return mtimeMs;
}

function removeStale(lockPath: string, platform: Platform, isUnused: () => boolean): void {
  const aside = stagedPath(lockPath, platform.newId());
  const now = diskTime(aside);
  const found = readHolder(lockPath);
  if (!found) return;
  const isOld = now - found.livedAt > staleAfterMs;
  if (!isStale(found.holder, isOld, platform, isUnused)) throw inUse(found.holder);
  // Moved aside first: of two programs that both find it stale only one can move it, and the other's new lock is not removed.
  try {
    renameSync(lockPath, aside);
  } catch {
    // Another program was quicker; the next attempt to write decides.
    return;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved !== found.content) write(lockPath, moved);
  rmSync(aside);
}

interface Found {
  readonly content: string;
  /** Null if the file does not say. */
  readonly holder: Holder | null;
  /** Its last sign of life, by the disk's clock. */
  readonly livedAt: number;
}

function readHolder(lockPath: string): Found | null {
  try {
    const content = readFileSync(lockPath, 'utf8');
    return { content, holder: parseHolder(content), livedAt: statSync(lockPath).mtimeMs };
  } catch {
    // Released in the meantime.
    return null;
  }
}

function parseHolder(content: string): Holder | null {
  try {
    const value = JSON.parse(content) as Partial<Holder> | null;
    return typeof value?.pid === 'number' && typeof value.machine === 'string' ? (value as Holder) : null;
  } catch {
    // Half written by a program that stopped just then.
    return null;
  }
}

function isStale(
  holder: Holder | null,
  isOld: boolean,
  platform: Platform,
  isUnused: () => boolean,
): boolean {
  if (holder === null || holder.machine !== platform.machine) return isOld;
  // One that went along with a matter's folder could not be removed when the matter was closed.
  if (holder.pid === process.pid) return !held.has(holder.token);
  return !isProcessAlive(holder.pid) || (isOld && isUnused());
}

function inUse(holder: Holder | null): AppError {
  return new AppError('MATTER_IN_USE', holder ? { by: `${holder.account} on ${holder.machine}` } : {});
}
