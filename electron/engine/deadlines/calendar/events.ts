import { formatMoment, hasMinute } from '../../../../shared/domain/court-words.ts';
import { effectiveDue, endAfterMidnight } from '../../../../shared/domain/deadlines/effective-due.ts';
import { reasonOf } from '../../../../shared/domain/deadlines/reason.ts';
import { instantOf } from '../../../../shared/domain/deadlines/time/index.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { CalendarEvent } from '../../formats/icalendar.ts';

/** What stands under every date that leaves the program. */
export const confirmNote = 'Counted by Forthwith. Counsel must confirm every date.';

const msPerMinute = 60_000;

/** How long a calendar shows what happens at a minute. */
const shownMinutes = { hearing: 60, deadline: 15 };

/** What a calendar says of a deadline, but for its running number. */
export type DeadlineEvent = Omit<CalendarEvent, 'sequence'>;

/**
 * A deadline as calendars show it: a day's is all-day and ends at the midnight of the clerk who takes the paper; a minute's begins at that minute.
 *
 * @param matter its id makes the event's id unique; title and number tell matters apart in a calendar of many
 */
export function eventOf(
  deadline: Deadline,
  matter: { id: string; title: string; number: string; timezone: string },
): DeadlineEvent {
  const { dueAt, due, endsAt, status } = deadline;
  const isHearing = deadline.troClock === 'hearing' || deadline.troClock === 'pi_hearing';
  const start = dueAt ?? due;
  const dayLength = (Date.parse(endsAt) - Date.parse(instantOf(due, matter.timezone))) / msPerMinute;
  return {
    uid: `${deadline.id}@${matter.id}.forthwith`,
    start,
    minutes: isHearing ? shownMinutes.hearing : shownMinutes.deadline,
    summary: `${status === 'done' ? 'Done: ' : ''}${deadline.title} · ${matter.number || matter.title}`,
    description: description(deadline, matter),
    isCanceled: false,
    // Minutes before the end of the day, where the event itself begins with the day.
    alarms:
      status === 'done'
        ? []
        : deadline.reminders.map((minutes) => (dueAt === null ? minutes - dayLength : minutes)),
  };
}

function description(
  deadline: Deadline,
  matter: { title: string; number: string; timezone: string },
): string {
  const { timezone } = matter;
  const held = effectiveDue(deadline);
  const lines = [
    [matter.title, matter.number].filter((part) => part !== '').join(', '),
    `Due ${formatMoment(held, timezone)}${hasMinute(held) ? '' : `, ${endOfDayText(deadline, timezone)}`}`,
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

/** By whose clock a day ends: the court's, or that of the circuit clerk, whose midnight comes later here. */
function endOfDayText(deadline: Deadline, timezone: string): string {
  const later = endAfterMidnight(deadline, timezone);
  return later === null
    ? 'end of the day on the court’s clock'
    : `end of the day on the circuit clerk’s clock: ${formatMoment(later, timezone)}`;
}

/** The arithmetic, a line a step. */
export function countedLines({ computed }: Deadline, timezone: string): string[] {
  return (computed?.steps ?? []).map(
    ({ to, why, cite }) => `${formatMoment(to, timezone)}: ${why} (${cite})`,
  );
}
