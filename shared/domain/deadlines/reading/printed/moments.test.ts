import { expect, test } from 'vitest';
import { findMoments } from './moments.ts';

const read = (text: string) => findMoments(text).map(({ at }) => at);

test.each([
  ['set for 1/14/2021 at 10:00 AM', '2021-01-14T10:00'],
  ['set for 2/17/2010 09:30 AM before Judge Lim', '2010-02-17T09:30'],
  ['on 1/3/09 at 4:30 p.m. Pacific', '2009-01-03T16:30'],
  ['no later than January 12, 2021 at 5:00 p.m.', '2021-01-12T17:00'],
  ['by 5:00 p.m. PST on Tuesday, January 12, 2021', '2021-01-12T17:00'],
  ['by noon on Jan. 15, 2021', '2021-01-15T12:00'],
  ['at 12:00 noon on 1/15/2021', '2021-01-15T12:00'],
  ['on 6/9/2017 at 12 Noon', '2017-06-09T12:00'],
  ['on Sept. 3rd, 2021', '2021-09-03'],
  ['on 2021-03-04', '2021-03-04'],
  ['on 3-4-2021', '2021-03-04'],
  ['by 12:00 AM on 3/4/2021', '2021-03-04T00:00'],
])('%s', (text, at) => {
  expect(read(text)).toEqual([at]);
});

test('the end of a day is the day itself', () => {
  expect(read('by midnight on 1/15/2021')).toEqual(['2021-01-15']);
});

test('an hour without a.m. or p.m. is not guessed at', () => {
  expect(read('on 1/15/2021 at 2:00')).toEqual(['2021-01-15']);
  expect(read('on 1/15/2021 at 9:30')).toEqual(['2021-01-15T09:30']);
  expect(read('on 1/15/2021 at 14:00')).toEqual(['2021-01-15T14:00']);
});

test.each([
  'on 2/30/2021',
  'No. 1:21-31-2021',
  'on January 12',
  'docket 123/45/6789',
  'in May 2021',
  '99/99/99',
])('no day is read from “%s”', (text) => {
  expect(read(text)).toEqual([]);
});

test('the place covers hour and weekday before the day', () => {
  const text = 'filed by 5:00 p.m. on Tuesday, January 12, 2021 at the latest';
  const [moment] = findMoments(text);
  expect(text.slice(moment!.start, moment!.end)).toBe('5:00 p.m. on Tuesday, January 12, 2021');
});

test('a text of nothing but dates is read to its end', () => {
  expect(findMoments('1/14/2021 at 10:00 AM, '.repeat(4_000))).toHaveLength(4_000);
});
