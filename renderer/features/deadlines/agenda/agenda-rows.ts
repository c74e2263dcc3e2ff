import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { TreePlace } from '../../../ui/index.ts';
import type { DeadlineGroup, GroupId } from './groups.ts';

/** A row of the agenda: the heading of a group, or a deadline in it. */
export type AgendaRow = TreePlace &
  (
    | { readonly id: string; readonly group: GroupId; readonly count: number; readonly deadline: null }
    | { readonly id: string; readonly group: GroupId; readonly count: 0; readonly deadline: Deadline }
  );

/** The row of a group's heading. */
export function groupRowId(group: GroupId): string {
  return `group:${group}`;
}

/**
 * The groups as rows one below the other, a folded group by its heading alone.
 *
 * @param folded ids of folded groups
 */
export function listAgendaRows(
  groups: readonly DeadlineGroup[],
  folded: ReadonlySet<string>,
): readonly AgendaRow[] {
  return groups.flatMap(({ id, deadlines }, at) => {
    const isUnfolded = !folded.has(id);
    const heading: AgendaRow = {
      id: groupRowId(id),
      group: id,
      count: deadlines.length,
      deadline: null,
      level: 1,
      position: at + 1,
      setSize: groups.length,
      isUnfolded,
    };
    if (!isUnfolded) return [heading];
    const rows = deadlines.map((deadline, index): AgendaRow => ({
      id: deadline.id,
      group: id,
      count: 0,
      deadline,
      level: 2,
      position: index + 1,
      setSize: deadlines.length,
      isUnfolded: null,
    }));
    return [heading, ...rows];
  });
}
