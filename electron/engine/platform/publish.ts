import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isProcessAlive } from './process-alive.ts';
import { systemErrorCode } from './system-errors.ts';

/** What a new database file may have beside it while it is written. */
const sideFiles = ['', '-journal', '-wal', '-shm'];

/** Bytes of a target's name that a staged file's begins with: with all of a long one, and what is added to it, it could not be made. */
const maxStemBytes = 100;

/**
 * Where a file is written before it is whole: beside its target, so that publishing it is one step. The name says which
 * process writes it, so that what a crash leaves is known as such.
 */
export function stagedPath(target: string, id: string): string {
  return join(dirname(target), `${stagedStem(target)}${process.pid}-${id.slice(-12)}.partial`);
}

function stagedStem(target: string): string {
  let stem = '';
  for (const character of basename(target)) {
    if (Buffer.byteLength(stem + character) > maxStemBytes) break;
    stem += character;
  }
  return `.${stem}.`;
}

/** Removes what processes that are gone left half written for a target, as far as this account may. */
export function removeLeftovers(target: string): void {
  const prefix = withoutPoints(stagedStem(target));
  for (const name of namesIn(dirname(target)).filter((each) => each.startsWith('.'))) {
    // What is staged for a staged file, as a new matter that becomes a copy is, has one point more.
    const own = withoutPoints(name);
    const pid = own.startsWith(prefix) ? /^(\d+)-[^.]+\.partial/.exec(own.slice(prefix.length))?.[1] : null;
    if (pid && !isProcessAlive(Number(pid))) removeIfAllowed(join(dirname(target), name));
  }
}

const withoutPoints = (name: string) => name.replace(/^\.+/, '');

function removeIfAllowed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Another account's in a shared folder, or one that a scanner holds open: it is in nobody's way.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder may take files and not be listed, as a drop box: what lies there stays.
    return [];
  }
}

/**
 * Gives a finished file its name, in one step and only if that name is free. Two programs can never both succeed.
 *
 * @returns false if something has that name already; the staged file then still stands
 */
export function publish(staged: string, target: string): boolean {
  flush(staged);
  try {
    linkSync(staged, target);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return false;
    // File systems without hard links (exFAT, some network shares).
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK' && code !== 'EACCES')
      throw error;
    if (existsSync(target)) return false;
    renameSync(staged, target);
    return true;
  }
  rmSync(staged);
  return true;
}

/** Makes sure the bytes are on the disk before the name is. */
export function flush(filePath: string): void {
  const file = openSync(filePath, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a database file and whatever stands beside it; nothing there is fine. */
export function removeDatabase(filePath: string): void {
  for (const suffix of sideFiles) rmSync(`${filePath}${suffix}`, { force: true });
}
