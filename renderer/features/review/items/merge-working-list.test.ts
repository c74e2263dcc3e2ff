import { expect, test } from 'vitest';
import { itemAfterStep, mergeWorkingList } from './merge-working-list.ts';

test('an item that has left its queue keeps its place in the list one goes through', () => {
  expect(mergeWorkingList(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a', 'b', 'c']);
});

test('what comes into the queue meanwhile stands at the end, in the order of the queue', () => {
  expect(mergeWorkingList(['b', 'd'], ['a', 'b', 'c'])).toEqual(['b', 'd', 'a', 'c']);
});

test('a list to which nothing is added stays the same list', () => {
  const kept = ['a', 'b'];
  expect(mergeWorkingList(kept, ['b'])).toBe(kept);
  expect(mergeWorkingList(kept, [])).toBe(kept);
});

test('a step goes to the neighbor and not beyond either end', () => {
  const ids = ['a', 'b', 'c'];
  expect(itemAfterStep(ids, 'a', 1)).toBe('b');
  expect(itemAfterStep(ids, 'b', -1)).toBe('a');
  expect(itemAfterStep(ids, 'c', 1)).toBeNull();
  expect(itemAfterStep(ids, 'a', -1)).toBeNull();
});

test('from nowhere a step begins at the first item', () => {
  expect(itemAfterStep(['a', 'b'], null, 1)).toBe('a');
  expect(itemAfterStep(['a', 'b'], 'gone', -1)).toBe('a');
  expect(itemAfterStep([], null, 1)).toBeNull();
});
