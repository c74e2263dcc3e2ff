import { formatNumber } from '../../../amounts.ts';
import { isSetting, type PrintedKind } from '../printed/kinds.ts';
import type { PrintedMoment } from '../printed/moments.ts';
import { cardinalForm, numberOf, ordinalForm } from '../printed/number-words.ts';
import { tidy } from '../printed/reading.ts';
import { zoneForm } from '../printed/zones.ts';

/** Something that the court's own entry makes due, by words that give no day by themselves. */
export interface UndatedDuty {
  readonly kind: PrintedKind;
  /** What is due, with the words that say when: "Northgate shall respond within 7 days of service". */
  readonly label: string;
  /** The exact words. */
  readonly quote: string;
  /** The period they name, in days or hours; null where they name none, or one that no rule counts in ("business days"). */
  readonly period: { readonly count: number; readonly unit: 'days' | 'hours' } | null;
  /** Whether it ends with an act of the court that has no day yet ("until the Court rules"), so that the rule's own date is the last. */
  readonly isOpen?: true;
  /** The words that name its day or hour: "noon tomorrow"; absent where a period, or another thing, gives it. */
  readonly day?: string;
}

/** The sources of patterns: of a number, and of what it counts. */
export const amount = `(?:(?:\\d{1,3}|${cardinalForm})(?:\\s\\(\\d{1,3}\\))?|\\(\\d{1,3}\\))`;
export const unit =
  '(?:(?:business|court|calendar|judicial|working)\\s)?(?:days?|hours?|hrs?|minutes?|weeks?|months?)';
export const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const hour = `(?:\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?\\s?m\\b\\.?|(?:\\d{1,2}(?::\\d{2})?|${cardinalForm})\\so['’]?clock(?:\\s[ap]\\.?\\s?m\\b\\.?|\\sin\\sthe\\s(?:morning|afternoon|evening))?|noon|midnight|(?:the\\s)?close of business|end of (?:the )?day|eod|cob|\\d{1,2}:\\d{2}(?=\\s(?:this|tomorrow|tonight)))(?:\\s\\(?${zoneForm}\\)?)?,?\\s(?:o[nf]\\s)?`;
/** "extended by", "is moved back another": before how much longer or shorter a time is. */
const changedBy =
  '\\b(?:(?:extended|enlarged|shortened|reduced)|(?:moved|pushed)\\s(?:back|out|up))\\s(?:(?:by|for|to)\\s)?(?:an\\sadditional\\s|another\\s)?';
