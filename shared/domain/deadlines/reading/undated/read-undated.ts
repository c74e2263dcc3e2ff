import { formatNumber } from '../../../amounts.ts';
import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import * as forms from '../printed/forms.ts';
import { dutyOf, isSetting, settingOf, type PrintedKind } from '../printed/kinds.ts';
import { findMoments, type PrintedMoment } from '../printed/moments.ts';
import { clauseStart, segmentStart } from '../printed/clauses.ts';
import { isLeftOut, isOfParty, readOne } from '../printed/one-date.ts';
import { tidy, type Reading } from '../printed/reading.ts';
import { mostDates, readPrintedDates } from '../printed/read-printed.ts';
import { isNote, isOfCourt } from '../printed/read-unclear.ts';
import { isOfStay } from '../printed/restraint.ts';
import { extensionsIn, isSecondTime, lengthsIn, repeatsIn, timesToActIn, untilHeardIn } from './lengths.ts';
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
 */
export function readUndatedDuties(text: string): UndatedDuty[] {
  const { rest } = readAttachmentLists(text);
  if (forms.noLonger.test(rest.slice(0, 200))) return [];
  const moments = findMoments(rest);
  const unread = unreadIn(rest, moments);
  if (isOfParty(rest)) return unread;
  const printed = readPrintedDates(rest);
  const isCourts = isOfCourt(rest);
  const found: UndatedDuty[] = [];
  let from = 0;
  const over: RegExpExecArray[] = [];
  const matches = placesOf(rest, undated, over, moments);
  for (const [i, match] of matches.entries()) {
    const start = match.index;
    const stop = start + match[0].length;
    if (start < from) continue;
    // What a date says, or says with it, is read with that date: "due within 7 days, January 12, 2027".
    // But in "serve by 6:00 PM today and file proof by January 6, 2027" the first is another one.
    const isOwn = match[1] === undefined && /\b(?:by|before|than|until)\s$/i.test(rest.slice(0, start));
    const isSaid = (one: { readonly start: number; readonly end: number }) =>
      one.start <= start &&
      ((one.end >= stop && !isOwn && !isJoined(rest.slice(stop, one.end))) || inBetween(one.end, start));
    if (printed.some(isSaid)) continue;
    // A period is led to as a day is, by "by", which it leaves out.
    const isLed = match[1] === undefined || /\b(?:by|than|before|until)\s$/i.test(rest.slice(0, start));
    const led = isLed ? '' : 'by ';
    const words = `${rest.slice(0, start)}${led}${rest.slice(start)}`;
    // An hour beside a day without its year says that something is set for it, as it does with a whole date.
    const isHourly = match[1] === undefined && hourBeside.test(rest.slice(start, stop + 60));
    const place = {
      at: isHourly ? '----------T--:--' : '',
      start: start + led.length,
      end: stop + led.length,
    };
    const behind = moments.findLast((one) => one.end <= start)?.end ?? 0;
    const hasBefore = /\b(?:has|have)\s$/i.exec(rest.slice(0, start));
    // "and Plaintiff shall have 3 days thereafter to reply" is read with its own act, see `timesToActIn`.
    if (hasBefore !== null && isSecondTime(rest, hasBefore.index)) continue;
    const floor = Math.max(from, behind);
    // "for 14 days from entry" says how long; "21 days from 1/24/2027" is counted by what follows it.
    const isCounted = moments.some((one) => one.start >= stop && one.start - stop <= 2);
    const isByThen =
      isLed ||
      /^(?:with)?in\b/i.test(match[0]) ||
      hasBefore !== null ||
      endsChanged.test(rest.slice(0, start)) ||
      /[:–—]\s$/.test(rest.slice(0, start));
    const reading =
      readOne(words, place, floor, words.length, false) ??
      (isCourts && !isCounted && (isByThen || aroundAnother.test(match[0]))
        ? unforeseen(words, place, floor, isByThen)
        : null);
    if (reading === null) continue;
    if (!papers.has(reading.kind) && (match[1] !== undefined || !isSetting(reading.kind))) continue;
    // The words that say what is due may follow: "Within 7 days of this order, Northgate shall respond".
    const next = moments.find((one) => one.start >= stop)?.start ?? rest.length;
    const following = Math.min(next, matches[i + 1]?.index ?? rest.length);
    const phrase =
      reading.end === undefined
        ? stop + endOfPhrase(rest.slice(stop, stop + tail), following - stop)
        : reading.end - led.length;
    const more = match[1] === undefined ? null : ofPeriod.exec(rest.slice(phrase, phrase + tail));
    const end = phrase + (more?.[0].length ?? 0);
    const quote = rest.slice(Math.min(reading.start, start), end);
    const day = match[2] === undefined ? {} : { day: match[2] };
    found.push({
      kind: reading.kind,
      label: tidy(quote).replace(/\.$/, ''),
      quote,
      period: periodIn(quote),
      ...day,
    });
    from = end;
  }
  const known = new Set<PrintedKind>([...printed, ...found].map(({ kind }) => kind));
  const isRead = ({ quote }: UndatedDuty) =>
    found.some((one) => quote.includes(one.quote)) ||
    printed.some((one) => rest.indexOf(quote) < one.end && one.start < rest.indexOf(quote) + quote.length);
  const times = timesToActIn(rest, over).filter((one) => !isRead(one));
  const lengths = [...extensionsIn(rest, over), ...lengthsIn(rest, over), ...untilHeardIn(rest, over)].map(
    (one) => (isOfStay(rest, one.quote) ? { ...one, kind: 'other_due' as const } : one),
  );
  const given = [
    ...times.filter((one) => !found.some((other) => isAlike(one, other))),
    ...lengths.filter(({ kind }) => !known.has(kind) && !times.some((one) => one.kind === kind)),
  ];
  const lengthsOnce = given.filter((one, i) => given.findIndex((other) => isAlike(one, other)) === i);
  const repeats = isCourts ? repeatsIn(rest, over) : [];
  return [...found, ...lengthsOnce, ...repeats, ...unread, ...unreadTimes(over)];
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
const led = /\b(?:by|before|later than|until)\s$/i;
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
