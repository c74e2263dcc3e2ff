/** Which rows are chosen, which one has the focus, and where a range began. */
export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  readonly active: string | null;
  readonly anchor: string | null;
}

export const noSelection: TableSelection = { selected: new Set(), active: null, anchor: null };

/** How a click or an arrow chooses: alone, adding to a range from the anchor, or one more. */
export type SelectMode = 'replace' | 'range' | 'toggle' | 'move';

/**
 * What is chosen after going to a row, as file lists do it everywhere.
 *
 * @param ids all rows in their order
 * @param target the row gone to
 * @param mode `move` only moves the keyboard's place
 */
export function select(
  before: TableSelection,
  ids: readonly string[],
  target: string,
  mode: SelectMode,
): TableSelection {
  if (mode === 'move') return { ...before, active: target };
  if (mode === 'toggle') {
    const selected = new Set(before.selected);
    if (!selected.delete(target)) selected.add(target);
    return { selected, active: target, anchor: target };
  }
  const anchor = before.anchor ?? before.active ?? target;
  const from = ids.indexOf(anchor);
  if (mode === 'replace' || from < 0) return { selected: new Set([target]), active: target, anchor: target };
  const to = ids.indexOf(target);
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { selected: new Set(range), active: target, anchor };
}

/** Drops what is no longer listed; the keyboard's place moves to the row that took its index. */
export function keepListed(
  before: TableSelection,
  idsBefore: readonly string[],
  ids: readonly string[],
): TableSelection {
  const listed = new Set(ids);
  const selected = [...before.selected].filter((id) => listed.has(id));
  const isWhole = selected.length === before.selected.size;
  const keeps = (id: string | null) => id === null || listed.has(id);
  if (isWhole && keeps(before.active) && keeps(before.anchor)) return before;
  let { active } = before;
  if (active !== null && !listed.has(active)) {
    active = ids[Math.min(Math.max(idsBefore.indexOf(active), 0), ids.length - 1)] ?? null;
  }
  return {
    selected: isWhole ? before.selected : new Set(selected),
    active,
    anchor: keeps(before.anchor) ? before.anchor : null,
  };
}
