import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { migrations } from '../index.ts';
import { migrate } from '../migrate.ts';

const platform = createNodePlatform({
  assetsDirectory: '',
  workerUrl: new URL('file:///worker'),
  pdfiumWasmPath: '',
});
const [before, sealed, after] = [
  '2021-01-11T00:00:00.000Z',
  '2021-01-12T00:00:00.000Z',
  '2021-01-13T00:00:00.000Z',
];
let folder: string;
let db: Database.Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  const file = { filePath: join(folder, 'Smith.matter'), passphrase: null };
  db = createAtVersion(40, file, (old) => {
    for (const [at, kind] of ['pdf', 'audio', 'pdf'].entries())
      old.exec(`
        INSERT INTO content (id, sha256, size_bytes, state) VALUES (${at + 1}, '${`${at}`.repeat(64)}', 0, 'stored');
        INSERT INTO evidence_item VALUES ('i${at}', ${at + 1}, '${kind}', 'Paper ${at}', '${before}');
        INSERT INTO evidence_description (id, title, custodian, source) VALUES ('i${at}', 'Paper ${at}', '', '');
      `);
    old.exec(`
      INSERT INTO exhibit_set VALUES ('s1', 'Motion', 'A', 'FAIR', 6, 1, 1, 0, '${sealed}', '${before}');
      INSERT INTO exhibit_set VALUES ('s2', 'Reply', 'PX-1', NULL, NULL, NULL, 0, 1, NULL, '${after}');
      INSERT INTO exhibit VALUES ('x1', 's1', 'i0', 1, 'A', 'Letter', '${before}');
      INSERT INTO exhibit VALUES ('x2', 's1', 'i1', 2, 'B', 'Call', '${before}');
      INSERT INTO exhibit VALUES ('x3', 's1', 'i2', 1.5, 'A-1', 'Late', '${after}');
      INSERT INTO exhibit VALUES ('x4', 's2', 'i0', 1, 'PX-1', 'Letter', '${after}');
      INSERT INTO bates_number (id, prefix, number, digits, evidence_id, page, state, reason) VALUES
        (1, 'FAIR', 1, 6, 'i0', 1, 'used', NULL), (2, 'FAIR', 2, 6, 'i1', 1, 'used', NULL),
        (3, 'FAIR', 3, 6, 'i2', 1, 'void', 'clawed back'), (4, 'FAIR', 4, 6, 'i2', 1, 'reserved', NULL);
      INSERT INTO build VALUES ('b1', 's1', '${sealed}', '/out/Motion', 'hash', '[]');
      INSERT INTO build_output VALUES
        ('o1', 'b1', 'binder', NULL, 'Binder.pdf', 4, 9, 'aa'), ('o2', 'b1', 'exhibit', 'A', 'A.pdf', 2, 9, 'bb'),
        ('o3', 'b1', 'index', NULL, 'Index.pdf', 1, 9, 'cc'), ('o4', 'b1', 'manifest', NULL, 'manifest.json', NULL, 9, 'dd');
    `);
  });
  migrate(
    db,
    file,
    migrations.filter(({ version }) => version <= 50),
    platform,
  );
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

// Migrating takes a verified backup, so it is done once; what a test changes is taken back.
beforeEach(() => db.exec('BEGIN'));
afterEach(() => db.exec('ROLLBACK'));

/** Lets what `work` changes be logged, as one step. */
function asStep(work: () => void): void {
  db.exec(`
    INSERT INTO change_group VALUES (1, 'x', 'x', '', '${after}', 'done');
    INSERT INTO change_current VALUES (1, 1);
  `);
  work();
  db.exec('DELETE FROM change_current');
}

test('sets keep what they were, and are a motion’s of no party, as they printed until now', () => {
  expect(db.prepare('SELECT * FROM exhibit_set ORDER BY id').all()).toMatchObject([
    {
      id: 's1',
      name: 'Motion',
      scheme: 'A',
      bates_prefix: 'FAIR',
      bates_suffix: '',
      sealed_at: sealed,
      purpose: 'motion',
      party: 'none',
      number_position: 'bottomRight',
      slip_sheet_template: 'plain',
      sticker_corner: 'bottomRight',
    },
    { id: 's2', bates_prefix: null, sealed_at: null, has_slip_sheets: 0, has_stickers: 1 },
  ]);
});

