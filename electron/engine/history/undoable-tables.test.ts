import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { columnsOf, undoableTables } from './undoable-tables.ts';
import { join } from 'node:path';

let t: TestEngine;
afterEach(() => t.dispose());

test('the tables are those whose triggers log, and each logs every column of its table', async () => {
  t = await createTestEngine();
  const { id, fileName } = await t.createMatter();
  await t.client['matter.close']({ matterId: id });
  const db = openDatabase(join(t.folder, fileName), { passphrase: null, isReadOnly: true, mustExist: true });
  const logged = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT tbl_name AS name, sql FROM sqlite_schema
        WHERE name LIKE '%\\_log\\_update' ESCAPE '\\' OR name LIKE '%\\_log\\_delete' ESCAPE '\\'`,
    )
    .all()
    .map(({ name, sql }) => [name, [...sql.matchAll(/'(\w+)', old\.\1\b/g)].map(([, column]) => column)]);
  const columns = undoableTables.flatMap((table) => {
    const row = [table, columnsOf({ db }, table)];
    return [row, row];
  });
  db.close();
  expect(logged.toSorted()).toEqual(columns.toSorted());
});
