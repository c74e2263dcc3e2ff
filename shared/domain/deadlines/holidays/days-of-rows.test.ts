import { expect, test } from 'vitest';
import { dayOfRule, daysOfRows, easterSunday } from './days-of-rows.ts';
import type { DayRule, HolidayRow, Observance } from './holiday-row.ts';

test.each([
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter of %i is %s', (year, day) => {
  expect(easterSunday(year).toString()).toBe(day);
});

test('Easter is the Sunday after the paschal full moon, as the church’s table has it for 1900 to 2199', () => {
  // By the year's place in the moon's cycle of nineteen; days of March, so that 32 is 1 April.
  const moons = [45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27];
  for (let year = 1900; year < 2200; year += 1) {
    const moon = new Date(Date.UTC(year, 2, moons[year % 19]));
    const sunday = new Date(moon.getTime() + (7 - moon.getUTCDay()) * 86_400_000);
    expect(easterSunday(year).toString()).toBe(sunday.toISOString().slice(0, 10));
  }
});

test.each<[DayRule, number, string]>([
  ['nov 11', 2024, '2024-11-11'],
  ['1 mon sep', 2025, '2025-09-01'],
  ['1 mon sep', 2024, '2024-09-02'],
  ['4 fri sep', 2023, '2023-09-22'],
  ['last mon may', 2021, '2021-05-31'],
  ['last mon may', 2022, '2022-05-30'],
  ['last fri oct', 2025, '2025-10-31'],
  ['last mon mar', 2026, '2026-03-30'],
  ['fri after 4 thu nov', 2024, '2024-11-29'],
  ['fri after 4 thu nov', 2019, '2019-11-29'],
  ['tue after 1 mon nov', 2026, '2026-11-03'],
  ['tue after 1 mon nov', 2027, '2027-11-02'],
  ['tue after 1 mon nov', 2022, '2022-11-08'],
  ['fri before 3 mon jan', 2020, '2020-01-17'],
  ['mon before may 1', 2023, '2023-04-24'],
  ['mon after may 1', 2023, '2023-05-08'],
  ['easter-47', 2024, '2024-02-13'],
  ['easter-2', 2026, '2026-04-03'],
  ['easter+1', 2026, '2026-04-06'],
])('"%s" of %i is %s', (rule, year, day) => {
  expect(dayOfRule(rule, year).toString()).toBe(day);
});

const row = (on: DayRule, observed: Observance, more: Partial<HolidayRow> = {}): HolidayRow => ({
  name: 'Harbor Day',
  on,
  observed,
  ...more,
});
const days = (rows: readonly HolidayRow[], year: number) =>
  daysOfRows(rows, year).map(({ on, name }) => `${on} ${name}`);

// 4 July 2026 is a Saturday, 4 July 2027 a Sunday, 4 July 2028 a Tuesday.
test.each<[Observance, number, string | null]>([
  ['fri-mon', 2026, '2026-07-03'],
  ['fri-mon', 2027, '2027-07-05'],
  ['fri-mon', 2028, null],
  ['mon', 2026, null],
  ['mon', 2027, '2027-07-05'],
  ['mon-mon', 2026, '2026-07-06'],
  ['mon-mon', 2027, '2027-07-05'],
  ['fri', 2026, '2026-07-03'],
  ['fri', 2027, null],
  ['none', 2026, null],
  ['none', 2027, null],
])('observance "%s" in %i keeps %s', (observed, year, kept) => {
  const expected = [`${year}-07-04 Harbor Day`, ...(kept ? [`${kept} Harbor Day (observed)`] : [])];
  expect(days([row('jul 4', observed)], year)).toEqual(expected);
});

test('a holiday is kept across the turn of the year', () => {
  // 1 January 2022 is a Saturday, 31 December 2023 a Sunday.
  expect(days([row('jan 1', 'fri-mon')], 2021)).toEqual([
    '2021-01-01 Harbor Day',
    '2021-12-31 Harbor Day (observed)',
  ]);
  expect(days([row('jan 1', 'fri-mon')], 2022)).toEqual(['2022-01-01 Harbor Day']);
  expect(days([row('dec 31', 'fri-mon')], 2024)).toEqual([
    '2024-01-01 Harbor Day (observed)',
    '2024-12-31 Harbor Day',
  ]);
});

test('a law holds from its first day to its last, by year or by day', () => {
  const fromTheDay = row('jun 19', 'none', { from: '2021-06-19', to: '2022-06-19' });
  expect([2020, 2021, 2022, 2023].flatMap((year) => days([fromTheDay], year))).toEqual([
    '2021-06-19 Harbor Day',
    '2022-06-19 Harbor Day',
  ]);
  const law = row('jun 19', 'none', { from: '2021-06-20', to: '2023' });
  expect([2021, 2022, 2023, 2024].flatMap((year) => days([law], year))).toEqual([
    '2022-06-19 Harbor Day',
    '2023-06-19 Harbor Day',
  ]);
  const toADay = row('jan 19', 'none', { from: '2021', to: '2022-01-18' });
  expect([2020, 2021, 2022].flatMap((year) => days([toADay], year))).toEqual(['2021-01-19 Harbor Day']);
});

test('a law of even years and one of years after a presidential election skip the others', () => {
  const years = [2020, 2021, 2022, 2023, 2024, 2025];
  const kept = (every: readonly [number, number]) =>
    years.filter((year) => days([row('jan 20', 'none', { every })], year).length > 0);
  expect(kept([2, 0])).toEqual([2020, 2022, 2024]);
  expect(kept([4, 1])).toEqual([2021, 2025]);
  expect(kept([4, 3])).toEqual([2023]);
});

test('the day kept for a weekend’s holiday can be less sure than the holiday', () => {
  expect(daysOfRows([row('jul 4', 'fri-mon', { keptConfidence: 'secondary' })], 2026)).toMatchObject([
    { on: '2026-07-04', confidence: 'confirmed' },
    { on: '2026-07-03', confidence: 'secondary' },
  ]);
  expect(daysOfRows([row('jul 4', 'fri-mon', { confidence: 'unverified' })], 2026)[1]).toMatchObject({
    confidence: 'unverified',
  });
});
