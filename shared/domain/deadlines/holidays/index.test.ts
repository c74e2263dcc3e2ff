import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { districtCourts, statesOfCourt } from '../../court-zone.ts';
import { closingOn, holidaysOf, listHolidays, presidentialClosings, stateTables } from './index.ts';

const closed = { kind: 'closed', name: 'Snow', note: '' } as const;
const holiday = { kind: 'holiday', name: 'Day of mourning', note: 'General Order 25-1' } as const;

test('a state holiday counts after an event and not before one', () => {
  const massachusetts = holidaysOf(['MA'], []);
  expect(massachusetts.find('2008-04-21', true)).toEqual({
    name: "Patriots' Day",
    authority: 'state',
    state: 'MA',
    cite: 'Mass. Gen. Laws ch. 4, § 7, cl. 18',
    confidence: 'confirmed',
  });
  expect(massachusetts.find('2008-04-21', false)).toBeNull();
});

test('another state’s holiday is an ordinary day', () => {
  expect(holidaysOf(['WA'], []).find('2021-04-19', true)).toBeNull();
  expect(holidaysOf([], []).find('2024-11-29', true)).toBeNull();
});

test('with two states the holidays of both count', () => {
  const both = holidaysOf(['WA', 'CA'], []);
  expect(both.find('2025-03-31', true)?.state).toBe('CA');
  expect(both.find('2013-11-29', true)?.authority).toBe('state');
});

test('a federal holiday counts both ways, in a state that does not keep it too', () => {
  for (const isForward of [true, false])
    expect(holidaysOf(['WA'], []).find('2021-10-11', isForward)).toMatchObject({
      name: 'Columbus Day',
      authority: 'federal',
      state: null,
    });
});

test('an added holiday counts both ways, and a closing is no holiday', () => {
  const days = holidaysOf(
    ['WA'],
    [
      { on: '2025-01-09', ...holiday },
      { on: '2025-01-10', ...closed },
    ],
  );
  expect(days.find('2025-01-09', true)).toMatchObject({ authority: 'added', cite: 'General Order 25-1' });
  expect(days.find('2025-01-09', false)?.name).toBe('Day of mourning');
  expect(days.find('2025-01-10', true)).toBeNull();
  expect(holidaysOf(['WA'], []).find('2025-01-09', true)).toBeNull();
});

test('the same states in any order share one calendar', () => {
  expect(holidaysOf(['WA', 'CA'], [])).toBe(holidaysOf(['CA', 'WA', 'CA'], []));
});

test('a holiday on Saturday 1 January is kept in the year before', () => {
  expect(holidaysOf([], []).find('2021-12-31', false)?.name).toBe("New Year's Day (observed)");
  expect(listHolidays(2021, [], []).at(-1)?.on).toBe('2021-12-31');
});

test('the list of a year is in order and names each day once', () => {
  const days = listHolidays(
    2026,
    ['WA'],
    [
      { on: '2026-07-03', ...holiday },
      { on: '2026-12-24', ...holiday },
      { on: '2027-12-24', ...holiday },
      { on: '2026-02-03', ...closed },
    ],
  );
  expect(days.map(({ on }) => on)).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-07-04',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-11-27',
    '2026-12-24',
    '2026-12-25',
  ]);
  expect(days[5]?.holiday.authority).toBe('federal');
});

test('a code without a table adds nothing', () => {
  expect(listHolidays(2026, ['ZZ'], [])).toEqual(listHolidays(2026, [], []));
});

test('Washington keeps the day after Thanksgiving, under its name of the time', () => {
  const washington = holidaysOf(['WA'], []);
  expect(washington.find('2013-11-29', true)?.name).toBe('The day after Thanksgiving Day');
  expect(washington.find('2014-11-28', true)?.name).toBe('Native American Heritage Day');
  expect(stateTables.find(({ state }) => state === 'WA')?.rows).toHaveLength(2);
});

test('every state that has a district court has a table, and no other', () => {
  const states = [...districtCourts].flatMap((court) => statesOfCourt(court));
  expect(stateTables.map(({ state }) => state).sort()).toEqual([...new Set(states)].sort());
});

