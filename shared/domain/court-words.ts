import { Temporal } from 'temporal-polyfill';
import type { CourtMoment } from '../model/court-time.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
const secondFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});
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

/** A line is not broken after it, as it is after a hyphen. */
const minus = '\u2212';

/**
 * An instant on the court's clock to the second, with its offset from UTC, which tells apart the hour that
 * comes twice when the clocks go back.
 *
 * @param instant UTC, ISO 8601
 * @param timeZone the court's IANA zone
 * @example formatStamp('2021-01-12T01:00:12.345Z', 'America/Los_Angeles') // 'Mon, Jan 11, 2021, 5:00:12 PM PST (UTC−08:00)'
 */
export function formatStamp(instant: string, timeZone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const local = at.toPlainDateTime().toString({ smallestUnit: 'second' });
  const time = secondFormat.format(Date.parse(`${local}Z`)).replaceAll('\u202f', ' ');
  return `${formatDay(local)}, ${time} ${lettersAt(at.epochMilliseconds, timeZone)} (UTC${at.offset.replace('-', minus)})`;
}

/** Whether a court moment names a minute of its day. */
export function hasMinute(moment: CourtMoment): boolean {
  return moment.length > 10;
}

/** The wall clock read as if it were UTC, so that formatting it in UTC prints it unchanged. */
function wallClock(moment: string): number {
  return Date.parse(moment.length > 10 ? `${moment}:00.000Z` : `${moment}T00:00:00.000Z`);
}

/** Zones on Chamorro standard time (15 U.S.C. § 263), which Intl names only by its offset from Greenwich. */
const chamorroZones: ReadonlySet<string> = new Set(['Pacific/Guam', 'Pacific/Saipan']);

/** The letters of a zone at a time of its own clock: PST in winter, PDT in summer. */
export function zoneLetters(moment: CourtMoment, timeZone: string): string {
  return lettersAt(Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).epochMilliseconds, timeZone);
}

function lettersAt(epochMilliseconds: number, timeZone: string): string {
  if (chamorroZones.has(timeZone)) return 'ChST';
  let format = zoneNames.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
    zoneNames.set(timeZone, format);
  }
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

/** The name a zone goes by in speech: "Pacific Time" for America/Los_Angeles. */
export function formatTimeZone(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The minute it is now on the court's clock: 2021-01-11T17:00. */
export function courtNow(timeZone: string, now: number): CourtMoment {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
