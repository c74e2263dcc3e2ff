import { describe, expect, it } from 'vitest';
import { stepInTree, type TreePlace } from './tree.ts';

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