test('state tables add days and never take a federal one away', () => {
  const codes = stateTables.map(({ state }) => state);
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2040 }),
      fc.subarray(codes, { maxLength: 3 }),
      (year, states) => {
        const federal = listHolidays(year, [], []);
        const all = listHolidays(year, states, []);
        expect(all).toEqual(expect.arrayContaining(federal));
        for (const { holiday } of all)
          expect(holiday.state === null || states.includes(holiday.state), holiday.name).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('the list of a year and the look-up of each of its days agree', () => {
  const codes = stateTables.map(({ state }) => state);
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2040 }), fc.constantFrom(...codes), (year, state) => {
      const calendar = holidaysOf([state], []);
      const found: string[] = [];
      let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      for (; day.year === year; day = day.add({ days: 1 }))
        if (calendar.find(day.toString(), true)) found.push(day.toString());
      expect(listHolidays(year, [state], []).map(({ on }) => on)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});

test('what a state keeps for a weekend’s holiday is a weekday', () => {
  const onWeekends: string[] = [];
  for (const { state } of stateTables)
    for (let year = 2000; year <= 2040; year += 1)
      for (const { on, holiday } of listHolidays(year, [state], []))
        if (holiday.name.endsWith('(observed)') && Temporal.PlainDate.from(on).dayOfWeek > 5)
          onWeekends.push(`${state} ${on}`);
  expect(onWeekends).toEqual([]);
});

test.each([
  ['AK', '2026-03-30', "Seward's Day"],
  ['CA', '2025-03-31', 'Cesar Chavez Day'],
  ['CA', '2026-03-31', 'Farmworkers Day'],
  ['CA', '2029-03-30', 'Farmworkers Day (observed)'],
  ['CA', '2030-04-01', 'Farmworkers Day (observed)'],
  ['CO', '2024-10-07', 'Frances Xavier Cabrini Day'],
  ['DC', '2023-04-17', 'District of Columbia Emancipation Day (observed)'],
  ['HI', '2023-03-27', 'Prince Jonah Kuhio Kalanianaole Day (observed)'],
  ['LA', '2024-02-13', 'Mardi Gras'],
  ['NE', '2024-04-26', 'Arbor Day'],
  ['NV', '2024-10-25', 'Nevada Day'],
  ['NJ', '2024-06-21', 'Juneteenth Day'],
  ['IL', '2023-02-13', "Lincoln's Birthday (observed)"],
  ['NY', '2023-02-13', "Lincoln's Birthday (observed)"],
  ['RI', '2024-08-12', 'Victory Day'],
  ['TX', '2020-06-19', 'Emancipation Day in Texas'],
  ['UT', '2025-06-16', 'Juneteenth National Freedom Day'],
  ['UT', '2022-07-25', 'Pioneer Day (observed)'],
  ['VA', '2025-11-04', 'Election Day'],
  ['VI', '2026-04-06', 'Easter Monday'],
])('in %s %s is %s', (state, on, name) => {
  expect(holidaysOf([state], []).find(on, true)).toMatchObject({ name, state });
  expect(holidaysOf([state], []).find(on, false)).toBeNull();
});

test.each([
  ['AZ', '2023-11-24'],
  ['MA', '2025-03-17'],
  ['MA', '2025-06-17'],
  ['TN', '2024-11-29'],
  ['OR', '2024-11-29'],
  ['HI', '2024-11-29'],
  ['CA', '2024-09-09'],
  ['MT', '2025-11-04'],
  ['WA', '2025-10-13'],
])('in %s %s is no holiday of the state', (state, on) => {
  expect(holidaysOf([state], []).find(on, true)?.authority).not.toBe('state');
});

test('a day the President closed offices on is told of and not counted', () => {
  expect(closingOn('2025-01-09')).toMatchObject({ cite: 'Exec. Order 14133', confidence: 'confirmed' });
  expect(closingOn('2018-12-05')).toMatchObject({ cite: 'Exec. Order 13852', confidence: 'confirmed' });
  expect(closingOn('2024-12-24')).toMatchObject({ cite: 'Exec. Order 14129', confidence: 'secondary' });
  expect(closingOn('2025-01-10')).toBeNull();
  for (const { on } of presidentialClosings) {
    expect(Temporal.PlainDate.from(on).dayOfWeek).toBeLessThan(6);
    expect(holidaysOf([], []).find(on, true), on).toBeNull();
  }
});
