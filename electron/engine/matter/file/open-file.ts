import { accessSync, constants, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { declaredError, isSystemError, systemErrorCode } from '../../platform/system-errors.ts';
import { applicationId, openDatabase } from '../../store/database.ts';
import { isSound } from '../care/database-checks.ts';
import { schemaVersion } from '../migrations/index.ts';
import { inspectHeader, logBytes } from './header.ts';
import { assertJournalFits } from './journal-fits.ts';

export interface OpenedFile {
  readonly db: Database.Database;
  /** As the file is encrypted with it, in a Unicode form that may differ from the one given; null if the file is not encrypted. */
  readonly passphrase: string | null;
  /** The matter's own id. */
  readonly id: string;
  /** Version of its format: this app's, or an older one. */
  readonly version: number;
}

interface OpenOptions {
  /** Ignored if the file is not encrypted. */
  readonly passphrase: string | null;
  readonly isReadOnly: boolean;
  readonly nativeBinding: string | undefined;
}

/**
 * Opens a matter file and makes sure that it is one, in a format this app knows. Writes nothing, apart from recovering a log
 * or journal that a crash left.
 *
 * @throws AppError MATTER_NOT_FOUND, MATTER_NOT_A_MATTER, MATTER_LOCKED, MATTER_WRONG_PASSPHRASE, MATTER_NEWER_THAN_APP,
 *   MATTER_DAMAGED, MATTER_LOG_FOREIGN if the log or journal beside it belongs to another file, FILE_UNREADABLE
 */
export function openFile(filePath: string, options: OpenOptions): OpenedFile {
  const { isReadOnly, nativeBinding } = options;
  const { isEncrypted } = inspectHeader(filePath);
  if (isEncrypted && options.passphrase === null) throw new AppError('MATTER_LOCKED');
  for (const passphrase of isEncrypted ? spellings(options.passphrase!) : [null]) {
    let db: Database.Database;
    try {
      db = openRecovered(filePath, { passphrase, isReadOnly, mustExist: true, nativeBinding });
    } catch (error) {
      if (isEncrypted && isSystemError(error, 'SQLITE_NOTADB')) continue;
      throw blamingLog(error, filePath);
    }
    try {
      return { db, passphrase, ...identify(db, basename(filePath)) };
    } catch (error) {
      db.close();
      throw blamingLog(error, filePath);
    }
  }
  throw new AppError('MATTER_WRONG_PASSPHRASE');
}

/**
 * Whether two passphrases are the same to a person who types them.
 *
 * @example isSamePassphrase('Pa\u0308ss', 'P\u00e4ss') // true
 */
export function isSamePassphrase(one: string | null, other: string | null): boolean {
  return one?.normalize() === other?.normalize();
}

/** A passphrase as given, then with composed and with decomposed accents: keyboards and editors write “ä” as one character or as two. */
function spellings(passphrase: string): ReadonlySet<string> {
  return new Set([passphrase, passphrase.normalize('NFC'), passphrase.normalize('NFD')]);
}

/**
 * A connection that can also be read-only after a crash that left a rollback journal, as while a matter opens or closes:
 * only a writing connection rolls back.
 *
 * @throws the driver's own errors, and those of assertJournalFits
 */
function openRecovered(filePath: string, options: Parameters<typeof openDatabase>[1]): Database.Database {
  try {
    return openDatabase(filePath, options);
  } catch (error) {
    if (!isSystemError(error, 'SQLITE_READONLY_ROLLBACK')) throw error;
    assertJournalFits(filePath, options);
    openDatabase(filePath, { ...options, isReadOnly: false }).close();
    return openDatabase(filePath, options);
  }
}

/**
 * Makes sure that a log left by a crash belongs to the matter beside it: SQLite would also apply the log of another copy, as
 * when a backup has replaced the crashed file, and so damage the matter. Only reads. To be called while nobody else writes
 * the matter.
 *
 * @throws AppError MATTER_LOG_FOREIGN, and those of openFile
 */
export function assertLogFits(filePath: string, options: Omit<OpenOptions, 'isReadOnly'>): void {
  if (logBytes(filePath) === 0) return;
  const { db } = openFile(filePath, { ...options, isReadOnly: true });
  try {
    if (!isSound(db, 'quick_check')) throw new AppError('MATTER_LOG_FOREIGN', { name: basename(filePath) });
  } finally {
    db.close();
  }
}

/**
 * Whether no other connection on this machine has a matter open; SQLite's own locks tell. A log left by a crash goes into the
 * file with it.
 *
 * @throws AppError those of assertLogFits
 */
export function isUnused(filePath: string, options: Omit<OpenOptions, 'isReadOnly'>): boolean {
  assertLogFits(filePath, options);
  const { db } = openFile(filePath, { ...options, isReadOnly: false });
  try {
    db.pragma('busy_timeout = 200');
    // Who has it open holds a lock on its file all the time in the one mode, and while at work in the other.
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return true;
  } catch (error) {
    if (declaredError(error)?.code === 'MATTER_IN_USE') return false;
    throw error;
  } finally {
    db.close();
  }
}

/** What SQLite says of a statement about a table whose definition was damaged. */
const missingTable = /^no such (?:table|column): /;

/** Names the file in the error of a damaged matter: the window may be showing another matter while this one is opened. */
export function namingDamaged(error: unknown, filePath: string): unknown {
  const declared = isAppError(error) ? error : declaredError(error);
  const isTorn = isSystemError(error, 'SQLITE_ERROR') && missingTable.test((error as Error).message);
  if (!isTorn && declared?.code !== 'MATTER_DAMAGED') return error;
  const details = { reason: 'a table is missing', ...declared?.details, name: basename(filePath) };
  return new AppError('MATTER_DAMAGED', details, { cause: error });
}

/** Before anything is written, a log beside a matter that seems damaged was already there, and may be the cause. */
function blamingLog(error: unknown, filePath: string): unknown {
  const name = basename(filePath);
  const left = ['-wal', '-journal']
    .map((ending) => `${name}${ending}`)
    .find((each) => isBeside(filePath, each));
  if (left !== undefined && isRefusedWrite.test(String(systemErrorCode(error))))
    return new AppError(
      'FILE_UNREADABLE',
      {
        name,
        reason: `a crash left “${left}” beside it, and it opens only where both may be written`,
        advice: 'Copy both to a folder of your own, and open the copy',
      },
      { cause: error },
    );
  const named = namingDamaged(error, filePath);
  if (!isAppError(named, 'MATTER_DAMAGED') || logBytes(filePath) === 0) return named;
  return new AppError('MATTER_LOG_FOREIGN', { name }, { cause: error });
}

/** What opening a matter with a log or journal beside it ends in where its folder may not be written. */
const isRefusedWrite = /^(?:SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EPERM|EROFS)/;

const isBeside = (filePath: string, name: string) => existsSync(join(dirname(filePath), name));

function identify(db: Database.Database, name: string): { id: string; version: number } {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new AppError('MATTER_NOT_A_MATTER', { name });
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > schemaVersion)
    throw new AppError('MATTER_NEWER_THAN_APP', { found: version, known: schemaVersion });
  const row = version > 0 ? db.prepare<[], { id: string }>('SELECT id FROM matter').get() : undefined;
  if (!row) throw new AppError('MATTER_DAMAGED', { reason: 'it was never finished' });
  return { id: row.id, version };
}

/**
 * Makes sure a matter can be changed: SQLite would silently open it read-only. Its folder must be writable too, for the log
 * and the lock beside the file.
 *
 * @throws AppError MATTER_NOT_WRITABLE
 */
export function assertWritable(filePath: string): void {
  try {
    accessSync(filePath, constants.R_OK | constants.W_OK);
    accessSync(dirname(filePath), constants.W_OK);
  } catch (error) {
    if (isSystemError(error, 'EACCES') || isSystemError(error, 'EROFS') || isSystemError(error, 'EPERM'))
      throw new AppError('MATTER_NOT_WRITABLE', { name: basename(filePath) });
    throw error;
  }
}
