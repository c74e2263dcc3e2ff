import { AppError } from '../../../../errors/app-error.ts';
import type { CourtMoment } from '../../../../model/court-time.ts';
import { dayNumber, dayText, isoOf, type DayNumber } from './day.ts';

/** A day on the court's calendar, or a minute of it as its clocks show it. */
export interface Moment {
  readonly day: DayNumber;
  /** Since midnight on the clock; null for the whole day. */
  readonly minute: number | null;
}

const shape = /^\d{4}-\d{2}-\d{2}(?:T([01]\d|2[0-3]):([0-5]\d))?$/;

/**
 * Reads "2021-01-11" or "2021-01-11T17:00".
 *
 * @throws INVALID_INPUT where it is not a moment, or the calendar has no such day
 */
export function parseMoment(text: string): Moment {
  const match = shape.exec(text);
  const day = match ? dayNumber(text) : Number.NaN;
  if (!match || text < '0001' || text > '9999-12-31' || isoOf(day) !== text.slice(0, 10))
    throw new AppError('INVALID_INPUT', {
      summary: `“${text.slice(0, 40)}” is no day of the years 1 to 9999, written 2021-01-11 or 2021-01-11T17:00`,
    });
  return { day, minute: match[1] === undefined ? null : Number(match[1]) * 60 + Number(match[2]) };
}

/** The moment as the rest of the program writes it. */
export function printMoment({ day, minute }: Moment): CourtMoment {
  return minute === null ? isoOf(day) : `${isoOf(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "5:05 PM"; the two hours that may be read either way are "12:00 noon" and "12:00 AM (start of the day)". */
export function clockText(minute: number): string {
  if (minute === 0) return '12:00 AM (start of the day)';
  if (minute === 12 * 60) return '12:00 noon';
  const hour = Math.floor(minute / 60);
  return `${hour % 12 || 12}:${two(minute % 60)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "Monday, January 11, 2021", with ", 5:05 PM" where there is a minute. */
export function momentText({ day, minute }: Moment): string {
  return minute === null ? dayText(day) : `${dayText(day)}, ${clockText(minute)}`;
}

/**
 * Puts moments of one court in order: negative where the first comes earlier. A day without a minute lasts until midnight, so
 * it comes after every minute of that day.
 *
 * @example ['2021-01-12', '2021-01-12T17:00'].toSorted(compareMoments) // the minute first
 */
export function compareMoments(one: CourtMoment, other: CourtMoment): number {
  const [a, b] = [`${one}~`.slice(0, 16), `${other}~`.slice(0, 16)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
