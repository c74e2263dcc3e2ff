import type { MatterSession } from '../store/session.ts';

/**
 * Tables whose rows the change log may put back: no other name in a log ever reaches the SQL of an undo. Those that the
 * migrations' triggers log (undoable-tables.test.ts compares the two).
 */
export const undoableTables = [
  'matter',
  'docket_entry',
  'docket_thread',
  'docket_applied',
  'docket_answer',
  'deadline',
  'deadline_override',
  'court_day',
  'tro_request',
  'tro_event',
  'tro_notice',
  'tro_item',
  'evidence_description',
  'claim',
  'tag',
  'evidence_tag',
  'transcript',
  'saved_search',
  'exhibit_set',
  'exhibit',
  'bates_prefix',
  'note',
  'note_tag',
  'coding',
  'coding_settled',
  'note_conflict',
  'list_view',
  'element',
  'fact',
  'bearing',
  'pin_cite',
  'summary_description',
] as const;

export type UndoableTable = (typeof undoableTables)[number];

const known: ReadonlySet<string> = new Set(undoableTables);

/** Whether the change log keeps what happens in this table. */
export function isUndoableTable(name: string): name is UndoableTable {
  return known.has(name);
}

/** All columns of such a table, each of which its triggers log. */
export function columnsOf({ db }: Pick<MatterSession, 'db'>, table: UndoableTable): readonly string[] {
  return (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
}
