import type { AddedDay } from '../../../model/time-counting.ts';
import { daysOfRows } from './days-of-rows.ts';
import { federalTable, keptByLaw } from './federal.ts';
import type { Holiday, Holidays } from './holiday.ts';
import { stateTables } from './states/state-tables.ts';

export type { Holiday, Holidays } from './holiday.ts';
export { closingOn, presidentialClosings, type PresidentialClosing } from './presidential-closings.ts';
export { stateTables } from './states/state-tables.ts';

const noTable = { rows: [], statute: '' };

type DaysOfYear = ReadonlyMap<string, Holiday>;

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
  const days = new Map<string, Holiday>();
  for (const { on, name, confidence, row } of daysOfRows(rows, year))
    if (!days.has(on))
      days.set(on, {
        name,
        authority: state === null ? 'federal' : 'state',
        state,
        cite: `${row.cite ?? statute}${state === null ? keptByLaw(name, on) : ''}`,
        confidence,
      });
  if (keptYears.size >= maxKeptYears) keptYears.clear();
  keptYears.set(key, days);
  return days;
}

function addedHolidays(added: readonly AddedDay[]): DaysOfYear {
  const days = new Map<string, Holiday>();
  for (const day of added)
    if (day.kind === 'holiday')
      days.set(day.on, {
        name: day.name,
        authority: 'added',
        state: null,
        cite: day.note || 'added to the matter’s calendar',
        confidence: 'confirmed',
      });
  return days;
}

/** Federal and added days count both ways; a state's only forward, and only where no other law names the day. */
function calendarOf(states: readonly string[], added: DaysOfYear): Holidays {
  const years = new Map<string, { readonly always: DaysOfYear; readonly forward: DaysOfYear }>();
  const ofYear = (name: string) => {
    const known = years.get(name);
    if (known) return known;
    const year = Number(name);
    const ofStates = states.toReversed().flatMap((state) => [...daysOfYear(state, year)]);
    const always = new Map([...added, ...daysOfYear(null, year)]);
    const days = { always, forward: new Map([...ofStates, ...always]) };
    if (years.size >= maxYearsOfCalendar) years.clear();
    years.set(name, days);
    return days;
  };
  return {
    find(on, isForward) {
      const days = ofYear(on.slice(0, 4));
      return (isForward ? days.forward : days.always).get(on) ?? null;
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
 * the federal holiday before an added one, that before a state's.
 *
 * @example listHolidays(2026, ['WA'], []).map(({ on }) => on) // '2026-01-01', '2026-01-19', …
 */
export function listHolidays(
  year: number,
  states: readonly string[],
  added: readonly AddedDay[],
): DatedHoliday[] {
  const ofYear = [...addedHolidays(added)].filter(([on]) => Number(on.slice(0, 4)) === year);
  const ofStates = [...new Set(states)].sort().flatMap((state) => [...daysOfYear(state, year)]);
  const days = new Map<string, Holiday>();
  for (const [on, holiday] of [...daysOfYear(null, year), ...ofYear, ...ofStates])
    if (!days.has(on)) days.set(on, holiday);
  return [...days].map(([on, holiday]) => ({ on, holiday })).sort((a, b) => (a.on < b.on ? -1 : 1));
}
