import type { CourtMoment } from '../../../../model/court-time.ts';
import type { TriggerEvent } from '../../../../model/rule-pack.ts';
import { readAttachmentLists } from '../../../docket/text/attachment-list.ts';
import { roleOf } from '../../../docket/threads/role.ts';
import * as forms from './forms.ts';
import { dutyOf, settingOf, type PrintedKind } from './kinds.ts';
import { findMoments, type PrintedMoment } from './moments.ts';
import { nameBefore, readService, splitNames, type ServedParty } from './service.ts';

/** A date on which something is due or set, as the clerk printed it. */
export interface PrintedDate {
  readonly kind: PrintedKind;
  /** As printed: "Redaction Request due"; of what is moved its name alone: "Hearing". */
  readonly label: string;
  /** To the minute where an hour is printed. */
  readonly due: CourtMoment;
  /** Whose duty it is, where the text says so; empty otherwise. */
  readonly party: string;
  /** What it was counted from, where that is printed with it. */
  readonly trigger: { readonly event: TriggerEvent; readonly at: CourtMoment } | null;
  /** The exact words. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** How far before a date the words that say what it is for can stand. */
const reach = 220;
/** Dates beyond this many in one text are left alone: no clerk sets as many. */
const most = 2_000;

/** Papers of parties: what they ask for or argue is no date that is set. */
const partyRoles = new Set([
  'motion',
  'opposition',
  'reply',
  'support',
  'exhibit',
  'complaint',
  'answer',
  'appeal',
]);
const partyHead =
  /^\W{0,6}(?:(?:first|joint|amended|letter|status|proposed|stipulated)\s){0,3}(?:letter|stipulation|proposed|request|report)\b(?!.{0,30}\border)/i;

/**
 * Due and set dates that a docket text prints, as printed, in order. A period ("within 14 days") is no date, and neither are
 * the days on which papers were signed, filed, entered or dated; a date that the same sentence vacates or moves is left out.
 * Of what a party asks for nothing is read, only what the court's system prints into its entry.
 *
 * @example
 * readPrintedDates('Set Deadlines: Responses due by 1/13/2021. Motion Hearing set for 1/14/2021 at 10:00 AM')
 * // [{ kind: 'response', label: 'Responses due by', due: '2021-01-13', … },
 * //  { kind: 'hearing', label: 'Motion Hearing set for', due: '2021-01-14T10:00', … }]
 * @param text the whole text as printed
 * @param timezone the court's IANA zone, on whose clock an hour printed in another zone is given
 */
export function readPrintedDates(text: string, timezone?: string): PrintedDate[] {
  const { rest } = readAttachmentLists(text);
  if (forms.noLonger.test(rest.slice(0, 200))) return [];
  const moments = findMoments(rest, timezone).slice(0, most);
  if (moments.length === 0) return [];
  const served = readService(rest, timezone);
  const isParty =
    partyRoles.has(roleOf({ text: rest, shortText: '', attachment: null })) || partyHead.test(rest);
  return moments.flatMap((moment, i) => {
    const before = moments[i - 1];
    const from = before?.end ?? 0;
    const reading = readOne(rest, moment, from, moments[i + 1]?.start ?? rest.length, isParty);
    if (!reading) return [];
    const service = served.find((one) => one.answerDue !== null && one.end === moment.end);
    const moved = otherHourOf(rest, moment, timezone);
    const { kind, start, end = moved?.end ?? moment.end } = reading;
    // What is moved is called as before the date it had.
    const label =
      before && start < before.start
        ? tidy(rest.slice(start, before.start).replace(forms.formerDate, ''))
        : reading.label;
    return [
      {
        kind: service ? ('answer' as const) : kind,
        label,
        due: moved?.at ?? moment.at,
        party: service?.party ?? partyOf(rest, from, reading, moment.start),
        trigger: service ? triggerOf(service) : null,
        quote: rest.slice(start, end),
        start,
        end,
      },
    ];
  });
}

/** The hour to which the same sentence moves what is set, on the same day; null where it does not. */
function otherHourOf(
  text: string,
  moment: PrintedMoment,
  timezone: string | undefined,
): Pick<PrintedMoment, 'at' | 'end'> | null {
  const moving = forms.otherHour.exec(text.slice(moment.end, moment.end + 120));
  if (!moving) return null;
  const from = moment.end + moving[0].length;
  const day = (moment.elsewhere?.at ?? moment.at).slice(0, 10);
  const [moved] = findMoments(`${day} at ${text.slice(from, from + 40)}`, timezone);
  return moved ? { at: moved.at, end: from + moved.end - `${day} at `.length } : null;
}

function triggerOf({ how, party, at, answerDue }: ServedParty): PrintedDate['trigger'] {
  return at === null ? null : { event: serviceEvent({ how, party, at, answerDue }), at };
}

/** Days of a waiver sent abroad, Rule 4(d)(3), or near enough to 90 that no other period explains them. */
const abroad = 86;

/**
 * The event that a service is: Rule 4(d)(3) gives 60 days where the waiver was sent within the United States and 90
 * elsewhere, and only the clerk's own answer date tells which.
 *
 * @param service see `readService`
 */
export function serviceEvent(service: Pick<ServedParty, 'how' | 'party' | 'at' | 'answerDue'>): TriggerEvent {
  if (service.how === 'subpoena') return 'subpoena_served';
  if (service.how === 'waiver') {
    if (service.at === null || service.answerDue === null) return 'waiver_sent';
    return daysBetween(service.at, service.answerDue) >= abroad ? 'waiver_sent_abroad' : 'waiver_sent';
  }
  return /^(?:u\.?s\.?a?\.?|united states(?: of america)?|(?:u\.?s\.?|united states) attorney\b.*)$/i.test(
    service.party,
  )
    ? 'us_attorney_served'
    : 'summons_served';
}

function daysBetween(from: CourtMoment, to: CourtMoment): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

interface Reading {
  readonly kind: PrintedKind;
  readonly label: string;
  readonly start: number;
  /** Where the words end, where they follow the date. */
  readonly end?: number;
}

function readOne(
  text: string,
  moment: PrintedMoment,
  from: number,
  next: number,
  isParty: boolean,
): Reading | null {
  const floor = Math.max(0, moment.start - reach);
  const clause = text.slice(Math.max(floor, clauseStart(text, floor, moment.start)), moment.start);
  const gap = text.slice(Math.max(floor, from), moment.start);
  const after = text.slice(moment.end, Math.min(next, moment.end + 160));
  const until = text.slice(moment.end, moment.end + 160);
  if (
    forms.past.test(gap.slice(-60)) &&
    !/\b(?:be|to be|shall|will|must)\b[^.;]{0,20}$/i.test(gap.slice(-60))
  )
    return null;
  // Of a trial "set for January 12 through January 15" the first day counts; of "from June 30 to July 31" the last.
  const isSetForDays = forms.set.test(gap) && /^\s?(?:through|thru|[-–])/i.test(after);
  if (forms.range.test(after) && !isSetForDays && !/\bdue\b/i.test(gap.slice(-20))) return null;
  const isVain =
    forms.askedInVain.test(clause) || (forms.asking.test(clause) && forms.deniedBehind.test(after));
  if (isVain || forms.barred.test(clause)) return null;
  const isUndone =
    !forms.otherHour.test(until) &&
    (!/\.\s?$/.test(text.slice(moment.start, moment.end)) || !/^\s\p{Lu}/u.test(after)) &&
    forms.undone.test(after);

  if (forms.expiring.test(gap)) return isUndone ? null : labelled('expiry', gap, moment, forms.expiring);
  if (forms.noting.test(gap)) return isUndone ? null : labelled('noting_date', gap, moment, forms.noting);
  if (forms.due.test(gap)) {
    const start = segmentStart(text, Math.max(floor, from), moment.start);
    const words = text.slice(start, moment.start);
    const kind = dutyOf(words) ?? dutyOf(clause) ?? 'other_due';
    return isUndone ? null : { kind, label: tidy(words), start: start + leadingSpace(words) };
  }
  if (!isParty && !isUndone && !forms.refused.test(clause) && forms.restraintExtended.test(clause))
    return { ...dutyReading(text, floor, from, moment, clause), kind: 'expiry' };
  if (/\bof\s{1,2}$/.test(gap) && forms.laterMoved.test(after)) return null;
  if (forms.deadline.test(gap)) return isUndone ? null : dutyReading(text, floor, from, moment, clause);
  if (forms.whenHeld.test(gap)) {
    const found = settingOf(gap);
    if (found) return at(found.kind, gap, found.at, moment);
  }
  if (forms.set.test(gap) || forms.setBare.test(gap)) {
    if (isUndone || forms.undoing.test(clause) || (isParty && /\bscheduled\b/i.test(gap))) return null;
    if (
      forms.transcript.test(gap) ||
      isPaper(text.slice(segmentStart(text, Math.max(floor, from), moment.start), moment.start))
    )
      return dutyReading(text, floor, from, moment, clause);
    const inGap = settingOf(gap);
    const words = inGap ? gap : settingOf(clause) ? clause : text.slice(floor, moment.start);
    const found = settingOf(words);
    return found && at(found.kind, words, found.at, moment);
  }
  if (
    !isParty &&
    !isUndone &&
    moment.at.length > 10 &&
    ((forms.setByName.test(gap) && forms.ownSetting.test(text) && !forms.told.test(clause)) ||
      forms.movingTo.test(clause))
  ) {
    const found = settingOf(clause);
    if (found) return at(found.kind, clause, found.at, moment);
  }
  if (forms.presentment.test(clause) && /^\W{0,6}(?:\w{1,12} )?notice/i.test(text))
    return at('hearing', clause, Math.max(0, clause.search(/presentment|notice of/i)), moment);
  if (isParty || isUndone || forms.refused.test(clause)) return null;
  if (forms.toAnother.test(gap) && forms.moving.test(clause)) {
    const found = settingOf(clause);
    if (found) return at(found.kind, clause, found.at, moment);
  }
  if (forms.duty.test(clause) && forms.bound.test(clause) && !/\bafter\b[^.;]{0,20}$/i.test(clause))
    return dutyReading(text, floor, from, moment, clause);
  if (
    forms.extended.test(clause) &&
    (forms.extended.test(gap) || !forms.formerly.test(clause)) &&
    dutyOf(clause) !== null &&
    !/\b(?:excluded|stayed|abeyance|detained|custody)\b/i.test(clause)
  )
    return dutyReading(text, floor, from, moment, clause);
  if (forms.hasUntil.test(clause) && forms.toAct.test(until)) {
    const words = /^[^.;]{0,80}/.exec(after)![0];
    const { start } = dutyReading(text, floor, from, moment, clause);
    const quoted = `${text.slice(start, moment.start).trim()} … ${words.replace(/^[,\s]+/, '').trim()}`;
    return {
      kind: dutyOf(words) ?? 'other_due',
      label: tidy(quoted),
      start,
      end: moment.end + words.trimEnd().length,
    };
  }
  if (forms.leading.test(text.slice(floor, moment.start)) && forms.leadingDuty.test(until)) {
    const words = /^(?:[^.;]|\.(?!\s)|(?<=\s\p{Lu})\.){0,120}/u.exec(until)![0];
    return {
      kind: dutyOf(words) ?? 'other_due',
      label: tidy(words.replace(/^[,\s]+/, '')),
      start: moment.start,
      end: moment.end + words.trimEnd().length,
    };
  }
  return null;
}

/** "Brief in Opposition set to 8/2/02": a paper is due, nothing is heard. */
function isPaper(words: string): boolean {
  const kind = dutyOf(words);
  return kind !== null && kind !== 'motion' && kind !== 'discovery' && settingOf(words, false) === null;
}

function dutyReading(
  text: string,
  floor: number,
  from: number,
  moment: PrintedMoment,
  clause: string,
): Reading {
  const start = segmentStart(text, Math.max(floor, from), moment.start);
  const words = text.slice(start, moment.start);
  const kind = dutyOf(words) ?? dutyOf(clause) ?? 'other_due';
  return { kind, label: tidy(words), start: start + leadingSpace(words) };
}

function labelled(kind: PrintedKind, words: string, moment: PrintedMoment, form: RegExp): Reading {
  return at(kind, words, form.exec(words)!.index, moment);
}

/** `words` ends where the date begins. */
function at(kind: PrintedKind, words: string, index: number, moment: PrintedMoment): Reading {
  return { kind, label: tidy(words.slice(index)), start: moment.start - words.length + index };
}

const leadingSpace = (words: string) => words.length - words.trimStart().length;
const tidy = (words: string) =>
  words
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s:,(]{1,4}$/, '');

