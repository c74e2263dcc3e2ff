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
const at = '2021-01-11T00:00:00.000Z';
const person = '{"name":"","role":"","barNumber":""}';
let folder: string;
let db: Database.Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  const file = { filePath: join(folder, 'Smith.matter'), passphrase: null };
  db = createAtVersion(50, file, (old) => {
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${'a'.repeat(64)}', 0, 'stored');
      INSERT INTO evidence_item VALUES ('i1', 1, 'audio', 'call.wav', '${at}');
      INSERT INTO evidence_description (id, title, custodian, source, relevance) VALUES ('i1', 'Call', 'Lee', '', 2);
      INSERT INTO tag VALUES ('t1', 'Notice', 'issue', 'red', '${at}');
      INSERT INTO evidence_tag VALUES ('et1', 'i1', 't1');
      INSERT INTO media_note VALUES ('n1', 'i1', 1500, 'The outage is admitted', '${at}');
      INSERT INTO media_note VALUES ('n2', 'i1', 9000, 'Hangs up', '${at}');
    `);
  });
  migrate(
    db,
    file,
    migrations.filter(({ version }) => version <= 60),
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

const found = (word: string) =>
  db
    .prepare(
      `SELECT kind || ' ' || ref FROM search_text JOIN search_subject s ON s.id = search_text.rowid
        WHERE search_text MATCH ? ORDER BY s.id`,
    )
    .pluck()
    .all(word);

/** Adds a note on the one item. */
function insertNote(id: string, fields: Readonly<Record<string, string | number | null>> = {}): void {
  const row = {
    id,
    evidence_id: 'i1',
    kind: 'highlight',
    page: 1,
    quote: 'thirty days',
    prefix: '',
    suffix: '',
    rects: '[]',
    at_ms: null,
    text: 'Too late',
    color: 'yellow',
    is_work_product: 1,
    author: person,
    created_at: at,
    updated_at: at,
    ...fields,
  };
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO note (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(row);
}

test('notes at a time of a recording are notes as all others, and are still found', () => {
  expect(db.prepare('SELECT * FROM note ORDER BY id').all()).toMatchObject([
    {
      id: 'n1',
      evidence_id: 'i1',
      kind: 'note',
      page: null,
      quote: '',
      rects: '[]',
      at_ms: 1500,
      text: 'The outage is admitted',
      color: 'yellow',
      is_work_product: 1,
      author: person,
      created_at: at,
      updated_at: at,
    },
    { id: 'n2', at_ms: 9000 },
  ]);
  expect(found('outage')).toEqual(['note n1']);
  expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name LIKE 'media_note%'`).pluck().get()).toBe(
    0,
  );
});

test('the index follows notes as they come, change and go', () => {
  insertNote('n3');
  expect(found('late')).toEqual(['note n3']);
  db.exec(
    `UPDATE note SET text = 'In time' WHERE id = 'n3'; UPDATE note SET text = 'Denied' WHERE id = 'n1'`,
  );
  expect([found('late'), found('time'), found('outage'), found('denied')]).toEqual([
    [],
    ['note n3'],
    [],
    ['note n1'],
  ]);
  db.exec(`DELETE FROM note`);
  expect([found('time'), found('denied')]).toEqual([[], []]);
});

test('a note is on a page from 1, is of a known kind, and loses its tags with it', () => {
  expect(() => insertNote('n4', { page: 0 })).toThrow('CHECK constraint failed');
  expect(() => insertNote('n4', { kind: 'doodle' })).toThrow('CHECK constraint failed');
  expect(() => insertNote('n4', { at_ms: -1 })).toThrow('CHECK constraint failed');
  insertNote('n4');
  db.exec(`INSERT INTO note_tag VALUES ('nt1', 'n4', 't1')`);
  expect(() => db.exec(`INSERT INTO note_tag VALUES ('nt2', 'n4', 't1')`)).toThrow(
    'UNIQUE constraint failed',
  );
  db.exec(`DELETE FROM note WHERE id = 'n4'`);
  expect(db.prepare('SELECT count(*) FROM note_tag').pluck().get()).toBe(0);
});

test('descriptions stay as they were, with nothing said of responsiveness and privilege', () => {
  expect(db.prepare('SELECT * FROM evidence_description').all()).toMatchObject([
    {
      id: 'i1',
      title: 'Call',
      custodian: 'Lee',
      relevance: 2,
      is_responsive: null,
      privilege: null,
      privilege_note: '',
    },
  ]);
  expect(db.prepare('SELECT tag_id FROM evidence_tag').pluck().all()).toEqual(['t1']);
  expect(() => db.exec(`UPDATE evidence_description SET privilege = 'secret'`)).toThrow(
    'CHECK constraint failed',
  );
});

test('a file is one review copy at most, and what was handed out is kept for good', () => {
  db.exec(`
    INSERT INTO review_copy VALUES ('c1', 'For Lee', 'comment', '${at}', '${person}', 3, NULL, 0);
    INSERT INTO review_copy VALUES ('c2', 'For Roe', 'read', '${at}', '${person}', 1, NULL, 1);
    UPDATE review_copy SET merged_at = '${at}' WHERE id = 'c1';
  `);
  expect(() =>
    db.exec(`INSERT INTO review_copy VALUES ('c3', 'x', 'read', '${at}', '${person}', 1, NULL, 1)`),
  ).toThrow('UNIQUE constraint failed');
  const never = 'what was handed out never changes';
  expect(() => db.exec(`UPDATE review_copy SET mode = 'comment' WHERE id = 'c2'`)).toThrow(never);
  expect(() => db.exec(`DELETE FROM review_copy`)).toThrow(never);
});

test('every column of what people edit is in the log of a step', () => {
  const of: Readonly<Record<string, string>> = {
    note: `UPDATE note SET text = 'x' WHERE id = 'n1'`,
    note_tag: `UPDATE note_tag SET tag_id = 't1'`,
    evidence_description: `UPDATE evidence_description SET privilege = 'none'`,
    coding: `UPDATE coding SET relevance = 1`,
    coding_settled: `UPDATE coding_settled SET settled_at = '${at}'`,
    note_conflict: `UPDATE note_conflict SET settled = 'ours'`,
    list_view: `UPDATE list_view SET name = 'x'`,
  };
  db.exec(`
    INSERT INTO note_tag VALUES ('nt1', 'n1', 't1');
    INSERT INTO review_copy VALUES ('c1', 'For Lee', 'comment', '${at}', '${person}', 3, NULL, 0);
    INSERT INTO coding VALUES ('i1 lee', 'i1', '${person}', 1, 3, 'none', '', '["t1"]', '${at}', NULL);
    INSERT INTO coding_settled VALUES ('i1', '${at}', '${person}');
    INSERT INTO note_conflict VALUES ('c1 n1', 'c1', 'n1', 'i1', NULL, '');
    INSERT INTO list_view VALUES ('v1', 'Mail', '{}', '${at}');
    INSERT INTO change_group VALUES (1, 'x', 'x', '', '${at}', 'done');
    INSERT INTO change_current VALUES (1, 1);
  `);
  for (const change of Object.values(of)) db.exec(change);
  const rows = db.prepare('SELECT table_name, before FROM change_row ORDER BY id').all() as {
    table_name: string;
    before: string;
  }[];
  expect(rows.map(({ table_name: table }) => table)).toEqual(Object.keys(of));
  const columns = (table: string) =>
    db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
  for (const { table_name: table, before } of rows)
    expect(Object.keys(JSON.parse(before)).toSorted()).toEqual(columns(table).toSorted());
});
