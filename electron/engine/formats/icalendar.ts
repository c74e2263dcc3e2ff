import ICAL from 'ical.js';
import { zoneComponent } from './icalendar-zone.ts';

// The library does not count the space a folded line begins with; RFC 5545 § 3.1 allows 75 octets with it.
ICAL.foldLength = 74;

/** One thing a calendar shows. */
export interface CalendarEvent {
  /** Stays the same for as long as the thing exists, so that an update replaces it. RFC 5545 § 3.8.4.7 */
  readonly uid: string;
  /** Rises with every change. RFC 5545 § 3.8.7.4 */
  readonly sequence: number;
  /** A day, shown as all-day; or a minute on the clock of the calendar's zone: 2021-01-11T17:00. */
  readonly start: string;
  /** Length of an event at a minute; one on a day lasts the day. */
  readonly minutes: number;
  readonly summary: string;
  readonly description: string;
  readonly isCanceled: boolean;
  /** Minutes before `start` at which to remind; negative for after it, where a day's event ends at midnight. */
  readonly alarms: readonly number[];
}

/**
 * Writes an iCalendar file (RFC 5545) that Outlook, Google and Apple read: times on the court's clock with the zone's rules
 * enclosed, stable ids, and cancellations for what is gone.
 *
 * @param now instant of writing, UTC, ISO 8601
 * @example writeCalendar({ name: 'Fairwater v. Northgate', timezone: 'America/Los_Angeles', now, events })
 */
export function writeCalendar({
  name,
  timezone,
  now,
  events,
}: {
  name: string;
  timezone: string;
  now: string;
  events: readonly CalendarEvent[];
}): string {
  const calendar = new ICAL.Component('vcalendar');
  set(calendar, {
    prodid: '-//Forthwith//Deadlines//EN',
    version: '2.0',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    // Not a property of the standard, so the library does not escape it.
    'x-wr-calname': name.replaceAll(/[\\,;]/g, '\\$&').replaceAll(/\s+/g, ' '),
    'x-wr-timezone': timezone,
  });
  const timed = events.map(({ start }) => start).filter((start) => start.length > 10);
  const years = timed.map((start) => Number(start.slice(0, 4)));
  if (years.length > 0)
    calendar.addSubcomponent(
      zoneComponent(
        timezone,
        years.reduce((a, b) => Math.min(a, b)),
        years.reduce((a, b) => Math.max(a, b)),
      ),
    );
  const stamp = ICAL.Time.fromDateTimeString(`${now.slice(0, 19)}Z`);
  for (const event of events) calendar.addSubcomponent(eventComponent(event, stamp, timezone));
  // RFC 5545 § 3.1: every line ends in CR LF, the last one too.
  return `${calendar.toString()}\r\n`;
}

function eventComponent(event: CalendarEvent, stamp: ICAL.Time, timezone: string): ICAL.Component {
  const component = new ICAL.Component('vevent');
  set(component, { uid: event.uid, dtstamp: stamp, sequence: event.sequence });
  if (event.start.length === 10) {
    const day = ICAL.Time.fromDateString(event.start);
    const next = day.clone();
    next.adjust(1, 0, 0, 0);
    set(component, { dtstart: day, dtend: next });
  } else {
    const start = component.addPropertyWithValue(
      'dtstart',
      ICAL.Time.fromDateTimeString(`${event.start}:00`),
    );
    start.setParameter('tzid', timezone);
    set(component, { duration: ICAL.Duration.fromSeconds(event.minutes * 60) });
  }
  set(component, {
    summary: event.summary,
    description: event.description,
    status: event.isCanceled ? 'CANCELLED' : 'CONFIRMED',
    transp: 'TRANSPARENT',
    categories: 'Deadline',
  });
  if (event.isCanceled) return component;
  for (const minutes of event.alarms) {
    const alarm = new ICAL.Component('valarm');
    set(alarm, {
      action: 'DISPLAY',
      description: event.summary,
      trigger: before(minutes),
    });
    component.addSubcomponent(alarm);
  }
  return component;
}

/** Hours, never days: a day is not always 24 of them. */
function before(minutes: number): ICAL.Duration {
  const length = Math.abs(minutes);
  return new ICAL.Duration({
    hours: Math.floor(length / 60),
    minutes: length % 60,
    isNegative: minutes > 0,
  });
}

function set(
  component: ICAL.Component,
  values: Readonly<Record<string, string | number | ICAL.Time | ICAL.Duration>>,
): void {
  for (const [name, value] of Object.entries(values))
    component.updatePropertyWithValue(name, typeof value === 'string' ? textOf(value) : value);
}

/**
 * Text as a calendar may hold it: line ends of every system as one kind, which the library escapes, and no control characters
 * (RFC 5545 § 3.1). A bare carriage return would end the line there, and what follows would be read as another property.
 */
function textOf(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '');
}
