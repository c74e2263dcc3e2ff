import { expect, test } from 'vitest';
import { cueAt, formatTimeCode } from './time-code.ts';

test.each([
  [0, '0:00'],
  [7_999, '0:07'],
  [754_000, '12:34'],
  [3_723_000, '1:02:03'],
  [-5, '0:00'],
])('%i ms is %s', (ms, shown) => {
  expect(formatTimeCode(ms)).toBe(shown);
});

test('the line spoken is the last one that has begun', () => {
  const cues = [{ startMs: 1_000 }, { startMs: 2_000 }, { startMs: 5_000 }];
  expect([0, 1_000, 1_999, 4_000, 9_000].map((ms) => cueAt(cues, ms))).toEqual([-1, 0, 0, 1, 2]);
  expect(cueAt([], 10)).toBe(-1);
});