/** Ends of sentences and of the markup a court leaves in its text. */
const sentenceEnd = /[.]\s{0,3}(?=[\p{Lu}\d(*<])|;\s|\.{2,}|>\s/gu;
const abbreviation =
  /(?:^|[\s.(])(?:inc|corp|co|ltd|nos?|hon|dr|mrs?|ms|jr|sr|st|vs?|mag|dkt|doc|docs|fed|civ|crim|app|r|p|u\.s|[pa]\.m|dfts?|pltfs?|\p{L})$/iu;

function clauseStart(text: string, floor: number, to: number): number {
  let start = floor;
  for (const match of text.slice(floor, to).matchAll(sentenceEnd)) {
    const index = floor + match.index;
    if (match[0].startsWith('.') && match[0].length < 3 && abbreviation.test(text.slice(index - 8, index)))
      continue;
    start = index + match[0].length;
  }
  return start;
}

/** Where an item of a list begins: "(Response due by 1/13/2021, Reply due by 1/15/2021)". */
const itemStart =
  /,\s(?=\p{Lu})(?!(?:Inc|LLC|LLP|LP|Ltd|Corp|N\.A|Jr|Sr|L\.)\b)|:\s{0,3}(?=[\p{L}(])|[([](?!s\))|[)\]]\s?(?=\p{Lu})|\band\s(?=[\p{L}' ]{1,40}\bdue\b)|^[\s,.;)]{1,4}(?:and\s)?/gu;

/** Where the words that belong to a date begin. */
function segmentStart(text: string, floor: number, to: number): number {
  const base = clauseStart(text, floor, to);
  let start = base;
  for (const match of text.slice(base, to).matchAll(itemStart)) {
    const next = base + match.index + match[0].length;
    if (/\p{L}{2}/u.test(text.slice(next, to))) start = next;
  }
  return start;
}

/** Whose answer, response or reply it is, by the words right around it. */
function partyOf(text: string, floor: number, { kind, label, start }: Reading, end: number): string {
  const words = text.slice(start, start + 120);
  const role =
    /^\W{0,2}(?:the\s)?((?:plaintiff|defendant|petitioner|respondent|movant|government|gov)[\p{L}]{0,4})(?:['’]s?|\(s\)|s['’]?)?\s/iu.exec(
      words,
    );
  if (role) return role[1]!.replace(/^gov\w*/i, 'Government');
  if (kind !== 'answer') return '';
  // The court's own form: "Northgate Hosting, Inc. answer due 3/1/2021", "Answer due on 3/1/2021 for Northgate Hosting, Inc.".
  const before = /^(.*\S)\sanswer (?:now )?due(?: (?:on|by))?:?\s{1,2}$/su.exec(
    text.slice(Math.max(floor, end - 260), end),
  );
  if (before) return splitNames(before[1]!.slice(-nameBefore(before[1]!, 0).length)).at(-1)!;
  const behind =
    /^answer due\b/i.test(label) &&
    /^\sfor\s(\p{Lu}[^.;,(]{2,100}?)(?=\s?[.;,(]|$)/u.exec(text.slice(end).slice(0, 160).replace(/^\S+/, ''));
  return behind ? behind[1]!.trim() : '';
}
