import { expect, test } from 'vitest';
import { mediaClock, parseMediaClock } from './media-clock.ts';

test.each([
  [0, '0:00'],
  [7_999, '0:07'],
  [754_000, '12:34'],
  [3_723_000, '1:02:03'],
])('%i ms is %s, and as far as seconds go that is read back', (ms, shown) => {
  expect(mediaClock(ms)).toBe(shown);
  expect(parseMediaClock(` ${shown} `)).toBe(Math.floor(ms / 1_000) * 1_000);
});

test.each(['', '7', '1:2', '1:75', '1:75:00', 'a:00', '-1:00', '1:00:00:00'])('%j is no time', (text) => {
  expect(parseMediaClock(text)).toBeNull();
});

test('minutes may be more than an hour where there are no hours', () => {
  expect(parseMediaClock('90:00')).toBe(5_400_000);
});
