import { expect, test } from 'vitest';
import { holidaysOf, listHolidays, stateTables } from './index.ts';

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
