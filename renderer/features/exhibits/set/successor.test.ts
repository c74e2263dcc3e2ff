import { expect, test } from 'vitest';
import { successor } from './successor.ts';

const list = (ids: string) => [...ids].map((id) => ({ id }));
const after = (before: string, now: string, chosen: string) =>
  successor(list(before), list(now), new Set(chosen))?.id ?? null;

test('in the place of chosen rows that are gone stands the next one, or at the end the last', () => {
  expect(after('abc', 'ac', 'b')).toBe('c');
  expect(after('abcd', 'ad', 'bc')).toBe('d');
  expect(after('abc', 'ab', 'c')).toBe('b');
});

test('nothing takes their place where some are there, none was chosen or none is left', () => {
  expect(after('abc', 'ac', 'bc')).toBeNull();
  expect(after('abc', 'ab', '')).toBeNull();
  expect(after('a', '', 'a')).toBeNull();
  expect(after('abc', 'ab', 'x')).toBeNull();
});
