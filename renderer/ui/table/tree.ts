/** Where a row stands in a tree whose unfolded rows are listed one below the other. */
export interface TreePlace {
  /** From 1. */
  readonly level: number;
  /** Among the rows under the same row, from 1. */
  readonly position: number;
  readonly setSize: number;
  /** Null for a row with nothing under it. */
  readonly isUnfolded: boolean | null;
}

/** What makes a table's rows a tree. */
export interface TreeRows<T> {
  readonly placeOf: (row: T) => TreePlace;
  readonly onUnfold: (row: T, isUnfolded: boolean) => void;
}

/** What an arrow to the side does in a tree: fold or unfold the row it stands on, or go to another row. */
export type TreeStep = { readonly unfold: boolean } | { readonly goTo: number } | null;

/**
 * What Left or Right does on a row, as trees do it everywhere: Right unfolds, then goes to the first row under it; Left
 * folds, then goes to the row above it in the tree.
 *
 * @param placeAt place of the row at an index
 * @param index the row the keyboard stands on
 * @returns null where the key does nothing
 * @example stepInTree((index) => places[index], 3, 'ArrowLeft') // { goTo: 1 }
 */
export function stepInTree(
  placeAt: (index: number) => TreePlace,
  index: number,
  key: 'ArrowLeft' | 'ArrowRight',
): TreeStep {
  const { level, isUnfolded } = placeAt(index);
  if (key === 'ArrowRight') {
    if (isUnfolded === null) return null;
    return isUnfolded ? { goTo: index + 1 } : { unfold: true };
  }
  if (isUnfolded === true) return { unfold: false };
  for (let above = index - 1; above >= 0; above -= 1) {
    if (placeAt(above).level < level) return { goTo: above };
  }
  return null;
}
