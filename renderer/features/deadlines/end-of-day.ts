import { endAfterMidnight } from '../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import { formatMoment, formatTime, formatTimeZone } from '../../client/index.ts';
import { endWords as words } from './words.ts';

type Ending = Pick<Deadline, 'due' | 'dueAt' | 'endsAt' | 'computed'>;

/**
 * Until when a deadline lasts, behind its day: its minute, and whose clock sets it where that is the circuit clerk's; or the end of the day.
 *
 * @example endText(brief, 'Pacific/Honolulu') // '10:00 PM HST, by the circuit clerk’s clock (Pacific Time)'
 */
export function endText(deadline: Ending, timeZone: string): string {
  const { dueAt, computed } = deadline;
  const clerk = computed?.clerk;
  if (dueAt !== null) {
    const time = formatTime(dueAt, timeZone);
    // An order or the clerk's print may set a minute of its own.
    const isByClerk = clerk !== undefined && computed?.endsAt === deadline.endsAt;
    return isByClerk ? words.byCircuitClerk(time, formatTimeZone(clerk.timezone)) : time;
  }
  const later = endAfterMidnight(deadline, timeZone);
  return later === null
    ? words.byEndOfDay(formatTimeZone(timeZone))
    : words.untilCircuitMidnight(formatMoment(later, timeZone));
}
