import type { DocketEntry } from '../../../model/docket.ts';

type Placed = Pick<DocketEntry, 'id' | 'parentId' | 'isParentChosen'>;

/**
 * Entries whose place would close a cycle, each at the top instead: a person put a motion under a declaration, and the court's
 * new words put the declaration under the motion. What a person chose stays where anything else in the cycle can give way.
 *
 * @returns ids of the entries that give way; with each at the top no entry is under itself
 */
export function openCircles(entries: readonly Placed[]): Set<string> {
  const byId = new Map<string, Placed>(entries.map((entry) => [entry.id, entry]));
  const opened = new Set<string>();
  const done = new Set<string>();
  for (const start of entries) {
    const path = new Map<string, Placed>();
    let at: Placed | undefined = start;
    while (at && !done.has(at.id) && !path.has(at.id)) {
      path.set(at.id, at);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    if (at && path.has(at.id)) {
      const passed = [...path.values()];
      const circle = passed.slice(passed.indexOf(at));
      opened.add((circle.find(({ isParentChosen }) => !isParentChosen) ?? at).id);
    }
    for (const id of path.keys()) done.add(id);
  }
  return opened;
}
