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
let folder: string;
let db: Database.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  const file = { filePath: join(folder, 'Smith.matter'), passphrase: null };
  db = createAtVersion(10, file, (old) => {
    old.exec(`
      INSERT INTO docket_entry VALUES
        ('e1', 1, NULL, '2021-01-11', NULL, 'COMPLAINT', 'Smith', 0, 0, NULL, '2021-01-11T00:00:00.000Z'),
        ('e2', 1, 1, NULL, NULL, 'Exhibit A', '', 0, 1, NULL, '2021-01-11T00:00:00.000Z'),
        ('e3', NULL, NULL, '2021-01-12', NULL, 'MINUTE ENTRY', '', 1, 0, NULL, '2021-01-12T00:00:00.000Z');
    `);
  });
  migrate(
    db,
    file,
    migrations.filter(({ version }) => version <= 20),
    platform,
  );
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('entries kept by hand come over as they were, and are known to be by hand', () => {
  expect(
    db
      .prepare(
        'SELECT id, number, attachment, text, filer, is_sealed, repeat, links, court FROM docket_entry',
      )
      .all(),
  ).toEqual([
    {
      id: 'e1',
      number: 1,
      attachment: null,
      text: 'COMPLAINT',
      filer: 'Smith',
      is_sealed: 0,
      repeat: 0,
      links: '[]',
      court: null,
    },
    {
      id: 'e2',
      number: 1,
      attachment: 1,
      text: 'Exhibit A',
      filer: '',
      is_sealed: 1,
      repeat: 0,
      links: '[]',
      court: null,
    },
    {
      id: 'e3',
      number: null,
      attachment: null,
      text: 'MINUTE ENTRY',
      filer: '',
      is_sealed: 0,
      repeat: 0,
      links: '[]',
      court: null,
    },
  ]);
});

test('a number is unique unless the court repeats it', () => {
  const insert = db.prepare(
    `INSERT INTO docket_entry (id, number, text, filer, is_text_only, is_sealed, created_at, repeat)
       VALUES (?, 1, 'INDICTMENT', '', 0, 0, '2021-01-11T00:00:00.000Z', ?)`,
  );
  expect(() => insert.run('e4', 0)).toThrow('UNIQUE');
  insert.run('e4', 1);
});

test('an imported source can be neither changed nor removed; one only read for a preview can be removed', () => {
  const insert = db.prepare(
    `INSERT INTO docket_source VALUES (?, 'sheet.html', 'docket_sheet', NULL, '', '2021-01-11T00:00:00.000Z', ?, x'41', 1, '{}', '[]', '[]', '[]', ?)`,
  );
  insert.run('s1', 'a'.repeat(64), 0);
  insert.run('s2', 'b'.repeat(64), 1);
  expect(() => db.exec(`UPDATE docket_source SET bytes = x'42' WHERE id = 's1'`)).toThrow('never changes');
  expect(() => db.exec(`UPDATE docket_source SET name = 'x' WHERE id = 's2'`)).toThrow('never changes');
  expect(() => db.exec(`DELETE FROM docket_source WHERE id = 's2'`)).toThrow('is kept');
  db.exec(`DELETE FROM docket_source WHERE id = 's1'`);
  expect(db.prepare('SELECT count(*) AS n FROM docket_source').get()).toEqual({ n: 1 });
});
