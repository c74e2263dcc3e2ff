/**
 * Triggers that write what a row was before each change, under the command that runs (engine/history). Shipped steps call it, so
 * what it gives for the same columns never changes.
 *
 * @param columns all columns of the table, `id` among them
 */
export function changeTriggers(table: string, columns: readonly string[]): string {
  const before = `json_object(${columns.map((c) => `'${c}', old.${c}`).join(', ')})`;
  const log = (row: string, value: string) =>
    `INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), '${table}', ${row}.id, ${value})`;
  const when = 'WHEN EXISTS (SELECT 1 FROM change_current)';
  return `
    CREATE TRIGGER ${table}_log_insert AFTER INSERT ON ${table} ${when} BEGIN ${log('new', 'NULL')}; END;
    CREATE TRIGGER ${table}_log_update AFTER UPDATE ON ${table} ${when} BEGIN ${log('old', before)}; END;
    CREATE TRIGGER ${table}_log_delete AFTER DELETE ON ${table} ${when} BEGIN ${log('old', before)}; END;
  `;
}
