/** The selected rows, the focused row, and where a range started. */
export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  readonly active: string | null;
  readonly anchor: string | null;
}

export const noSelection: TableSelection = { selected: new Set(), active: null, anchor: null };

/** How a click or an arrow key selects: that row alone, a range from the anchor, or one more row. */
export type SelectMode = 'replace' | 'range' | 'toggle' | 'move';

/**
 * The selection after going to a row, as in any file list.
 *
 * @param ids all rows in their order
 * @param target the row gone to
 * @param mode `move` only moves the focus
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

/** Drops rows that are no longer listed; the focus moves to the row that took the focused row's index. */
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

/** The rows that a list did not have before, with the focus on the first; null where none came, or the list was empty before. */
export function chooseNew(idsBefore: readonly string[], ids: readonly string[]): TableSelection | null {
  const before = new Set(idsBefore);
  const came = ids.filter((id) => !before.has(id));
  const [first] = came;
  if (first === undefined || idsBefore.length === 0) return null;
  return { selected: new Set(came), active: first, anchor: first };
}
