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
let before: unknown[];

const entries = () => db.prepare('SELECT * FROM docket_entry ORDER BY id').all();
const changes = () => db.prepare('SELECT table_name, row_id, before FROM change_row ORDER BY id').all();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  const file = { filePath: join(folder, 'Smith.matter'), passphrase: null };
  db = createAtVersion(20, file, (old) => {
    old.exec(`
      INSERT INTO docket_entry (id, number, attachment, filed_on, entered_on, text, filer, is_text_only, is_sealed, evidence_id, created_at)
      VALUES ('e1', 1, NULL, '2021-01-11', NULL, 'COMPLAINT', 'Smith', 0, 0, NULL, '2021-01-11T00:00:00.000Z');
    `);
  });
  before = entries();
  migrate(
    db,
    file,
    migrations.filter(({ version }) => version <= 30),
    platform,
  );
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function addDeadline(id: string, troClock: string | null = null): void {
  db.prepare(
    `INSERT INTO deadline VALUES (?, 'Answer', 'hand', NULL, '{}', '{}', 'none', 'frcp', NULL, NULL, 'any', '', '', NULL, NULL,
      '[]', ?, 'open', NULL, NULL, '2021-02-01', '2021-01-11T00:00:00.000Z')`,
  ).run(id, troClock);
}

test('a matter of the version before keeps its docket and begins without deadlines', () => {
  expect(before).toHaveLength(1);
  expect(entries()).toEqual(before);
  for (const table of [
    'deadline',
    'deadline_override',
    'court_day',
    'tro_request',
    'tro_event',
    'tro_notice',
  ])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(db.pragma('user_version', { simple: true })).toBe(30);
});

test('each clock of the TRO request is one deadline at most', () => {
  addDeadline('d1', 'hearing');
  addDeadline('d2');
  addDeadline('d3');
  expect(() => addDeadline('d4', 'hearing')).toThrow('UNIQUE');
});

test('what is no JSON and no known state is refused', () => {
  addDeadline('d1');
  for (const change of ["trigger = 'soon'", "status = 'late'", "regime = 'mine'", "proof = '{'"])
    expect(() => db.exec(`UPDATE deadline SET ${change}`)).toThrow('CHECK');
});

test('edits of deadlines and of orders’ times are kept for undoing, reminders seen are not', () => {
  db.exec(`INSERT INTO change_group VALUES (1, 'x', '', 'tester', '2021-01-11T00:00:00.000Z', 'done')`);
  db.exec('INSERT INTO change_current VALUES (1, 1)');
  addDeadline('d1');
  db.exec(
    `INSERT INTO deadline_override VALUES ('o1', 'd1', '2021-01-20', NULL, '', NULL, '2021-01-12T00:00:00.000Z')`,
  );
  db.exec(`INSERT INTO reminder_seen VALUES ('d1', '2021-01-12T00:00:00.000Z')`);
  db.exec(`UPDATE deadline SET seen_due = '2021-01-20'`);
  expect(changes()).toEqual([
    { table_name: 'deadline', row_id: 'd1', before: null },
    { table_name: 'deadline_override', row_id: 'o1', before: null },
    {
      table_name: 'deadline',
      row_id: 'd1',
      before: expect.stringContaining('"seen_due":"2021-02-01"') as string,
    },
  ]);
});

test('an order’s time goes with its deadline', () => {
  addDeadline('d1');
  db.exec(
    `INSERT INTO deadline_override VALUES ('o1', 'd1', '2021-01-20', NULL, '', NULL, '2021-01-12T00:00:00.000Z')`,
  );
  db.exec('DELETE FROM deadline');
  expect(db.prepare('SELECT count(*) FROM deadline_override').pluck().get()).toBe(0);
});
