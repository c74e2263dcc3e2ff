import type { DocketEntry } from '../../../model/docket.ts';
import { printedDate } from '../../docket/text/printed-date.ts';
import { addDays, momentText, parseMoment, weekdayOf } from '../time/index.ts';
import { isSetting } from './printed/kinds.ts';
import { findMoments, monthOf, months, weekdayNamed } from './printed/moments.ts';
import type { PrintedDate } from './printed/read-printed.ts';
import { periodForm, type UndatedDuty } from './undated/time-words.ts';
import { quotedWords } from './quoted-words.ts';

const monthDay = `(?:(?<month>${months.join('|')})[a-z]{0,6}\\.?\\s(?<dayOfMonth>\\d{1,2})(?:st|nd|rd|th)?|(?<slashed>\\d{1,2}/\\d{1,2}))(?![\\d/]|,?\\s\\d{4})`;
const bareMonthDay = monthDay.replaceAll(/\?<\w+>/g, '?:');
/** "tomorrow morning", "this Friday", "Monday, January 11". */
const dayForm = new RegExp(
  `\\b(?:(?<today>today|tonight|this\\s(?:afternoon|evening))|(?<tomorrow>tomorrow)|(?<coming>this\\s(?:coming\\s)?)?(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?day|(?:s|rs)?\\.(?=,?\\s${bareMonthDay}))(?:,?\\s${monthDay})?|${monthDay.replaceAll(/\?<(\w+)>/g, '?<$1Alone>')})(?:\\s(?:morning|afternoon|evening))?(?!['’]s|\\w)`,
  'giu',
);
/** "tomorrow at 2:00 PM and Thursday, January 7 at 9:00 AM": a further day, behind what is quoted. */
const further = new RegExp(`^,?\\s(?:and|or|&|through|to)\\s(?:again\\s)?(?:on\\s)?${dayForm.source}`, 'iu');
/** What makes another day of it: "the day after tomorrow", "no earlier than Friday", "next Friday", "every Monday". */
const another =
  /\b(?:after|following|earlier than|not before|prior to|from|since|next|every|each|first|second|third|fourth|last|weekly|alternate)\s(?:the\s)?$/i;
/** The same, behind it: "Tuesday of next week", "Monday in February", "Wednesday the 20th", "Monday following", "the Friday before the hearing". */
const anotherBehind = new RegExp(
  `^,?\\s(?:of\\s|next\\b|week\\b|following\\b|thereafter\\b|(?:before|after|preceding)\\s(?:the|any|that|such|trial)\\b(?!\\s(?:close|end)\\b)|the\\s\\d|(?:in|\\d{1,2}(?:st|nd|rd|th)?)\\s(?:${months.join('|')}))`,
  'i',
);
/** "previously scheduled for January 20": the day that something had. */
const former = /\b(?:previously|originally|formerly)\s(?:set|scheduled|noticed|calendared)\s(?:for|on)\s$/i;
/** Words that put an hour after noon, and an hour that could be either. */
const late = /\b(?:tonight|afternoon|evening)$/i;
const eitherHour = String.raw`\b(?:at|by|before|than)\s(?:0?[1-9]|1[01])(?::[0-5]\d)?`;
const hourAhead = new RegExp(`${eitherHour}(?=\\s$)`, 'i');
const hourBehind = new RegExp(
  `^,?\\s(?:no later\\s)?${eitherHour}(?=[.,;)]?(?:\\s(?!\\(?[ap]\\.?\\s?m\\b)|$))`,
  'i',
);
/** "on January 4, 2027": the day an order was made on, behind what says so. */
const madeOn = /\b(?:signed|dated|held|ordered|issued|made|conducted|executed|heard|proceedings|minutes?)\b/i;
/** How long before its entry an order may have been made, and how far ahead a day without its year may be. */
const [longestBefore, farthest] = [14, 183];

/** A day that its entry's own day gives, and why it is not sure. */
export interface RelativeDay {
  readonly date: PrintedDate;
  /** In a sentence; null where it is sure. */
  readonly doubt: string | null;
}

/**
 * The day of what an order makes due "today", "tomorrow", "this Friday" or "Monday, January 11", counted from the entry's own day; null
 * where its words give none. Where an order may have been made before it was entered it is counted from the earlier day.
 *
 * @param duty see `readUndatedDuties`
 * @param entry of the order
 * @param text of the entry without its attachments
 * @param timezone the court's IANA zone
 */
