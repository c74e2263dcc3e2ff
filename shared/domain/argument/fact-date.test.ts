import { describe, expect, test } from 'vitest';
import type { FactDate } from '../../model/argument.ts';
import { compareFactDates, factDateText, parseFactDate } from './fact-date.ts';

const pacific = 'America/Los_Angeles';
const parse = (text: string) => parseFactDate(text, '2021-03-01', ['PST']);
const on = (from: string): FactDate => ({ kind: 'on', from, to: null });

describe('dates of facts are read as people write them', () => {
  test.each([
    ['2021', on('2021')],
    ['Jan 2021', on('2021-01')],
    ['September, 2020', on('2020-09')],
    ['1/2021', on('2021-01')],
    ['2021-01', on('2021-01')],
    ['1/9/21', on('2021-01-09')],
    ['on Jan. 9, 2021', on('2021-01-09')],
    ['Jan 9, 2021, 6:30 pm PST', on('2021-01-09T18:30')],
    ['about Jan 2021', { kind: 'about', from: '2021-01', to: null }],
    ['on or about January 9, 2021', { kind: 'about', from: '2021-01-09', to: null }],
    ['c. 2019', { kind: 'about', from: '2019', to: null }],
    ['prior to 2021-01-11', { kind: 'before', from: '2021-01-11', to: null }],
    ['since Nov 2020', { kind: 'after', from: '2020-11', to: null }],
    ['between Jan 6, 2021 and Jan 8, 2021', { kind: 'between', from: '2021-01-06', to: '2021-01-08' }],
    ['2019 to 2020', { kind: 'between', from: '2019', to: '2020' }],
    ['from Nov 2020 until Jan 9, 2021', { kind: 'between', from: '2020-11', to: '2021-01-09' }],
    ['between Jan 6, 2021 and Jan 8', { kind: 'between', from: '2021-01-06', to: '2021-01-08' }],
    ['between Jan 6 and Jan 8, 2020', { kind: 'between', from: '2020-01-06', to: '2020-01-08' }],
    ['Jan 6-8, 2020', { kind: 'between', from: '2020-01-06', to: '2020-01-08' }],
    ['January 6–8, 2021', { kind: 'between', from: '2021-01-06', to: '2021-01-08' }],
    ['Nov-Dec 2020', { kind: 'between', from: '2020-11', to: '2020-12' }],
    ['2019-2020', { kind: 'between', from: '2019', to: '2020' }],
    ['1/6/21-1/8/21', { kind: 'between', from: '2021-01-06', to: '2021-01-08' }],
    ['Jan 9, 2021 6:30 pm – 7:30 pm', { kind: 'between', from: '2021-01-09T18:30', to: '2021-01-09T19:30' }],
    ['9 January 2021', on('2021-01-09')],
    ['in Jan 2021', on('2021-01')],
    ['ca 2019', { kind: 'about', from: '2019', to: null }],
    ['~2019', { kind: 'about', from: '2019', to: null }],
    // What has not come yet is of the year, or the century, before.
    ['Dec 20', on('2020-12-20')],
    ['Feb 20', on('2021-02-20')],
    ['6/1/98', on('1998-06-01')],
    ['1/6/21 – 1/8/21', { kind: 'between', from: '2021-01-06', to: '2021-01-08' }],
  ])('%s', (text, date) => expect(parse(text)).toEqual(date));

  test.each([
    '',
    'soon',
    'about',
    '13/2021',
    'Feb 30, 2021',
    'Mayhem 2021',
    'between 2021 and 2019',
    'before',
  ])('“%s” is none', (text) => expect(parse(text)).toBeNull());
});

test('what is shown is read back as the same', () => {
  for (const text of [
    '2021',
    'Jan 2021',
    'about Sat, Jan 9, 2021',
    'before Sat, Jan 9, 2021, 6:30 PM PST',
    'between 2019 and Mar 2020',
  ]) {
    expect(factDateText(parse(text)!, pacific)).toBe(text);
  }
});

test.each([
  ['2021', '2021'],
  ['Jan 2021', 'Jan 2021'],
  ['before Sat, Jan 9, 2021, 6:30 PM PST', 'before Jan 9, 2021, 6:30 PM PST'],
  ['between Mon, Jan 11, 2021 and Wed, Jan 13, 2021', 'between Jan 11, 2021 and Jan 13, 2021'],
])('“%s” is “%s” in a column', (text, short) => {
  expect(factDateText(parse(text)!, pacific, false)).toBe(short);
});

test('a chronology runs from what came first, the less exact before the exact, and what has no date last', () => {
  const order = [
    'before 2021',
    '2021',
    'Jan 2021',
    'before Jan 9, 2021',
    'between Jan 9, 2021 and Jan 11, 2021',
    'Jan 9, 2021',
    'Jan 9, 2021 6:30 pm',
    'after Jan 9, 2021',
    'Jan 10, 2021',
    'after Jan 2021',
    'Feb 2021',
  ].map(parse);
  const shuffled = [null, ...order.toReversed()];
  expect(shuffled.toSorted(compareFactDates)).toEqual([...order, null]);
});
