import type { Identifier } from '../identifier.ts';
import { isOneBreath, linesBeneath, listJoint, mostGap } from './beside-words.ts';
import { datesIn, firstDate, firstYearless, leadingSixDigits, type WrittenDate } from './written-dates.ts';

const sureWords = String.raw`dates?[\s_-]{1,3}of[\s_-]{1,3}(?:(?:his|her|their|my)\s{1,3})?births?(?![a-z])|d[./ ]\s?o[./ ]\s?b\b\.?|dobs?(?![a-z])|birth[\s_-]{0,3}(?:dates?|dt)(?![a-z])|births?(?=\s{0,2}:)|f(?:echas?|\.)[\s_-]{0,3}(?:de[\s_-]{1,3})?nac(?:imiento|\.)`;
const shortWord = String.raw`b\.(?=\s{0,2}(?:\d|jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec))`;
/** What stands before that: `(b. March 14, 1981)`, `John Roe b. 3/14/1981`. Items of lists, and parts of rules, are `b.` too. */
const beforeShortWord =
  /(?:[(,;] {0,2}[bB]|(?<!\p{L})(?!(?:Article|Clause|Exhibit|Item|Para(?:graph)?|Part|Rule|Section|Sub\p{L}+)\b)\p{Lu}[\p{L}'’-]+ {1,2}b)$/u;
/** Holidays are birthdays too. */
const holidays = String.raw`(?<!(?:Lincoln|Washington|King)(?:, Jr\.)?['’]?s? )`;
/** The first group is left out where the words have other meanings too. Dashes, dots and slashes right behind them are none of the date's. */
const birthWords = new RegExp(
  String.raw`(?<![a-z])(?:(${sureWords})|(?:born|${holidays}birthdays?|bdays?|cumplea[nñ]os)\b|naci(?:d[oa]s?|[oó])(?![a-zà-ÿ])|${shortWord})[-./]{0,20}`,
  'gi',
);
const severalWords = /^(?:dates|dobs|birth\W?dates|births|birthdays)/i;

/** Letters of a date and what may come before it at most, and of what stands before a word in a heading. */
const mostText = mostGap + 40;
const mostHeading = 160;
/** An age, or another number that the words before it name, between words for a date of birth and the date: `SSN/DOB: 219-09-9999 / 3/14/1981`. */
const between = /(?<![\d/.-])(?:\d{2,3}|\d{3}-\d\d-\d{4})(?![\d.-])/;

/** When on its day somebody was born: `born at 8:32 a.m. on June 2, 2015`. */
const timeOfDay = /(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)/;

/** What may stand between the words and a day without its year: any more, and it may be that of something else. */
const [betweenSure, betweenOther] = [
  /^[ \n:,#_-]{0,20}(?:(?:is|was|es|on|el)[ \n]{1,3})?$/i,
  /^[,:]?(?:[ \n]{1,3}(?:is|was|falls|es|on|or|about|el|the)){0,4}[ \n]{1,3}$/i,
];

interface BirthDate extends WrittenDate {
  /** Whether nothing else but the words is needed to know that it is one. */
  readonly isSure: boolean;
}

/** Words that speak of dates of birth. */
interface BirthWords {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Whether they have no other meaning. */
  readonly isSure: boolean;
}

/** Dates beside words that say that somebody was born on them: after them, in a column beneath them, or before them in parentheses. */
export function birthDates(text: string): Identifier[] {
  return [...text.matchAll(birthWords)].flatMap((match): Identifier[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const isShort = /^b\./i.test(match[0]);
    const isAfterName = beforeShortWord.test(text.slice(Math.max(0, start - mostGap), start + 1));
    if (isShort && !isAfterName && !isLineOfOneDate(text, start)) return [];
    const words: BirthWords = { words: match[0], start, end, isSure: match[1] !== undefined };
    const column = words.isSure ? columnBeneath(text, words) : [];
    const beside = column.length > 0 ? column : datesAfter(text, words);
    const found = beside.length > 0 || !words.isSure ? beside : dateBefore(text, words);
    return found.map(({ start: from, end: to, year, isSure }) => ({
      kind: 'birthDate',
      start: from,
      end: to,
      keep: year,
      // Web sites and companies are born too.
      certainty: words.isSure && isSure ? 'certain' : 'likely',
    }));
  });
}

/** The date after the words, and those that a list goes on with: `born March 3, 2010, and May 5, 2012`. */
function datesAfter(text: string, { words, end, isSure }: BirthWords): BirthDate[] {
  const behind = text.slice(end, end + mostText);
  const first = (isSure ? leadingSixDigits(behind) : null) ?? firstDate(behind, 0, isSure);
  if (!first || first.start > mostGap) return yearlessAfter(behind, end, isSure);
  const gap = behind.slice(0, first.start).replace(timeOfDay, '');
  if (!isOneBreath(gap) || /\d/.test(isSure ? gap.replace(between, '') : gap))
    return yearlessAfter(behind, end, isSure);
  const found = [{ ...moved(first, end), isSure: true }];
  for (;;) {
    const last = found.at(-1)!.end;
    const more = text.slice(last, last + mostText);
    const next = firstDate(more, 0, false);
    if (!next || next.start === 0 || listJoint(more) !== more.slice(0, next.start)) return found;
    found.push({ ...moved(next, last), isSure: severalWords.test(words) });
  }
}

/** A day without its year right after the words: `born on March 14`, `DOB: 3/14`. Of others than sure ones, numbers alone may be a fraction. */
function yearlessAfter(behind: string, end: number, isSure: boolean): BirthDate[] {
  const day = firstYearless(behind);
  const gap = day && behind.slice(0, day.start);
  if (!day || !(isSure ? betweenSure : betweenOther).test(gap!)) return [];
  return isSure || /\p{L}/u.test(behind.slice(day.start, day.end)) ? [{ ...moved(day, end), isSure }] : [];
}

/** Whether a line has but `b.` and a date, and is none of a list's: another would begin with `a.`. */
function isLineOfOneDate(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - mostHeading), start);
  const line = /^b\.[ ]{0,2}([^\n]{6,20})(?:\n|$)/i.exec(text.slice(start, start + mostGap))?.[1]?.trim();
  const date = line === undefined ? null : firstDate(line, 0, false);
  const isWhole = date?.start === 0 && date.end === line!.length;
  return isWhole && /(?:^|\n) {0,8}$/.test(before) && !/(?:^|\n) {0,8}a\./i.test(before);
}

/**
 * Dates in the lines beneath a heading, each where the first line has it: as the first date of its line, or after as many as other headings
 * before this one name. The lines end with one that has no date.
 */
function columnBeneath(text: string, { start, end }: BirthWords): BirthDate[] {
  const heading = text.slice(Math.max(0, start - mostHeading), start);
  const headings = heading.slice(heading.lastIndexOf('\n') + 1).match(/\bdates?\b/gi)?.length ?? 0;
  const found: BirthDate[] = [];
  for (const place of linesBeneath(text, end, birthWords)) {
    const line = text.slice(place.start, place.end);
    const dates = datesIn(line, true);
    const date = dates[Math.min(headings, dates.length - 1)];
    // What has a label of its own is no line of a table.
    if (!date || /:/.test(line.slice(0, date.start))) break;
    found.push({ ...moved(date, place.start), isSure: found.length === 0 });
  }
  return found;
}

/** The date before the words: `3/14/1981 (DOB)`, `3/14/1981 is her date of birth`. */
function dateBefore(text: string, { start, end }: BirthWords): BirthDate[] {
  const from = Math.max(0, start - mostText);
  const before = text.slice(from, start);
  const joint = /[ \n]{0,2}(?:[([]|\bis (?:the|his|her|their|my) )$/.exec(before);
  if (!joint || (/[([]$/.test(joint[0]) && !/^[)\]]/.test(text.slice(end, end + 1)))) return [];
  const date = datesIn(before.slice(0, joint.index), false).at(-1);
  return date?.end === joint.index ? [{ ...moved(date, from), isSure: true }] : [];
}

const moved = ({ start, end, year }: WrittenDate, by: number): WrittenDate => ({
  start: start + by,
  end: end + by,
  year: year && { start: year.start + by, end: year.end + by },
});
