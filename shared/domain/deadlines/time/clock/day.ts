import { AppError } from '../../../../errors/app-error.ts';

/** Days since 1 January 1970. Whole days have no zone, so plain arithmetic on them is exact. */
export type DayNumber = number;

const msPerDay = 86_400_000;
/** The Gregorian calendar repeats after 400 years; Date.UTC takes years below 100 for the twentieth century. */
const [cycleYears, cycleDays] = [400, 146_097];
const firstDay = dayNumber('0001-01-01');
/** The day after it must still have a year of four digits. */
const lastDay = dayNumber('9999-12-30');

/** Deadlines crowd into few years, and printing a date costs more than counting to it. */
const printed = new Map<DayNumber, string>();
const maxPrinted = 50_000;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The number of an ISO date, which is taken as valid. */
export function dayNumber(iso: string): DayNumber {
  return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** The first of January of a year. */
export function startOfYear(year: number): DayNumber {
  return dayOf(year, 1, 1);
}

/** The number of a day of a month; `month` counts from 1 and may run over, as may `day`. */
function dayOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year + cycleYears, month - 1, day) / msPerDay - cycleDays;
}

/**
 * The ISO date of a day.
 *
 * @throws INVALID_INPUT where it lies outside the years 1 to 9999
 */
export function isoOf(day: DayNumber): string {
  if (!(day >= firstDay && day <= lastDay))
    throw new AppError('INVALID_INPUT', {
      summary: 'the result lies outside the years 1 to 9999; check the date and the length of the period',
    });
  const known = printed.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * msPerDay).toISOString().slice(0, 10);
  if (printed.size >= maxPrinted) printed.clear();
  printed.set(day, iso);
  return iso;
}

/** The weekday of a day, 0 for Sunday to 6 for Saturday. */
export function weekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/**
 * The same day of another month; where that month is shorter, its last day.
 *
 * @param count months, negative to go back
 * @returns the day, and the day of the month that was wanted where the month does not have it
 * @example addMonths(dayNumber('2021-01-31'), 1) // 28 February 2021, missing: 31
 */
export function addMonths(from: DayNumber, count: number): { day: DayNumber; missing: number | null } {
  const [year, month, dayOfMonth] = partsOf(from);
  const last = partsOf(dayOf(year, month + count + 1, 0))[2];
  const day = dayOf(year, month + count, Math.min(dayOfMonth, last));
  return { day, missing: dayOfMonth > last ? dayOfMonth : null };
}

function partsOf(day: DayNumber): [year: number, month: number, dayOfMonth: number] {
  const date = new Date(day * msPerDay);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** The day as a sentence prints it: "Monday, January 18, 2021". */
export function dayText(day: DayNumber): string {
  const [year, month, dayOfMonth] = partsOf(day);
  return `${weekdays[weekday(day)]}, ${months[month - 1]} ${dayOfMonth}, ${year}`;
}

/**
 * The date so many days later.
 *
 * @param iso ISO date
 * @param count days, negative to go back
 * @throws INVALID_INPUT where the result lies outside the years 1 to 9999
 * @example addDays('2024-02-28', 2) // '2024-03-01'
 */
export function addDays(iso: string, count: number): string {
  return isoOf(dayNumber(iso) + count);
}

/**
 * The weekday of a date, 0 for Sunday to 6 for Saturday.
 *
 * @example weekdayOf('2021-01-18') // 1
 */
export function weekdayOf(iso: string): number {
  return weekday(dayNumber(iso));
}
