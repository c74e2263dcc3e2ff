import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { isUndoableTable, undoableTables, type UndoableTable } from './undoable-tables.ts';

export interface Step {
  readonly id: number;
  readonly label: string;
  readonly by: string;
  readonly at: string;
}

const steps = sql.selectFrom('change_group').select(['id', 'label', 'person as by', 'at']);

/** The step Undo would take back: the newest that stands. */
export function findUndo(session: MatterSession): Step | null {
  return session.get(steps.where('state', '=', 'done').orderBy('id', 'desc').limit(1)) ?? null;
}

/** The step Redo would take again: the oldest that was undone. */
export function findRedo(session: MatterSession): Step | null {
  return session.get(steps.where('state', '=', 'undone').orderBy('id').limit(1)) ?? null;
}

export type RowValues = Readonly<Record<string, string | number | null>>;

/** A row as it stood before and after a step was turned round; null where there was none. */
export interface TurnedRow {
  readonly table: UndoableTable;
  readonly id: string;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

/**
 * Turns a step round: puts back what each of its rows was, newest change first. While it runs the step is the current group,
 * so the same triggers write the inverse under it, and turning it round again gives the rows back: undo and redo are one.
 *
 * The states in between are those the command itself went through, backwards, so unique numbers never clash on the way; only
 * references may, and they are checked at the end of the transaction. Must run inside one.
 *
 * @param state what the step is afterwards
 */
export function turnRound(session: MatterSession, stepId: number, state: 'done' | 'undone'): TurnedRow[] {
  session.db.pragma('defer_foreign_keys = ON');
  const changes = session.all(
    sql
      .selectFrom('change_row')
      .select(['table_name', 'row_id', 'before'])
      .where('group_id', '=', stepId)
      .orderBy('id', 'desc'),
  );
  session.run(sql.deleteFrom('change_row').where('group_id', '=', stepId));
  session.run(sql.insertInto('change_current').values({ id: 1, group_id: stepId }));
  const turned = changes.map(({ table_name: table, row_id: id, before }) => {
    if (!isUndoableTable(table))
      throw new Error(`the change log names a table that cannot be undone: ${table}`);
    const was = readRow(session, table, id);
    const row = before === null ? null : (JSON.parse(before) as RowValues);
    writeRow(session, table, id, was, row);
    return { table, id, before: was, after: row };
  });
  session.run(sql.deleteFrom('change_current'));
  session.run(sql.updateTable('change_group').set({ state }).where('id', '=', stepId));
  return turned;
}

function readRow(session: MatterSession, table: UndoableTable, id: string): RowValues | null {
  const columns = undoableTables[table].join(', ');
  return (
    (session.prepare(`SELECT ${columns} FROM ${table} WHERE id = ?`).get(id) as RowValues | undefined) ?? null
  );
}

/** Names come from the allow-list, values are bound: nothing stored in the log is ever run as SQL. */
function writeRow(
  session: MatterSession,
  table: UndoableTable,
  id: string,
  was: RowValues | null,
  row: RowValues | null,
): void {
  const columns = undoableTables[table];
  if (row === null) {
    session.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    return;
  }
  if (was === null) {
    const places = columns.map(() => '?').join(', ');
    const values = columns.map((column) => row[column] ?? null);
    session.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...values);
    return;
  }
  // Only what differs: writing a title anew, the same or not, has its words indexed anew.
  const changed = columns.filter((column) => (row[column] ?? null) !== was[column]);
  if (changed.length === 0) return;
  const assignments = changed.map((column) => `${column} = ?`).join(', ');
  const values = changed.map((column) => row[column] ?? null);
  session.prepare(`UPDATE ${table} SET ${assignments} WHERE id = ?`).run(...values, id);
}
