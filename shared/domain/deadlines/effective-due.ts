import type { CourtMoment } from '../../model/court-time.ts';
import type { Deadline } from '../../model/deadlines.ts';

/** The moment that holds of a deadline or a count: the minute where there is one, else the day. */
export function effectiveDue({ due, dueAt }: Pick<Deadline, 'due' | 'dueAt'>): CourtMoment {
  return dueAt ?? due;
}

/** Whether a deadline is the first moment for something, and not the last: it can be early, never late. */
export function isEarliest({ rule }: Pick<Deadline, 'rule'>): boolean {
  return rule?.kind === 'earliest';
}
