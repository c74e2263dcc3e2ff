import { expect, test } from 'vitest';
import { monthDays, monthsLater, weekDays } from './calendar-days.ts';

test('a month is shown in whole weeks, Sunday first', () => {
  const days = monthDays('2021-01-11');
  expect([days[0], days.at(-1), days.length]).toEqual(['2020-12-27', '2021-02-06', 42]);
  expect(monthDays('2015-02-10')).toHaveLength(28);
  expect(monthDays('2024-12-31').at(-1)).toBe('2025-01-04');
});

test('a week begins on Sunday', () => {
  expect(weekDays('2021-01-11')[0]).toBe('2021-01-10');
  expect(weekDays('2021-01-10')[6]).toBe('2021-01-16');
});

test('a month later is its last day where it is shorter', () => {
  expect(monthsLater('2021-01-31', 1)).toBe('2021-02-28');
  expect(monthsLater('2021-01-31', -1)).toBe('2020-12-31');
  expect(monthsLater('2021-12-15', 1)).toBe('2022-01-15');
});
