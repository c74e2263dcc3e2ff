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
import { basename, dirname, join, relative } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { numberedName } from './file-names.ts';
import { isProcessAlive } from './process-alive.ts';
import { systemErrorCode } from './system-errors.ts';

/** What a new database file may have beside it while it is written. */
const sideFiles = ['', '-journal', '-wal', '-shm'];

/** Bytes of a target's name that a staged file's begins with: with all of a long one, and what is added to it, it could not be made. */
const maxStemBytes = 100;

/** More files of one name than this in a folder is no folder of exports. */
const maxClashes = 10_000;

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
    // What is staged for a staged file, as a new matter that becomes a copy is, has one more dot.
    const own = withoutPoints(name);
    const pid = own.startsWith(prefix) ? /^(\d+)-[^.]+\.partial/.exec(own.slice(prefix.length))?.[1] : null;
    if (pid && !isProcessAlive(Number(pid))) removeIfAllowed(join(dirname(target), name));
  }
}

const withoutPoints = (name: string) => name.replace(/^\.+/, '');

/** How many of the folders above what was staged may have been renamed. */
const renamedLevels = 3;
/** Folders beside one that is gone: more than this are not looked through. */
const maxNeighbors = 10_000;

/**
 * Where something staged stands: somebody may have renamed its folder, or one of those above it, while it was written, and would find
 * it there. Its name must be one that nothing else has.
 *
 * @returns the path itself where it is there, or nowhere near
 */
export function stagedWhere(path: string): string {
  let gone = dirname(path);
  for (let level = 0; level < renamedLevels && !existsSync(gone); level += 1) {
    const above = dirname(gone);
    const rest = relative(gone, path);
    for (const name of namesIn(above).slice(0, maxNeighbors)) {
      const candidate = join(above, name, rest);
      if (existsSync(candidate)) return candidate;
    }
    gone = above;
  }
  return path;
}

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
    return systemErrorCode(error) === 'EEXIST' ? false : publishWithoutLink(staged, target);
  }
  // It has its name now, whether or not the other one can go at once.
  removeIfAllowed(staged);
  return true;
}

/**
 * Where there are no hard links, as on memory sticks (FAT, exFAT) and some network shares. Each system says so by a code of its own, Windows
 * by EISDIR. An empty file made by us holds the name until the rename.
 */
function publishWithoutLink(staged: string, target: string): boolean {
  try {
    closeSync(openSync(target, 'wx'));
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    renameSync(staged, target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
  return true;
}

/**
 * Gives a finished file its name in a folder, or the next free one, as file managers do: `a.pdf`, `a (2).pdf`.
 *
 * @returns the name it got
 * @throws AppError FILE_EXISTS, where thousands of them are taken
 */
export function publishNumbered(staged: string, folder: string, wanted: string): string {
  for (let number = 1; number <= maxClashes; number += 1) {
    const name = numberedName(wanted, number);
    if (publish(staged, join(folder, name))) return name;
  }
  throw new AppError('FILE_EXISTS', { name: wanted });
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
