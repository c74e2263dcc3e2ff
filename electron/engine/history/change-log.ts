import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { columnsOf, isUndoableTable, type UndoableTable } from './undoable-tables.ts';

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

/** A row as it stood before and after a step was reversed; null where there was none. */
export interface TurnedRow {
  readonly table: UndoableTable;
  readonly id: string;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

/**
 * Reverses a step: puts back what each of its rows was, newest change first. While it runs the step is the current group,
 * so the same triggers write the inverse under it, and reversing it again gives the rows back: undo and redo are one.
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
  const turned = runsOf(changes).flatMap((run) => turnRun(session, run));
  session.run(sql.deleteFrom('change_current'));
  session.run(sql.updateTable('change_group').set({ state }).where('id', '=', stepId));
  return turned;
}

interface Change {
  readonly table: UndoableTable;
  readonly id: string;
  /** As JSON; null where there was no row. */
  readonly before: string | null;
}

/** Changes of one table and one way that follow each other, no row twice. */
type Run = readonly [Change, ...Change[]];

/** Changes put back at once, at most: what stands in memory meanwhile stays small. */
const longestRun = 5_000;

/** Takes changes together that can be put back in one statement, in the order they come. */
function runsOf(
  changes: readonly {
    readonly table_name: string;
    readonly row_id: string;
    readonly before: string | null;
  }[],
): readonly Run[] {
  const runs: [Change, ...Change[]][] = [];
  const ids = new Set<string>();
  for (const { table_name: table, row_id: id, before } of changes) {
    if (!isUndoableTable(table))
      throw new Error(`the change log names a table that cannot be undone: ${table}`);
    const change = { table, id, before };
    const run = runs.at(-1);
    const isOneWay = run && run[0].table === table && (run[0].before === null) === (before === null);
    if (isOneWay && run.length < longestRun && !ids.has(id)) run.push(change);
    else {
      runs.push([change]);
      ids.clear();
    }
    ids.add(id);
  }
  return runs;
}

function turnRun(session: MatterSession, run: Run): TurnedRow[] {
  const [{ table }] = run;
  const columns = columnsOf(session, table);
  const was = readRows(session, columns, run);
  const turned = run.map(({ id, before }) => ({
    table,
    id,
    before: was.get(id) ?? null,
    after: before === null ? null : (JSON.parse(before) as RowValues),
  }));
  if (canPutBackAtOnce(session, run, turned)) putBackAtOnce(session, columns, run, turned);
  else for (const row of turned) writeRow(session, columns, row);
  return turned;
}

function readRows(session: MatterSession, columns: readonly string[], run: Run): Map<string, RowValues> {
  const [{ table }] = run;
  const rows = session
    .prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(run.map(({ id }) => id))) as RowValues[];
  return new Map(rows.map((row) => [String(row['id']), row]));
}

/**
 * Whether a run ends the same in whatever order its rows are written: deleting clashes with nothing, and inserting leads to what
 * once stood together; of a table with a unique number the order in which rows change places matters.
 */
function canPutBackAtOnce(session: MatterSession, run: Run, turned: readonly TurnedRow[]): boolean {
  const [{ table }] = run;
  if (run.length === 1) return false;
  if (turned.every(({ before, after }) => before !== null && after === null)) return true;
  // SQLite's JSON ends a text at a NUL; bound by itself it is whole.
  if (run.some(({ before }) => before?.includes('\\u0000'))) return false;
  if (turned.every(({ before, after }) => before === null && after !== null)) return true;
  return (
    turned.every(({ before, after }) => before !== null && after !== null) && !hasUniqueNumber(session, table)
  );
}

function hasUniqueNumber(session: MatterSession, table: UndoableTable): boolean {
  return (
    session.prepare(`SELECT 1 FROM pragma_index_list(?) WHERE "unique" = 1 AND origin <> 'pk'`).get(table) !==
    undefined
  );
}

/** Names come from the allow-list and the table itself, values are bound: nothing stored in the log is ever run as SQL. */
function putBackAtOnce(
  session: MatterSession,
  columns: readonly string[],
  run: Run,
  turned: readonly TurnedRow[],
): void {
  const [{ table }] = run;
  const from = (column: string) => `value ->> '$.${column}'`;
  const [first] = turned;
  if (!first?.after) {
    session
      .prepare(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
      .run(JSON.stringify(run.map(({ id }) => id)));
    return;
  }
  const listOf = (rows: readonly (string | null)[]) => `[${rows.join(',')}]`;
  if (!first.before) {
    session
      .prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map(from).join(', ')} FROM json_each(?)`,
      )
      .run(listOf(run.map(({ before }) => before)));
    return;
  }
  const byChange = Map.groupBy(turned.keys(), (at) => changedColumns(columns, turned[at]!).join(', '));
  for (const [changed, places] of byChange) {
    if (changed === '') continue;
    const values = changed.split(', ').map((column) => `${column} = s.value ->> '$.${column}'`);
    session
      .prepare(
        `UPDATE ${table} SET ${values.join(', ')} FROM json_each(?) AS s WHERE ${table}.id = s.value ->> '$.id'`,
      )
      .run(listOf(places.map((at) => run[at]!.before)));
  }
}

/** Only what differs: writing a title again, the same or not, has its words indexed again. */
function changedColumns(columns: readonly string[], { before, after }: TurnedRow): readonly string[] {
  return columns.filter((column) => (after?.[column] ?? null) !== (before?.[column] ?? null));
}

/** Writes one row. */
function writeRow(session: MatterSession, columns: readonly string[], row: TurnedRow): void {
  const { table, id, before, after } = row;
  if (after === null) {
    session.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    return;
  }
  if (before === null) {
    const places = columns.map(() => '?').join(', ');
    const values = columns.map((column) => after[column] ?? null);
    session.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...values);
    return;
  }
  const changed = changedColumns(columns, row);
  if (changed.length === 0) return;
  const assignments = changed.map((column) => `${column} = ?`).join(', ');
  const values = changed.map((column) => after[column] ?? null);
  session.prepare(`UPDATE ${table} SET ${assignments} WHERE id = ?`).run(...values, id);
}
