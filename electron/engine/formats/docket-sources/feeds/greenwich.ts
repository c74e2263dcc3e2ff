import { courtZone, courtZones } from '../../../../../shared/domain/court-zone.ts';
import { momentAt } from '../../../../../shared/domain/deadlines/time/index.ts';
import { isoDateOf, minuteOf } from '../printed/printed-dates.ts';

/** Where a court's clock stands is not known: those of the easternmost and the westernmost states. */
const anywhere = ['America/New_York', 'Pacific/Honolulu'] as const;

/**
 * A minute of UTC as the court's own clock showed it: an evening's filing in Seattle is of the next day in UTC. Of a court
 * that keeps two zones, or is not known, the day where all clocks agree on it, and no minute.
 *
 * @param minute such as 2018-04-18T00:15
 * @param court its code; empty where not known
 * @example onCourtsClock('2018-04-18T00:15', 'wawd') // { day: '2018-04-17', minute: '2018-04-17T17:15' }
 */
export function onCourtsClock(
  minute: string,
  court: string,
): { readonly day: string | null; readonly minute: string | null } {
  const zone = courtZone(court);
  const zones = zone === null ? (courtZones(court) ?? anywhere) : [zone];
  const minutes = zones.map((one) => momentAt(`${minute}:00Z`, one));
  const days = new Set(minutes.map((one) => one.slice(0, 10)));
  const [day] = days;
  return { day: days.size === 1 ? day! : null, minute: zones.length === 1 ? minutes[0]! : null };
}

/**
 * The court's day of a date as tables and JSON write it. An instant in UTC is dated by the court's clock; midnight there is how
 * programs write a day without a time, and is that day.
 *
 * @param court its code; empty where not known
 * @returns null where it is no date, or the court's day cannot be known
 * @example courtDayOf('2018-04-18T00:15:28Z', 'wawd') // '2018-04-17'
 * @example courtDayOf('2018-04-18T00:00:00Z', 'wawd') // '2018-04-18'
 */
export function courtDayOf(printed: string, court: string): string | null {
  const day = isoDateOf(printed);
  const time = /[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:Z|UTC|GMT|[+-]00:?00)$/i.exec(
    printed.trim(),
  )?.[1];
  if (time === undefined || /^[0:.]+$/.test(time)) return day;
  const minute = minuteOf(day, time);
  return minute === null ? day : onCourtsClock(minute, court).day;
}
