import { formatNumber } from '../../../amounts.ts';
import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import * as forms from '../printed/forms.ts';
import { dutyOf, isSetting, settingOf, type PrintedKind } from '../printed/kinds.ts';
import { findMoments, type PrintedMoment } from '../printed/moments.ts';
import { clauseStart, segmentStart } from '../printed/clauses.ts';
import { isLeftOut, isOfParty, readOne } from '../printed/one-date.ts';
import { tidy, type Reading } from '../printed/reading.ts';
import { mostDates, readPrintedDates, type PrintedDate } from '../printed/read-printed.ts';
import { isNote, isOfCourt } from '../printed/read-unclear.ts';
import { isOfStay } from '../printed/restraint.ts';
import { extensionsIn, isSecondTime, lengthsIn, repeatsIn, timesToActIn, untilHeardIn } from './lengths.ts';
import { dueAtOnce } from './at-once.ts';
import { movedByAmounts } from './moved-by.ts';
import {
  endOfPhrase,
  endsChanged,
  excluding,
  hourBeside,
  hourOnly,
  periodIn,
  placesOf,
  tail,
  undated,
  unreadTimes,
  type UndatedDuty,
} from './time-words.ts';

/**
 * What a court's own entry makes due without a day that can be read: a period, a day without its year, a misprinted date. Nobody
 * is to miss it because it is no date; a person gives the date.
 *
 * @example
 * readUndatedDuties('ORDER: Northgate shall respond within 7 days of service.')
 * // [{ kind: 'response', label: 'Northgate shall respond within 7 days of service', … }]
 * @param text the whole text as printed
 * @param printed its dates
 */
export function readUndatedDuties(
  text: string,
  printed: readonly PrintedDate[] = readPrintedDates(text),
): UndatedDuty[] {
  const { rest } = readAttachmentLists(text);
  if (forms.noLonger.test(rest.slice(0, 200))) return [];
  const moments = findMoments(rest);
  const unread = unreadIn(rest, moments);
  if (isOfParty(rest)) return unread;
  const whole: Whole = {
    text: rest,
    moments,
    printed,
    isCourts: isOfCourt(rest),
  };
  const over: RegExpExecArray[] = [];
  const at = dutiesAt(placesOf(rest, undated, over, moments), whole);
  const found = at.filter((one) => !isFailure(one, at));
  const given = timesGiven(whole, found, over);
  const repeats = whole.isCourts ? repeatsIn(rest, over) : [];
  return [...found, ...given, ...repeats, ...unread, ...unreadTimes(over)];
}

/** A text, with what it prints of whole dates. */
interface Whole {
  readonly text: string;
  readonly moments: readonly PrintedMoment[];
  readonly printed: readonly PrintedDate[];
  /** See `isOfCourt`. */
  readonly isCourts: boolean;
}

const failing = /\bfail(?:s|ed|ure|ing)?\sto\b/i;

const past =
  /\bfailed to\b|\b(?:was|were)\s(?:ordered|directed|given|required)\b[^.;]*\b(?:did|has|have)\s(?:not|so|neither)\b/i;

/** "Failure to do so within 30 days will result in dismissal", "Plaintiff failed to respond within 14 days": a time that is named again, or is past. */
function isFailure({ quote, period }: UndatedDuty, all: readonly UndatedDuty[]): boolean {
  if (past.test(quote) && !/\bif\b/i.test(quote)) return true;
  if (!failing.test(quote)) return false;
  return all.some(
    (one) =>
      !failing.test(one.quote) && one.period?.count === period?.count && one.period?.unit === period?.unit,
  );
}

/** What is due at periods and days that stand alone, each read from where the one before it ends. */
function dutiesAt(places: readonly RegExpExecArray[], whole: Whole): UndatedDuty[] {
  const duties: UndatedDuty[] = [];
  let from = 0;
  for (const [i, place] of places.entries()) {
    const read = place.index < from ? null : dutyAt(place, from, places[i + 1]?.index ?? Infinity, whole);
    if (read === null) continue;
    duties.push(read.duty);
    from = read.end;
  }
  return duties;
}

const ledTo = /\b(?:by|than|before|until)\s$/i;

/**
 * What is due at one period or day, and where its words end; null where nothing is.
 *
 * @param from where the words of the one before it end
 * @param next where the next one begins
 */
