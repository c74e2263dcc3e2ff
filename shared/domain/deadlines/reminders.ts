import type { Deadline, Reminder } from '../../model/deadlines.ts';
import { compareMoments } from './time/index.ts';

type Reminded = Pick<
  Deadline,
  | 'id'
  | 'title'
  | 'due'
  | 'dueAt'
  | 'endsAt'
  | 'status'
  | 'reminders'
  | 'snoozedUntil'
  | 'createdAt'
  | 'moved'
>;

const msPerMinute = 60_000;

/**
 * Reminders whose time has come and that were not seen yet: of each open deadline the latest one, soonest end first. What was
 * due before the deadline was added is not news; what was seen of one that was moved up since, and not looked at, was of another end.
 *
 * @param seenAt when a deadline's reminders were last seen, by id; UTC, ISO 8601
 * @param now instant, UTC, ISO 8601
 */
export function dueReminders(
  deadlines: readonly Reminded[],
  seenAt: ReadonlyMap<string, string>,
  now: string,
  timezone: string,
): Reminder[] {
  return deadlines
    .flatMap((deadline): Reminder[] => {
      if (deadline.status !== 'open') return [];
      const since = (isMovedUp(deadline) ? undefined : seenAt.get(deadline.id)) ?? deadline.createdAt;
      const at = timesOf(deadline)
        .filter((time) => time > since && time <= now)
        .at(-1);
      if (at === undefined) return [];
      const { id, title, due, dueAt, endsAt } = deadline;
      return [{ deadlineId: id, title, due, dueAt, endsAt, timezone, at, isPastDue: endsAt <= now }];
    })
    .toSorted((one, other) => (one.endsAt < other.endsAt ? -1 : 1));
}

/** Whether a deadline ends sooner than when a person last looked at it. */
export function isMovedUp({ moved }: Pick<Deadline, 'moved'>): boolean {
  return moved !== null && compareMoments(moved.to, moved.from) < 0;
}

/** Instants at which to remind of it, earliest first. A snooze silences those before its end, but not the end of what was moved up since. */
function timesOf({ endsAt, reminders, snoozedUntil }: Reminded): string[] {
  const end = Date.parse(endsAt);
  const times = reminders.map((minutes) => new Date(end - minutes * msPerMinute).toISOString());
  const later =
    snoozedUntil === null ? times : [...times.filter((time) => time > snoozedUntil), snoozedUntil];
  // What every deadline has besides those a person set.
  return [...later, new Date(end).toISOString()].toSorted();
}
