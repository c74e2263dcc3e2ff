import type { CourtMoment } from '../../../../model/court-time.ts';
import { zoneLetters } from '../../../court-words.ts';
import { instantOf, momentAt } from '../../time/index.ts';
import type { PrintedMoment } from './moments.ts';

/** The zones clerks print, by the letter that begins their abbreviations. */
const zones: Readonly<Record<string, { readonly name: string; readonly zone: string }>> = {
  E: { name: 'Eastern Time', zone: 'America/New_York' },
  C: { name: 'Central Time', zone: 'America/Chicago' },
  M: { name: 'Mountain Time', zone: 'America/Denver' },
  P: { name: 'Pacific Time', zone: 'America/Los_Angeles' },
};

/** "ET", "PST", "Eastern", "Pacific Daylight Time"; not "Ct. Rm. 3", "et al.", "Eastern District" or "Central Islip". */
export const zoneForm = String.raw`(?:[ECMP][SD]T|[ECMP]T(?!\.?\s?(?:al|rms?|rooms?|\d)\b)|(?:eastern|central|mountain|pacific)(?!\s(?:dist|div|court|islip))(?:\s(?:standard|daylight))?(?:\stime)?)\b`;

/**
 * A minute printed with its zone, as the court's clocks show it. A zone that the court keeps itself on that day changes nothing,
 * though it be called by its letters of the other season.
 *
 * @param at as printed
 * @param printedZone the zone's words or letters, where there are any
 * @param timezone the court's IANA zone, where it is known
 */
export function onCourtClock(
  at: CourtMoment,
  printedZone: string | undefined,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'elsewhere'> {
  const asPrinted = { at, elsewhere: null };
  if (printedZone === undefined || timezone === undefined || at.length === 10) return asPrinted;
  // "Ct" in small letters is a court.
  if (printedZone.length === 2 && printedZone !== printedZone.toUpperCase()) return asPrinted;
  const letter = printedZone.charAt(0).toUpperCase();
  const { name, zone } = zones[letter]!;
  if (new RegExp(`^${letter}[SD]T$`).test(zoneLetters(at, timezone))) return asPrinted;
  const there = momentAt(instantOf(at, zone), timezone);
  return there === at ? asPrinted : { at: there, elsewhere: { at, zone: name } };
}
