import { expect, test } from 'vitest';
import { familyHeads } from './family-heads.ts';

test.each([
  ['none', [], []],
  ['each by itself', [null, null], [0, 1]],
  ['a part of a part', [null, 0, 1], [0, 0, 0]],
  ['parts before what they are parts of', [1, 2, null, 1], [2, 2, 2, 2]],
  ['one that is its own parent', [0, null], [null, 1]],
  ['a circle, and what hangs on it', [1, 0, 0, null], [null, null, null, 3]],
  ['a parent that is not there', [7, 0], [null, null]],
])('%s', (_, parents, heads) => {
  expect(familyHeads(parents)).toEqual(heads);
});

test('a chain of a hundred thousand is followed once', () => {
  const heads = familyHeads(Array.from({ length: 100_000 }, (_, at) => (at === 99_999 ? null : at + 1)));
  expect(new Set(heads)).toEqual(new Set([99_999]));
});