function dutyAt(
  match: RegExpExecArray,
  from: number,
  next: number,
  { text, moments, printed, isCourts }: Whole,
): { readonly duty: UndatedDuty; readonly end: number } | null {
  const { 0: said, 1: period, 2: day, index: start } = match;
  const stop = start + said.length;
  const before = text.slice(0, start);
  if (isSaidWith(printed, text, start, stop, period === undefined && ledTo.test(before))) return null;
  const hasBefore = /\b(?:has|have)\s$/i.exec(before);
  // "and Plaintiff shall have 3 days thereafter to reply" is read with its own act, see `timesToActIn`.
  if (hasBefore !== null && isSecondTime(text, hasBefore.index)) return null;
  // A period is led to as a day is, by "by", which it leaves out.
  const isLed = period === undefined || ledTo.test(before);
  const led = isLed ? '' : 'by ';
  const words = `${before}${led}${text.slice(start)}`;
  // An hour beside a day without its year says that something is set for it, as it does with a whole date.
  const isHourly = period === undefined && hourBeside.test(text.slice(start, stop + 60));
  const place = {
    at: isHourly ? '----------T--:--' : '',
    start: start + led.length,
    end: stop + led.length,
  };
  const floor = Math.max(from, moments.findLast((one) => one.end <= start)?.end ?? 0);
  const following = moments.find((one) => one.start >= stop)?.start ?? text.length;
  // "for 14 days from entry" says how long; "21 days from 1/24/2027" is counted by what follows it.
  const isCounted = following - stop <= 2 && following < text.length;
  const isByThen =
    isLed ||
    /^(?:with)?in\b/i.test(said) ||
    hasBefore !== null ||
    endsChanged.test(before) ||
    /[:–—]\s$/.test(before);
  const reading =
    readOne(words, place, floor, words.length, false) ??
    (isCourts && !isCounted && (isByThen || aroundAnother.test(said))
      ? unforeseen(words, place, floor, isByThen)
      : null);
  if (reading === null) return null;
  // A hearing "within 14 days" has yet to be set; a conference "in one hour" is.
  const isNear = period === undefined || /^in\s.*\b(?:hours?|hrs?|minutes?)$/i.test(said);
  if (!papers.has(reading.kind) && !(isNear && isSetting(reading.kind))) return null;
  // The words that say what is due may follow: "Within 7 days of this order, Northgate shall respond".
  const phrase =
    reading.end === undefined
      ? stop + endOfPhrase(text.slice(stop, stop + tail), Math.min(following, next) - stop)
      : reading.end - led.length;
  const more = period === undefined ? null : ofPeriod.exec(text.slice(phrase, phrase + tail));
  const end = phrase + (more?.[0].length ?? 0);
  const quote = text.slice(Math.min(reading.start, start), end);
  const label = tidy(quote).replace(/\.$/, '');
  const duty = {
    kind: reading.kind,
    label,
    quote,
    period: periodIn(quote),
    ...(day !== undefined && { day }),
  };
  return { duty, end };
}

/**
 * Whether a date says it, or is said with it: "due within 7 days, January 12, 2027". But in "serve by 6:00 PM today and file proof by
 * January 6, 2027" the first is another one.
 *
 * @param isOwn whether it is a day with words of its own that lead to it
 */
function isSaidWith(
  printed: readonly PrintedDate[],
  text: string,
  start: number,
  stop: number,
  isOwn: boolean,
): boolean {
  return printed.some(
    (one) =>
      one.start <= start &&
      ((one.end >= stop && !isOwn && !isJoined(text.slice(stop, one.end))) || inBetween(one.end, start)),
  );
}

/** Times that are given by what may be done in them, or by their length alone, of which nothing else tells. */
function timesGiven(
  { text, printed, isCourts }: Whole,
  found: readonly UndatedDuty[],
  over: RegExpExecArray[],
): UndatedDuty[] {
  const known = new Set<PrintedKind>([...printed, ...found].map(({ kind }) => kind));
  const isRead = ({ quote }: UndatedDuty) =>
    found.some((one) => quote.includes(one.quote) || one.quote.includes(quote)) ||
    printed.some((one) => text.indexOf(quote) < one.end && one.start < text.indexOf(quote) + quote.length);
  const times = timesToActIn(text, over).filter((one) => !isRead(one));
  const lengths = [...extensionsIn(text, over), ...lengthsIn(text, over), ...untilHeardIn(text, over)].map(
    (one) => (isOfStay(text, one.quote) ? { ...one, kind: 'other_due' as const } : one),
  );
  const ofCourt = isCourts ? [...movedByAmounts(text, over), ...dueAtOnce(text, over)] : [];
  const given = [
    ...ofCourt.filter((one) => !isRead(one)),
    ...times.filter((one) => !found.some((other) => isAlike(one, other))),
    ...lengths.filter(({ kind }) => !known.has(kind) && !times.some((one) => one.kind === kind)),
  ];
  return given.filter((one, i) => given.findIndex((other) => isAlike(one, other)) === i);
}

