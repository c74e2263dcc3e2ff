import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';

test.each([
  ['case', 'The Notice of Default', ['notice'], ['Notice']],
  [
    'accents, in one letter or two',
    're\u0301sume\u0301 and résumé',
    ['resume'],
    ['re\u0301sume\u0301', 'résumé'],
  ],
  ['a ligature', 'the \uFB01ling', ['filing'], ['\uFB01ling']],
  ['line ends between words', 'without\n  notice', ['without notice'], ['without\n  notice']],
  ['a word parted at a line end', 'was termi-\nnated today', ['terminated'], ['termi-\nnated']],
  ['curly quotes', 'we don’t know', ["don't know"], ['don’t know']],
  ['dashes', 'a 30–day stay', ['30-day'], ['30–day']],
  ['signs of patterns', 'paid $5.00 (five)', ['$5.00 (five)'], ['$5.00 (five)']],
  ['several words', 'one two three', ['three', 'one'], ['one', 'three']],
  ['the phrase before its word', 'the stay order', ['stay', 'stay order'], ['stay order']],
  ['a letter of two halves', 'sum 𝔸 end', ['a'], ['𝔸']],
])('%s', (_name, text, wanted, expected) => {
  expect(
    findWords(text, { any: wanted, isWhole: false }).map(({ from, to }) => text.slice(from, to)),
  ).toEqual(expected);
});

test('nothing is looked for when there is nothing to look for', () => {
  expect(findWords('some text', { any: ['', '  '], isWhole: false })).toEqual([]);
});

test('no more places than asked for', () => {
  expect(findWords('a a a a', { any: ['a'], isWhole: false }, 2)).toHaveLength(2);
});

test('places are in order, inside the text, never empty and never over another', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.string({ maxLength: 3 })),
      fc.boolean(),
      (text, wanted, isWhole) => {
        let end = 0;
        for (const { from, to } of findWords(text, { any: wanted, isWhole })) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      },
    ),
  );
});

test('whole words are not found in longer ones', () => {
  const text = 'stay, stayed and mainstay; Stay!';
  const found = findWords(text, { any: ['stay'], isWhole: true });
  expect(found.map(({ from }) => from)).toEqual([0, 27]);
});
