import type { TimeRequest } from '../../../../model/time-counting.ts';
import type { Holidays } from '../../holidays/holiday.ts';

/**
 * The same rules once more, in the plainest way: one day after another, one minute after another, over Date and
 * Intl.DateTimeFormat. It exists to disagree with the product where one of them is wrong, so it shares no code with it.
 */
export function naiveCount(request: TimeRequest, holidays: Holidays): { due: string; endsAt: string } {
  const { trigger, period, regime, place, added, service, contract } = request;
  const { unit, direction } = period;
  const isForward = direction === 'after';
  const hasStates = isForward || regime === 'contract' || unit === 'monday_before' || unit === 'fixed';
  const isOff = (date: string) =>
    ['Sat', 'Sun'].includes(weekdayName(date)) || holidays.find(date, hasStates) !== null;
  const isShut = (date: string) => added.some(({ on, kind }) => kind === 'closed' && on === date);
  const ahead = isForward ? 1 : -1;
  let date = trigger.slice(0, 10);
  let clock = unit === 'hours' || unit === 'fixed' || period.isCap ? trigger.slice(11) : '';

  let instantOf = (reading: string) => minuteOfReading(reading, place.timezone);

  if (unit === 'fixed') return finish(date, clock, place.timezone, instantOf, true);
  if (unit === 'hours') {
    let minute = minuteOfReading(`${date}T${clock}`, place.timezone);
    for (let left = period.count * 60; left > 0; left -= 1) minute += ahead;
    const reading = readingAt(minute, place.timezone);
    [date, clock] = reading.split('T') as [string, string];
    instantOf = (end) => (end === reading ? minute : minuteOfReading(end, place.timezone));
  } else if (unit === 'fridays') {
    for (let found = 0; found < period.count;) {
      date = step(date, ahead);
      if (weekdayName(date) === 'Fri') found += 1;
    }
  } else if (unit === 'monday_before') {
    do date = step(date, -1);
    while (weekdayName(date) !== 'Mon');
  } else if (regime === 'contract' && contract?.isBusinessDays) {
    let found = contract.isFirstDayCounted && period.count > 0 && !isOff(date) ? 1 : 0;
    while (found < period.count) {
      date = step(date, ahead);
      if (!isOff(date)) found += 1;
    }
  } else {
    date = plainEnd(date, period.count, unit, ahead);
    if (regime === 'contract' && contract?.isFirstDayCounted && period.count > 0) date = step(date, -ahead);
  }
  if (period.isCap) return finish(date, clock, place.timezone, instantOf, false);

  if (regime === 'contract') {
    if (contract?.isRolled) while (isOff(date)) date = step(date, ahead);
    return finish(date, clock, place.timezone, instantOf, false);
  }
  while (isOff(date)) date = step(date, unit === 'monday_before' ? 1 : ahead);
  const isNoting = unit === 'fridays' || unit === 'monday_before';
  if (isForward && !isNoting && ['mail', 'clerk', 'other_consented'].includes(service)) {
    for (let day = 0; day < 3; day += 1) date = step(date, 1);
    while (isOff(date)) date = step(date, 1);
  }
  if (isShut(date)) while (isShut(date) || isOff(date)) date = step(date, 1);
  return finish(date, clock, place.timezone, instantOf, false);
}

function plainEnd(start: string, count: number, unit: string, ahead: number): string {
  let date = start;
  if (unit === 'days' || unit === 'weeks') {
    for (let left = unit === 'weeks' ? count * 7 : count; left > 0; left -= 1) date = step(date, ahead);
    return date;
  }
  let [year, month] = date.split('-').map(Number) as [number, number];
  for (let left = unit === 'years' ? count * 12 : count; left > 0; left -= 1) {
    month += ahead;
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  for (let day = Number(date.slice(8)); ; day -= 1) {
    const wanted = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const real = new Date(`${wanted}T00:00:00Z`);
    if (!Number.isNaN(real.getTime()) && real.toISOString().startsWith(wanted)) return wanted;
  }
}

/** The end, as the product gives it: the date or the minute, and the first instant too late. */
function finish(
  date: string,
  clock: string,
  timezone: string,
  instantOf: (reading: string) => number,
  isKept: boolean,
): { due: string; endsAt: string } {
  if (clock === '') {
    const midnight = minuteOfReading(`${step(date, 1)}T00:00`, timezone);
    return { due: date, endsAt: new Date(midnight * 60_000).toISOString() };
  }
  const minute = instantOf(`${date}T${clock}`);
  return {
    due: isKept ? `${date}T${clock}` : readingAt(minute, timezone),
    endsAt: new Date(minute * 60_000).toISOString(),
  };
}

function step(date: string, days: number): string {
  const next = new Date(`${date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + days);
  return next.toISOString().slice(0, 10);
}

function weekdayName(date: string): string {
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(`${date}T12:00:00Z`).getUTCDay()]!;
}

/** The first minute since 1970 at which the zone's clocks show a reading; of a skipped one, of the reading an hour earlier. */
function minuteOfReading(reading: string, timezone: string): number {
  const wanted = Date.parse(`${reading}:00Z`) / 60_000;
  for (let minute = wanted - 15 * 60; minute <= wanted + 15 * 60; minute += 1)
    if (shownAt(minute, timezone) === wanted) return minute;
  return minuteOfReading(new Date((wanted - 60) * 60_000).toISOString().slice(0, 16), timezone);
}

function readingAt(minute: number, timezone: string): string {
  return new Date(shownAt(minute, timezone) * 60_000).toISOString().slice(0, 16);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const shownAtHour = new Map<string, Map<number, number>>();

/** What the clocks show, as minutes since 1970 on that clock. The clocks of these zones change on full hours only. */
function shownAt(minute: number, timezone: string): number {
  const hour = Math.floor(minute / 60);
  let known = shownAtHour.get(timezone);
  if (!known) shownAtHour.set(timezone, (known = new Map()));
  let shown = known.get(hour);
  if (shown === undefined) known.set(hour, (shown = formatted(hour, timezone)));
  return shown + (minute - hour * 60);
}

function formatted(hour: number, timezone: string): number {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timezone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(new Date(hour * 3_600_000)).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']) / 60_000;
}
