import { formatMoment, hasMinute } from '../../../../shared/domain/court-words.ts';
import { reasonOf } from '../../../../shared/domain/deadlines/reason.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { CalendarEvent } from '../../formats/icalendar.ts';

/** What stands under every date that leaves the program. */
export const confirmNote = 'Counted by Forthwith. Counsel must confirm every date.';

const minutesPerDay = 1_440;

/** How long a calendar shows what happens at a minute. */
const shownMinutes = { hearing: 60, deadline: 15 };

/** What a calendar says of a deadline, but for its running number. */
export type DeadlineEvent = Omit<CalendarEvent, 'sequence'>;

/**
 * A deadline as calendars show it: a day's is all-day and ends at the court's midnight; a minute's begins at that minute.
 *
 * @param matter its id makes the event's id unique; title and number tell matters apart in a calendar of many
 */
export function eventOf(
  deadline: Deadline,
  matter: { id: string; title: string; number: string; timezone: string },
): DeadlineEvent {
  const { dueAt, due, status } = deadline;
  const isHearing = deadline.troClock === 'hearing' || deadline.troClock === 'pi_hearing';
  const start = dueAt ?? due;
  return {
    uid: `${deadline.id}@${matter.id}.forthwith`,
    start,
    minutes: isHearing ? shownMinutes.hearing : shownMinutes.deadline,
    summary: `${status === 'done' ? 'Done: ' : ''}${deadline.title} · ${matter.number || matter.title}`,
    description: description(deadline, matter),
    isCancelled: false,
    // Minutes before the court's midnight, where the event itself begins at the one before.
    alarms:
      status === 'done'
        ? []
        : deadline.reminders.map((minutes) => (dueAt === null ? minutes - minutesPerDay : minutes)),
  };
}

function description(
  deadline: Deadline,
  matter: { title: string; number: string; timezone: string },
): string {
  const { timezone } = matter;
  const held = deadline.dueAt ?? deadline.due;
  const end = hasMinute(held) ? '' : ', end of the day on the court’s clock';
  const lines = [
    [matter.title, matter.number].filter((part) => part !== '').join(', '),
    `Due ${formatMoment(held, timezone)}${end}`,
    reasonOf(deadline, timezone),
    ...countedLines(deadline, timezone),
    ...(deadline.computed?.alternatives ?? []).map(
      ({ due, why }) => `Another reading: ${formatMoment(due, timezone)}. ${why}`,
    ),
    ...deadline.flags.map(({ message }) => `Check: ${message}`),
    ...(deadline.owner === '' ? [] : [`Owner: ${deadline.owner}`]),
    ...(deadline.note === '' ? [] : [deadline.note]),
    confirmNote,
  ];
  return lines.join('\n');
}

/** The arithmetic, a line a step. */
export function countedLines({ computed }: Deadline, timezone: string): string[] {
  return (computed?.steps ?? []).map(
    ({ to, why, cite }) => `${formatMoment(to, timezone)}: ${why} (${cite})`,
  );
}
