import type { CourtMoment } from '../../../../model/court-time.ts';
import { zoneLetters, zoneLettersOf } from '../../../court-words.ts';
import { instantOf, momentAt } from '../../time/index.ts';
import type { PrintedMoment } from './moments.ts';

/** The zones clerks print, by the letters that their abbreviations begin with and the word they are called by. */
const zones: readonly {
  readonly letters: string;
  readonly word: string;
  readonly name: string;
  readonly zone: string;
}[] = [
  { letters: 'E', word: 'eastern', name: 'Eastern Time', zone: 'America/New_York' },
  { letters: 'C', word: 'central', name: 'Central Time', zone: 'America/Chicago' },
  { letters: 'M', word: 'mountain', name: 'Mountain Time', zone: 'America/Denver' },
  { letters: 'P', word: 'pacific', name: 'Pacific Time', zone: 'America/Los_Angeles' },
  { letters: 'AK', word: 'alaska', name: 'Alaska Time', zone: 'America/Anchorage' },
  { letters: 'HA?', word: 'hawaii', name: 'Hawaii Time', zone: 'Pacific/Honolulu' },
  { letters: 'A', word: 'atlantic', name: 'Atlantic Time', zone: 'America/Puerto_Rico' },
  { letters: 'CH', word: 'chamorro', name: 'Chamorro Time', zone: 'Pacific/Guam' },
  { letters: 'GM', word: 'utc', name: 'Universal Time', zone: 'UTC' },
];

/** Cities and territories whose clocks orders name in courts that sit in two zones: "Hammond/Chicago time", "Guam time". */
const places: readonly { readonly words: string; readonly name: string; readonly zone: string }[] = [
  {
    words:
      'new york|indianapolis|fort wayne|south bend|louisville|tallahassee|gainesville|knoxville|chattanooga',
    name: 'Eastern Time',
    zone: 'America/New_York',
  },
  {
    words:
      'chicago|hammond|nashville|pensacola|panama city|evansville|bowling green|owensboro|paducah|san antonio|sioux falls|bismarck',
    name: 'Central Time',
    zone: 'America/Chicago',
  },
  { words: 'denver|boise|el paso|rapid city', name: 'Mountain Time', zone: 'America/Denver' },
  { words: 'arizona|phoenix', name: 'Arizona Time', zone: 'America/Phoenix' },
  { words: "seattle|los angeles|coeur d[’']alene", name: 'Pacific Time', zone: 'America/Los_Angeles' },
  { words: 'guam|saipan', name: 'Chamorro Time', zone: 'Pacific/Guam' },
];
const placeWords = places.map(({ words }) => words).join('|');

/**
 * "ET", "PST", "E.S.T.", "Eastern", "Pacific Daylight Time", "HST", "Alaska Time", "Chicago time", "UTC"; not "Ct. Rm. 3", "et al.", "Eastern District",
 * "Central Islip", "Atlantic City" or "UTC-5".
 */
export const zoneForm = String.raw`(?:[ECMP]\.\s?(?:[SD]\.\s?)?T\b\.?|(?:[ECMP][SD]T|AK[SD]?T|HA?ST|AST|ChST|(?:UTC|GMT)(?!\s?[-–+−]\s?\d)|[ECMP]T(?!\.?\s?(?:al|rms?|rooms?|\d)\b)|(?:eastern|central|mountain|pacific)(?!\s(?:dist|div|court|islip))(?:\s(?:standard|daylight))?(?:\stime)?|(?:alaskan?(?:\sdaylight)?|hawaii(?:an)?(?:[-–]aleutian)?|atlantic|chamorro)(?:\sstandard)?\stime|(?:${placeWords})(?:/(?:${placeWords}))?\stime)\b)`;

/** A zone by a name that nothing else has, so that it need not stand beside its hour: "Chicago time", "EST"; not "ET" or "Central". */
export const zoneName = String.raw`(?:${zoneForm})(?<=\btime|\b[\p{L}]{1,2}[sd]t)`;

/**
 * A minute printed with its zone, as the court's clocks show it. A zone that the court keeps itself on that day changes nothing,
 * even if printed with the letters of the other season; but "MDT" differs by an hour from Arizona time, which has no such season.
 *
 * @param at as printed
 * @param printedZone the zone's words or letters as `zoneForm` finds them, where there are any
 * @param timezone the court's IANA zone, where it is known
 */
export function onCourtClock(
  at: CourtMoment,
  printedZone: string | undefined,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'elsewhere'> {
  const asPrinted = { at, elsewhere: null };
  if (printedZone === undefined || timezone === undefined || at.length === 10) return asPrinted;
  const named = printedZone.replaceAll(/\.\s?/g, '');
  // "Ct" in small letters is a court.
  if (named.length === 2 && named !== named.toUpperCase()) return asPrinted;
  const place = places.find(({ words }) => new RegExp(`^(?:${words})\\b`, 'i').test(named));
  if (place) return onClockOf(at, place, timezone);
  const { letters, name, zone } = zones.find(({ letters, word }) =>
    new RegExp(`^(?:${letters}[SD]?T$|${word})`, 'i').test(named),
  )!;
  const isOwn = new RegExp(`^${letters}[SD]T$`).test(zoneLetters(at, timezone));
  const isOfNoSeason =
    /DT$|daylight/i.test(named) && !zoneLettersOf(timezone).some((own) => own.endsWith('DT'));
  return isOwn && !isOfNoSeason ? asPrinted : onClockOf(at, { name, zone }, timezone);
}

/** A minute on another zone's clock as the court's clocks show it. */
function onClockOf(
  at: CourtMoment,
  { name, zone }: { readonly name: string; readonly zone: string },
  timezone: string,
): Pick<PrintedMoment, 'at' | 'elsewhere'> {
  const here = momentAt(instantOf(at, zone), timezone);
  return { at: here, elsewhere: here === at ? null : { at, zone: name } };
}
