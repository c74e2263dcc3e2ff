import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayNumber, dayText, isoOf, weekdayOf } from './day.ts';

describe('whole days', () => {
  test.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2000-02-29', 365, '2001-02-28'],
    ['1900-02-28', 1, '1900-03-01'],
    ['0099-12-31', 1, '0100-01-01'],
    ['2021-01-01', -1, '2020-12-31'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(addDays(to, -days)).toBe(from);
  });

  test.each([
    ['2021-01-18', 1],
    ['2024-02-29', 4],
    ['1969-12-28', 0],
    ['2022-12-31', 6],
    ['0001-01-01', 1],
  ])('%s is weekday %i', (iso, weekday) => {
    expect(weekdayOf(iso)).toBe(weekday);
  });

  test('a day far back or ahead keeps its date and follows the day before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('0001-01-02'), max: dayNumber('9999-12-30') }), (day) => {
        expect(dayNumber(isoOf(day))).toBe(day);
        expect(weekdayOf(isoOf(day))).toBe((weekdayOf(isoOf(day - 1)) + 1) % 7);
      }),
    );
  });

  test.each([
    ['2021-01-31', 1, '2021-02-28', 31],
    ['2024-01-31', 1, '2024-02-29', 31],
    ['2024-02-29', 12, '2025-02-28', 29],
    ['2021-03-31', -1, '2021-02-28', 31],
    ['2021-01-15', -2, '2020-11-15', null],
    ['2021-11-30', 3, '2022-02-28', 30],
    ['2021-12-31', 2, '2022-02-28', 31],
  ])('%s and %i months is %s', (from, months, to, missing) => {
    expect(addMonths(dayNumber(from), months)).toEqual({ day: dayNumber(to), missing });
  });

  test('a sentence names a day with its weekday', () => {
    expect(dayText(dayNumber('2021-01-18'))).toBe('Monday, January 18, 2021');
  });

  test.each([
    ['9999-12-30', 1],
    ['0001-01-01', -1],
  ])('%s and %i days leaves the years that can be written', (from, days) => {
    expect(() => addDays(from, days)).toThrow('years 1 to 9999');
  });
});