export function relativeDay(
  { kind, label, quote, day }: UndatedDuty,
  { filedOn, enteredOn }: Pick<DocketEntry, 'filedOn' | 'enteredOn'>,
  text: string,
  timezone: string,
): RelativeDay | null {
  const named = [...quote.matchAll(dayForm)].filter(({ index }) => !former.test(quote.slice(0, index)));
  const start = text.indexOf(quote);
  const [match] = named;
  const on = filedOn ?? enteredOn;
  if (day === undefined || on === null || start < 0 || named.length > 1 || !match) return null;
  if (!day.includes(match[0]) && !match[0].includes(day)) return null;
  if (periodForm.test(quote) || another.test(quote.slice(0, match.index))) return null;
  if (anotherBehind.test(text.slice(start + match.index + match[0].length))) return null;
  const bases = [on, enteredOn ?? on, ...daysMade(text, enteredOn ?? on)].toSorted();
  const from = bases[0]!;
  const due = dayOf(match, from);
  if (due === null) return null;
  const [year, month, dayOfMonth] = due.split('-').map(Number);
  // The zone of its hour may stand behind what is quoted.
  const behind = text.slice(start + match.index + match[0].length, start + quote.length + 40);
  const whole = `${month}/${dayOfMonth}/${year}`;
  const dated = `${quote.slice(0, match.index)}${whole}${behind}`;
  const halved = late.test(match[0]) ? inLateHalf(quote.slice(0, match.index), whole, behind) : dated;
  const [moment] = findMoments(halved, timezone);
  if (!moment || moment.start > match.index) return null;
  // "The Court heard argument today" sets nothing; what is set has an hour.
  const isHourless = isSetting(kind) && moment.at.length === 10;
  const [next] = further.exec(text.slice(start + quote.length, start + quote.length + 80)) ?? [];
  const doubt =
    doubtOf(match, due, bases, moment, dated) ??
    (isHourless ? hourDoubt(match[0], due) : null) ??
    (next === undefined ? null : `The entry goes on ${quotedWords(next)}. Read it for each day.`);
  const date = {
    kind,
    label,
    due: moment.at,
    party: '',
    trigger: null,
    quote,
    start,
    isRelative: true as const,
  };
  const added = match[0].length - whole.length - (halved.length - dated.length);
  return { date: { ...date, end: start + moment.end + added }, doubt };
}

/** Gives the hour beside a day the half that its words name: "tonight at 8:00", "at 1:30 this afternoon". */
function inLateHalf(before: string, day: string, behind: string): string {
  const ahead = before.replace(hourAhead, '$& p.m. ');
  return `${ahead}${day}${behind.replace(hourBehind, '$& p.m.')}`;
}

/** Days on which the text says that its order was made, before its entry. */
function daysMade(text: string, on: string): string[] {
  const moments = findMoments(text);
  return moments.flatMap(({ at, start }, i) => {
    const made = at.slice(0, 10);
    const words = text.slice(Math.max(moments[i - 1]?.end ?? 0, start - 80), start);
    return made < on && made >= addDays(on, -longestBefore) && madeOn.test(words) ? [made] : [];
  });
}

/** The day that words give, counted from a day; null where that is too far ahead or none. */
function dayOf({ groups }: RegExpExecArray, from: string): string | null {
  const { today, tomorrow, weekday } = groups!;
  if (today !== undefined) return from;
  if (tomorrow !== undefined) return addDays(from, 1);
  const of = monthDayOf(groups!);
  if (of !== null) {
    const year = Number(from.slice(0, 4));
    const due = [year, year + 1].map((each) => printedDate(`${of}/${each}`)).find((each) => each! >= from);
    return due && due <= addDays(from, farthest) ? due : null;
  }
  return addDays(from, (weekdayNamed(weekday!) - weekdayOf(from) + 7) % 7);
}

/** "1/11"; null where only a weekday is named. */
function monthDayOf(groups: Record<string, string | undefined>): string | null {
  const slashed = groups['slashed'] ?? groups['slashedAlone'];
  if (slashed !== undefined) return slashed;
  const month = groups['month'] ?? groups['monthAlone'];
  return month === undefined
    ? null
    : `${monthOf(month)}/${groups['dayOfMonth'] ?? groups['dayOfMonthAlone']}`;
}

/** Why a day is not sure, in a sentence; null where it is. */
function doubtOf(
  { 0: said, groups }: RegExpExecArray,
  due: string,
  bases: readonly string[],
  moment: ReturnType<typeof findMoments>[number],
  dated: string,
): string | null {
  const { today, tomorrow, coming, weekday } = groups!;
  const words = quotedWords(said);
  const [from, last] = [bases[0]!, bases.at(-1)!];
  if (from !== last)
    return `${words} is counted from ${dayText(from)}, but the entry is also of ${dayText(last)}. Check from which day.`;
  const isOther = weekday !== undefined && weekdayNamed(weekday) !== weekdayOf(due);
  if (isOther) return `${words} is read as ${dayText(due)}, which is another weekday. Check which is meant.`;
  const isSure =
    today !== undefined ||
    tomorrow !== undefined ||
    (weekday !== undefined && (monthDayOf(groups!) !== null || (coming !== undefined && due !== from)));
  if (!isSure)
    return `${words} is read as the first such day from the entry’s own, ${dayText(from)}. Check which is meant.`;
  if (moment.elsewhere !== null || moment.isMidnight || moment.unreadHour !== '') return hourDoubt(said, due);
  return /(?<!\bor\s)\bbefore\s{1,2}$/i.test(dated.slice(0, moment.start))
    ? `The last day may be the one before ${dayText(due)}. Check which is meant.`
    : null;
}

const hourDoubt = (said: string, due: string) =>
  `${quotedWords(said)} is read as ${dayText(due)}; its hour is not certain. Check it.`;

const dayText = (day: string) => momentText(parseMoment(day));
