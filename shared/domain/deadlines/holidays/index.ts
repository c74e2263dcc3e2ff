import type { AddedDay } from '../../../model/time-counting.ts';
import { daysOfRows } from './days-of-rows.ts';
import { federalTable, keptByLaw } from './federal.ts';
import type { Holiday, Holidays } from './holiday.ts';
import { stateTables } from './states/state-tables.ts';

export type { Holiday, Holidays } from './holiday.ts';
export { closingOn, presidentialClosings, type PresidentialClosing } from './presidential-closings.ts';
export { stateTables } from './states/state-tables.ts';

const noTable = { rows: [], statute: '' };

/** The holidays of each day, the one to be named first. */
type DaysOfYear = ReadonlyMap<string, readonly Holiday[]>;

/** A run of years is asked of few states; the bound keeps a long session's memory small. */
const maxKeptYears = 20_000;
const maxYearsOfCalendar = 400;
const keptYears = new Map<string, DaysOfYear>();
const keptCalendars = new Map<string, Holidays>();
const tables = new Map(stateTables.map((table) => [table.state, table]));

function daysOfYear(state: string | null, year: number): DaysOfYear {
  const key = `${state ?? ''}${year}`;
  const known = keptYears.get(key);
  if (known) return known;
  const { rows, statute } = state === null ? federalTable : (tables.get(state) ?? noTable);
  const days = daysOf(
    daysOfRows(rows, year).map(({ on, name, confidence, row }) => [
      on,
      {
        name,
        authority: state === null ? 'federal' : 'state',
        state,
        cite: `${row.cite ?? statute}${state === null ? keptByLaw(name, on) : ''}`,
        confidence,
      },
    ]),
  );
  if (keptYears.size >= maxKeptYears) keptYears.clear();
  keptYears.set(key, days);
  return days;
}

function addedHolidays(added: readonly AddedDay[]): DaysOfYear {
  return daysOf(
    added
      .filter(({ kind }) => kind === 'holiday')
      .map(({ on, name, note }) => [
        on,
        {
          name,
          authority: 'added',
          state: null,
          cite: note || 'added to the matter’s calendar',
          confidence: 'confirmed',
        },
      ]),
  );
}

const byAuthority: Readonly<Record<Holiday['authority'], number>> = { federal: 0, added: 1, state: 2 };
const byConfidence: Readonly<Record<Holiday['confidence'], number>> = {
  confirmed: 0,
  secondary: 1,
  unverified: 2,
};

/** Holidays by day, those of a day by authority, then by how well they are confirmed, else in the order given. */
function daysOf(holidays: readonly (readonly [on: string, Holiday])[]): DaysOfYear {
  const days = new Map<string, Holiday[]>();
  for (const [on, holiday] of holidays) days.set(on, [...(days.get(on) ?? []), holiday]);
  for (const ofDay of days.values())
    ofDay.sort(
      (a, b) =>
        byAuthority[a.authority] - byAuthority[b.authority] ||
        byConfidence[a.confidence] - byConfidence[b.confidence],
    );
  return days;
}

/** The holidays of several laws together. */
function together(...laws: readonly DaysOfYear[]): DaysOfYear {
  return daysOf(
    laws.flatMap((days) =>
      [...days].flatMap(([on, ofDay]) => ofDay.map((holiday) => [on, holiday] as const)),
    ),
  );
}

/** Federal and added days count both ways; a state's only forward. */
function calendarOf(states: readonly string[], added: DaysOfYear): Holidays {
  const years = new Map<string, { readonly always: DaysOfYear; readonly forward: DaysOfYear }>();
  const ofYear = (name: string) => {
    const known = years.get(name);
    if (known) return known;
    const year = Number(name);
    const always = together(daysOfYear(null, year), added);
    const days = { always, forward: together(always, ...states.map((state) => daysOfYear(state, year))) };
    if (years.size >= maxYearsOfCalendar) years.clear();
    years.set(name, days);
    return days;
  };
  return {
    find(on, isForward, isCounted = () => true) {
      const days = ofYear(on.slice(0, 4));
      return (isForward ? days.forward : days.always).get(on)?.find(isCounted) ?? null;
    },
  };
}

/**
 * The legal holidays of a court, Rule 6(a)(6): federal ones, both ways; those of the given states, forward only; and `holiday` days a
 * person added, both ways, since a day the President declares counts so and backwards the earlier day is the safe one. Days on
 * which the clerk's office was closed are no holidays.
 *
 * @param states two-letter codes, see `statesOfCourt`; codes without a table have no holidays of their own
 * @param added the court's calendar as a person completed it
 * @example holidaysOf(['MA'], []).find('2008-04-21', true)?.name // "Patriots' Day"
 */
export function holidaysOf(states: readonly string[], added: readonly AddedDay[]): Holidays {
  const unique = [...new Set(states)].sort();
  const extra = addedHolidays(added);
  if (extra.size > 0) return calendarOf(unique, extra);
  const key = unique.join();
  const known = keptCalendars.get(key);
  if (known) return known;
  const calendar = calendarOf(unique, extra);
  keptCalendars.set(key, calendar);
  return calendar;
}

/** A holiday and its day. */
export interface DatedHoliday {
  readonly on: string;
  readonly holiday: Holiday;
}

/**
 * The holidays of a year for a calendar, in order of days; a weekend's own day is there beside the day kept for it. Each day once,
 * by the holiday to be named first.
 *
 * @example listHolidays(2026, ['WA'], []).map(({ on }) => on) // '2026-01-01', '2026-01-19', …
 */
export function listHolidays(
  year: number,
  states: readonly string[],
  added: readonly AddedDay[],
): DatedHoliday[] {
  const ofStates = [...new Set(states)].sort().map((state) => daysOfYear(state, year));
  return [...together(daysOfYear(null, year), addedHolidays(added), ...ofStates)]
    .map(([on, [holiday]]) => ({ on, holiday: holiday! }))
    .filter(({ on }) => Number(on.slice(0, 4)) === year)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
