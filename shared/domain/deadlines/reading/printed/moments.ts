import type { CourtMoment } from '../../../../model/court-time.ts';
import { printedDate } from '../../../docket/text/printed-date.ts';
import { weekdayOf } from '../../time/index.ts';
import { onCourtClock, zoneForm } from './zones.ts';

/** A day, or a minute of it, as a text prints it. */
export interface PrintedMoment {
  /** On the court's clock, where its zone is known. */
  readonly at: CourtMoment;
  /** As printed, where the hour is that of another zone than the court's, with that zone's name: "Eastern Time". */
  readonly elsewhere: { readonly at: CourtMoment; readonly zone: string } | null;
  /** The weekday printed with it, 0 for Sunday, where the day is another. */
  readonly wrongWeekday: number | null;
  /** Whether it says "midnight", by which the day may begin or end. It is taken as the end. */
  readonly isMidnight: boolean;
  /** Where it begins, with its weekday and an hour printed before it: "5:00 p.m. on Friday, January 15, 2021". */
  readonly start: number;
  readonly end: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const month = String.raw`jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sep(?:t(?:ember|\.)?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?`;

/** 3/13/2023, 3/13/23, 3-13-2023, 2023-03-13, March 13, 2023, Mar. 13th 2023. */
const day = new RegExp(
  [
    String.raw`(?<![\d/-])(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4})(?![\d/-])`,
    String.raw`(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])`,
    String.raw`\b(${month})\s{1,2}(\d{1,2})(?:st|nd|rd|th)?(?:,\s{0,2}|\s)(\d{4})(?!\d)`,
  ].join('|'),
  'gi',
);

const hour = String.raw`(?<hour>(?:12(?::00)?\s(?:pm\s)?)?noon|(?:12(?::00)?\s(?:am\s)?)?midnight|\d{1,2}(?::\d{2})?\s?[ap]\.?\s?m\b\.?|\d{1,2}:\d{2}(?!:?\d))`;
const zone = String.raw`(?:,?\s\(?(?:prevailing\s)?(?<zone>${zoneForm})\)?)?`;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekday = String.raw`(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?`;

const hourAfter = new RegExp(
  String.raw`^\s?(?:\(${weekday}\))?,?\s{0,2}(?:,\s)?(?:(?:at|@|by|no later than|beginning at)\s)?\(?${hour}${zone}`,
  'i',
);
const hourBefore = new RegExp(String.raw`(?<![\d:.])${hour}${zone},?(?:\s(?:on|of|,))?:?\s{1,2}$`, 'i');
const weekdayBefore = new RegExp(String.raw`\b${weekday}\s{1,2}$`, 'i');

/** How far before a day its hour and weekday can stand. */
const reach = 60;

/**
 * Every day a text prints, in order, to the minute where an hour stands beside it. A day without a year is left out, and an
 * hour from 1 to 6 without a.m. or p.m. is not guessed at: the day alone is given.
 *
 * @example
 * findMoments('set for 1/14/2021 at 10:00 AM') // [{ at: '2021-01-14T10:00', start: 8, end: 29, … }]
 * @param text at any length; the time taken grows with it and no faster
 * @param timezone the court's IANA zone; without it an hour printed in another zone is left as printed
 */
export function findMoments(text: string, timezone?: string): PrintedMoment[] {
  const found: PrintedMoment[] = [];
  for (const match of text.matchAll(day)) {
    const on = dayOf(match);
    if (on === null) continue;
    const from = found.at(-1)?.end ?? 0;
    let start = match.index;
    let end = start + match[0].length;
    const named = weekdayBefore.exec(text.slice(Math.max(from, start - reach), start));
    start -= named?.[0].length ?? 0;
    const after = hourAfter.exec(text.slice(end, end + reach));
    const before = after ? null : hourBefore.exec(text.slice(Math.max(from, start - reach), start));
    if (after) end += after[0].length;
    if (before) start -= before[0].length;
    const words = (after ?? before)?.groups;
    const minute = minuteOf(words?.hour ?? '');
    const printed = minute === null ? on : `${on}T${minute}`;
    const weekdayText = named?.groups?.weekday ?? words?.weekday;
    found.push({
      ...onCourtClock(printed, words?.zone, timezone),
      wrongWeekday: weekdayText === undefined ? null : otherWeekday(weekdayText, on),
      isMidnight: /midnight/i.test(words?.hour ?? ''),
      start,
      end,
    });
  }
  return found;
}

function dayOf(match: RegExpExecArray): string | null {
  if (match[1] !== undefined) return printedDate(match[1]);
  if (match[2] !== undefined) return printedDate(`${match[3]}/${match[4]}/${match[2]}`);
  const number = months.indexOf(match[5]!.slice(0, 3).toLowerCase()) + 1;
  return printedDate(`${number}/${match[6]}/${match[7]}`);
}

/** The weekday printed, where the day falls on another. */
function otherWeekday(printed: string, on: string): number | null {
  const named = weekdays.indexOf(printed.slice(0, 3).toLowerCase());
  return named === weekdayOf(on) ? null : named;
}

/** The minute of the day; null where none is said: midnight is how the day ends anyway. */
function minuteOf(printed: string): string | null {
  if (/noon/i.test(printed)) return '12:00';
  if (/midnight/i.test(printed)) return null;
  const match = /^(\d{1,2})(?::(\d{2}))?\s?([ap])?/i.exec(printed);
  if (!match) return null;
  const [hours, minutes, half] = [Number(match[1]), Number(match[2] ?? '0'), match[3]?.toLowerCase()];
  if (minutes > 59 || hours > 23) return null;
  if (half === undefined ? hours < 7 : hours === 0 || hours > 12) return null;
  const inDay = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
