/** A row's place in a tree whose visible rows are listed one below the other. */
export interface TreePlace {
  /** From 1. */
  readonly level: number;
  /** Among the rows under the same row, from 1. */
  readonly position: number;
  readonly setSize: number;
  /** Null for a row without children. */
  readonly isUnfolded: boolean | null;
}

/** What makes a table's rows a tree. */
export interface TreeRows<T> {
  readonly placeOf: (row: T) => TreePlace;
  readonly onUnfold: (row: T, isUnfolded: boolean) => void;
}

/** The effect of Left or Right in a tree: fold or unfold the focused row, or go to another row. */
export type TreeStep = { readonly unfold: boolean } | { readonly goTo: number } | null;

/**
 * What Left or Right does on a row, as in any tree: Right unfolds, then goes to the first child; Left folds, then goes to
 * the parent.
 *
 * @param rows as they are listed
 * @param index the focused row
 * @returns null if the key does nothing
 * @example stepInTree(rows, ({ place }) => place, 3, 'ArrowLeft') // { goTo: 1 }
 */
export function stepInTree<T>(
  rows: readonly T[],
  placeOf: (row: T) => TreePlace,
  index: number,
  key: 'ArrowLeft' | 'ArrowRight',
): TreeStep {
  const row = rows[index];
  if (row === undefined) return null;
  const { level, isUnfolded } = placeOf(row);
  if (key === 'ArrowRight') {
    if (isUnfolded === null) return null;
    return isUnfolded ? { goTo: index + 1 } : { unfold: true };
  }
  if (isUnfolded === true) return { unfold: false };
  const above = rows.slice(0, index).findLastIndex((each) => placeOf(each).level < level);
  return above < 0 ? null : { goTo: above };
}

/** A row of a list that is a tree while it is grouped; its place is null while the list is flat. */
interface FoldableRow {
  readonly id: string;
  readonly place: TreePlace | null;
}

/**
 * Makes a table's rows a tree if they have places in one.
 *
 * @param folded ids of the rows whose children are hidden
 * @param onFoldedChange takes them after a row was folded or unfolded
 * @returns props of a `DataTable`; empty for a flat list
 * @example <DataTable {...treeProps(rows, view.folded, (folded) => changeView({ folded }))} … />
 */
export function treeProps<T extends FoldableRow>(
  rows: readonly T[],
  folded: readonly string[],
  onFoldedChange: (folded: readonly string[]) => void,
): { readonly tree?: TreeRows<T> } {
  if (!rows[0]?.place) return {};
  return {
    tree: {
      placeOf: ({ place }) => place ?? { level: 1, position: 1, setSize: 1, isUnfolded: null },
      onUnfold: ({ id }, isUnfolded) =>
        onFoldedChange(isUnfolded ? folded.filter((each) => each !== id) : [...folded, id]),
    },
  };
}
