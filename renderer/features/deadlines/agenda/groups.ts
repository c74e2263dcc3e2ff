import { isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { addDays } from '../../../../shared/domain/deadlines/time/index.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';

/** The agenda's groups, in order. */
export const groupIds = ['past', 'today', 'week', 'possible', 'later', 'done'] as const;
export type GroupId = (typeof groupIds)[number];

export interface DeadlineGroup {
  readonly id: GroupId;
  readonly deadlines: readonly Deadline[];
}

/**
 * Whether a deadline is open and its end has come. What may be done from a moment on is never past due.
 *
 * @param now milliseconds since 1970
 */
export function isPastDue(deadline: Deadline, now: number): boolean {
  return deadline.status === 'open' && !isEarliest(deadline) && Date.parse(deadline.endsAt) <= now;
}

/** The group of a deadline. `today` is the day it is on the court's clock. */
function groupOf(deadline: Deadline, now: number, today: string, weekEnd: string): GroupId {
  if (deadline.status !== 'open') return 'done';
  if (isEarliest(deadline) && opensAt(deadline) <= now) return 'possible';
  if (isPastDue(deadline, now)) return 'past';
  // The instant decides what is past; the day on the court's clock, what is today.
  if (deadline.due <= today) return 'today';
  return deadline.due <= weekEnd ? 'week' : 'later';
}

/** `endsAt` of a moment from which something may be done is that moment, or the end of its day where only a day is known. */
function opensAt({ endsAt }: Deadline): number {
  return Date.parse(endsAt);
}

/**
 * Deadlines by how near they are: open ones soonest first, done ones latest first. Groups without any are left out.
 *
 * @param now milliseconds since 1970
 * @param today the day it is on the court's clock: 2021-01-11
 */
export function groupDeadlines(
  deadlines: readonly Deadline[],
  now: number,
  today: string,
): readonly DeadlineGroup[] {
  const weekEnd = addDays(today, 7);
  const groups = Map.groupBy(deadlines, (deadline) => groupOf(deadline, now, today, weekEnd));
  return groupIds.flatMap((id) => {
    const group = groups.get(id);
    if (!group) return [];
    group.sort(bySoonest);
    return [{ id, deadlines: id === 'done' ? group.toReversed() : group }];
  });
}

/**
 * The deadline at the head: the one whose end comes next; where all open ones are past, the one past longest.
 * Null where nothing is due.
 */
export function nextDeadline(deadlines: readonly Deadline[], now: number): Deadline | null {
  const open = deadlines.filter((each) => each.status === 'open' && !isEarliest(each)).toSorted(bySoonest);
  return open.find((each) => !isPastDue(each, now)) ?? open[0] ?? null;
}

function bySoonest(a: Deadline, b: Deadline): number {
  return a.endsAt.localeCompare(b.endsAt) || a.title.localeCompare(b.title);
}
