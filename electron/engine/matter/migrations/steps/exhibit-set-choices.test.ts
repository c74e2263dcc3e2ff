import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe.each([
  [60, 70, 'is_archival'],
  [70, 80, 'looks_at_every_page'],
  [140, 150, 'numbers_pages'],
])('from format %i to %i, exhibit sets have the choice %s', (before, after, column) => {
  let folder: string;
  let db: Database.Database;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'forthwith-migrate-'));
    const file = { filePath: join(folder, 'Fairwater.matter'), passphrase: null };
    db = createAtVersion(before, file, (old) => {
      old.exec(`
        INSERT INTO exhibit_set (id, name, scheme, has_slip_sheets, has_stickers, created_at, designation)
          VALUES ('s1', 'TRO', 'A', 1, 1, '${at}', 'CONFIDENTIAL');
      `);
    });
    migrate(
      db,
      file,
      migrations.filter(({ version }) => version <= after),
      platform,
    );
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  test('sets stay as they were and have not made it', () => {
    expect(db.prepare(`SELECT id, name, designation, ${column} FROM exhibit_set`).all()).toEqual([
      { id: 's1', name: 'TRO', designation: 'CONFIDENTIAL', [column]: 0 },
    ]);
  });

  test('a change of it is logged with what was before, so that it can be taken back', () => {
    db.exec(`
      INSERT INTO change_group VALUES (1, 'exhibits.set.update', 'edit', '{}', '${at}', 'done');
      INSERT INTO change_current VALUES (1, 1);
      UPDATE exhibit_set SET ${column} = 1 WHERE id = 's1';
    `);
    const row = db.prepare(`SELECT before FROM change_row WHERE table_name = 'exhibit_set'`).pluck().get();
    expect(JSON.parse(row as string)).toMatchObject({ id: 's1', [column]: 0 });
  });
});
