import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndex } from './first-index.ts';

test('finds the first number that is not less, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: 0, max: 21 }),
      (given, least) => {
        const numbers = given.toSorted((a, b) => a - b);
        const found = numbers.findIndex((number) => number >= least);
        expect(firstIndex(numbers.length, (at) => numbers[at]! >= least)).toBe(
          found === -1 ? numbers.length : found,
        );
      },
    ),
  );
});
