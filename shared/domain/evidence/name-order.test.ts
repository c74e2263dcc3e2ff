import { expect, test } from 'vitest';
import { nameKey } from './name-order.ts';

const sorted = (names: string[]) =>
  names.toSorted((a, b) => (nameKey(a) < nameKey(b) ? -1 : nameKey(a) > nameKey(b) ? 1 : 0));

test('numbers in names are put in order by their value, letters without regard to case or accents', () => {
  expect(sorted(['Post 10', 'post 9', 'Post 1', 'Élan', 'echo', 'Zoo'])).toEqual([
    'echo',
    'Élan',
    'Post 1',
    'post 9',
    'Post 10',
    'Zoo',
  ]);
});

test('leading zeros do not count, and numbers of any length keep their order', () => {
  expect(nameKey('AMZ000123') < nameKey('AMZ124')).toBe(true);
  expect(sorted(['n 99999999999999999999', 'n 5', 'n 100000000000000000000', 'n 999999999999999'])).toEqual([
    'n 5',
    'n 999999999999999',
    'n 99999999999999999999',
    'n 100000000000000000000',
  ]);
});
