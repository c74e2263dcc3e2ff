import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyOrder } from './family-order.ts';

/** Families by their edges: `from` holds `to`, in order. */
function orderOf(listed: number[], edges: readonly (readonly [number, number])[]) {
  const children = Map.groupBy(edges, ([from]) => from);
  const parents = Map.groupBy(edges, ([, to]) => to);
  const { places, depths } = familyOrder(listed, {
    count: 20,
    childrenOf: (at) => (children.get(at) ?? []).map(([, to]) => to),
    parentsOf: (at) => (parents.get(at) ?? []).map(([from]) => from),
  });
  return places.map((at, place) => [at, depths[place]]);
}

test('what came in an item stands below it, in the order it had inside', () => {
  const edges = [[1, 3], [1, 2], [3, 5]] as const; // oxfmt-ignore
  expect(orderOf([5, 4, 3, 2, 1], edges)).toEqual([
    [4, 0],
    [1, 0],
    [3, 1],
    [5, 2],
    [2, 1],
  ]);
});

test('an item whose own parent is not listed stands under the nearest that is', () => {
  expect(orderOf([1, 5], [[1, 3], [3, 5]])).toEqual([[1, 0], [5, 1]]); // oxfmt-ignore
  expect(orderOf([5], [[1, 3], [3, 5]])).toEqual([[5, 0]]); // oxfmt-ignore
});

test('the same bytes in two mails stand once; an archive that holds itself ends', () => {
  expect(orderOf([1, 2, 3], [[1, 3], [2, 3]])).toEqual([[1, 0], [3, 1], [2, 0]]); // oxfmt-ignore
  expect(orderOf([1], [[1, 1]])).toEqual([[1, 0]]);
  expect(orderOf([1, 2], [[1, 2], [2, 1]])).toEqual([[1, 0], [2, 1]]); // oxfmt-ignore
});

test('however the families hang together, every listed item stands exactly once', () => {
  const number = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(number), fc.array(fc.tuple(number, number)), (listed, edges) => {
      const places = orderOf(listed, edges).map(([at]) => at!);
      expect(places.toSorted((a, b) => a - b)).toEqual(listed.toSorted((a, b) => a - b));
    }),
  );
});
