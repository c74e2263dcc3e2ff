import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import { isTakenBack } from '../events/heading.ts';
import { isSetting, type PrintedKind } from './kinds.ts';
import { findMoments } from './moments.ts';
import { clauseEnd, clauseStart } from './clauses.ts';
import { newSentence } from './one-date.ts';
import type { PrintedDate } from './read-printed.ts';
import { onCourtClock, zoneForm, zoneName } from './zones.ts';
import { moved, takenAway } from '../moving-words.ts';
import { quotedWords } from '../quoted-words.ts';

/** Words after a date that take back or move what was set for it. */
const undone = `${moved}|${takenAway}|converted|extended|enlarged|superseded|replaced|withdrawn|dissolved|lifted|excused|taken off|under (?:submission|advisement)|not (?:be )?held|not (?:go|going) forward|no longer|instead`;
/** "(reset from 1/5/2027)", "unless extended" and "for continued argument" leave the date as it is. */
const behind = new RegExp(
  `(?<!\\b(?:(?:unless|if|until)\\s(?:[\\p{L}]{1,14},?\\s){0,10}|(?:not|nor|or|than)\\s(?:[\\p{L}]{1,12}\\s){0,3}))\\b(?:${undone})\\b(?!\\s(?:from|by|evidentiary|hearing|trial|argument)\\b)`,
  'iu',
);
/** "or within 7 days of service, whichever is later": one of two ends. An order that holds "until further order" has that one at the latest. */
export const either =
  /^[^.;]{0,80}\bwhichever\b|^,?\sor,?\s(?:within\b|in\b|\d|[\p{L}-]{3,12}\s(?:\(\d+\)\s)?(?:days|hours|weeks)\b|(?:on\s|by\s)?(?:\p{L}{3,6}day,?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s\d)/iu;
/** "or until the Court rules, whichever comes first": an order that ends by then at the latest. */
const atTheLatest =
  /^(?![^;]*(?:\d|\b(?:days?|hours?|weeks?|later|latest)\b))[^;]*\b(?:earlier|earliest|first|sooner|soonest)\b/i;
/** "due on the earlier of January 12, 2027 and seven days after production": one of two ends too. */
const ofTwo = /\bthe\s(?:(?<first>earlier|earliest|sooner|first)|later|latest|last)\sof\b/i;
/** "the deadline of January 18, 2027 is January 19, 2027". */
const otherDay =
  /^\s(?:is|becomes|shall be|will be)\s(?:now\s|hereby\s)?[^.;]{0,20}(?:\d{1,2}\/\d|\d,?\s\d{4})/i;
/** "set to expire on January 7, shall remain in effect through January 14". */
const goesOn =
  /^,?\s(?:(?:and|which|that|it|shall|will|is|hereby|now|therefore|further)\s){0,5}(?:remains?|stays?|continues?)\s(?:in\s)?[^.;]{0,40}\b(?:until|through|to)\s[^.;]{0,30}\d/i;
/** Of what else the words behind a date speak: what is done is then done to that. */
const anotherSubject =
  /\b(?:hearings?|arguments?|conferences?|trials?|responses?|oppositions?|repl(?:y|ies)|deadlines?|briefs?|answers?|motions?|orders?|parties|counsel|injunction|t\.?r\.?o)\b/i;
/** Before the date, with nothing between that resets it: "All deadlines are STAYED, including the response due". */
const before =
  /\b(?:vacat(?:ed|es|ing)|strik(?:es|ing)|stricken|cancel(?:s|l?ed|l?ing)|terminat(?:ed|es|ing)|suspend(?:ed|s|ing)|stay(?:ed|s|ing)|dissolv(?:ed|es|ing)|abeyance|in lieu of|(?:instead of|rather than)(?!\s(?:at\s)?\d{1,2}(?::\d{2})?\s?[ap]\.?m))\b(?![^]*\b(?:and|sets?|setting|re-?set\w*|re-?schedul\w*|continu\w*|to|until|through|for|now|but|except)\b[^]*\s|[^]*\d[/ ,]{1,2}\d{4})/i;
/** What leads from the name of what is set to its day. */
const ledTo = /\b(?:set|scheduled|noticed|due)\b(?![^]*\b(?:set|scheduled|noticed|due)\b)[^]{0,50}$/i;
/** "currently due January 5": a day that holds only so far, where the sentence goes on to another day. */
const soFar =
  /\b(?:currently|presently|heretofore)\s(?:set|due|scheduled|noticed|calendared)\b(?![^]*\d[^]*\bto\b)/i;

const aux = String.raw`(?:(?:is|are|was|has|have|been|will|shall|be|hereby|therefore|accordingly|also|now)\s){1,5}`;
/** What a later sentence of the entry takes back without naming the day. */
const later: readonly { readonly kinds: readonly PrintedKind[]; readonly form: RegExp }[] = [
  {
    kinds: ['hearing', 'conference', 'trial'],
    form: new RegExp(
      `\\b(?:hearings?|arguments?|conferences?|trials?|matter)\\s${aux}(?:${takenAway}|converted|taken off|removed from)\\b|\\b(?:start(?:ing)?\\s)?(?:time|hour)\\s(?:only\\s)?${aux}(?:${moved}|corrected|amended)\\b|\\bwill\\s(?:now|instead)\\s(?:begin|start|commence)\\sat\\b`,
      'gi',
    ),
  },
  {
    kinds: ['expiry'],
    form: new RegExp(
      `\\b(?:restraining order|t\\.?r\\.?o\\.?|order|restraint)\\s${aux}(?:dissolved|vacated|lifted|terminated|extended)\\b`,
      'gi',
    ),
  },
  {
    kinds: ['answer', 'response', 'reply', 'objection', 'motion', 'discovery'],
    form: new RegExp(
      `(?<!\\b(?:other|remaining)\\s)\\b(?:deadlines?|briefing(?: schedule)?|dates|case|action|proceedings|litigation)\\s${aux}(?:${takenAway}|deferred)\\b`,
      'gi',
    ),
  },
];

const conditional = /\b(?:if|unless|should|once|when|until|otherwise)\b/i;
const dayNamed = /\d{1,2}\/\d|\d,?\s\d{4}/;

/** How far before a date its clause may begin. */
const farthest = 160;

/**
 * Why a person must look at a printed date before it is relied on, by other words of its own entry, in a sentence: it may not hold,
 * or is one of several days for several papers. Null where nothing says so.
 *
 * @param text the entry's whole text as printed
 * @param timezone the court's IANA zone
 * @returns a function of one of its dates, see `readPrintedDates`
 * @example doubtsWithin('ORDER: Response currently due January 5, 2027, shall be filed by January 9, 2027.', zone)(first)
 */
export function doubtsWithin(text: string, timezone: string): (date: PrintedDate) => string | null {
  const { rest } = readAttachmentLists(text);
  const takenBack = takenBackWithin(text);
  let zones: readonly RegExpExecArray[] | undefined;
  return (date) =>
    takenBack(date) ??
    onlyTold(rest, date) ??
    oneOfSeveral(rest, date) ??
    (date.due.length === 10
      ? null
      : onAnotherClock(rest, date, timezone, (zones ??= [...rest.matchAll(zoneAlone)])));
}

/** "Plaintiff seeks to extend the TRO until", "the proposed order would have it expire on": what somebody wants or supposes. */
const told = new RegExp(
  [
    String.raw`\bwould\b(?!\s(?:otherwise|appreciate))`,
    String.raw`\b(?:inclined|intends?|proposes?|contemplates?|anticipates?|prepared)\s(?:to|that)\b`,
    String.raw`(?<!\b(?:court|the|any|all|discovery|document|production|joint|written|its|their)\s|['’]s?\s)\b(?:asks?|asked|asking|seeks?|sought|seeking|(?<!\b(?:shall|must|jointly|to|and)\s)propose|proposes|proposed|proposing|requests|requested|requesting|(?:parties|plaintiffs|defendants)\s(?:jointly\s)?request|suggests?|suggested|urges?|wants?|prefers?)\s(?:for\s)?(?:an?|the|that|its|their|his|her|to|until|through|leave)\b`,
  ].join('|'),
  'iu',
);
/** What the court makes of it in the same breath. */
const done =
  /\b(?:grant(?:s|ed|ing)?|orders?|ordered|sets|setting|extends|extending|adopt(?:s|ed|ing)?|approv(?:es|ed|ing)|so ordered|instead|but|accordingly|therefore|shall|must)\b/i;
/** "motion to extend the TRO until" that is granted in part only, or beside which the court names its own day. */
const askedFor =
  /\b(?:motions?|requests?|applications?|proposals?)\s(?:to|for|that)\b(?![^]*\bgrant(?:s|ed|ing)?\b)[^:]*$/i;
const heardOtherwise =
  /^\s(?:is|are)\s(?:hereby\s)?(?:therefore\s)?(?:granted|allowed)[,\s-]{1,2}(?:only\s)?(?:as modified|in[\s-]part)\b|^,?\s(?:but\s|(?:the court|it)\s(?:extends|grants|sets|finds|declines|continues|will)\b)/i;

/** "… 9/25/1996 is granted": what was asked for is given as it was asked. */
const wholeGranted =
  /^[^.;]{0,60}\b(?:is|are)\s(?:hereby\s)?(?:granted|allowed|approved|so ordered)\b(?!\W{1,3}(?:only|in[\s-]part|as modified))/i;

/** "If the parties stipulate to extend the TRO to …, the hearing will be moved to …". */
const onlyIf =
  /(?:^|[:,]\s)(?:but\s|and\s)?(?:if|in the event|should the)\b(?!\s(?:any|needed|necessary|possible|not|so)\b)(?:[^.]|\.(?!\s))*$/i;

/** Why a date may be no date of the court's, but one that somebody asked for, supposed or said; null where nothing says so. */
export function onlyTold(text: string, { kind, start, end }: PrintedDate): string | null {
  const from = clauseStart(text, Math.max(0, start - farthest), start + 2);
  const before = text.slice(from, end);
  const after = text.slice(end, clauseEnd(text, end));
  const found = told.exec(before);
  const isTold =
    found !== null &&
    !/\b(?:grant|allow)(?:s|ed|ing)\b/i.test(before) &&
    !done.test(before.slice(found.index + found[0].length)) &&
    !wholeGranted.test(after);
  const isAsked = askedFor.test(before) && heardOtherwise.test(after);
  const isOnlyIf = (kind === 'expiry' || isSetting(kind)) && onlyIf.test(before);
  if (!isTold && !isAsked && !isOnlyIf && !isQuoted(text, end - 1)) return null;
  const words = quotedWords(text.slice(from, clauseEnd(text, end)).trim());
  return `The same entry says ${words}. Check whether the court sets this date.`;
}

/** How far into a text quotation marks are counted: no order is as long. */
const longestQuoting = 20_000;

/** Whether a place of a text is within quotation marks that end behind it. */
function isQuoted(text: string, at: number): boolean {
  if (at > longestQuoting) return false;
  const behind = text.slice(at, at + longestQuoting);
  if (text.lastIndexOf('“', at) > text.lastIndexOf('”', at) && behind.includes('”')) return true;
  return text.slice(0, at).split('"').length % 2 === 0 && behind.includes('"');
}

/** A zone that stands by itself, and not with an hour of its own: "All times are Central Time". */
const zoneAlone = new RegExp(
  String.raw`(?<!\d[\s,(]{0,3}|\b(?:[ap]\.?\s?m\.?|noon|midnight)[\s,(]{1,3})(?<![\p{L}/])(?<zone>${zoneName})|\btimes?\b[^.;\d]{0,40}?\b(?:are|is|in)\s(?:in\s)?(?<of>${zoneForm})`,
  'giu',
);

const ownZone = new RegExp(String.raw`(?<!\p{L})${zoneForm}`, 'iu');

/** "Hearing set for 1/12/2027 at 10:00 AM. All times are Central Time": an hour that may be of another clock than the court's. */
function onAnotherClock(
  text: string,
  { due, start, end }: PrintedDate,
  timezone: string,
  zones: readonly RegExpExecArray[],
): string | null {
  if (ownZone.test(text.slice(start, end))) return null;
  for (const match of zones) {
    const { zone, of } = match.groups!;
    if (onCourtClock(due, zone ?? of, timezone).elsewhere === null) continue;
    const from = clauseStart(text, Math.max(0, match.index - farthest), match.index);
    const words = text.slice(from, match.index + match[0].length);
    return `The same entry says ${quotedWords(words)}. Check on which clock the hour is.`;
  }
  return null;
}

/** "January 12 or 13, 2027". */
const eitherDay = /\d(?:st|nd|rd|th)?,?\sor\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}/i;

