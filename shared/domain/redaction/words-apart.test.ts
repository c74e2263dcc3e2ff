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
