import { useSyncExternalStore } from 'react';
import { formatNumber } from '../../shared/domain/amounts.ts';
import { courtNow } from '../../shared/domain/court-words.ts';

export {
  courtNow,
  formatDay,
  formatMoment,
  formatTime,
  formatTimeZone,
  hasMinute,
  zoneLettersOf,
} from '../../shared/domain/court-words.ts';

const minuteMs = 60_000;
/** From here on lengths are given in days alone. */
const longDays = 10;

/**
 * How long it is until an instant, or since it, to the minute: "in 3 h 12 min", "2 d 4 h ago", "now". Whole minutes
 * left, rounded down. From ten days on, days are those of the court's calendar, whatever the hours, so that everything
 * due on one day is equally far away.
 *
 * @param instant UTC, ISO 8601; the end of a day is of that day, not of the next
 * @param now milliseconds since 1970
 * @param timeZone the court's IANA zone
 */
export function formatCountdown(instant: string, now: number, timeZone: string): string {
  const at = Date.parse(instant);
  const left = at - now;
  if (Math.abs(left) < minuteMs) return left > 0 ? 'in less than 1 min' : 'now';
  const text = formatLength(at, now, timeZone);
  return left > 0 ? `in ${text}` : `${text} ago`;
}

/** The same without its direction: "3 h 12 min", "14 d". @param at milliseconds since 1970 */
export function formatLength(at: number, now: number, timeZone: string): string {
  const minutes = Math.floor(Math.abs(at - now) / minuteMs);
  return minutes < longDays * 1440
    ? formatMinutes(minutes)
    : formatMinutes(Math.abs(courtDay(timeZone, at - 1) - courtDay(timeZone, now)) * 1440);
}

/** The court's day of an instant, counted from 1970. */
function courtDay(timeZone: string, at: number): number {
  return Date.parse(courtNow(timeZone, at).slice(0, 10)) / (1440 * minuteMs);
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
  if (days >= longDays) return `${formatNumber(days)} d`;
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${rest} min`;
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

/** Milliseconds since 1970, updated with every minute. All countdowns tick together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