test('exhibits keep label and place; what was sealed is in the one volume, what came late is in none', () => {
  const rows = db
    .prepare('SELECT id, label, status, treatment, sealed_at, volume FROM exhibit ORDER BY set_id, position')
    .all();
  expect(rows).toEqual([
    { id: 'x1', label: 'A', status: 'active', treatment: 'pages', sealed_at: sealed, volume: '1' },
    { id: 'x3', label: 'A-1', status: 'active', treatment: 'pages', sealed_at: null, volume: null },
    { id: 'x2', label: 'B', status: 'active', treatment: 'native', sealed_at: sealed, volume: '1' },
    { id: 'x4', label: 'PX-1', status: 'active', treatment: 'pages', sealed_at: null, volume: null },
  ]);
});

test('numbers stay where they are: that of a recording is its standing page’s; void ones stay void', () => {
  expect(
    db.prepare('SELECT number, suffix, evidence_id, page, exhibit_id, state, reason FROM bates_number').all(),
  ).toEqual([
    { number: 1, suffix: '', evidence_id: 'i0', page: 1, exhibit_id: null, state: 'used', reason: null },
    { number: 2, suffix: '', evidence_id: 'i1', page: 0, exhibit_id: null, state: 'used', reason: null },
    {
      number: 3,
      suffix: '',
      evidence_id: 'i2',
      page: 1,
      exhibit_id: null,
      state: 'void',
      reason: 'clawed back',
    },
    { number: 4, suffix: '', evidence_id: 'i2', page: 1, exhibit_id: null, state: 'reserved', reason: null },
  ]);
  const never = 'a used or void number never comes back';
  expect(() => db.exec(`UPDATE bates_number SET state = 'reserved' WHERE number = 1`)).toThrow(never);
  expect(() => db.exec(`UPDATE bates_number SET state = 'used' WHERE number = 3`)).toThrow(never);
  expect(() => db.exec('DELETE FROM bates_number WHERE number = 2')).toThrow(never);
});

test('the binder of an earlier build is its one volume', () => {
  expect(db.prepare('SELECT id, role, volume, label FROM build_output ORDER BY id').all()).toEqual([
    { id: 'o1', role: 'volume', volume: '1', label: null },
    { id: 'o2', role: 'exhibit', volume: '1', label: 'A' },
    { id: 'o3', role: 'index', volume: null, label: null },
    { id: 'o4', role: 'manifest', volume: null, label: null },
  ]);
});

test('a label can be kept for what is to come, but no exhibit is active without evidence', () => {
  const insert = (id: string, status: string) =>
    db.exec(`
      INSERT INTO exhibit SELECT '${id}', set_id, NULL, NULL, '${status}', '', 9, 'Q', title, '', treatment, '', '', 'none', '',
        NULL, '', 'none', '', 0, NULL, NULL, created_at FROM exhibit WHERE id = 'x4'`);
  expect(() => insert('x5', 'active')).toThrow('CHECK constraint failed');
  insert('x6', 'reserved');
  expect(() => insert('x7', 'reserved')).toThrow('UNIQUE constraint failed');
});

test('every column of an exhibit, a set and a prefix is in the log of a step', () => {
  asStep(() =>
    db.exec(`
      INSERT INTO bates_prefix VALUES ('FAIR', 'Fairwater');
      UPDATE exhibit SET status = 'withdrawn' WHERE id = 'x4';
      UPDATE exhibit_set SET designation = 'CONFIDENTIAL' WHERE id = 's2';
    `),
  );
  const rows = db.prepare('SELECT table_name, before FROM change_row ORDER BY id').all() as {
    table_name: string;
    before: string | null;
  }[];
  expect(rows.map(({ table_name: table }) => table)).toEqual(['bates_prefix', 'exhibit', 'exhibit_set']);
  const columns = (table: string) =>
    db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
  for (const { table_name: table, before } of rows.slice(1))
    expect(Object.keys(JSON.parse(before!)).toSorted()).toEqual((columns(table) as string[]).toSorted());
});

test('sealing takes the steps of the set out of the log', () => {
  asStep(() => db.exec(`UPDATE exhibit SET title = 'Letter of 9 January' WHERE id = 'x4'`));
  db.exec(`UPDATE exhibit_set SET sealed_at = '${after}' WHERE id = 's2'`);
  expect(db.prepare('SELECT count(*) FROM change_group').pluck().get()).toBe(0);
});

test('what labels were is kept for good', () => {
  db.exec(`INSERT INTO exhibit_label_change VALUES (1, 's1', '${after}', 'Smith', '[]')`);
  expect(() => db.exec(`UPDATE exhibit_label_change SET person = 'x'`)).toThrow(
    'what labels were never changes',
  );
  expect(() => db.exec('DELETE FROM exhibit_label_change')).toThrow('what labels were never changes');
});
