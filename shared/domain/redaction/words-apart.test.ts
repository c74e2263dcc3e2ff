import { expect, test } from 'vitest';
import { wordsApart } from './words-apart.ts';

test('where each unit of a text with more room stood, and its end', () => {
  const { text, sources } = wordsApart('NameRoeDate')!;
  expect(text).toBe('Name Roe Date');
  expect([...sources]).toEqual([0, 1, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9, 10, 11]);
});

test.each(['', 'Jane Roe', 'McDonald', 'MacGregor', 'USA', 'LLCs', 'D1234567', '4th'])(
  'no room in %j',
  (text) => {
    expect(wordsApart(text)).toBeNull();
  },
);

test.each([
  ['PLAINTIFFJANE ROE', 'PLAINTIFF JANE ROE'],
  ['JANE ROEDEFENDANT', 'JANE ROE DEFENDANT'],
  ['JANE ROEDOB', 'JANE ROE DOB'],
  ['xJane Roe', 'x Jane Roe'],
  ['XJANE ROE', 'X JANE ROE'],
])('a label, or the cross of a box, apart from a name: %j', (text, expected) => {
  expect(wordsApart(text)?.text).toBe(expected);
});
