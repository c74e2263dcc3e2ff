import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { openDatabase } from '../../store/database.ts';
import { pastIndexes } from '../../testing/matter-file.ts';
import { leaveHalfWritten } from '../../testing/leftover.ts';
import { createAtVersion } from '../../testing/old-matter.ts';
import { migrations } from './index.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';

/** Stands for the next format: a rebuilt table, as migrations must do it, and a new one. */
const nextFormat: Migration = {
  version: 230,
  name: 'fees',
  up(db) {
    db.exec(`
      CREATE TABLE fee (id TEXT PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES docket_entry (id)) STRICT;
      INSERT INTO fee SELECT 'fee of ' || id, id FROM docket_entry;
      ALTER TABLE view_state RENAME TO view;
    `);
  },
};
const steps = [...migrations, nextFormat];

let folder: string;
let db: Database.Database;
const file = () => ({ filePath: join(folder, 'Smith.matter'), passphrase: 'secret' });
const platform = createNodePlatform({
  assetsDirectory: '',
  workerUrl: new URL('file:///worker'),
  pdfiumWasmPath: '',
});
const version = () => db.pragma('user_version', { simple: true });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  db = createAtVersion(220, file(), (old) => {
    old.exec(`
      INSERT INTO docket_entry (id, number, text, filer, is_text_only, is_sealed, created_at)
        VALUES ('e1', 1, 'COMPLAINT', '', 0, 0, '2021-01-11T00:00:00.000Z');
      INSERT INTO change_group VALUES (1, 'docket.add', 'add docket entry 1', 'ann', '2021-01-11T00:00:00.000Z', 'done');
      INSERT INTO change_row VALUES (1, 1, 'docket_entry', 'e1', NULL);
    `);
  });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('a step carries rows over, after a backup that still has the format before it', () => {
  migrate(db, file(), steps, platform);
  expect(version()).toBe(230);
  expect(db.prepare('SELECT * FROM fee').all()).toEqual([{ id: 'fee of e1', entry_id: 'e1' }]);
  expect(db.prepare('SELECT count(*) AS steps FROM change_group').get()).toEqual({ steps: 0 });
  const filePath = join(folder, 'Smith.before-v230.matter');
  const backup = openDatabase(filePath, { passphrase: 'secret', isReadOnly: true, mustExist: true });
  expect(backup.pragma('user_version', { simple: true })).toBe(220);
  expect(backup.prepare('SELECT id FROM docket_entry').all()).toEqual([{ id: 'e1' }]);
  backup.close();
});

test('a backup that was cut off half written goes with the next try', () => {
  leaveHalfWritten(join(folder, 'Smith.before-v230.matter'));
  migrate(db, file(), steps, platform);
  expect(readdirSync(folder).toSorted()).toEqual(['Smith.before-v230.matter', 'Smith.matter']);
});

test('of a matter that is damaged already no backup is kept, and it is told so', () => {
  db.close();
  pastIndexes(file().filePath, `UPDATE docket_entry SET number = 7`, file().passphrase);
  db = openDatabase(file().filePath, { passphrase: 'secret', isReadOnly: false, mustExist: true });
  expect(() => migrate(db, file(), steps, platform)).toThrow('the matter itself is damaged');
  expect(readdirSync(folder)).toEqual(['Smith.matter']);
});

test('a matter of this format is left alone', () => {
  migrate(db, file(), migrations, platform);
  expect(readdirSync(folder)).toEqual(['Smith.matter']);
});

test.each([
  [
    'throws',
    (d: Database.Database) => {
      d.exec('DELETE FROM docket_entry');
      throw new Error('planted');
    },
  ],
  [
    'leaves a reference to nothing',
    (d: Database.Database) => d.exec(`UPDATE docket_entry SET evidence_id = 'gone'`),
  ],
])('a step that %s leaves the matter as it was', (_what, up) => {
  const failing: Migration = { version: 230, name: 'failing', up: (d) => void up(d) };
  expect(() => migrate(db, file(), [...migrations, failing], platform)).toThrow(
    'This matter could not be updated to this version. It was left unchanged, and a backup is beside it (Smith.before-v230.matter).',
  );
  expect(version()).toBe(220);
  expect(db.prepare('SELECT id, evidence_id FROM docket_entry').all()).toEqual([
    { id: 'e1', evidence_id: null },
  ]);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(existsSync(join(folder, 'Smith.before-v230.matter'))).toBe(true);
});

test('a retry does not replace the backup of the first attempt', () => {
  const failing: Migration = {
    version: 230,
    name: 'failing',
    up() {
      throw new Error('planted');
    },
  };
  const attempt = () => expect(() => migrate(db, file(), [...migrations, failing], platform)).toThrow();
  attempt();
  const backup = join(folder, 'Smith.before-v230.matter');
  const first = readFileSync(backup);
  db.exec('DELETE FROM docket_entry');
  attempt();
  migrate(db, file(), steps, platform);
  expect(readFileSync(backup).equals(first)).toBe(true);
});

test('the format is the one written down for review', async () => {
  const schema = db
    .prepare<[], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`)
    .all()
    .map(({ sql }) => `${sql};\n`)
    .join('\n');
  expect(version()).toBe(migrations.at(-1)!.version);
  await expect(schema).toMatchFileSnapshot('schema.snapshot.sql');
});

test('versions rise, in tens', () => {
  const versions = migrations.map(({ version: number }) => number);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(versions.length);
  expect(versions.filter((number) => number % 10 !== 0)).toEqual([]);
});
