import { expect, test } from 'vitest';
import { readPdfDate } from './claims.ts';

test('dates of PDFs become instants where they say their offset, days where they do not, and stay where they are none', () => {
  expect(
    [
      "D:20210111170000-08'00'",
      'D:20210111170000Z',
      "D:20210111170000+05'30",
      'D:20210111170000',
      'D:20210111',
      'D:2021',
      'D:20210231120000Z',
      'Monday, after lunch',
    ].map(readPdfDate),
  ).toEqual([
    '2021-01-12T01:00:00Z',
    '2021-01-11T17:00:00Z',
    '2021-01-11T11:30:00Z',
    '2021-01-11',
    '2021-01-11',
    '2021-01-01',
    'D:20210231120000Z',
    'Monday, after lunch',
  ]);
});
