import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDate, formatInstant, formatTimeZone } from './format.ts';

describe('what a person reads', () => {
  it('is a date in words, the same in every time zone', () => {
    expect(formatDate('2021-01-11')).toBe('Jan 11, 2021');
  });

  it('is an instant on the court’s clock, daylight saving included', () => {
    expect(formatInstant('2021-01-11T23:05:00.000Z', 'America/Los_Angeles')).toBe('Jan 11, 2021, 3:05 PM');
    expect(formatInstant('2021-07-11T23:05:00.000Z', 'America/Los_Angeles')).toBe('Jul 11, 2021, 4:05 PM');
  });

  it('is a time zone by its spoken name', () => {
    expect(formatTimeZone('America/Los_Angeles')).toBe('Pacific Time');
  });

  it('is a size with its unit', () => {
    expect([0, 1, 1023, 1024, 1_468_006, 314_572_800].map(formatBytes)).toEqual([
      '0 bytes',
      '1 byte',
      '1,023 bytes',
      '1 KB',
      '1.4 MB',
      '300 MB',
    ]);
  });

  it('is a count that agrees with its noun', () => {
    expect(formatCount(1, 'entry', 'entries')).toBe('1 entry');
    expect(formatCount(1204, 'entry', 'entries')).toBe('1,204 entries');
  });
});
