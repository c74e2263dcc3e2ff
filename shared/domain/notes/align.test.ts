import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './align.ts';
import { occurrencesOf } from './occurrences.ts';

test.each([
  ['thlrty', 'within thirty days', 7, { start: 7, end: 13, distance: 1 }],
  ['days', 'ten days or ten days', 4, { start: 4, end: 8, distance: 0 }],
  ['days', 'ten days or ten days', 16, { start: 16, end: 20, distance: 0 }],
  ['abc', '', 0, { start: 0, end: 0, distance: 3 }],
])('%j fits best into %j where it is expected', (pattern, text, expected, found) => {
  expect(align(pattern, text, 0, text.length, expected)).toEqual(found);
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 });

test('what stands in a text fits without a difference, and every place where it stands is found', () => {
  fc.assert(
    fc.property(
      letters,
      letters.filter((text) => text !== ''),
      letters,
      (before, pattern, after) => {
        const text = before + pattern + after;
        const found = align(pattern, text, 0, text.length, before.length);
        expect(found).toEqual({ start: before.length, end: before.length + pattern.length, distance: 0 });
        const places = Array.from(text, (_, at) => at).filter((at) => text.startsWith(pattern, at));
        expect(occurrencesOf(pattern, text)).toEqual(places);
      },
    ),
  );
});
