import type { CourtMoment } from '../../../../model/court-time.ts';
import { printedDate } from '../../../docket/text/printed-date.ts';
import { weekdayOf } from '../../time/index.ts';
import { hourOf, weekday, type PrintedHour } from './hours.ts';
import { numberOf, ordinalForm } from './number-words.ts';
import { onCourtClock } from './zones.ts';

/** A day, or a minute of it, as a text prints it. */
export interface PrintedMoment {
  /** On the court's clock, where its zone is known. */
  readonly at: CourtMoment;
  /** As printed, where the hour is that of another zone than the court's, with that zone's name: "Eastern Time". */
  readonly elsewhere: { readonly at: CourtMoment; readonly zone: string } | null;
  /** The weekday printed with it, 0 for Sunday, where the day is another. */
  readonly wrongWeekday: number | null;
  /** Whether it says "midnight", by which the day may begin or end, or 12:00 AM. The word is taken as the end. */
  readonly isMidnight: boolean;
  /** Words beside the day that name an hour and were not read as one: "close of business", "at 5:00"; empty where there are none. */
  readonly unreadHour: string;
  /** How the day before it leads on to it: "January 13, 2027 and January 14, 2027", "1/13/2027 - 1/15/2027"; null where it does not. */
  readonly joined: 'and' | 'through' | null;
  /** Where it begins, with its weekday and an hour printed before it: "5:00 p.m. on Friday, January 15, 2021". */
  readonly start: number;
  readonly end: number;
}

export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const month = String.raw`jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sep(?:t(?:ember|\.)?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?`;

