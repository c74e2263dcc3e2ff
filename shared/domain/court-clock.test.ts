import { expect, test } from 'vitest';
import { otherClockWarning } from './court-clock.ts';

test('a matter on another clock than its court’s is told so', () => {
  expect(otherClockWarning('nysd', 'America/Los_Angeles')).toContain('America/New_York');
  expect(otherClockWarning(' NYSD ', 'America/Los_Angeles')).toContain('America/New_York');
});

test('a clock that differs only in summer is another clock', () => {
  expect(otherClockWarning('azd', 'America/Denver')).toContain('America/Phoenix');
});

test.each([
  ['nysd', 'America/New_York'],
  ['mied', 'America/Detroit'],
  ['wawd', 'US/Pacific'],
])('%s on the clock of %s is in order', (court, timezone) => {
  expect(otherClockWarning(court, timezone)).toBeNull();
});

test('of a court whose clock is not known, or that keeps two, nothing is said', () => {
  for (const court of ['', 'fairwater', 'txwd']) expect(otherClockWarning(court, 'Pacific/Guam')).toBeNull();
});
