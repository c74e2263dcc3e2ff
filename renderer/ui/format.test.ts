import { describe, expect, it } from 'vitest';
import { countOf, formatBytes, formatInstant, formatInstantShort, zoneName } from './format.ts';

const seattle = 'America/Los_Angeles';
/** Newer time zone data put a narrow no-break space before AM. */
const plain = (text: string) => text.replaceAll('\u202F', ' ');

describe('instants', () => {
  it('are told in the given zone, by its name of that day', () => {
    expect(plain(formatInstant('2021-01-11T17:04:00.000Z', seattle))).toBe('Jan 11, 2021, 9:04 AM PST');
    expect(plain(formatInstant('2021-07-01T06:30:00.000Z', seattle))).toBe('Jun 30, 2021, 11:30 PM PDT');
  });

  it('leave the zone to the heading in lists', () => {
    expect(plain(formatInstantShort('2021-01-11T17:04:00.000Z', seattle))).toBe('Jan 11, 2021, 9:04 AM');
    expect(zoneName(seattle)).toBe('PT');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_240, '1.2 KB'],
    [999_950, '1 MB'],
    [1_240_000, '1.2 MB'],
    [48_300_000, '48 MB'],
    [3_000_000_000, '3 GB'],
  ])('of %d bytes read %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));
});

describe('counts', () => {
  it('agree with their noun', () => {
    expect(countOf(1, 'page')).toBe('1 page');
    expect(countOf(1_200, 'page')).toBe('1,200 pages');
    expect(countOf(0, 'entry', 'entries')).toBe('0 entries');
  });
});
