import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant } from './format.ts';

describe('what a person reads', () => {
  it('is a date in words, the same in every time zone', () => {
    expect(formatDate('2021-01-11')).toBe('Jan 11, 2021');
  });

  it('is an instant on the court’s clock, daylight saving included', () => {
    expect(formatInstant('2021-01-11T23:05:00.000Z', 'America/Los_Angeles')).toBe('Jan 11, 2021, 3:05 PM');
    expect(formatInstant('2021-07-11T23:05:00.000Z', 'America/Los_Angeles')).toBe('Jul 11, 2021, 4:05 PM');
  });
});
