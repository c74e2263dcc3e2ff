import type Database from 'better-sqlite3';
import { migrations } from '../matter/migrations/index.ts';
import { applicationId, openDatabase } from '../store/database.ts';

/**
 * Makes a matter as an earlier version of the app would have left it, for the test of the migration after it: every step up
 * to a version, then rows.
 *
 * @param version of a migration
 * @param plant fills in rows in that version's own words
 * @returns the open connection
 * @example const db = createAtVersion(10, { filePath, passphrase: null }, (old) => old.exec('INSERT …'));
 */
export function createAtVersion(
  version: number,
  { filePath, passphrase }: { filePath: string; passphrase: string | null },
  plant: (db: Database.Database) => void,
): Database.Database {
  const db = openDatabase(filePath, {
    passphrase,
    isReadOnly: false,
    mustExist: false,
    nativeBinding: process.env['FORTHWITH_NATIVE_BINDING'],
  });
  db.pragma(`application_id = ${applicationId}`);
  for (const migration of migrations.filter((one) => one.version <= version)) migration.up(db);
  db.pragma(`user_version = ${version}`);
  db.exec(
    `INSERT INTO matter VALUES ('m1', 'Smith v. Jones', '', '', '', 'America/New_York', 0, '2021-01-11T00:00:00.000Z')`,
  );
  plant(db);
  return db;
}
