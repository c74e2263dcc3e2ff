import { expect, test } from 'vitest';
import {
  describePageRanges,
  isPageRanges,
  pagesInWords,
  plainPageRanges,
  selectPages,
} from './page-ranges.ts';

test('pages come in the order asked for, each once; all where nothing is asked', () => {
  expect(selectPages('7, 3-5, 4', 9)).toEqual({ pages: [7, 3, 4, 5] });
  expect(selectPages(' ', 3)).toEqual({ pages: [1, 2, 3] });
  expect(selectPages('', 0)).toEqual({ pages: [] });
});

test('a page that is not there and a range that runs backwards are told', () => {
  expect(selectPages('3-40', 9)).toEqual({ problem: { kind: 'missing', page: 40, range: '3-40' } });
  expect(selectPages('5-2', 9)).toEqual({ problem: { kind: 'backwards', page: 5, range: '5-2' } });
  for (const written of ['x', 'x3', '3x', '3 4', '1-3-5', '-3'])
    expect(selectPages(written, 9)).toMatchObject({ problem: { kind: 'missing' } });
});

test.each([
  ['', ''],
  ['3', 'p. 3'],
  ['3-7,12', 'pp. 3–7, 12'],
  ['3 - 7', 'pp. 3–7'],
  ['1-3, 2', 'pp. 1–3'],
  ['2-5, 1-4, 5', 'pp. 2–5, 1'],
  ['4, 4-4', 'p. 4'],
  ['3, 1-2', 'pp. 3, 1–2'],
])('%j is stated as %j', (written, stated) => {
  expect(describePageRanges(written)).toBe(stated);
});

test.each([
  ['3–7, 9', '3-7, 9'],
  [' pp. 3 – 7 ', '3-7'],
  ['Page 4', '4'],
  ['3 to 7 and 9', '3-7, 9'],
  ['3; 5, and 8 through 9', '3, 5, 8-9'],
  ['3-7,12', '3-7,12'],
  ['three', 'three'],
  ['3 and more', '3 and more'],
  ['page four', 'page four'],
])('%j is kept as %j', (written, kept) => {
  expect(plainPageRanges(written)).toBe(kept);
  expect(plainPageRanges(kept)).toBe(kept);
});

test('of ranges too long to be kept none is dropped', () => {
  const long = Array.from({ length: 80 }, (_, at) => `${at} through ${at + 1}`).join('; and ');
  expect(plainPageRanges(long)).toBe(long);
});

test.each([
  ['', true],
  ['3', true],
  ['3-7, 12', true],
  ['3 - 7,12', true],
  ['3–7', true],
  ['pp. 3 to 7', true],
  ['7-', false],
  ['three', false],
  ['3;4', false],
  ['1234567', false],
])('whether “%s” names pages: %s', (written, areRanges) => {
  expect(isPageRanges(written)).toBe(areRanges);
});

test.each([
  [[3], 'page 3'],
  [[3, 5], 'pages 3, 5'],
  [[2, 3, 4, 7], 'pages 2–4, 7'],
  [[1, 3, 5, 7, 9, 11, 13, 15, 17], 'pages 1, 3, 5, 7, 9, 11, 13, 15 and 1 more'],
  [[1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 19], 'pages 1, 3, 5, 7, 9, 11, 13, 15 and 3 more'],
  [
    [1, 3, 5, 7, 9, 11, 13, 15, ...Array.from({ length: 1_000 }, (_, at) => at + 17)],
    'pages 1, 3, 5, 7, 9, 11, 13, 15 and 1,000 more',
  ],
])('%j in a sentence are %j', (pages, words) => expect(pagesInWords(pages)).toBe(words));
