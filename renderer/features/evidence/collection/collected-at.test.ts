import { expect, test } from 'vitest';
import { readCollectedAt } from './collected-at.ts';

test.each([
  ['', ''],
  ['  ', ''],
  ['1/11/2021', '2021-01-11'],
  ['1/11', '2026-01-11'],
  ['Jan 11, 2021', '2021-01-11'],
  ['Mon, January 11, 2021', '2021-01-11'],
  [' 2021-01-11 ', '2021-01-11'],
  ['2021-01-11T17:03:00Z', '2021-01-11T17:03:00Z'],
  ['2021-01-11T17:03:00.250Z', '2021-01-11T17:03:00.250Z'],
])('the day of a collection typed as "%s" is kept as "%s"', (typed, kept) => {
  expect(readCollectedAt(typed, '2026-03-02')).toBe(kept);
});

test.each(['soon', '13/45/2021', '2021-02-30', '1/11/2021 5 pm', '2021-01-11T99:00:00Z'])(
  '"%s" is no day of a collection',
  (typed) => {
    expect(readCollectedAt(typed, '2026-03-02')).toBeNull();
  },
);