export const endsChanged = new RegExp(`${changedBy}$`, 'iu');
/** "Responses due in 7 days, replies in 5": the unit is that of the period before. */
const elliptical = `(?<=\\b(?:repl(?:y|ies)|responses?|oppositions?|opp\\.?|objections?|answers?)(?:\\sbriefs?)?(?:\\s(?:is|are|due|to\\sbe\\sfiled)){0,3}\\s)(?:within|in)\\s${amount}(?=\\s?[.,;]|$|\\sand\\s)`;
/** "within 7 days of service", "7 days after service", "no later than 24 hours before the hearing". */
const period = `(?:within|w/in|in)\\s(?:the\\snext\\s)?${amount}\\s${unit}|within\\s(?:an?|the(?:\\snext)?)\\s(?:hour|day|week|month)\\b|within\\s(?:half\\san?\\s(?:hour|day)|${amount}\\sand\\s(?:one-half|a\\shalf)\\s${unit})\\b|${elliptical}|(?:${hour})?${amount}\\s${unit}(?:\\s\\((?:excluding|exclusive of|not (?:counting|including))[^.;()]{1,60}\\))?\\s(?:after|from|of|before|prior|following|thereafter|later|hence)\\b|(?<=${changedBy})${amount}\\s${unit}`;
/** A day without its year, a weekday alone, and what only looks like a date: "Friday", "January 12", "Janaury 12, 2027", "2/30/2027". */
export const nthDay = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalForm})`;
const monthDay = `${month}\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s\\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])`;
export const dayAlone = `(?:${hour})?(?:(?:(?:(?:this|next|(?:the\\s)?following|(?:this\\s)?coming)\\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b(?!['’]s)|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\\.?(?=,?\\s(?:${monthDay})))|(?:the\\s)?end\\sof\\s(?:the|this|next)\\s(?:week|month|year)\\b|(?:the\\s)?week['’]s\\send\\b|(?<=\\b(?:on|by|before|than|due)\\s)the\\s${nthDay}\\sof\\s(?:each\\smonth|${month})\\b|month[-\\s]end\\b|(?<![ap]\\.?m\\.?\\son\\s)the\\s(?:(?:business|court)\\s)?day\\s(?:before|after|prior\\sto|preceding|following)\\s(?=the\\b|any\\b|that\\b)|today\\b|tonight\\b|tomorrow\\b|this\\s(?:afternoon|evening)\\b|(?:the\\s|that\\s)?same\\sday\\b|that\\sday\\b|the\\s(?:next|following|${nthDay})\\s(?:\\p{L}{1,9}\\s)?day\\b|(?<=\\b(?:on|by|before|than|due)\\s(?:noon\\son\\s)?|\\b(?:morning|afternoon|evening|p\\.m\\.)\\so[nf]\\s)the\\s\\d{1,2}(?:st|nd|rd|th)\\b(?!\\s(?:cir|floor|amend|day|district|judicial|avenue|street)))(?:,?\\s(?:${monthDay}))?|${monthDay}|\\p{Lu}\\p{Ll}{2,9}\\.?\\s\\d{1,2},\\s\\d{4}(?!\\d))`;
/** "by 3 PM", with no day: that of the entry. */
export const hourOnly =
  '(?:\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?\\s?m\\b\\.?|noon\\b|(?:the\\s)?(?:close|end)\\sof\\s(?:business|(?:the\\s)?day)\\b)';
const hourAlone = `(?<=\\b(?:by|before|than)\\s)${hourOnly}`;
export const undated = new RegExp(`(?<![\\p{L}\\d/-])(?:(${period})|(${dayAlone}|${hourAlone}))`, 'giu');

export const hourBeside = new RegExp(
  `^.{0,40}?\\b(?:\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?\\s?m\\b|noon\\b|\\d{1,2}:\\d{2}\\b)`,
  'i',
);

const clockHour =
  /\b(?:\d{1,2}(?::\d{2})?\s?[ap]\.?\s?m\b|o['’]?clock\b|noon\b|midnight\b|(?:close|end)\sof\s(?:business|(?:the\s)?day)\b|cob\b|eod\b)/i;

/**
 * Whether a period alone says when something is due: not where it has an hour of its own ("7 days of this order, by 5:00 p.m."), nor of what
 * is heard on a day ("the hearing is two weeks from today").
 */
export const isWholePeriod = ({ kind, quote }: UndatedDuty): boolean =>
  !clockHour.test(quote) && !isSetting(kind);

/** A period that words name: "seven (7) days", "two weeks". */
export const periodForm = new RegExp(
  `(?<![\\p{L}\\d/-])\\(?(\\d{1,3}|${cardinalForm})\\)?(?:\\s\\(\\d{1,3}\\))?[-\\s](${unit})\\b`,
  'iu',
);

/** Periods and days of one form beyond this many in one text are not read, and named. */
const most = 200;
/** How far after its first words a period is quoted. */
export const tail = 80;

/**
 * The first places of a form; the others are added to `over`, so that they are named.
 *
 * @param moments whole dates, at which no day stands alone
 */
export function placesOf(
  text: string,
  form: RegExp,
  over: RegExpExecArray[],
  moments: readonly PrintedMoment[] = [],
): RegExpExecArray[] {
  let next = 0;
  const all = [...text.matchAll(form)].filter(({ index, 0: words, 1: period }) => {
    while (next < moments.length && moments[next]!.end <= index) next++;
    const isWhole = next < moments.length && moments[next]!.start < index + words.length;
    return !isWhole || period !== undefined;
  });
  over.push(...all.slice(most));
  return all.slice(0, most);
}

/** What tells that an entry names more periods and days than are read, with the first that is not. */
export function unreadTimes(over: readonly RegExpExecArray[]): UndatedDuty[] {
  const [first] = over.toSorted((a, b) => a.index - b.index);
  if (first === undefined) return [];
  const label = `${formatNumber(over.length)} more periods or days without a whole date, from “${tidy(first[0])}” on, that were not read: read the entry`;
  return [{ kind: 'other_due', label, quote: first[0], period: null }];
}

/** ", excluding weekends and holidays": behind a period that no rule counts so. */
export const excluding =
  /,?\s\(?(?:excluding|exclusive\sof|not\s(?:counting|including)|without\scounting)\s[^.;()]{0,60}\)?/iu;

/** The first period that words name, "seven (7) days", "two weeks"; null where they name none, or one that no rule counts in. */
export function periodIn(words: string): UndatedDuty['period'] {
  const match = periodForm.exec(words);
  if (!match || excluding.test(words)) return null;
  const [, printed, unit] = match;
  const count = numberOf(printed!);
  if (/^h/i.test(unit!)) return { count, unit: 'hours' };
  if (/^day|^calendar day/i.test(unit!)) return { count, unit: 'days' };
  return /^week/i.test(unit!) ? { count: count * 7, unit: 'days' } : null;
}

/**
 * Up to where the sentence, or its part, ends.
 *
 * @param next where the next period or day begins, whose own words are left to it
 */
export function endOfPhrase(behind: string, next = Infinity): number {
  const end =
    /;|(?<!\d)\(|(?<!\(\p{L})\)|[.:,](?=\s|$)|\sand\s(?=\p{Lu}|(?:shall\s)?(?:file|serve|submit|provide|lodge|post|make|produce|pay)\s)/u.exec(
      behind,
    );
  const last = end ? end.index : behind.length < tail ? behind.length : behind.lastIndexOf(' ');
  const joined = next < last ? behind.slice(0, next).search(/,?\sand\s(?!.*\sand\s)/) : -1;
  return joined < 0 ? last : joined;
}