/** "Opposition and reply due January 8, 2027 and January 15, 2027, respectively": which day is for which paper, or which of two is meant. */
function oneOfSeveral(text: string, { kind, start, end }: PrintedDate): string | null {
  // The first of “January 8, January 15 and January 22, 2027” ends before the day that is joined to it.
  const isJoined =
    !isSetting(kind) && findMoments(text.slice(start, end + 40)).some(({ joined }) => joined === 'and');
  const isEither = eitherDay.test(text.slice(start, end));
  if (!isJoined && !isEither && !/^,?\srespectively\b/i.test(text.slice(end, end + 20))) return null;
  const from = clauseStart(text, Math.max(0, start - farthest), start + 2);
  const words = text.slice(from, clauseEnd(text, end)).trim();
  return `The same entry says ${quotedWords(words)}. Check which day is ${isEither ? 'meant' : 'for what'}.`;
}

/**
 * Why a printed date may not hold by other words of its own entry, in a sentence; null where nothing says so. What takes a date
 * back in so many words is never read as one (see `readPrintedDates`); here are the ways of saying it that leave room for doubt.
 *
 * @param text the entry's whole text as printed
 * @returns a function of one of its dates, see `readPrintedDates`
 */
export function takenBackWithin(
  text: string,
): (date: Pick<PrintedDate, 'kind' | 'start' | 'end'>) => string | null {
  const { rest } = readAttachmentLists(text);
  const whole = isTakenBack(rest) ? sentence(rest.trim()) : null;
  const takings = new Map<RegExp, readonly RegExpExecArray[]>();
  const takingsBy = (form: RegExp) => {
    const found = takings.get(form) ?? [...rest.matchAll(form)];
    takings.set(form, found);
    return found;
  };
  return ({ kind, start, end }) => {
    if (whole !== null) return whole;
    const from = clauseStart(rest, Math.max(0, start - farthest), start + 2);
    // The point of "a.m." may end the sentence too.
    const to = rest[end - 1] === '.' && newSentence.test(rest.slice(end)) ? end : clauseEnd(rest, end);
    const words = rest.slice(start, end);
    const after = rest.slice(end, to);
    const undoing = behind.exec(after);
    const twoEnds = ofTwo.exec(rest.slice(from, end));
    const isDoubtful =
      (twoEnds !== null && (kind !== 'expiry' || twoEnds.groups!['first'] === undefined)) ||
      (undoing !== null && !anotherSubject.test(after.slice(0, undoing.index))) ||
      before.test(rest.slice(from, end).replace(ledTo, '')) ||
      (soFar.test(words) && dayNamed.test(after)) ||
      (either.test(after) &&
        !/\bfurther order\b/i.test(after) &&
        !(kind === 'expiry' && atTheLatest.test(after))) ||
      otherDay.test(after) ||
      (kind === 'expiry' && goesOn.test(after));
    if (isDoubtful) return sentence(rest.slice(from, to).trim());
    const { form } = later.find(({ kinds }) => kinds.includes(kind)) ?? {};
    const taken = form && takingsBy(form).find(({ index }) => index >= to);
    if (!taken) return null;
    const at = taken.index;
    const own = rest.slice(clauseStart(rest, to, at), clauseEnd(rest, at + taken[0].length));
    // What names a day is about that day's, and what only may come is not done.
    return dayNamed.test(own) || conditional.test(own) ? null : sentence(own.trim());
  };
}

function sentence(words: string): string {
  return `The same entry says ${quotedWords(words)}. Check whether the date still stands.`;
}