/** 13, 13th, thirteenth. */
const dayOfMonth = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?|${ordinalForm})`;
/** Further days of the same month: "12-13", of which the first counts, "12, 13 and 14", each of which is a day by itself. */
const further = String.raw`(?:(?:,?\s?[-–&]\s?|,?\s(?:and|to|through|or)\s|,\s)\d{1,2}(?:st|nd|rd|th)?(?!\d)){0,6}`;

/** "and continue on Friday," between the days of one thing. */
const goesOn = String.raw`(?:(?:continu|conclud)(?:e|es|ing)\s(?:on|to|through|until)\s)?(?:${weekday.replace('?<weekday>', '?:')}\s)?`;

/** Words before a day of dashes or points whose year has two digits: elsewhere it may be anything. */
const beforeShortYear = String.raw`(?<=\b(?:due|by|on|before|until|through|hearing|trial|conference|response|opposition|reply|set|set for|set to|thru|expires?|expiring|ends?|terminates?|lapses?|dissolves?)\s)`;
/** 3/13/2023, 3/13/23, 3-13-2023, 3.13.2023, 2023-03-13, 2023/03/13, March 13, 2023, Mar. 13th 2023, 13 March 2023, the 13th day of March, 2023, 13-Mar-2023, the 1/13 of "1/13 - 1/15/2023". */
const day = new RegExp(
  [
    String.raw`(?<![\d/]|(?<!/\d{2}(?:\d{2})?)-)(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4}|(?<!\d\.)\d{1,2}\.\d{1,2}\.\d{4}|${beforeShortYear}(?:\d{1,2}-\d{1,2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2}))(?![\d/]|-(?!\d{1,2}/\d{1,2}/\d{2}))`,
    String.raw`(?<![\d/-])(\d{4})[-/](\d{2})[-/](\d{2})(?![\d/-])`,
    String.raw`\b(${month})\s{1,9}(${dayOfMonth})(${further})(?:,\s{0,9}|\s{1,9})(\d{4})(?!\d)`,
    String.raw`\b(${month})\s{1,9}(${dayOfMonth})(?=(?:,\s(?:${month})\s{1,9}${dayOfMonth}){0,5}(?:\s?[-–]\s?|,?\s(?:and|or|to|through|until)\s)${goesOn}(${month})\s{1,9}${dayOfMonth}(?:,\s{0,9}|\s{1,9})(\d{4})(?!\d))`,
    String.raw`\b(?:the\s|this\s)?(${dayOfMonth})\s{1,9}(?:(?:day\s)?of\s)?(${month})(?:,\s{0,9}|\s{1,9})(\d{4})(?!\d)`,
    String.raw`(?<![\d/-])(\d{1,2})-(${month})-(\d{4}|\d{2})(?![\d-])`,
    String.raw`(?<![\d/.-])(\d{1,2}/\d{1,2})(?=(?:\s?[-–]\s?|\s(?:and|to|through|thru|&)\s)(\d{1,2})/\d{1,2}/(\d{4}|\d{2})(?![\d/]))`,
  ].join('|'),
  'gi',
);

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayBefore = new RegExp(String.raw`\b${weekday}\s{1,2}$`, 'i');

/** How far before a day its weekday can be. */
const reach = 60;

/**
 * Every day a text prints, in order, to the minute where an hour is beside it, or beside the day that it leads on to. A day
 * without a year is left out, and an hour from 1 to 6 without a.m. or p.m. is not guessed at: the day alone is given.
 *
 * @example
 * findMoments('set for 1/14/2021 at 10:00 AM') // [{ at: '2021-01-14T10:00', start: 8, end: 29, … }]
 * @param text at any length; the time taken grows with it and no faster
 * @param timezone the court's IANA zone; without it an hour printed in another zone is left as printed
 */
export function findMoments(text: string, timezone?: string): PrintedMoment[] {
  const days = [...text.matchAll(day)].flatMap((match) => {
    const on = dayOf(match);
    if (on === null) return [];
    const end = match.index + match[0].length;
    return severalDays(match, on) ?? [{ on, start: match.index, end }];
  });
  const found: PlacedDay[] = [];
  for (const [i, { on, start: digits, end }] of days.entries()) {
    const from = found.at(-1)?.end ?? 0;
    const named = weekdayBefore.exec(text.slice(Math.max(from, digits - reach), digits));
    const start = digits - (named?.[0].length ?? 0);
    const hour = hourOf(text, { start, end }, from, days[i + 1]?.start ?? text.length);
    const weekdayText = named?.groups?.weekday ?? hour?.weekday;
    const first = Math.min(start, hour?.at ?? start);
    found.push({
      on,
      hour,
      wrongWeekday: weekdayText === undefined ? null : otherWeekday(weekdayText, on),
      joined: i === 0 ? null : joinedBy(text.slice(from, first)),
      start: first,
      end: Math.max(end, hour?.at ?? end, hour?.zoneEnd ?? end),
    });
  }
  // "January 13, 2027 and January 14, 2027 at 9:00 a.m.": the hour of both.
  const hours: (PrintedHour | null)[] = [];
  for (let i = found.length - 1; i >= 0; i--)
    hours[i] = found[i]!.hour ?? (found[i + 1]?.joined ? hours[i + 1]! : null);
  return found.map(({ on, wrongWeekday, joined, start, end }, i) => ({
    ...atHour(on, hours[i]!, timezone),
    wrongWeekday,
    joined,
    start,
    end,
  }));
}

/** A day with where it is, and the hour beside it. */
interface PlacedDay extends Pick<PrintedMoment, 'wrongWeekday' | 'joined' | 'start' | 'end'> {
  readonly on: string;
  readonly hour: PrintedHour | null;
}

/** What stands between two days of one thing. */
function joinedBy(words: string): PrintedMoment['joined'] {
  if (
    /^(?:,?\s(?:and|&)\s(?:(?:(?:again|continu(?:e|es|ing)|conclud(?:e|es|ing)) )?on\s)?|,\s)$/i.test(words)
  )
    return 'and';
  return /^(?:(?:,?\sand\scontinu(?:e|es|ing))?\s(?:through|thru|until)\s|\s?[-–—]\s?)$/i.test(words)
    ? 'through'
    : null;
}

function atHour(
  on: string,
  hour: PrintedHour | null,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'elsewhere' | 'isMidnight' | 'unreadHour'> {
  const minute = hour?.minute ?? null;
  const words = hour?.words ?? '';
  const isMidnight = minute === '00:00' || /midnight/i.test(words);
  return {
    ...onCourtClock(minute === null ? on : `${on}T${minute}`, hour?.zone, timezone),
    isMidnight,
    unreadHour: minute === null && !isMidnight ? words : '',
  };
}

/** "January 12, 13 and 14, 2027": each day by itself, where nothing but "and" and commas joins them; null where it is no such list. */
function severalDays(
  match: RegExpExecArray,
  on: string,
): { on: string; start: number; end: number }[] | null {
  const listed = match[7];
  if (!listed || !/^(?:(?:,|,?\s?&|,?\sand)\s?\d{1,2}(?:st|nd|rd|th)?)+$/i.test(listed)) return null;
  const end = match.index + match[0].length;
  const from = match.index + match[0].lastIndexOf(listed);
  const days = [{ on, start: match.index, end: from }];
  for (const one of listed.matchAll(/\d{1,2}(?:st|nd|rd|th)?/gi)) {
    const next = namedDay(match[5]!, one[0], match[8]!);
    if (next === null) return null;
    const start = from + one.index;
    days.push({ on: next, start, end: start + one[0].length });
  }
  return days.with(-1, { ...days.at(-1)!, end });
}

function dayOf(match: RegExpExecArray): string | null {
  if (match[1] !== undefined) return printedDate(match[1].replaceAll('.', '/'));
  if (match[2] !== undefined) return printedDate(`${match[3]}/${match[4]}/${match[2]}`);
  if (match[5] !== undefined) return namedDay(match[5], match[6]!, match[8]!);
  if (match[16] !== undefined) return namedDay(match[17]!, match[16], match[18]!);
  if (match[19] !== undefined) {
    const on = printedDate(`${match[19]}/${match[21]}`);
    const isYearBefore = Number.parseInt(match[19], 10) > Number(match[20]);
    return isYearBefore && on !== null ? printedDate(`${match[19]}/${Number(on.slice(0, 4)) - 1}`) : on;
  }
  if (match[9] === undefined) return namedDay(match[14]!, match[13]!, match[15]!);
  // "from December 28 to January 5, 2027": the first has the year of the second, or the one before.
  const isYearBefore = monthOf(match[9]) > monthOf(match[11]!);
  return namedDay(match[9], match[10]!, `${Number(match[12]) - (isYearBefore ? 1 : 0)}`);
}

/** The number of a month by its name or the first letters of it; 0 for none. */
export const monthOf = (printed: string) => months.indexOf(printed.slice(0, 3).toLowerCase()) + 1;

function namedDay(printedMonth: string, printedDay: string, year: string): string | null {
  return printedDate(`${monthOf(printedMonth)}/${numberOf(printedDay)}/${year}`);
}

/** A weekday by its name, 0 for Sunday. */
export const weekdayNamed = (printed: string) => weekdays.indexOf(printed.slice(0, 3).toLowerCase());

/** The weekday printed, where the day falls on another. */
function otherWeekday(printed: string, on: string): number | null {
  const named = weekdayNamed(printed);
  return named === weekdayOf(on) ? null : named;
}
