import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMoments, momentText, parseMoment, printMoment } from './moment.ts';
import { endOfDay, instantOf, momentAt } from './zone.ts';

const seattle = 'America/Los_Angeles';

describe('moments of a court', () => {
  test.each([
    ['2021-02-01', seattle, '2021-02-02T08:00:00.000Z'],
    ['2021-07-01', seattle, '2021-07-02T07:00:00.000Z'],
    ['2021-03-13', seattle, '2021-03-14T08:00:00.000Z'],
    ['2021-03-14', seattle, '2021-03-15T07:00:00.000Z'],
    ['2021-11-07', 'America/New_York', '2021-11-08T05:00:00.000Z'],
    ['2021-07-01', 'America/Phoenix', '2021-07-02T07:00:00.000Z'],
    ['2021-07-01', 'Pacific/Guam', '2021-07-01T14:00:00.000Z'],
    ['2021-12-31', 'America/Puerto_Rico', '2022-01-01T04:00:00.000Z'],
  ])('%s in %s ends at %s', (day, timezone, instant) => {
    expect(endOfDay(day, timezone)).toBe(instant);
  });

  test('a day begins where clocks are put forward at midnight', () => {
    expect(instantOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(endOfDay('2018-11-03', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  test.each([
    ['a plain reading', '2021-01-11T17:00', '2021-01-12T01:00:00.000Z'],
    ['the earlier of two readings', '2021-11-07T01:30', '2021-11-07T08:30:00.000Z'],
    ['of a skipped reading the hour before', '2021-03-14T02:30', '2021-03-14T09:30:00.000Z'],
    ['the first minute after the change', '2021-03-14T03:00', '2021-03-14T10:00:00.000Z'],
    ['the last minute before it', '2021-03-14T01:59', '2021-03-14T09:59:00.000Z'],
    ['the first minute that comes once again', '2021-11-07T02:00', '2021-11-07T10:00:00.000Z'],
  ])('%s is taken', (_, moment, instant) => {
    expect(instantOf(moment, seattle)).toBe(instant);
  });

  test('an instant shows the minute it lies in', () => {
    expect(momentAt('2021-01-12T01:00:59.999Z', seattle)).toBe('2021-01-11T17:00');
    expect(momentAt('2021-11-07T09:30:00.000Z', seattle)).toBe('2021-11-07T01:30');
  });

  test('agrees with Temporal on any minute of any zone', () => {
    const zones = [
      seattle,
      'America/New_York',
      'America/Denver',
      'Pacific/Guam',
      'Pacific/Apia',
      'Europe/London',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ];
    const minutes = fc.integer({ min: Date.UTC(1950, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, timezone) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(timezone, {
          disambiguation: 'earlier',
        });
        expect(instantOf(local, timezone)).toBe(new Date(expected.epochMilliseconds).toISOString());
        const shown = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(timezone);
        expect(momentAt(`${local}:00.000Z`, timezone)).toBe(shown.toPlainDateTime().toString().slice(0, 16));
        const nextDay = shown.toPlainDate().add({ days: 1 }).toZonedDateTime(timezone);
        expect(endOfDay(shown.toPlainDate().toString(), timezone)).toBe(
          new Date(nextDay.epochMilliseconds).toISOString(),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['2021-02-29', 'no day'],
    ['2021-13-01', 'no day'],
    ['0000-05-01', 'no day'],
    ['2021-01-11T24:00', 'no day'],
    ['2021-01-11 17:00', 'no day'],
    ['', 'no day'],
  ])('%j is refused', (moment, words) => {
    expect(() => instantOf(moment, seattle)).toThrow(words);
  });

  test('a zone that is none is refused, before and after a good one', () => {
    for (const timezone of ['Mars/Olympus', seattle, 'Mars/Olympus', ''])
      if (timezone === seattle) instantOf('2021-01-11', timezone);
      else expect(() => instantOf('2021-01-11', timezone)).toThrow('is no time zone');
  });

  test('what is no instant is refused', () => {
    expect(() => momentAt('2021-01-11T17:00', seattle)).toThrow('is no instant');
    expect(() => momentAt('yesterday Z', seattle)).toThrow('is no instant');
  });

  test('moments sort by time, a whole day after its minutes', () => {
    expect(
      ['2021-01-13T09:00', '2021-01-12', '2021-01-12T00:05', '2021-01-11T17:00'].toSorted(compareMoments),
    ).toEqual(['2021-01-11T17:00', '2021-01-12T00:05', '2021-01-12', '2021-01-13T09:00']);
    expect(compareMoments('2021-01-12', '2021-01-12')).toBe(0);
  });

  test.each([
    ['2021-01-11T00:05', 'Monday, January 11, 2021, 12:05 AM'],
    ['2021-01-11T00:00', 'Monday, January 11, 2021, 12:00 AM (start of the day)'],
    ['2021-01-11T12:00', 'Monday, January 11, 2021, 12:00 noon'],
    ['2021-01-11T17:00', 'Monday, January 11, 2021, 5:00 PM'],
    ['2021-01-11', 'Monday, January 11, 2021'],
  ])('%s is said as %s', (moment, words) => {
    expect(momentText(parseMoment(moment))).toBe(words);
    expect(printMoment(parseMoment(moment))).toBe(moment);
  });
});
