import { formatNumber } from '../../../amounts.ts';
import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import * as forms from './forms.ts';
import { dutyOf, isSetting, settingOf, type PrintedKind } from './kinds.ts';
import { findMoments, type PrintedMoment } from './moments.ts';
import { cardinalForm, numberOf, ordinalForm } from './number-words.ts';
import { clauseStart } from './clauses.ts';
import { isLeftOut, isOfParty, readOne, tidy, type Reading } from './one-date.ts';
import { mostDates, readPrintedDates } from './read-printed.ts';
import { isNote, isOfCourt } from './read-unclear.ts';
import { isOfStay } from './restraint.ts';
import { zoneForm } from './zones.ts';

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

const amount = `(?:\\d{1,3}|${cardinalForm})(?:\\s\\(\\d{1,3}\\))?`;
const unit = '(?:(?:business|court|calendar|working)\\s)?(?:days?|hours?|hrs?|weeks?|months?)';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** "within 7 days of service", "7 days after service", "no later than 24 hours before the hearing". */
const period = `(?:within|in)\\s(?:the\\snext\\s)?${amount}\\s${unit}|within\\san?\\s(?:hour|day|week|month)\\b|${amount}\\s${unit}\\s(?:after|from|of|before|prior|following|thereafter|later|hence)\\b|(?<=\\b(?:extended|enlarged)\\s(?:by|for)\\s(?:an\\sadditional\\s)?)${amount}\\s${unit}`;
const hour = `(?:\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?\\s?m\\b\\.?|noon|midnight|(?:the\\s)?close of business|end of (?:the )?day|eod|cob)(?:\\s${zoneForm})?,?\\s(?:on\\s)?`;
/** A day without its year, a weekday alone, and what only looks like a date: "Friday", "January 12", "Janaury 12, 2027", "2/30/2027". */
const nthDay = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalForm})`;
const monthDay = `${month}\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s\\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])`;
const dayAlone = `(?:${hour})?(?:(?:(?:(?:this|next|(?:the\\s)?following|(?:this\\s)?coming)\\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b(?!['’]s)|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\\.(?=,?\\s(?:${monthDay})))|today\\b|tonight\\b|tomorrow\\b|this\\s(?:afternoon|evening)\\b|(?:the\\s|that\\s)?same\\sday\\b|that\\sday\\b|the\\s(?:next|following|${nthDay})\\s(?:\\p{L}{1,9}\\s)?day\\b|(?<=\\b(?:on|by|before|than|due)\\s(?:noon\\son\\s)?)the\\s\\d{1,2}(?:st|nd|rd|th)\\b(?!\\s(?:cir|floor|amend|day|district|judicial|avenue|street)))(?:,?\\s(?:${monthDay}))?|${monthDay}|\\p{Lu}\\p{Ll}{2,9}\\.?\\s\\d{1,2},\\s\\d{4}(?!\\d))`;
/** "by 3 PM", with no day: that of the entry. */
const hourOnly =
  '(?:\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?\\s?m\\b\\.?|noon\\b|(?:the\\s)?(?:close|end)\\sof\\s(?:business|(?:the\\s)?day)\\b)';
const hourAlone = `(?<=\\b(?:by|before|than)\\s)${hourOnly}`;
const undated = new RegExp(`(?<![\\p{L}\\d/-])(?:(${period})|(${dayAlone}|${hourAlone}))`, 'giu');

const hourBeside = new RegExp(
  `^.{0,40}?\\b(?:\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?\\s?m\\b|noon\\b|\\d{1,2}:\\d{2}\\b)`,
  'i',
);

const given = '(?:(?!\\b(?:den(?:y|ied|ies)(?!\\w*\\sin\\spart)|previously\\b|earlier\\b))[^.;]){0,80}?';
const longer = `${amount}[-\\s]${unit}\\s(?:extension|enlargement)\\b`;
/** "granting a 14-day extension", "extension of time of 7 days", "14-day extension is GRANTED", "extending the deadline to respond by 7 days". */
const extension = new RegExp(
  [
    `(?:(?<!\\b(?:previously|earlier)\\s)\\b(?:grant(?:s|ing|ed)?|allow(?:s|ing|ed)?)\\b${given}\\b|\\b(?:has|have)\\s(?:an?|another)\\s)(?:${longer}|(?:extension|enlargement)\\b[^.;]{0,40}?\\bof\\s${amount}[-\\s]${unit}\\b)`,
    `\\b${longer}${given}\\s(?:is|are)\\s(?:hereby\\s)?granted\\b`,
    `\\b(?:extend(?:s|ing)|enlarg(?:es|ing))\\b${given}\\b(?:by|for)\\s(?:an\\sadditional\\s)?${amount}[-\\s]${unit}\\b`,
  ].join('|'),
  'giu',
);
const timeToAct = new RegExp(
  `\\b(?<time>(?:has|have|(?:is|are|be)\\s(?:hereby\\s)?(?:given|granted|allowed))\\s(?:(?:an\\sadditional|another|up\\sto)\\s)?(?:${amount}\\s${unit}|until\\s(?:${dayAlone}|${hourOnly})))\\b[^.;]{0,50}?\\bto\\s(?:file|respond|answer|reply|oppose|serve|submit|object|move|plead|amend|otherwise|provide|produce|post|pay|show\\scause|comply|cure)\\b`,
  'giu',
);
/** "in force for fourteen (14) days", "granting TRO for a period of 72 hours": how long an order restrains. */
const lasting = new RegExp(
  `\\b(?:in\\s(?:full\\s)?(?:force|effect)|effective|valid|binding|lasts?|continues?|restrain(?:s|ed|ing)|enjoin(?:s|ed|ing)|grant(?:s|ed|ing)|restraining\\sorder|t\\.?r\\.?o)\\b[^.;]{0,80}?\\bfor\\s(?:(?:a|the)\\s(?:period|term)\\sof\\s|(?:up\\sto|only|(?:no|not)\\smore\\sthan|not\\sto\\sexceed|the\\snext|an\\sinitial)\\s){0,2}${amount}[-\\s]${unit}\\b`,
  'giu',
);
/** "expires at 5:00 p.m. on the tenth day after entry". */
const endingOn = new RegExp(
  `\\b(?:expires?|expiring|dissolves?|terminates?|lapses?|ends?)\\b[^;]{0,60}?\\bon\\sthe\\s(?<nth>${nthDay})\\s(?:(?:calendar|business|court)\\s)?day\\b`,
  'giu',
);
/** "in effect until the hearing on the preliminary injunction", "extended until the Court rules": the end is a day that other words give. */
const untilHeard = new RegExp(
  `\\b(?<verb>in\\s(?:full\\s)?(?:force|effect|place)|effective|binding|extend(?:s|ed|ing)?|continu(?:e|es|ed|ing)|restrain(?:s|ed|ing)|enjoin(?:s|ed|ing)|expires?|expiring|ends?|lapses?|lasts?|grant(?:s|ed|ing))\\b(?<between>(?:(?!,\\sand\\s)[^.;]){0,120}?)\\b(?:until|through|pending|upon|at)\\s(?:such\\stime\\sas\\s)?(?:(?:the|a|an|any|that|this|its|our|new|final|p\\.?i\\.?|for|on|day|\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?m\\.?|noon|after|completion|conclusion|end|date|time|of|next|further|adjourned|rescheduled|continued|preliminary|injunction|evidentiary|show|cause|court|court['’]s|tro|${month}\\s\\d{1,2}(?:,\\s\\d{4})?)\\s){0,8}?(?<act>hearing|return\\sdate|argument|conference|trial|that\\s(?:date|time|day)|then|(?<open>rules|ruling|decides|issues|decision|determination|resolution|disposition|adjudication))\\b`,
  'giu',
);
/** "pending the hearing of this application, Northgate is temporarily restrained": the same, with the end before the verb. */
const pendingHearing =
  /\bpending\s(?:[\p{L}['’-]{1,14},?\s){0,6}?(?:hearing|argument|determination|decision|resolution|disposition|ruling|adjudication)\b[^.;]{0,160}?\b(?:is|are|be)\s(?:(?:and\s)?(?:hereby|temporarily|immediately|is|are|and)\s){0,5}(?:restrained|enjoined)\b/giu;
/** What else is put off until then, or only may be. */
const notTheRestraint =
  /\b(?:hearings?|arguments?|conferences?|deadlines?|time|respon\w*|briefing|bond|security|may|should|whether|why|if|unless|den(?:y|ies|ied|ying)|requests?|moves?|to extend|convert\w*)\b/i;
const theRestraint = /^it\s|\b(?:restraining order|t\.?r\.?o\b|(?:this|the) order|restrain\w*|enjoin\w*)/i;

const zoneWords = new RegExp(zoneForm, 'gi');

const ofRestraint = /\b(?:restraining order|t\.?r\.?o\b)/i;

/** A period that words name: "seven (7) days", "two weeks". */
export const periodForm = new RegExp(
  `(?<![\\p{L}\\d/-])(\\d{1,3}|${cardinalForm})(?:\\s\\(\\d{1,3}\\))?[-\\s](${unit})\\b`,
  'iu',
);

/** Periods and days of one form beyond this many in one text are not read, and named. */
const most = 200;
/** How far after its first words a period is quoted. */
const tail = 80;

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
    const floor = Math.max(from, behind);
    // "for 14 days from entry" says how long; "21 days from 1/24/2027" is counted by what follows it.
    const isByThen =
      (isLed || /^(?:with)?in\b/i.test(match[0]) || /\b(?:has|have)\s$/i.test(rest.slice(0, start))) &&
      !moments.some((one) => one.start >= stop && one.start - stop <= 2);
    const reading =
      readOne(words, place, floor, words.length, false) ??
      (isCourts && isByThen ? unforeseen(words, place, floor) : null);
    if (reading === null) continue;
    if (!papers.has(reading.kind) && (match[1] !== undefined || !isSetting(reading.kind))) continue;
    // The words that say what is due may follow: "Within 7 days of this order, Northgate shall respond".
    const end =
      reading.end === undefined
        ? stop + endOfPhrase(rest.slice(stop, stop + tail), (matches[i + 1]?.index ?? rest.length) - stop)
        : reading.end - led.length;
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
    // A time to act that is named again in other words is of a kind already known; “other” may be anything.
    ...times.filter(({ kind }) => kind === 'other_due' || !known.has(kind)),
    ...lengths.filter(({ kind }) => !known.has(kind) && !times.some((one) => one.kind === kind)),
  ];
  const lengthsOnce = given.filter((one, i) => given.findIndex((other) => isAlike(one, other)) === i);
  return [...found, ...lengthsOnce, ...unread, ...unreadTimes(over)];
}

/** What tells that an entry prints more dates than are read, with the words of the first that is not. */
function unreadIn(text: string, moments: readonly PrintedMoment[]): UndatedDuty[] {
  const first = moments[mostDates];
  if (first === undefined) return [];
  const quote = text.slice(first.start, first.end);
  const label = `${formatNumber(moments.length - mostDates)} more dates, from ${quote} on, that were not read: read the entry`;
  return [{ kind: 'other_due', label, quote, period: null }];
}

/**
 * The first places of a form; the others are added to `over`, so that they are named.
 *
 * @param moments whole dates, at which no day stands alone
 */
function placesOf(
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
function unreadTimes(over: readonly RegExpExecArray[]): UndatedDuty[] {
  const [first] = over.toSorted((a, b) => a.index - b.index);
  if (first === undefined) return [];
  const label = `${formatNumber(over.length)} more periods or days without a whole date, from “${tidy(first[0])}” on, that were not read: read the entry`;
  return [{ kind: 'other_due', label, quote: first[0], period: null }];
}

/** Words by which a court orders whatever the verb behind them is. */
const obliging =
  /\b(?:shall|must|(?:is|are)\s(?:(?:hereby|further|also)\s){0,2}(?:directed|ordered|required|instructed)\sto|(?:is|are|parties|counsel|plaintiffs?|defendants?|petitioners?|respondents?|movants?|government)\sto|may|unless|(?:grant|extend|enlarge?)(?:s|ed|d|ing))\s(?!not\b)/iu;
const led = /\b(?:by|before|later than|until)\s$/i;
/** "Opposition to PI by", "Reply", "hearing": an item of a list and nothing else. */
const item = /^(?:[\p{L}\d'’()-]{1,20}[\s:–—-]{1,3}){1,7}(?:due\s|by\s|on\s|before\s)?$/u;

/**
 * What a court's own entry orders or lists in words that no form foresees ("shall advise chambers by 4 pm today"), so that a person reads
 * it; null where nothing says that it is due.
 *
 * @param from where what is read before it ends
 */
function unforeseen(text: string, place: Parameters<typeof readOne>[1], from: number): Reading | null {
  const floor = Math.max(from, place.start - 160);
  const clause = clauseStart(text, floor, place.start);
  const start =
    clause + /^[\s,)]*(?:and\s)?(?:[\p{Lu} -]{3,40}:\s+)?/u.exec(text.slice(clause, place.start))![0].length;
  const words = text.slice(start, place.start);
  const isOrdered = obliging.test(words) && led.test(words);
  const setting = isOrdered ? null : settingOf(words, false);
  const duty = dutyOf(words);
  const isListed = item.test(words) && (setting !== null || duty !== null);
  if (!(isOrdered || isListed) || isNote(words) || isLeftOut(text, place, from, text.length)) return null;
  return { kind: setting?.kind ?? duty ?? 'other_due', label: tidy(words), start };
}

const isAlike = (one: UndatedDuty, other: UndatedDuty) =>
  one.kind === other.kind && (one.kind !== 'other_due' || one.quote === other.quote);

/** "Defendants have fourteen days to answer", "is given until January 12 to amend": the duty follows the time. */
function timesToActIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, timeToAct, over).map((match) => {
    const stop = match.index + match[0].length;
    const before = clauseStart(text, Math.max(0, match.index - tail), match.index);
    const from = before + (/^[\p{Lu} -]{2,40}:\s/u.exec(text.slice(before, match.index))?.[0].length ?? 0);
    const quote = text.slice(from, stop + endOfPhrase(text.slice(stop, stop + tail)));
    const act = text.slice(match.index + match.groups!['time']!.length, from + quote.length);
    return {
      kind: dutyOf(act.slice(act.search(/\bto\s/i))) ?? 'other_due',
      label: tidy(quote),
      quote,
      period: periodIn(quote),
    };
  });
}

/** Time that is given by its length alone: what it is counted from is in an earlier order. */
function extensionsIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, extension, over).map((match) => {
    const stop = match.index + match[0].length;
    const quote = text.slice(match.index, stop + endOfPhrase(text.slice(stop, stop + tail)));
    const extended = quote.slice(quote.search(/\b(?:exten|enlarg)/i));
    const isOfRestraint = ofRestraint.test(extended) && !/\b(?:time|deadline|respon|oppos)/i.test(extended);
    const kind = isOfRestraint ? 'expiry' : (dutyOf(extended) ?? 'other_due');
    return { kind, label: tidy(quote), quote, period: periodIn(quote) };
  });
}

/** Whether an order restrains, by its name or by what it says of those whom it binds. */
const restrains = (text: string) =>
  forms.restrains.test(text) ||
  /\b(?:is|are|be)\s(?:(?:hereby|temporarily)\s){0,2}(?:restrained|enjoined)\b/i.test(text);

/** How long an order that restrains is to last, where it says so by its length alone. */
function lengthsIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  if (!restrains(text)) return [];
  return [...placesOf(text, lasting, over), ...placesOf(text, endingOn, over)].flatMap((match) => {
    const words = match[0].replaceAll(zoneWords, '');
    if (forms.refused.test(words) || /\b(?:exten(?:d|sion)\w*|time|deadline|hearing)\b/i.test(words))
      return [];
    const stop = match.index + match[0].length;
    const quote = text.slice(match.index, stop + endOfPhrase(text.slice(stop, stop + tail)));
    const nth = match.groups?.['nth'];
    // An hour of its own is not that of the order's entry, by which a rule counts.
    const period = hourBeside.test(quote)
      ? null
      : nth === undefined
        ? periodIn(quote)
        : dayNumber(nth, quote);
    return [{ kind: 'expiry' as const, label: tidy(quote), quote, period }];
  });
}

/** A restraint that lasts until something is heard or decided, whose day the entry gives elsewhere, or not at all. */
function untilHeardIn(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  if (!restrains(text)) return [];
  const pending = placesOf(text, pendingHearing, over).map(([quote]) => ({
    kind: 'expiry' as const,
    label: tidy(quote),
    quote,
    period: null,
  }));
  return [...pending, ...untilHeardBy(text, over)];
}

function untilHeardBy(text: string, over: RegExpExecArray[]): UndatedDuty[] {
  return placesOf(text, untilHeard, over).flatMap((match) => {
    const { between, open } = match.groups!;
    const from = clauseStart(text, Math.max(0, match.index - 160), match.index);
    const before = text
      .slice(from, match.index)
      .replace(/^[\p{Lu} -]{2,60}:\s/u, '')
      .replace(
        /^[^]*(?:,\sand\s|\sand\s(?=the\s(?:TRO|temporary restraining order)\b)|\b[ap]\.m\.\s(?=\p{Lu}))/u,
        '',
      );
    const isGranted = /\bgrant(?:s|ing|ed)\b[^.;]{0,40}\bto\sextend\b/i.test(
      text.slice(from, match.index + 40),
    );
    if (!theRestraint.test(before + match[0])) return [];
    if (!isGranted && (notTheRestraint.test(before) || notTheRestraint.test(between!))) return [];
    const stop = match.index + match[0].length;
    const start = match.index - before.length;
    const end = stop + endOfPhrase(text.slice(stop, stop + tail));
    const quote = text.slice(start, end + (/^,\s\d{4}\b/.exec(text.slice(end, end + 8))?.[0].length ?? 0));
    const duty = { kind: 'expiry' as const, label: tidy(quote), quote, period: null };
    return [open === undefined ? duty : { ...duty, isOpen: true as const }];
  });
}

/** "the tenth day": as many days. */
function dayNumber(nth: string, quote: string): UndatedDuty['period'] {
  if (/\b(?:business|court)\sday\b/i.test(quote)) return null;
  return { count: numberOf(nth), unit: 'days' };
}

/** The first period that words name: "seven (7) days", "two weeks". */
function periodIn(words: string): UndatedDuty['period'] {
  const match = periodForm.exec(words);
  if (!match) return null;
  const [, printed, unit] = match;
  const count = numberOf(printed!);
  if (/^h/i.test(unit!)) return { count, unit: 'hours' };
  if (/^day|^calendar day/i.test(unit!)) return { count, unit: 'days' };
  return /^week/i.test(unit!) ? { count: count * 7, unit: 'days' } : null;
}

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

/**
 * Up to where the sentence, or its part, ends.
 *
 * @param next where the next period or day begins, whose own words are left to it
 */
function endOfPhrase(behind: string, next = Infinity): number {
  const end =
    /;|(?<!\d)\(|(?<!\(\p{L})\)|[.:,](?=\s|$)|\sand\s(?=\p{Lu}|(?:shall\s)?(?:file|serve|submit|provide|lodge|post|make|produce|pay)\s)/u.exec(
      behind,
    );
  const last = end ? end.index : behind.length < tail ? behind.length : behind.lastIndexOf(' ');
  const joined = next < last ? behind.slice(0, next).search(/,?\sand\s(?!.*\sand\s)/) : -1;
  return joined < 0 ? last : joined;
}
