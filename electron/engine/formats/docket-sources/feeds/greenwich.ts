import { courtZone, courtZones } from '../../../../../shared/domain/court-zone.ts';
import { momentAt } from '../../../../../shared/domain/deadlines/time/index.ts';
import { greenwichOf, isoDateOf, minuteOf } from '../printed/printed-dates.ts';

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
 * A minute as the court's own clock showed it, from one printed with its offset from UTC. Null where none is printed; nor is one other than
 * UTC's applied where the court is not known, for it may be the court's own.
 *
 * @example fromOffset('2018-04-17T22:15', '-0700', 'nysd')?.minute // '2018-04-18T01:15'
 */
export function fromOffset(
  minute: string,
  offset: string,
  court: string,
): ReturnType<typeof onCourtsClock> | null {
  const greenwich = greenwichOf(minute, offset);
  const isKnown = courtZone(court) !== null || courtZones(court) !== null;
  return greenwich === null || (greenwich !== minute && !isKnown) ? null : onCourtsClock(greenwich, court);
}

/**
 * The court's day of a date as tables and JSON write it. An instant with its offset from UTC is dated by the court's clock; midnight there is how
 * programs write a day without a time, and is that day.
 *
 * @param court its code; empty where not known
 * @returns null where it is no date, or the court's day cannot be known
 * @example courtDayOf('2018-04-18T00:15:28Z', 'wawd') // '2018-04-17'
 * @example courtDayOf('2018-04-17T22:15:28-07:00', 'nysd') // '2018-04-18'
 * @example courtDayOf('2018-04-18T00:00:00Z', 'wawd') // '2018-04-18'
 */
export function courtDayOf(printed: string, court: string): string | null {
  const day = isoDateOf(printed);
  const [, time, offset] =
    /[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.exec(printed.trim()) ?? [];
  if (time === undefined || /^[0:.]+$/.test(time)) return day;
  const minute = minuteOf(day, time);
  const onCourts = minute === null ? null : fromOffset(minute, offset!, court);
  return onCourts === null ? day : onCourts.day;
}
