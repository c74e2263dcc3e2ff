import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseByteRange } from './byte-range.ts';

test.each([
  [null, 'whole'],
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=10-19', { start: 10, end: 20 }],
  ['bytes=90-', { start: 90, end: 100 }],
  ['bytes=90-500', { start: 90, end: 100 }],
  ['bytes=-10', { start: 90, end: 100 }],
  ['bytes=-500', { start: 0, end: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  // RFC 9110 §14.1.1: last before first makes the range invalid, and an invalid Range header is ignored.
  ['bytes=5-4', 'whole'],
  ['bytes=200-100', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['pages=1-2', 'whole'],
  ['bytes=99999999999999999999-', 'whole'],
])('%s of 100 bytes is %o', (header, expected) => {
  expect(parseByteRange(header, 100)).toEqual(expected);
});

test('nothing can be satisfied from an empty file', () => {
  expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(parseByteRange('bytes=-5', 0)).toBe('unsatisfiable');
});

test('a range never leaves the file and is never empty', () => {
  fc.assert(
    fc.property(
      fc.option(fc.nat()),
      fc.option(fc.nat()),
      fc.nat({ max: 10_000 }),
      (first, last, sizeBytes) => {
        const range = parseByteRange(`bytes=${first ?? ''}-${last ?? ''}`, sizeBytes);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(sizeBytes);
        expect(range.start).toBeLessThan(range.end);
      },
    ),
  );
});
