import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { createAtVersion } from '../../../testing/old-matter.ts';
import { migrations } from '../index.ts';
import { migrate } from '../migrate.ts';

const platform = createNodePlatform({
  assetsDirectory: '',
  workerUrl: new URL('file:///worker'),
  pdfiumWasmPath: '',
});
const sha256 = 'a'.repeat(64);
let folder: string;
let db: Database.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  const file = { filePath: join(folder, 'Smith.matter'), passphrase: null };
  db = createAtVersion(30, file, (old) => {
    old.exec(`
      INSERT INTO content (id, sha256, size_bytes, state) VALUES (1, '${sha256}', 5, 'staged');
      INSERT INTO content_chunk (content_id, position, bytes) VALUES (1, 0, x'6c65747465');
      UPDATE content SET state = 'stored' WHERE id = 1;
      INSERT INTO evidence_item VALUES ('i1', 1, 'native', 'Letter.doc', '2021-01-11T00:00:00.000Z');
      INSERT INTO evidence_description VALUES ('i1', 'Letter of suspension', 'Smith', 'mail', 0);
      INSERT INTO docket_entry (id, number, text, filer, is_text_only, is_sealed, evidence_id, created_at)
        VALUES ('e1', 1, 'COMPLAINT against Northgate', 'Fairwater', 0, 0, 'i1', '2021-01-11T00:00:00.000Z');
    `);
  });
  migrate(
    db,
    file,
    migrations.filter(({ version }) => version <= 40),
    platform,
  );
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** What the rows that hold a word stand for: "kind ref". */
const found = (word: string) =>
  db
    .prepare(
      `SELECT kind || ' ' || ref FROM search_text JOIN search_subject s ON s.id = search_text.rowid
        WHERE search_text MATCH ? ORDER BY s.id`,
    )
    .pluck()
    .all(word);

test('a matter of the version before keeps its evidence, with what was said of it, and takes items of new kinds', () => {
  expect(db.prepare('SELECT * FROM evidence_item').all()).toEqual([
    {
      id: 'i1',
      content_id: 1,
      kind: 'native',
      original_name: 'Letter.doc',
      received_at: '2021-01-11T00:00:00.000Z',
    },
  ]);
  expect(
    db.prepare('SELECT title, custodian, is_reviewed, relevance FROM evidence_description').all(),
  ).toEqual([{ title: 'Letter of suspension', custodian: 'Smith', is_reviewed: 0, relevance: null }]);
  expect(db.prepare('SELECT evidence_id FROM docket_entry').pluck().get()).toBe('i1');
  db.exec(`
    INSERT INTO content (id, sha256, size_bytes, state) VALUES (2, '${'b'.repeat(64)}', 0, 'stored');
    INSERT INTO evidence_item VALUES ('i2', 2, 'eml', 'Notice.eml', '2021-01-12T00:00:00.000Z');
    INSERT INTO evidence_member VALUES ('i2', 0, 'i1', 'Letter.doc');
  `);
  expect(() => db.exec(`UPDATE evidence_item SET kind = 'pdf'`)).toThrow('what was received never changes');
  expect(() => db.exec('DELETE FROM evidence_item')).toThrow('what was received never changes');
  expect(() => db.exec('DELETE FROM evidence_member')).toThrow('what was received never changes');
});

test('what was there before is found, and the index follows every later change', () => {
  expect(found('suspension')).toEqual(['title i1']);
  expect(found('northgate')).toEqual(['docket e1']);
  db.exec(`UPDATE evidence_description SET note = 'Sent by courier' WHERE id = 'i1'`);
  expect(found('courier')).toEqual(['title i1']);
  db.exec(`UPDATE docket_entry SET text = 'ANSWER' WHERE id = 'e1'`);
  expect(found('northgate')).toEqual([]);
  expect(found('answer')).toEqual(['docket e1']);
  db.exec('DELETE FROM docket_entry');
  expect(found('answer')).toEqual([]);
});

test('each cue of a transcript is found by itself, and is gone with it', () => {
  const cues = JSON.stringify([
    { startMs: 0, endMs: 900, speaker: '', text: 'Good morning' },
    { startMs: 900, endMs: 2000, speaker: '', text: 'The servers went dark' },
  ]);
  db.prepare(`INSERT INTO transcript VALUES ('t1', 'i1', 'Call.vtt', ?, '2021-01-11T00:00:00.000Z')`).run(
    cues,
  );
  const place = `SELECT page FROM search_text JOIN search_subject s ON s.id = search_text.rowid WHERE search_text MATCH 'servers'`;
  expect(db.prepare(place).pluck().all()).toEqual([2]);
  db.exec('DELETE FROM transcript');
  expect(db.prepare(place).pluck().all()).toEqual([]);
  expect(db.prepare(`SELECT count(*) FROM search_subject WHERE kind = 'cue'`).pluck().get()).toBe(0);
});

test('a change to tags is logged for undo, with the whole row', () => {
  db.exec(`
    INSERT INTO change_group VALUES (1, 'x', 'x', '', '2021-01-11T00:00:00.000Z', 'done');
    INSERT INTO change_current VALUES (1, 1);
    INSERT INTO tag VALUES ('g1', 'Hot', 'tag', 'red', '2021-01-11T00:00:00.000Z');
    UPDATE evidence_description SET relevance = 3 WHERE id = 'i1';
  `);
  const rows = db.prepare('SELECT table_name, row_id, before FROM change_row ORDER BY id').all() as {
    before: string | null;
  }[];
  expect(rows).toMatchObject([
    { table_name: 'tag', row_id: 'g1', before: null },
    { table_name: 'evidence_description', row_id: 'i1' },
  ]);
  expect(JSON.parse(rows[1]!.before!)).toMatchObject({
    title: 'Letter of suspension',
    relevance: null,
    note: '',
  });
});

test('titles and entries are found under plain letters, whatever letters they are written with', () => {
  db.exec(
    `UPDATE evidence_description SET title = 'A\uFB03davit of ser\u00ADvice by North\u200Bgate™' WHERE id = 'i1'`,
  );
  for (const word of ['affidavit', 'service', 'northgate']) expect(found(word)).toContain('title i1');
});
