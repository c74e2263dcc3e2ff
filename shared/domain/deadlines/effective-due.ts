import { endOfDay, momentAt } from './time/index.ts';
import type { CourtMoment } from '../../model/court-time.ts';
import type { Deadline } from '../../model/deadlines.ts';

/** The moment that applies to a deadline or a count: the minute where there is one, else the day. */
export function effectiveDue({ due, dueAt }: Pick<Deadline, 'due' | 'dueAt'>): CourtMoment {
  return dueAt ?? due;
}

/**
 * The moment until which a day lasts beyond the court's midnight, on the court's clock: of a paper that a circuit clerk farther west takes,
 * Fed. R. App. P. 26(a)(4)(B). Null of any other.
 *
 * @param timezone IANA zone of the court
 * @example endAfterMidnight({ due: '2026-12-24', dueAt: null, endsAt: '2026-12-25T08:00:00.000Z' }, 'Pacific/Guam') // '2026-12-25T18:00'
 */
export function endAfterMidnight(
  { due, dueAt, endsAt }: Pick<Deadline, 'due' | 'dueAt' | 'endsAt'>,
  timezone: string,
): CourtMoment | null {
  return dueAt === null && endsAt > endOfDay(due, timezone) ? momentAt(endsAt, timezone) : null;
}

/** The moment after which an act is late, on the court's clock: the minute or the day, or what the day lasts to beyond its midnight. */
export function lastMoment(
  deadline: Pick<Deadline, 'due' | 'dueAt' | 'endsAt'>,
  timezone: string,
): CourtMoment {
  return endAfterMidnight(deadline, timezone) ?? effectiveDue(deadline);
}

/**
 * Whether a deadline is the first moment for something, and not the last: the earliest hearing on short notice, the earliest
 * day a motion may be noted for. An act can come too early for it, never too late.
 */
export function isEarliest({ rule }: Pick<Deadline, 'rule'>): boolean {
  return rule?.kind === 'earliest';
}
