import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
let folder: string;
let db: Database.Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
  const file = { filePath: join(folder, 'Fairwater.matter'), passphrase: null };
  db = createAtVersion(70, file, (old) => {
    old.exec(`
      INSERT INTO exhibit_set (id, name, scheme, has_slip_sheets, has_stickers, created_at, designation)
        VALUES ('s1', 'TRO', 'A', 1, 1, '${at}', 'CONFIDENTIAL');
    `);
  });
  migrate(
    db,
    file,
    migrations.filter(({ version }) => version <= 80),
    platform,
  );
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('sets stay as they were and look at some pages', () => {
  expect(db.prepare('SELECT id, name, designation, looks_at_every_page FROM exhibit_set').all()).toEqual([
    { id: 's1', name: 'TRO', designation: 'CONFIDENTIAL', looks_at_every_page: 0 },
  ]);
});

test('a change of it is logged with what was before, so that it can be taken back', () => {
  db.exec(`
    INSERT INTO change_group VALUES (1, 'exhibits.set.update', 'edit', '{}', '${at}', 'done');
    INSERT INTO change_current VALUES (1, 1);
    UPDATE exhibit_set SET looks_at_every_page = 1 WHERE id = 's1';
  `);
  const before = db.prepare(`SELECT before FROM change_row WHERE table_name = 'exhibit_set'`).pluck().get();
  expect(JSON.parse(before as string)).toMatchObject({ id: 's1', looks_at_every_page: 0 });
});
