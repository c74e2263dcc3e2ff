import { expect, test } from 'vitest';
import { unwantedIn } from './unwanted.ts';
import { unwantedFinder } from './wishes.ts';

test.each([
  ['DL# D1234567, plate ABC1234', ['D1234567', 'ABC1234']],
  ['passport no. AB7319460 or my 7319461 or 7319462, which is none', ['AB7319460', '7319461', '7319462']],
  ['DOB 3/14/1981, seen 1/2/2021', ['3/14/']],
])('%j: what stays says nothing when it comes together', (text, expected) => {
  const find = unwantedFinder({ terms: [], hasIdentifiers: true });
  const found = unwantedIn({ text, glyphs: Array.from(text, () => null) }, find);
  expect(found.map((one) => one.text)).toEqual(expected);
});
