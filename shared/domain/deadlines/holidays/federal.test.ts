import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { listHolidays } from './index.ts';

const isWeekday = (on: string) => Temporal.PlainDate.from(on).dayOfWeek < 6;
const weekdaysOf = (year: number) =>
  listHolidays(year, [], [])
    .map(({ on }) => on)
    .filter(isWeekday);

// 2010 to 2012, 2022, 2023: Office of Personnel Management. 2021, 2024, 2026: closings posted by federal courts (S.D. Fla. bankruptcy, E.D. Wash.
// bankruptcy, C.D. Cal. bankruptcy and D. Or. bankruptcy); that of 2021 was posted before Juneteenth became law on 17 June.
test.each([
  [2010, '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  [2011, '01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26'],
  [2012, '01-02 01-16 02-20 05-28 07-04 09-03 10-08 11-12 11-22 12-25'],
  [2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
  [2023, '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  [2024, '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
  [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
])('the federal holidays of %i fall on the weekdays that were announced', (year, announced) => {
  expect(weekdaysOf(year).map((on) => on.slice(5))).toEqual(announced.split(' '));
});

test('the older law is told from the newer', () => {
  const named = (year: number, name: string) =>
    listHolidays(year, [], []).flatMap(({ on, holiday }) => (holiday.name === name ? [on] : []));
  expect(named(1970, "Washington's Birthday")).toEqual(['1970-02-22']);
  expect(named(1971, "Washington's Birthday")).toEqual(['1971-02-15']);
  expect(named(1970, 'Memorial Day')).toEqual(['1970-05-30']);
  expect(named(1971, 'Memorial Day')).toEqual(['1971-05-31']);
  expect(named(1970, 'Columbus Day')).toEqual([]);
  expect(named(1971, 'Columbus Day')).toEqual(['1971-10-11']);
  expect(named(1970, 'Veterans Day')).toEqual(['1970-11-11']);
  expect(named(1975, 'Veterans Day')).toEqual(['1975-10-27']);
  expect(named(1978, 'Veterans Day')).toEqual(['1978-11-11']);
  expect(named(1985, "Martin Luther King Jr.'s Birthday")).toEqual([]);
  expect(named(1986, "Martin Luther King Jr.'s Birthday")).toEqual(['1986-01-20']);
  expect(named(2020, 'Juneteenth National Independence Day')).toEqual([]);
});

test('Juneteenth counts through Congress until the Rule itself names it', () => {
  const cite = (year: number) =>
    listHolidays(year, [], []).find(({ holiday }) => holiday.name.startsWith('Juneteenth'))?.holiday.cite;
  expect(cite(2023)).toBe('5 U.S.C. § 6103(a), Pub. L. 117-17');
  expect(cite(2024)).toBe('5 U.S.C. § 6103(a)');
});

test('a day kept for a weekend is one by another law than its holiday', () => {
  const cite = (on: string) =>
    listHolidays(Number(on.slice(0, 4)), [], []).find((day) => day.on === on)?.holiday.cite;
  expect(cite('2026-07-03')).toBe('5 U.S.C. § 6103(a); § 6103(b)'); // a Friday for a Saturday
  expect(cite('2021-07-05')).toBe('5 U.S.C. § 6103(a); Exec. Order 11582'); // a Monday for a Sunday
  expect(cite('2022-06-20')).toBe('5 U.S.C. § 6103(a), Pub. L. 117-17; Exec. Order 11582');
});

test('from 2000 to 2040 each holiday gives one weekday a year, and what is kept for a weekend is a weekday', () => {
  const kept = new Map<string, number>();
  for (let year = 2000; year <= 2040; year += 1)
    for (const { on, holiday } of listHolidays(year, [], [])) {
      if (holiday.name.endsWith('(observed)')) expect(isWeekday(on), on).toBe(true);
      if (!isWeekday(on)) continue;
      const name = holiday.name.replace(' (observed)', '');
      kept.set(name, (kept.get(name) ?? 0) + 1);
    }
  expect(Object.fromEntries(kept)).toEqual({
    // 1 January 2000 is a Saturday, kept in 1999.
    "New Year's Day": 40,
    "Martin Luther King Jr.'s Birthday": 41,
    "Washington's Birthday": 41,
    'Memorial Day': 41,
    'Juneteenth National Independence Day': 20,
    'Independence Day': 41,
    'Labor Day': 41,
    'Columbus Day': 41,
    'Veterans Day': 41,
    'Thanksgiving Day': 41,
    'Christmas Day': 41,
  });
});

test('Inauguration Day is no federal holiday', () => {
  expect(weekdaysOf(2017)).not.toContain('2017-01-20');
});