/** What tells that an entry prints more dates than are read, with the words of the first that is not. */
function unreadIn(text: string, moments: readonly PrintedMoment[]): UndatedDuty[] {
  const first = moments[mostDates];
  if (first === undefined) return [];
  const quote = text.slice(first.start, first.end);
  const label = `${formatNumber(moments.length - mostDates)} more dates, from ${quote} on, that were not read: read the entry`;
  return [{ kind: 'other_due', label, quote, period: null }];
}

/** Words by which a court orders whatever the verb behind them is. */
const obliging =
  /\b(?:shall|must|(?:is|are)\s(?:(?:hereby|further|also)\s){0,2}(?:directed|ordered|required|instructed)\sto|(?:is|are|parties|counsel|plaintiffs?|defendants?|petitioners?|respondents?|movants?|government)\sto|may|unless|(?:has|have)(?=\suntil\b)|(?:grant|extend|enlarge?)(?:s|ed|d|ing)),?\s(?!not\b)/iu;
const led = /\b(?:(?:by|before|later than|until)|on the (?:morning|afternoon|evening) of)\s$/i;
/** "within 7 days of this order, by 5:00 p.m.", ", excluding weekends": what else is said of a period. */
const ofPeriod = new RegExp(
  `^(?:,?\\s(?:and\\s)?(?:by|at|before|(?:no|not)\\slater\\sthan)\\s${hourOnly}|${excluding.source})`,
  'iu',
);
/** "Post-hearing briefs 7 days after the hearing": of an item of a list. */
const aroundAnother = /\b(?:before|prior|after|following|thereafter|later)$/i;
/** "Opposition to PI by", "Reply", "hearing": an item of a list and nothing else. */
const item = /^(?:[\p{L}\d'’()-]{1,20}[\s:–—-]{1,3}){1,7}(?:due\s|by\s|on\s|before\s)?$/u;

/**
 * What a court's own entry orders or lists in words that no form foresees ("shall advise chambers by 4 pm today"), so that a person reads
 * it; null where nothing says that it is due.
 *
 * @param from where what is read before it ends
 * @param isByThen whether its time may be one by which something is ordered, and not only that of an item
 */
function unforeseen(
  text: string,
  place: Parameters<typeof readOne>[1],
  from: number,
  isByThen: boolean,
): Reading | null {
  const floor = Math.max(from, place.start - 160);
  const clause = clauseStart(text, floor, place.start);
  const head = /^[\s,)]*(?:and\s)?(?:[\p{Lu} -]{3,40}:\s+)?/u.exec(text.slice(clause, place.start))![0]
    .length;
  const ordered = text.slice(clause + head, place.start);
  const isOrdered = isByThen && obliging.test(ordered) && led.test(ordered);
  // An item of a list has no more words than its own.
  const items = text.slice(0, place.start).replace(/\bby\s$/, '').length;
  const start = isOrdered ? clause + head : Math.max(clause + head, segmentStart(text, floor, items));
  const words = text.slice(start, place.start);
  const setting = isOrdered ? null : settingOf(words, false);
  const duty = dutyOf(words);
  const isListed = item.test(words) && (setting !== null || duty !== null);
  if (!(isOrdered || isListed) || isNote(words) || isLeftOut(text, place, from, text.length)) return null;
  return { kind: setting?.kind ?? duty ?? 'other_due', label: tidy(words), start };
}

/** A time that is named again in other words is of the same kind and length; “other” may be anything. */
const isAlike = (one: UndatedDuty, other: UndatedDuty) =>
  one.kind === other.kind &&
  (one.kind !== 'other_due' || one.quote === other.quote) &&
  one.period?.count === other.period?.count &&
  one.period?.unit === other.period?.unit;

/** Whether a date that ends there and a period are two names of one day: "by January 12, 2027, within 7 days". */
const inBetween = (end: number, start: number) => end <= start && start - end <= 2;

/** Duties of parties; a period before or after which something is heard sets no hearing. */
const papers: ReadonlySet<PrintedKind> = new Set<PrintedKind>([
  'answer',
  'response',
  'reply',
  'objection',
  'motion',
  'discovery',
  'other_due',
  'expiry',
]);

/** "within 24 hours and file proof of service by": what is joined to a period has its own time; "and no later than" names the same one again. */
const isJoined = (words: string) =>
  /\sand\s(?!(?:no|not|by|on|in any|until|including)\b)\p{L}{3}/iu.test(words);
