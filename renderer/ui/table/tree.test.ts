import { describe, expect, it } from 'vitest';
import { stepInTree, treeProps, type TreePlace } from './tree.ts';

const place = (level: number, isUnfolded: boolean | null): TreePlace => ({
  level,
  isUnfolded,
  position: 1,
  setSize: 1,
});
/** A motion with a folded opposition and a reply under it, and another motion. */
const places = [place(1, true), place(2, false), place(2, null), place(1, null)];
const step = (index: number, key: 'ArrowLeft' | 'ArrowRight') => stepInTree(places, (row) => row, index, key);

describe('an arrow to the side in a tree', () => {
  it('unfolds a folded row, and goes into one that is unfolded', () => {
    expect(step(1, 'ArrowRight')).toEqual({ unfold: true });
    expect(step(0, 'ArrowRight')).toEqual({ goTo: 1 });
  });

  it('folds an unfolded row, and goes up from any other', () => {
    expect(step(0, 'ArrowLeft')).toEqual({ unfold: false });
    expect(step(1, 'ArrowLeft')).toEqual({ goTo: 0 });
    expect(step(2, 'ArrowLeft')).toEqual({ goTo: 0 });
  });

  it('does nothing where there is nowhere to go', () => {
    expect(step(2, 'ArrowRight')).toBeNull();
    expect(step(3, 'ArrowLeft')).toBeNull();
  });
});

describe('a list that may be grouped', () => {
  const rows = [
    { id: 'a', place: place(1, false) },
    { id: 'b', place: place(1, null) },
  ] as const;

  it('is no tree while its rows have no places in one', () => {
    expect(treeProps([{ id: 'a', place: null }], [], () => {})).toEqual({});
    expect(treeProps([], [], () => {})).toEqual({});
  });

  it('tells which rows are folded after each that is folded or unfolded', () => {
    const changes: (readonly string[])[] = [];
    const { tree } = treeProps(rows, ['a', 'gone'], (folded) => changes.push(folded));
    tree?.onUnfold(rows[0], true);
    tree?.onUnfold(rows[1], false);
    expect(changes).toEqual([['gone'], ['a', 'gone', 'b']]);
    expect(tree?.placeOf(rows[0])).toEqual(place(1, false));
  });
});
