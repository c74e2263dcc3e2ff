import type { CourtPlace } from '../../../model/time-counting.ts';
import { circuitClerk } from '../../court-zone.ts';
import { earlierEndOf, type EarlierEnd } from '../earlier-ends.ts';
import type { Asked } from './asked.ts';
import type { Counted } from './by-rule.ts';
import { isoOf, type DayNumber } from './clock/day.ts';
import { clockText, momentText, parseMoment, printMoment } from './clock/moment.ts';
import { clockAt, printInstant, readingOf, startOfDay } from './clock/zone.ts';

/** The clerk's midnight as the day's end, where that is not the district court's. */
export const clerksMidnightCite = 'Fed. R. App. P. 26(a)(4)(B)';

/**
 * Ends the last day when the clerk who takes the paper does. "Unless a different time is set by a statute, local rule, or court order, the
 * last day ends" at midnight: in the court's time zone, Fed. R. Civ. P. 6(a)(4)(A); for a court of appeals in the zone of the circuit
 * clerk's principal office, Fed. R. App. P. 26(a)(4)(B). An end before the district court's midnight becomes the minute of the result; one
 * after it leaves the day as it is. For a date certain an earlier hour is only an alternative; a maximum on an order and an agreement's
 * time are not times for filing.
 */
export function endDay(counted: Counted, { request: { period, regime, place } }: Asked): Counted {
  const { path } = counted;
  const { day, minute } = path.at;
  if (minute !== null || period.isCap || regime === 'contract') return counted;
  const early = earlierEndAt(day, place);
  if (early === null || period.unit === 'fixed') {
    const ended = endAtMidnight(counted, place);
    return early === null ? ended : withAlternative(ended, hourBeside(day, early, place));
  }
  const { cite, exception } = early;
  const end = readingOf(day, early.minute, clerkZone(place)).at;
  const hour = clockText(early.minute);
  const isElsewhere = clerkZone(place) !== place.timezone;
  const until = isElsewhere ? `${hour} on its clerk’s clock, here ${hereText(end, place)}` : hour;
  const taker = isForCircuit(place) ? 'The court of appeals, to which the paper goes,' : 'This court';
  const why = `${taker} takes a paper for that day only until ${until}, not until midnight. Confirm it with the court.`;
  const midnight = isElsewhere ? 'midnight on that clock' : 'midnight';
  return withAlternative(endAt(counted, end, why, cite, place), {
    due: isoOf(day),
    why: `For ${exception}, until ${midnight}.`,
    cite,
  });
}

/**
 * When a day ends by the clock of the clerk who takes the paper: a minute of it where that is before the place's midnight.
 *
 * @param due ISO date
 * @param place whose `court` takes the paper
 * @throws INVALID_INPUT where the date or the zone is none
 * @example clerksEnd('2026-12-24', { timezone: 'Pacific/Honolulu', court: 'ca9' }).dueAt // '2026-12-24T22:00'
 */
export function clerksEnd(
  due: string,
  place: Pick<CourtPlace, 'court' | 'timezone'>,
): { readonly dueAt: string | null; readonly endsAt: string } {
  const { day } = parseMoment(due);
  const end = midnightAfter(day, place);
  const here = clockAt(end, place.timezone);
  return { dueAt: here.day <= day ? printMoment(here) : null, endsAt: printInstant(end) };
}

/** The midnight with which a day ends for the clerk who takes the paper, in milliseconds since 1970. */
function midnightAfter(day: DayNumber, place: Pick<CourtPlace, 'court' | 'timezone'>): number {
  return startOfDay(day + 1, clerkZone(place));
}

function endAtMidnight(counted: Counted, place: CourtPlace): Counted {
  const { day } = counted.path.at;
  const end = midnightAfter(day, place);
  if (end === startOfDay(day + 1, place.timezone)) return counted;
  const why = `The paper goes to the court of appeals, whose day ends with its clerk’s midnight: here ${hereText(end, place)}.`;
  return endAt(counted, end, why, clerksMidnightCite, place);
}

/** Ends the day at an instant: a minute of it on the place's clock; or one after its midnight, with which the day stays as it is. */
function endAt(counted: Counted, end: number, why: string, cite: string, { timezone }: CourtPlace): Counted {
  const { path } = counted;
  const here = clockAt(end, timezone);
  const isLater = here.day > path.at.day;
  path.go('hour', isLater ? path.at : here, why, cite);
  return isLater ? { ...counted, endsAt: end } : counted;
}

function hourBeside(
  day: DayNumber,
  { minute, cite }: EarlierEnd,
  place: CourtPlace,
): Counted['alternatives'][number] {
  const end = clockAt(readingOf(day, minute, clerkZone(place)).at, place.timezone);
  const taker = isForCircuit(place) ? 'the court of appeals' : 'this court';
  const why = `If a paper is to be filed by then: ${taker} takes it for that day only until ${clockText(minute)}. Confirm it with the court.`;
  return { due: printMoment(end), why, cite };
}

function earlierEndAt(day: DayNumber, place: CourtPlace): EarlierEnd | null {
  return place.court === undefined ? null : earlierEndOf(place.court, isoOf(day), clerkZone(place));
}

function isForCircuit({ court }: CourtPlace): boolean {
  return court !== undefined && circuitClerk(court) !== null;
}

/** Whose clock ends the day: the circuit clerk's, or the place's own. */
function clerkZone({ court, timezone }: Pick<CourtPlace, 'court' | 'timezone'>): string {
  return (court === undefined ? null : circuitClerk(court)?.timezone) ?? timezone;
}

function hereText(at: number, { timezone }: CourtPlace): string {
  return momentText(clockAt(at, timezone));
}

function withAlternative(counted: Counted, alternative: Counted['alternatives'][number]): Counted {
  return { ...counted, alternatives: [...counted.alternatives, alternative] };
}
