import type { MatterSession } from '../../store/session.ts';

/** What deadlines and the TRO desk say of an entry, in columns of its id and in JSON that holds it. */
const places = [
  ['deadline', 'entry_id', null],
  ['deadline', 'trigger', '$.entryId'],
  ['deadline', 'proof', '$.entryId'],
  ['deadline_override', 'entry_id', null],
  ['tro_event', 'entry_id', null],
  ['tro_item', 'entry_id', null],
] as const;

/**
 * Lets what deadlines and the TRO desk say of a row go on with the entry that takes it over, so that no trigger is lost when a
 * row proves to be another's double.
 */
export function handOverDeadlines(session: MatterSession, from: string, to: string): void {
  for (const [table, column, path] of places) {
    const held = path === null ? column : `json_extract(${column}, '${path}')`;
    const value = path === null ? '?' : `json_set(${column}, '${path}', ?)`;
    session.prepare(`UPDATE ${table} SET ${column} = ${value} WHERE ${held} = ?`).run(to, from);
  }
}
