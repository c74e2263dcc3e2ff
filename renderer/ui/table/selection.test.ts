import { describe, expect, it } from 'vitest';
import { chooseNew, keepListed, noSelection, select } from './selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { selected: ReadonlySet<string> }) => [...selection.selected].sort().join('');

describe('choosing rows', () => {
  it('takes the one gone to and lets go of the rest', () => {
    const before = select(noSelection, ids, 'b', 'replace');
    expect(chosen(select(before, ids, 'd', 'replace'))).toBe('d');
  });

  it('takes a range from where it began, growing and shrinking on both sides', () => {
    let s = select(noSelection, ids, 'c', 'replace');
    s = select(s, ids, 'e', 'range');
    expect(chosen(s)).toBe('cde');
    s = select(s, ids, 'a', 'range');
    expect(chosen(s)).toBe('abc');
  });

  it('adds and takes away one by one', () => {
    let s = select(noSelection, ids, 'a', 'toggle');
    s = select(s, ids, 'd', 'toggle');
    expect(chosen(s)).toBe('ad');
    expect(chosen(select(s, ids, 'a', 'toggle'))).toBe('d');
  });

  it('can move without choosing', () => {
    const s = select(select(noSelection, ids, 'a', 'replace'), ids, 'c', 'move');
    expect(chosen(s)).toBe('a');
    expect(s.active).toBe('c');
  });
});

describe('when rows go', () => {
  it('the keyboard stays at the same place in the list', () => {
    const before = select(noSelection, ids, 'c', 'replace');
    const after = keepListed(before, ids, ['a', 'b', 'd', 'e']);
    expect(after.active).toBe('d');
    expect(chosen(after)).toBe('');
  });

  it('the last row hands over to the one before it, and none to none', () => {
    const before = select(noSelection, ids, 'e', 'replace');
    expect(keepListed(before, ids, ['a', 'b']).active).toBe('b');
    expect(keepListed(before, ids, []).active).toBeNull();
  });

  it('nothing changes while all that is chosen is still listed', () => {
    const before = select(noSelection, ids, 'c', 'replace');
    expect(keepListed(before, ids, ['c', 'a'])).toBe(before);
  });
});

describe('when rows come', () => {
  it('chooses them, and has the keyboard on the first', () => {
    const after = chooseNew(['a', 'd'], ids);
    expect(after).toMatchObject({ active: 'b', anchor: 'b' });
    expect(chosen(after!)).toBe('bce');
  });

  it('chooses none where rows went, moved, or are the first that a list has', () => {
    expect(chooseNew(ids, ['a', 'b'])).toBeNull();
    expect(chooseNew(ids, ids.toReversed())).toBeNull();
    expect(chooseNew([], ids)).toBeNull();
  });
});
