import type { Person } from '../../../shared/model/common.ts';
import type { LabelChange } from '../../../shared/model/exhibits.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** A change of a label, or an exhibit that came or went. */
export interface ChangedLabel {
  readonly id: string;
  readonly title: string;
  /** Null for one that is new. */
  readonly was: string | null;
  /** Empty for one that was removed. */
  readonly now: string;
}

/**
 * Keeps a was/now table, for good: undoing the step that changed the labels is one more change, and leaves this one standing.
 * Must run in the transaction that changes the labels.
 */
export function recordLabelChanges(
  setId: string,
  changes: readonly ChangedLabel[],
  { session, person }: { readonly session: MatterSession; readonly person: Person },
): void {
  const real = changes.filter(({ was, now }) => (was ?? '') !== now);
  if (real.length === 0) return;
  session.run(
    sql.insertInto('exhibit_label_change').values({
      set_id: setId,
      at: session.platform.now(),
      person: person.name,
      changes: JSON.stringify(real),
    }),
  );
}

/** Was/now tables of every time labels of a set changed, newest first. */
export function listLabelChanges(
  session: MatterSession,
  setId: string,
): { at: string; by: string; changes: LabelChange[] }[] {
  return session
    .all(sql.selectFrom('exhibit_label_change').selectAll().where('set_id', '=', setId).orderBy('id', 'desc'))
    .map(({ at, person, changes }) => ({ at, by: person, changes: JSON.parse(changes) as LabelChange[] }));
}

/** The titles with which exhibits came into a set, by id: of a reserved label its note, which a withdrawal writes its reason over. */
export function firstTitles(session: MatterSession, setId: string): Map<string | null, string> {
  const oldestFirst = listLabelChanges(session, setId).toReversed();
  const titles = new Map<string | null, string>();
  for (const { id, title, was } of oldestFirst.flatMap(({ changes }) => changes))
    if (was === null && !titles.has(id)) titles.set(id, title);
  return titles;
}

/** A row of a step that was reversed. */
export interface TurnedRow {
  readonly table: string;
  readonly id: string;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>> | null;
}

/**
 * Keeps what an undo or a redo did to labels.
 *
 * @param turned rows in the order they were turned; one that was changed twice in a step stands there twice
 */
export function recordTurnedLabels(
  turned: readonly TurnedRow[],
  context: { readonly session: MatterSession; readonly person: Person },
): void {
  const ends = new Map<string, { before: TurnedRow['before']; after: TurnedRow['after'] }>();
  for (const { table, id, before, after } of turned)
    if (table === 'exhibit') ends.set(id, { before: ends.has(id) ? ends.get(id)!.before : before, after });
  const changes = [...ends].flatMap(([id, { before, after }]) => {
    const row = after ?? before;
    if (row === null) return [];
    const was = before && String(before['label']);
    const now = String(after?.['label'] ?? '');
    return [{ setId: String(row['set_id']), id, title: String(row['title']), was, now }];
  });
  for (const [setId, ofSet] of Map.groupBy(changes, (each) => each.setId))
    recordLabelChanges(
      setId,
      ofSet.map(({ setId: _set, ...change }) => change),
      context,
    );
}
