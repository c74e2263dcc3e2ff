import type { FactDate, FactDay } from '../../model/argument.ts';
import { compare } from '../compare.ts';
import { formatMoment, formatTime, hasMinute } from '../court-words.ts';
import { monthNamed, parseTypedMoment } from '../typed-moment.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Words before a day that say how sure it is. */
const beginnings: readonly (readonly [RegExp, FactDate['kind']])[] = [
  [/^(?:on or about |about |around |approximately |circa |ca?\.? |~ ?)/i, 'about'],
  [/^(?:before|prior to) /i, 'before'],
  [/^(?:after|since) /i, 'after'],
  [/^(?:on|in) /i, 'on'],
];

/** What can separate the two ends of a span. */
const partings = / (?:to|until|through|and) | ?(?:–|—|-) ?/gi;

/**
 * Reads when something happened, as people write it: a year, a month, a day or a minute, exactly, about, before, after, or between
 * two of them. What one end of a span leaves out (its year, its month, its day before a time) is that of the other. A day without a
 * year is the last one that has come; a year of two digits that has not come yet is of the last century.
 *
 * @param today 2021-01-11
 * @param zoneLetters letters of the court's zone, which may follow a time
 * @returns null where it is not a date, or a span ends before it begins
 * @example parseFactDate('Jan 6-8, 2021', today) // { kind: 'between', from: '2021-01-06', to: '2021-01-08' }
 */
export function parseFactDate(
  typed: string,
  today: string,
  zoneLetters: readonly string[] = [],
): FactDate | null {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  const read = (words: string) => parseFactDay(words, today, zoneLetters);
  const [words, kind] = beginnings.find(([form]) => form.test(text)) ?? [/^/, 'on' as const];
  const from = read(text.replace(words, ''));
  if (from !== null) return { kind, from, to: null };
  const span = text.replace(/^(?:between|from) /i, '');
  for (const { 0: parting, index } of span.matchAll(partings)) {
    const ends = readEnds(span.slice(0, index), span.slice(index + parting.length), read);
    if (ends && isOrdered(ends.from, ends.to)) return { kind: 'between', ...ends };
  }
  return null;
}

type Read = (words: string) => FactDay | null;
/** A day whose year has two digits: 1/8/21. */
const shortYear = /\d[/.]\d{1,2}[/.]\d{2}(?!\d)/;

/** Both ends of a span; what one leaves out is taken from the other. */
function readEnds(first: string, last: string, read: Read): { from: FactDay; to: FactDay } | null {
  const yearOf = (end: string) => /(?:^|[ ,])(\d{4})(?!\d)/.exec(end)?.[1];
  const [own, others] = [yearOf(first), yearOf(last)];
  const firsts =
    own === undefined && others !== undefined ? [`${first}, ${others}`, `${first} ${others}`] : [first];
  const month = /^[a-z]{3,9}\.?(?= \d)/i.exec(first)?.[0];
  for (const from of firsts.map(read)) {
    if (from === null) continue;
    const year = from.slice(0, 4);
    const lasts = [
      ...(others === undefined && !shortYear.test(last) ? [`${last}, ${year}`, `${last} ${year}`] : []),
      ...(month === undefined ? [] : [`${month} ${last}`, `${month} ${last}, ${year}`]),
      ...(from.length === 16 ? [`${from.slice(0, 10)} ${last}`] : []),
      last,
    ];
    const to = lasts.map(read).find((day) => day !== null);
    if (to !== undefined && to !== null) return { from, to };
  }
  return null;
}

/** Whether a span begins before it ends, or both are the same. */
export function isOrdered(from: FactDay, to: FactDay): boolean {
  return firstMinute(from) <= firstMinute(to);
}

function parseFactDay(text: string, today: string, zoneLetters: readonly string[]): FactDay | null {
  if (/^\d{4}$/.test(text)) return text;
  const iso = /^(\d{4})-(\d{2})$/.exec(text);
  if (iso) return monthOf(iso[1]!, Number(iso[2]));
  const slashed = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed) return monthOf(slashed[2]!, Number(slashed[1]));
  const named = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  if (named) return monthOf(named[2]!, monthNamed(named[1]!.toLowerCase()));
  const written = text
    .replace(/^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})\b/i, '$2 $1, $3')
    .replace(/^(\d{1,2}[/.]\d{1,2}[/.])(\d{2})(?!\d)/, (_, day: string, year: string) =>
      `20${year}` > today.slice(0, 4) ? `${day}19${year}` : `${day}20${year}`,
    );
  if (/\d{4}|today|tomorrow/i.test(written)) return parseTypedMoment(written, today, zoneLetters);
  // From the middle of a year each of its days is read as its own.
  const inYear = (year: number) => parseTypedMoment(written, `${year}-07-01`, zoneLetters);
  const year = Number(today.slice(0, 4));
  const own = inYear(year);
  return own !== null && own.slice(0, 10) > today ? inYear(year - 1) : own;
}

function monthOf(year: string, month: number): FactDay | null {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}

/**
 * When something happened, in words: "Jan 2021", "about Sun, Jan 10, 2021", "between 2019 and Mar 2020".
 *
 * @param timeZone the court's IANA zone, for the letters after a time
 * @param hasWeekdays false for columns, which have no room for both ends of a span with their weekdays
 */
export function factDateText({ kind, from, to }: FactDate, timeZone: string, hasWeekdays = true): string {
  const textOf = (each: FactDay) => factDayText(each, timeZone, hasWeekdays);
  const day = textOf(from);
  if (kind === 'between') return `between ${day} and ${textOf(to ?? from)}`;
  return kind === 'on' ? day : `${kind} ${day}`;
}

function factDayText(day: FactDay, timeZone: string, hasWeekdays: boolean): string {
  const year = day.slice(0, 4);
  if (day.length === 4) return year;
  const month = months[Number(day.slice(5, 7)) - 1];
  if (day.length === 7) return `${month} ${year}`;
  if (hasWeekdays) return formatMoment(day, timeZone);
  const date = `${month} ${Number(day.slice(8, 10))}, ${year}`;
  return hasMinute(day) ? `${date}, ${formatTime(day, timeZone)}` : date;
}

/**
 * The order of a chronology: by when a fact can first have happened, the less exact first; "before" a day comes before that day,
 * "after" it follows it. Facts without a date come last.
 */
export function compareFactDates(one: FactDate | null, other: FactDate | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const [first, second] = [placeOf(one), placeOf(other)];
  return compare(first.at, second.at) || first.rank - second.rank || compare(second.until, first.until);
}

function placeOf({ kind, from, to }: FactDate): { at: string; rank: number; until: string } {
  if (kind === 'before') return { at: firstMinute(from), rank: -1, until: firstMinute(from) };
  if (kind === 'after') return { at: lastMinute(from), rank: 1, until: lastMinute(from) };
  return { at: firstMinute(from), rank: 0, until: lastMinute(to ?? from) };
}

/** The first minute that a day, month or year has, as 2021-01-01T00:00. */
function firstMinute(day: FactDay): string {
  return day + '0000-01-01T00:00'.slice(day.length);
}

/** A text that sorts after every minute of a day, month or year, and before what follows it. */
function lastMinute(day: FactDay): string {
  return day.length === 16 ? day : `${day}~`;
}
