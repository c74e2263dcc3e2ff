import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParts } from './text-parts.ts';

test.each([
  ['at line ends', 'one\ntwo\n', 4, ['one\n', 'two\n']],
  ['a long line at a space', 'one two', 5, ['one ', 'two']],
  ['a long word anywhere', 'abcdef', 4, ['abcd', 'ef']],
  ['never between the halves of a letter', 'abc\u{1F600}', 4, ['abc', '\u{1F600}']],
  ['an empty text into one part', '', 4, ['']],
])('a text is cut %s', (_name, text, max, parts) => {
  expect(splitParts(text, max)).toEqual(parts);
});

test('nothing is lost, and no part is too long', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 2, max: 40 }),
      (text, max) => {
        const parts = splitParts(text, max);
        expect(parts.join('')).toBe(text);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
      },
    ),
  );
});
