import type { CourtMoment } from '../../model/court-time.ts';
import type { Deadline } from '../../model/deadlines.ts';

/** The moment that holds of a deadline or a count: the minute where there is one, else the day. */
export function effectiveDue({ due, dueAt }: Pick<Deadline, 'due' | 'dueAt'>): CourtMoment {
  return dueAt ?? due;
}

/**
 * Whether a deadline is the first moment for something, and not the last: the earliest hearing on short notice, the earliest
 * day a motion may be noted for. An act can come too early for it, never too late.
 */
export function isEarliest({ rule }: Pick<Deadline, 'rule'>): boolean {
  return rule?.kind === 'earliest';
}
