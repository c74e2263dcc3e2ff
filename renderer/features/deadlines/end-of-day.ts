import { endAfterMidnight } from '../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import { formatMoment, formatTime, formatTimeZone } from '../../client/index.ts';
import { endWords as words } from './words.ts';

type Ending = Pick<Deadline, 'due' | 'dueAt' | 'endsAt' | 'computed'>;

/** What follows a deadline's day: its minute, and what else there is to say of its end; either may be empty. */
export interface EndWords {
  readonly time: string;
  readonly more: string;
}

/**
 * Until when a deadline lasts: its minute, and whose clock sets it where that is the circuit clerk's; or the end of the day.
 *
 * @example endOf(brief, 'Pacific/Honolulu') // { time: '10:00 PM HST', more: 'by the circuit clerk’s clock (Pacific Time)' }
 */
export function endOf(deadline: Ending, timeZone: string): EndWords {
  const { dueAt, computed } = deadline;
  const clerk = computed?.clerk;
  if (dueAt !== null) {
    // An order or the clerk's print may set a minute of its own.
    const isByClerk = clerk !== undefined && computed?.endsAt === deadline.endsAt;
    const more = isByClerk ? words.byCircuitClerk(formatTimeZone(clerk.timezone)) : '';
    return { time: formatTime(dueAt, timeZone), more };
  }
  const later = endAfterMidnight(deadline, timeZone);
  const more =
    later === null
      ? words.byEndOfDay(formatTimeZone(timeZone))
      : words.untilCircuitMidnight(formatMoment(later, timeZone));
  return { time: '', more };
}
