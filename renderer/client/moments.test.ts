import { describe, expect, it } from 'vitest';
import {
  courtNow,
  formatCountdown,
  formatMinutes,
  formatMoment,
  formatTime,
  zoneLettersOf,
} from './moments.ts';

const seattle = 'America/Los_Angeles';

describe('a court moment', () => {
  it('is printed as it stands, with the letters its zone had then', () => {
    expect(formatMoment('2021-01-11T17:00', seattle)).toBe('Mon, Jan 11, 2021, 5:00 PM PST');
    expect(formatMoment('2021-07-12T00:05', seattle)).toBe('Mon, Jul 12, 2021, 12:05 AM PDT');
  });

  it('is printed as a day where it names no minute', () => {
    expect(formatMoment('2021-01-11', seattle)).toBe('Mon, Jan 11, 2021');
    expect(formatTime('2021-01-11', seattle)).toBe('');
  });

  it('may be followed by the letters of its own zone', () => {
    expect(zoneLettersOf(seattle)).toEqual(['PT', 'PST', 'PDT']);
    expect(zoneLettersOf('America/Phoenix')).toContain('MST');
  });

  it('is now on the court’s clock, wherever the machine stands', () => {
    expect(courtNow(seattle, Date.parse('2021-01-12T01:00:30Z'))).toBe('2021-01-11T17:00');
    expect(courtNow('Pacific/Guam', Date.parse('2021-01-12T01:00:30Z'))).toBe('2021-01-12T11:00');
  });
});

describe('a countdown', () => {
  const at = '2021-01-12T01:00:00.000Z';
  it.each([
    ['2021-01-11T21:48:00Z', 'in 3 h 12 min'],
    ['2021-01-11T21:48:01Z', 'in 3 h 11 min'],
    ['2021-01-12T00:59:30Z', 'in less than 1 min'],
    ['2021-01-12T01:00:00Z', 'now'],
    ['2021-01-12T01:45:00Z', '45 min ago'],
    ['2021-01-09T21:00:00Z', 'in 2 d 4 h'],
  ])('from %s tells the whole minutes left: %s', (from, text) => {
    expect(formatCountdown(at, Date.parse(from), seattle)).toBe(text);
  });

  it('counts the court’s calendar days from ten days on, alike for every hour of a day', () => {
    const from = Date.parse('2026-11-27T20:23:00Z');
    const ends = ['2027-01-12T20:00:00Z', '2027-01-13T01:00:00Z', '2027-01-13T08:00:00Z'];
    expect(ends.map((end) => formatCountdown(end, from, seattle))).toEqual(Array(3).fill('in 46 d'));
    const since = Date.parse('2027-01-27T16:00:00Z');
    expect(ends.map((end) => formatCountdown(end, since, seattle))).toEqual(Array(3).fill('15 d ago'));
  });

  it('tells long times in days', () => {
    expect([60, 1440, 14_400, 1_440_000].map(formatMinutes)).toEqual(['1 h', '1 d', '10 d', '1,000 d']);
  });
});
