import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { undoableTables } from './undoable-tables.ts';
import { join } from 'node:path';

let t: TestEngine;
afterEach(() => t.dispose());

test('the allow-list is exactly what the triggers of the matter file log', async () => {
  t = await createTestEngine();
  const { id, fileName } = await t.createMatter();
  await t.client['matter.close']({ matterId: id });
  const db = openDatabase(join(t.folder, fileName), { passphrase: null, isReadOnly: true, mustExist: true });
  const logged = db
    .prepare<[], { name: string }>(
      `SELECT tbl_name AS name FROM sqlite_schema WHERE name LIKE '%\\_log\\_delete' ESCAPE '\\'`,
    )
    .all()
    .map(({ name }) => [name, db.pragma(`table_info(${name})`) as { name: string }[]] as const)
    .map(([name, columns]) => [name, columns.map((column) => column.name)] as const);
  db.close();
  expect(Object.fromEntries(logged)).toEqual(undoableTables);
});
