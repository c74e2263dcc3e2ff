import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { numberedName } from './file-names.ts';
import { isProcessAlive } from './process-alive.ts';
import { systemErrorCode } from './system-errors.ts';

/** Suffixes of the files that SQLite may keep beside a database while it is written; '' is the database itself. */
const sideFiles = ['', '-journal', '-wal', '-shm'];

/** Of a file that its owner alone may read and write. */
const ownersMode = 0o600;

/** How many bytes of the target's name a staged file's name keeps: a long name with the rest added would be too long for a file. */
const maxStemBytes = 100;

/** A folder with more files of one name than this is not a folder of exports. */
const maxClashes = 10_000;

/**
 * Where a file is written until it is complete: beside its target, so that publishing it is one step. The name contains the
 * process id, so that what a crash leaves behind can be recognized.
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

/** A staged file's name, with the id of its process; SQLite's files beside it are called after it, and so is the print of a form that is redacted. */
const stagedName = /\.(\d+)-(?:[\da-f]{12}|journal)\.partial(?:-journal|-wal|-shm|\.print)?$/;

/** After how long nobody can still be at work on what was staged for another target, in milliseconds: a process of another machine cannot be asked. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/**
 * Removes unfinished files that dead processes left behind, as far as this account may: those for a target, and those beside it for
 * others, once they are a day old. A backup that was killed is seldom made again under the same name, and is as large as the matter.
 */
export function removeLeftovers(target: string): void {
  const prefix = withoutPoints(stagedStem(target));
  for (const name of namesIn(dirname(target)).filter((each) => each.startsWith('.'))) {
    const pid = stagedName.exec(name)?.[1];
    if (!pid || isProcessAlive(Number(pid))) continue;
    const path = join(dirname(target), name);
    // A file staged for a staged file (a new matter that becomes a copy) has one more dot.
    const own = withoutPoints(name);
    const isForTarget = own.startsWith(prefix) && /^\d+-/.test(own.slice(prefix.length));
    if (isForTarget || isAbandoned(path)) removeStaged(path);
  }
}

function isAbandoned(path: string): boolean {
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - changedAt > abandonedAfterMs;
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

/** Removes a staged file, if it is there and as far as this account may. It never fails: how the work ended is what the caller tells. */
export function removeStaged(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Owned by another account in a shared folder, held open by a scanner, its disk gone: it does no harm, and goes a day later.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder may accept files but not list them, like a drop box: whatever is there stays.
    return [];
  }
}

/**
 * Gives a finished file its final name, in one step and only if that name is free. Two programs can never both succeed.
 *
 * @returns false if the name is taken; the staged file is then still there
 */
export function publish(staged: string, target: string): boolean {
  flush(staged);
  try {
    linkSync(staged, target);
  } catch (error) {
    return systemErrorCode(error) === 'EEXIST' ? false : publishWithoutLink(staged, target);
  }
  // The target exists now, whether or not the staged name can be removed at once.
  removeStaged(staged);
  flushNames(dirname(target));
  return true;
}

/**
 * For file systems without hard links, such as memory sticks (FAT, exFAT) and some network shares. Each system reports that
 * with a code of its own, Windows with EISDIR. An empty file of ours reserves the name until the rename.
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
    removeStaged(target);
    throw error;
  }
  flushNames(dirname(target));
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

/** Makes sure the bytes reach the disk before the name does. */
export function flush(filePath: string): void {
  flushOpened(filePath, 'r+');
}

function flushOpened(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Makes sure that names given in a folder reach the disk: after a power cut a file may otherwise be there under none. Windows keeps
 * names by itself and opens no folder; a share that cannot do it has said all it can.
 */
export function flushNames(folder: string): void {
  try {
    flushOpened(folder, 'r');
  } catch {
    // What was written is whole under its name, as far as this system can say.
  }
}

/**
 * Begins a staged copy: empty, with the rights of its source, so that what others may not read they cannot read there either. Its
 * owner may always write it.
 *
 * @throws the system's error where no file can be made there
 */
export function beginCopy(source: string, staged: string): void {
  closeSync(openSync(staged, 'wx', ownersMode));
  try {
    chmodSync(staged, statSync(source).mode | ownersMode);
  } catch {
    // The source is gone, or the disk, a memory stick or a share, has no such rights: its owner alone may read the copy.
  }
}

/** Removes a staged database, and SQLite's files beside it. */
export function removeDatabase(filePath: string): void {
  for (const suffix of sideFiles) removeStaged(`${filePath}${suffix}`);
}
