import type { CourtMoment } from '../../../model/court-time.ts';
import { momentText, parseMoment, weekdayOf } from '../time/index.ts';
import type { PrintedDate } from './printed/read-printed.ts';

/**
 * How a printed date and the counted one disagree; null where they are the same day. The printed date is kept: it may rest on an
 * order, and only a person can know.
 *
 * @example
 * checkPrinted({ …printed, due: '2006-07-30', trigger: { event: 'summons_served', at: '2006-07-10' } }, '2006-07-31')
 * // 'Printed Sunday, July 30, 2006, 20 days after Monday, July 10, 2006; under Rule 6(a)(1)(C) it would be Monday, July 31, 2006.'
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
  const span = from === undefined ? '' : `, ${daysBetween(from, due)} days after ${dayText(from)}`;
  // A printed weekend day is what Rule 6(a)(1)(C) would have moved on.
  const isWeekend = [0, 6].includes(weekdayOf(due));
  const rule = isWeekend && counted > due && daysBetween(due, counted) <= 4 ? 'Rule 6(a)(1)(C)' : 'the rule';
  return `Printed ${dayText(due)}${span}; under ${rule} it would be ${dayText(counted)}.`;
}

/** Whole days have no zone, so both are read as if in UTC. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
/** "Monday, July 31, 2006". */
const dayText = (on: string) => momentText(parseMoment(on));
