import type { CourtMoment } from '../../../model/court-time.ts';
import type { PrintedDate } from './printed/read-printed.ts';

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
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * How a printed date and the counted one disagree; null where they are the same day. The printed date is kept: it may rest on an
 * order, and only a person can know.
 *
 * @example
 * checkPrinted({ …printed, due: '2006-07-30', trigger: { event: 'summons_served', at: '2006-07-10' } }, '2006-07-31')
 * // 'Printed Sunday, July 30, 2006, 20 days after July 10, 2006; under Rule 6(a)(1)(C) it would be Monday, July 31, 2006.'
 * @param printed see `readPrintedDates`
 * @param computedDue the day or minute that the rule gives
 */
export function checkPrinted(
  printed: Pick<PrintedDate, 'due' | 'trigger'>,
  computedDue: CourtMoment,
): string | null {
  const [due, counted] = [printed.due.slice(0, 10), computedDue.slice(0, 10)];
  if (due === counted) return null;
  const from = printed.trigger?.at.slice(0, 10);
  const span = from === undefined ? '' : `, ${daysBetween(from, due)} days after ${inWords(from)}`;
  // A printed weekend day is what Rule 6(a)(1)(C) would have moved on.
  const isWeekend = [0, 6].includes(weekdayOf(due));
  const rule = isWeekend && counted > due && daysBetween(due, counted) <= 4 ? 'Rule 6(a)(1)(C)' : 'the rule';
  return `Printed ${onWeekday(due)}${span}; under ${rule} it would be ${onWeekday(counted)}.`;
}

const weekdayOf = (on: string) => new Date(`${on}T00:00:00Z`).getUTCDay();
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const onWeekday = (on: string) => `${weekdays[weekdayOf(on)]}, ${inWords(on)}`;

function inWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${months[month! - 1]} ${day}, ${year}`;
}
