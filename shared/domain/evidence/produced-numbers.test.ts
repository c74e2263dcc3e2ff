import { expect, test } from 'vitest';
import { numbersOfPages } from './produced-numbers.ts';

test.each([
  ['a page for each number', 'NGH000009', 'NGH000011', 3, ['1 NGH000009', '2 NGH000010', '3 NGH000011']],
  ['one page', 'NGH000009', 'NGH000009', 1, ['1 NGH000009']],
  ['more pages than numbers', 'NGH000009', 'NGH000010', 3, ['1 NGH000009', '3 NGH000010']],
  [
    'numbers of which there are billions',
    'NGH000001',
    'NGH9999999999',
    2,
    ['1 NGH000001', '2 NGH9999999999'],
  ],
  ['a spreadsheet, whose pages nobody can count', 'NGH000009', 'NGH000010', null, ['1 NGH000009']],
  ['numbers that are none', 'Doc one', 'Doc two', 2, ['1 Doc one', '2 Doc two']],
  ['a range of two sequences', 'NGH000001', 'AMZ000002', 2, ['1 NGH000001', '2 AMZ000002']],
])('%s', (_what, first, last, pages, expected) => {
  expect(numbersOfPages(first, last, pages).numbers.map(({ page, label }) => `${page} ${label}`)).toEqual(
    expected,
  );
});

test('where page images were missing, the keys of the others say which pages there are', () => {
  const keys = ['NGH000009', 'NGH000011', 'AMZ000001', 'NGH000020'];
  const { numbers, isSure } = numbersOfPages('NGH000009', 'NGH000012', 2, keys);
  expect(numbers).toEqual([
    { page: 1, label: 'NGH000009' },
    { page: 2, label: 'NGH000011' },
  ]);
  expect(isSure).toBe(true);
  expect(numbersOfPages('NGH000009', 'NGH000012', 3, keys).isSure).toBe(false);
});

test('numbers are sure where each page has one, and not of a document with a slip sheet', () => {
  expect(numbersOfPages('NGH000009', 'NGH000010', 2).isSure).toBe(true);
  expect(numbersOfPages('NGH000009', 'NGH000010', 3).isSure).toBe(false);
});
