import { Temporal } from 'temporal-polyfill';
import { AppError } from '../../../../errors/app-error.ts';
import type { CourtMoment } from '../../../../model/court-time.ts';
import { startOfYear, type DayNumber } from './day.ts';
import { parseMoment, printMoment, type Moment } from './moment.ts';

const [msPerDay, msPerMinute] = [86_400_000, 60_000];

/** A year of a zone, by UTC: the offset it begins with, and the instants at which it changes. */
interface ZoneYear {
  readonly first: number;
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
}

/** Asking Temporal for one offset costs more than counting a whole deadline, so each zone's years are asked for once. */
const years = new Map<string, Map<number, ZoneYear>>();

/**
 * How a clock reading relates to the zone. `gap`: clocks were put forward past it. `repeated`: it came twice, as clocks were
 * put back.
 */
export interface Reading {
  readonly kind: 'plain' | 'gap' | 'repeated';
  /** Milliseconds since 1970; of two possible instants the earlier, so that nobody who relies on it is late. */
  readonly at: number;
}

/**
 * The instant at which the court's clocks show a minute.
 *
 * @throws INVALID_INPUT where the zone is not known
 */
export function readingOf(day: DayNumber, minute: number, timezone: string): Reading {
  const local = day * msPerDay + minute * msPerMinute;
  const [before, after] = offsetsAround(local, timezone);
  if (before === after) return { kind: 'plain', at: local - before };
  const candidates = [before, after]
    .map((offset) => local - offset)
    .filter((at) => local - at === offsetAt(at, timezone));
  if (candidates.length === 0) return { kind: 'gap', at: local - Math.max(before, after) };
  return { kind: candidates.length === 2 ? 'repeated' : 'plain', at: Math.min(...candidates) };
}

/** The warning about a time that the clocks skip or show twice. */
export const clockChangeText =
  'Because of daylight saving time the clock skips this reading or shows it twice. The earlier instant was taken.';

/**
 * The warning about a court's moment whose minute the clocks skip or show twice; null for any other, and for a day.
 *
 * @param timezone IANA zone of the court
 * @throws INVALID_INPUT where the moment or the zone is none
 * @example clockChangeOf('2021-03-14T02:30', 'America/Los_Angeles') // 'Because of daylight saving time …'
 */
export function clockChangeOf(moment: CourtMoment, timezone: string): string | null {
  const { day, minute } = parseMoment(moment);
  return minute === null || readingOf(day, minute, timezone).kind === 'plain' ? null : clockChangeText;
}

/** What the court's clocks show at an instant. */
export function clockAt(at: number, timezone: string): Moment {
  const local = at + offsetAt(at, timezone);
  const day = Math.floor(local / msPerDay);
  return { day, minute: Math.floor((local - day * msPerDay) / msPerMinute) };
}

/** The first instant of a day, in milliseconds: midnight, or what the clocks were put forward to at midnight. */
export function startOfDay(day: DayNumber, timezone: string): number {
  const local = day * msPerDay;
  const midnight = readingOf(day, 0, timezone);
  if (midnight.kind !== 'gap') return midnight.at;
  const [before, after] = offsetsAround(local, timezone);
  const [from, to] = [local - Math.max(before, after), local - Math.min(before, after)];
  const change = [from, to]
    .flatMap((at) => zoneYear(at, timezone).changes)
    .find(({ at }) => at > from && at <= to);
  return change?.at ?? to;
}

/** An instant as the program writes it: 2021-02-02T08:00:00.000Z. */
export function printInstant(at: number): string {
  return new Date(at).toISOString();
}

/**
 * The instant of a court's moment: of a day its first instant; of a clock reading that came twice the earlier; of one that was
 * skipped as clocks were put forward, what the clocks before the change would have called an hour earlier.
 *
 * @param timezone IANA zone of the court
 * @throws INVALID_INPUT where the moment or the zone is none
 * @example instantOf('2021-01-11T17:00', 'America/Los_Angeles') // '2021-01-12T01:00:00.000Z'
 */
export function instantOf(moment: CourtMoment, timezone: string): string {
  const { day, minute } = parseMoment(moment);
  return printInstant(minute === null ? startOfDay(day, timezone) : readingOf(day, minute, timezone).at);
}

/**
 * The first instant that is no longer a court's day: Fed. R. Civ. P. 6(a)(4)(A).
 *
 * @param iso ISO date
 * @param timezone IANA zone of the court
 * @throws INVALID_INPUT where the date or the zone is none
 * @example endOfDay('2021-02-01', 'America/Los_Angeles') // '2021-02-02T08:00:00.000Z'
 */
export function endOfDay(iso: string, timezone: string): string {
  return printInstant(startOfDay(parseMoment(iso).day + 1, timezone));
}

/**
 * The minute that a court's clocks show at an instant.
 *
 * @param instant ISO 8601 with Z
 * @param timezone IANA zone of the court
 * @throws INVALID_INPUT where the instant or the zone is none
 * @example momentAt('2021-01-12T01:00:59.000Z', 'America/Los_Angeles') // '2021-01-11T17:00'
 */
export function momentAt(instant: string, timezone: string): CourtMoment {
  const at = Date.parse(instant);
  if (!instant.endsWith('Z') || Number.isNaN(at))
    throw new AppError('INVALID_INPUT', { summary: `“${instant.slice(0, 40)}” is no instant` });
  return printMoment(clockAt(at, timezone));
}

/** The offsets a day before and a day after what would be an instant if the court kept UTC. */
function offsetsAround(local: number, timezone: string): [before: number, after: number] {
  return [offsetAt(local - msPerDay, timezone), offsetAt(local + msPerDay, timezone)];
}

function offsetAt(at: number, timezone: string): number {
  const { first, changes } = zoneYear(at, timezone);
  let offset = first;
  for (const change of changes) {
    if (at < change.at) break;
    offset = change.offset;
  }
  return offset;
}

function zoneYear(at: number, timezone: string): ZoneYear {
  const year = new Date(at).getUTCFullYear();
  let known = years.get(timezone);
  const kept = known?.get(year);
  if (kept) return kept;
  const read = readZoneYear(year, timezone);
  // Kept only now, so that an invalid zone name leaves nothing behind.
  if (!known) years.set(timezone, (known = new Map()));
  known.set(year, read);
  return read;
}

function readZoneYear(year: number, timezone: string): ZoneYear {
  const end = startOfYear(year + 1) * msPerDay;
  const first = zoned(startOfYear(year) * msPerDay, timezone);
  const changes: { at: number; offset: number }[] = [];
  let next = first.getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < end) {
    changes.push({ at: next.epochMilliseconds, offset: next.offsetNanoseconds / 1_000_000 });
    next = next.getTimeZoneTransition('next');
  }
  return { first: first.offsetNanoseconds / 1_000_000, changes };
}

function zoned(at: number, timezone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  } catch (cause) {
    throw new AppError(
      'INVALID_INPUT',
      { summary: `“${timezone.slice(0, 60)}” is no time zone; a zone is named like America/New_York` },
      { cause },
    );
  }
}
