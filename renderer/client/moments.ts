import { Temporal } from 'temporal-polyfill';
import { useSyncExternalStore } from 'react';
import type { CourtMoment } from '../../shared/model/court-time.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
const zoneNames = new Map<string, Intl.DateTimeFormat>();

/**
 * A day, or a minute, of the court's own clock as it stands: "Mon, Jan 11, 2021, 5:00 PM PST". No zone is applied to it; the
 * zone only gives the letters at the end.
 *
 * @param moment such as 2021-01-11 or 2021-01-11T17:00
 * @param timeZone the court's IANA zone
 * @example formatMoment('2021-01-11', 'America/Los_Angeles') // 'Mon, Jan 11, 2021'
 */
export function formatMoment(moment: CourtMoment, timeZone: string): string {
  const day = formatDay(moment);
  return hasMinute(moment) ? `${day}, ${formatTime(moment, timeZone)}` : day;
}

/** The day of a court moment: "Mon, Jan 11, 2021". */
export function formatDay(moment: CourtMoment): string {
  return dayFormat.format(wallClock(moment.slice(0, 10)));
}

/** The minute of a court moment with the zone's letters: "5:00 PM PST"; empty for a day. */
export function formatTime(moment: CourtMoment, timeZone: string): string {
  if (!hasMinute(moment)) return '';
  // Intl puts a narrow no-break space before AM and PM, which fonts and searches stumble over.
  const time = timeFormat.format(wallClock(moment)).replaceAll('\u202f', ' ');
  return `${time} ${zoneLetters(moment, timeZone)}`;
}

/** Whether a court moment names a minute of its day. */
export function hasMinute(moment: CourtMoment): boolean {
  return moment.length > 10;
}

/** The wall clock read as if it were UTC, so that formatting it in UTC prints it as it stands. */
function wallClock(moment: string): number {
  return Date.parse(moment.length > 10 ? `${moment}:00.000Z` : `${moment}T00:00:00.000Z`);
}

/** The letters of a zone at a time of its own clock: PST in winter, PDT in summer. */
function zoneLetters(moment: string, timeZone: string): string {
  let format = zoneNames.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
    zoneNames.set(timeZone, format);
  }
  const { epochMilliseconds } = Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone);
  const parts = format.formatToParts(epochMilliseconds);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/**
 * The letters that may follow a time of a zone, as people write them: PT, PST and PDT for America/Los_Angeles.
 *
 * @param timeZone IANA zone
 */
export function zoneLettersOf(timeZone: string): readonly string[] {
  const [winter, summer] = ['2021-01-15T12:00', '2021-07-15T12:00'].map((at) => zoneLetters(at, timeZone));
  const generic = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return [...new Set([generic, winter, summer])].filter((letters) => letters !== undefined);
}

const minuteMs = 60_000;

/**
 * How long it is until an instant, or since it, to the minute: "in 3 h 12 min", "2 d 4 h ago", "now". Whole minutes that are
 * left are told, never one more.
 *
 * @param instant UTC, ISO 8601
 * @param now milliseconds since 1970
 */
export function formatCountdown(instant: string, now: number): string {
  const left = Date.parse(instant) - now;
  const minutes = Math.floor(Math.abs(left) / minuteMs);
  if (minutes === 0) return left > 0 ? 'in less than 1 min' : 'now';
  const text = formatMinutes(minutes);
  return left > 0 ? `in ${text}` : `${text} ago`;
}

/**
 * A length of time in its two largest units: "45 min", "3 h 12 min", "2 d 4 h"; days alone from ten days on.
 *
 * @param minutes a whole number
 */
export function formatMinutes(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days >= 10) return `${days.toLocaleString('en-US')} d`;
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${rest} min`;
}

/** The minute it is now on the court's clock: 2021-01-11T17:00. */
export function courtNow(timeZone: string, now: number): CourtMoment {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

let now = Date.now();
const listeners = new Set<() => void>();
let timer = 0;

/** Wakes just after the next minute begins. */
function schedule(): void {
  timer = window.setTimeout(tick, minuteMs - (Date.now() % minuteMs) + 20);
}

function tick(): void {
  window.clearTimeout(timer);
  now = Date.now();
  for (const listener of listeners) listener();
  schedule();
}

/** A laptop that slept wakes with an old minute on its screen. */
function wake(): void {
  if (document.visibilityState === 'visible') tick();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('focus', wake);
    schedule();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('focus', wake);
  };
}

/** Milliseconds since 1970, anew with every minute that begins. All who show a countdown tick together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
