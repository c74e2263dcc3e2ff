import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, withDatesInWords } from './format.ts';

describe('what a person reads', () => {
  it('is a date in words, the same in every time zone', () => {
    expect(formatDate('2021-01-11')).toBe('Jan 11, 2021');
  });

  it('is a source with its dates in words, and its other numbers as they are', () => {
    expect(withDatesInWords('LR 7.1 (4:14-cv-03219, of 2014-13-40, read 2026-11-23)')).toBe(
      'LR 7.1 (4:14-cv-03219, of 2014-13-40, read Nov 23, 2026)',
    );
  });

  it('is an instant on the court’s clock, daylight saving included', () => {
    expect(formatInstant('2021-01-11T23:05:00.000Z', 'America/Los_Angeles')).toBe('Jan 11, 2021, 3:05 PM');
    expect(formatInstant('2021-07-11T23:05:00.000Z', 'America/Los_Angeles')).toBe('Jul 11, 2021, 4:05 PM');
  });
});
