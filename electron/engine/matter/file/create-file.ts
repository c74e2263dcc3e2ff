import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterFields } from '../../../../shared/model/matter.ts';
import { applicationId, openDatabase } from '../../store/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { migrations, schemaVersion } from '../migrations/index.ts';
import { publish, removeDatabase, stagedPath } from '../../platform/publish.ts';
import { assertFolder, unwritable } from '../../platform/unwritable.ts';

/**
 * Makes a new matter file. It is written under another name and appears complete or not at all; nothing is ever overwritten,
 * not even an empty file.
 *
 * @param passphrase null for a matter that is not encrypted
 * @throws AppError MATTER_EXISTS, FILE_UNWRITABLE, DISK_FULL
 */
export function createFile(
  platform: Platform,
  filePath: string,
  fields: MatterFields,
  { passphrase, isSample }: { passphrase: string | null; isSample: boolean },
): void {
  const name = basename(filePath);
  if (existsSync(filePath)) throw new AppError('MATTER_EXISTS', { name });
  const staged = stagedPath(filePath, platform.newId());
  try {
    // The files beside an open matter have longer names; the longest is SQLite's.
    assertFolder(`${filePath}-journal`);
    writeMatter(platform, staged, { ...fields, is_sample: isSample ? 1 : 0 }, passphrase);
    if (!publish(staged, filePath)) throw new AppError('MATTER_EXISTS', { name });
  } catch (error) {
    throw unwritable(error, name);
  } finally {
    removeDatabase(staged);
  }
}

function writeMatter(
  { nativeBinding, newId, now }: Platform,
  filePath: string,
  values: Readonly<Record<string, string | number>>,
  passphrase: string | null,
): void {
  // An encrypted file cannot start as a copy of an unencrypted one.
  if (passphrase === null) writeFileSync(filePath, blankMatter(nativeBinding), { flag: 'wx' });
  const db = openDatabase(filePath, { passphrase, isReadOnly: false, mustExist: false, nativeBinding });
  try {
    db.transaction(() => {
      if (passphrase !== null) makeTables(db);
      const row = { id: newId(), ...values, created_at: now() };
      const columns = Object.keys(row);
      db.prepare(
        `INSERT INTO matter (${columns.join(', ')}) VALUES (${columns.map((c) => `@${c}`).join(', ')})`,
      ).run(row);
    })();
  } finally {
    db.close();
  }
}

/** Creates the tables, indexes and triggers of this version's format in an empty database. Must run inside a transaction. */
export function makeTables(db: Database.Database): void {
  db.pragma(`application_id = ${applicationId}`);
  for (const migration of migrations) migration.up(db);
  db.pragma(`user_version = ${schemaVersion}`);
}

let blank: Buffer | null = null;

/** A matter file without its one row. Its tables are created once per process: creating them takes longer than everything else. */
function blankMatter(nativeBinding: string | undefined): Buffer {
  if (blank === null) {
    const options = { passphrase: null, isReadOnly: false, mustExist: false, nativeBinding };
    const db = openDatabase(':memory:', options);
    try {
      db.transaction(() => makeTables(db))();
      blank = db.serialize();
    } finally {
      db.close();
    }
  }
  return blank;
}
