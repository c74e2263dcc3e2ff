import { roleOf } from '../../../docket/threads/role.ts';
import * as forms from './forms.ts';
import { clauseStart } from './clauses.ts';
import { dutyOf, isSetting, settingOf, type PrintedKind } from './kinds.ts';
import {
  actAfter,
  at,
  dutyAfter,
  dutyReading,
  isPaper,
  labeled,
  settingReading,
  timeToAct,
  type Place,
  type Reading,
  type Surroundings,
} from './reading.ts';
import { extendsRestraint, isOfBriefing, lastsUntil, stayUntil } from './restraint.ts';

/** How far before a date the words that say what it is for can be. */
const reach = 220;

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
  /^\W{0,6}(?:(?:first|joint|amended|letter|status|proposed|stipulated)\s){0,3}(?:letter|stipulation|proposed|request|report(?!\s(?:and|&)\srecommendation))\b(?!.{0,30}(?<!\bproposed\W{1,2})\border)(?![^]{0,2000}\b(?:signed by|so ordered|is granted)\b)/i;

/** "Responses due", "JUDGE ROWE: Any response shall be filed by": a clerk's words about a paper, not the paper. */
const dueHead =
  /^\W{0,6}(?:[\p{L} .’'-]{2,30}:\s)?(?:(?:any|all|the|[\p{L}.]{1,20}['’]s?)\s){0,3}(?:responses?|oppositions?|repl(?:y|ies)|objections?|answers?|briefs?)(?:\s(?:briefs?|papers|to (?:(?:the|\[?\d{1,4}\]?|plaintiffs?['’]?s?|defendants?['’]?s?|emergency)\s){0,3}motions?(?:\s(?:for|to)(?:\s[\p{L}]{1,14}){1,5}?)?))?,?\s(?:if any,?\s)?(?:(?:is|are|now)\s){0,2}(?:due|shall|must)\b/iu;

/** "Clerk notes that any opposition is due": the clerk's own words, whichever paper they are about. */
const clerkHead =
  /^\W{0,6}(?:docket annotation|(?:the\s)?(?:deputy\s)?clerk(?:['’]s)?\s(?:office\s)?(?:notes?|notices?|annotation|advises|reminds)|note (?:from|by|of) the clerk)\b/i;

/** An order of the court of appeals, which the clerk of the district court enters under that court's name. */
const higherCourt =
  /^\W{0,6}(?:orders? (?:of|from) (?:the )?)?(?:u\.?s\.?c\.?a\b\.?|(?:u\.?s\.?|united states) court of appeals)[^.;]{0,30}?(?:\borders?\b|\bas to\b|:)/i;

/** Whether a text is a party's paper, in which a date is asked for or argued about, and not set. */
export function isOfParty(text: string): boolean {
  if (dueHead.test(text) || clerkHead.test(text) || higherCourt.test(text)) return false;
  return partyRoles.has(roleOf({ text, shortText: '', attachment: null })) || partyHead.test(text);
}

/** The words about one date, and what is known of them before its form is asked for. */
interface Around extends Surroundings {
  /** See `isOfParty`. */
  readonly isParty: boolean;
  /** Whether the words behind the date take it back. */
  readonly isUndone: boolean;
  /** The clause, from the date before it. */
  readonly said: string;
}

/** Reads a date by one form: null where that form says that nothing is set, undefined where it is another's. */
type Reader<T extends Surroundings = Surroundings> = (around: T) => Reading | null | undefined;

/**
 * What one date of a text is for; null where nothing is due or set on it.
 *
 * @param from where the date before it ends
 * @param next where the next one begins
 * @param isParty see `isOfParty`
 */
export function readOne(
  text: string,
  moment: Place,
  from: number,
  next: number,
  isParty: boolean,
): Reading | null {
  const around = surroundingsOf(text, moment, from, next);
  if (isNothingSet(around)) return null;
  const { clause, gap } = around;
  // "granting Motion for TRO. Defendants have until": what another sentence gives time for is not the end of the restraint.
  const said = clause.length < gap.length ? clause : gap;
  return firstOf(readers, { ...around, isParty, isUndone: isTakenBack(around), said });
}

function firstOf<T extends Surroundings>(forms: readonly Reader<T>[], around: T): Reading | null {
  for (const read of forms) {
    const reading = read(around);
    if (reading !== undefined) return reading;
  }
  return null;
}

/** In the order in which they are asked: the first that knows the words decides. */
const readers: readonly Reader<Around>[] = [
  function stay({ clause, moment, isParty, isUndone }) {
    const start = isParty ? null : stayUntil(clause);
    if (start === null) return undefined;
    return isUndone ? null : at('other_due', clause, start, moment);
  },
  function end({ clause, gap, moment, isUndone }) {
    const found = isOfBriefing(clause) ? null : forms.expiring.exec(gap);
    if (!found || forms.onlyIf.test(found[0]) || forms.ofAnotherThing.test(gap.slice(0, found.index)))
      return undefined;
    return isUndone ? null : labeled('expiry', gap, moment, forms.expiring);
  },
  function endOfRestraint({ text, clause, said, moment, isParty, isUndone }) {
    if (isParty || !forms.restraintUntil.test(said) || !forms.restrains.test(text)) return undefined;
    return isUndone || forms.restraintUndone.test(clause)
      ? null
      : labeled('expiry', said, moment, forms.restraintUntil);
  },
  function term({ text, clause, gap, after, until, moment, isParty, isUndone }) {
    const lasting =
      !isParty && !isUndone && forms.restrains.test(text) ? lastsUntil(clause, gap, until) : null;
    if (!lasting) return undefined;
    if (!lasting.isAhead) return at('expiry', clause, lasting.from, moment);
    const start = moment.start - clause.length + lasting.from;
    return { ...timeToAct(text, start, moment, after), kind: 'expiry' };
  },
  function noting({ gap, moment, isUndone }) {
    if (!forms.noting.test(gap)) return undefined;
    return isUndone ? null : labeled('noting_date', gap, moment, forms.noting);
  },
  function due(around) {
    if (!forms.due.test(around.gap)) return undefined;
    return around.isUndone ? null : dutyReading(around);
  },
  function extension(around) {
    const { clause, said, moment, isParty, isUndone } = around;
    if (isParty || isUndone || !extendsRestraint(clause, said)) return undefined;
    if (!forms.aboutRestraint.test(clause)) return { ...dutyReading(around), kind: 'expiry' };
    const found = settingOf(clause, false);
    return found ? at(found.kind, clause, found.at, moment) : undefined;
  },
  function formerDeadline({ gap, after }) {
    return /\bof\s{1,2}$/.test(gap) && forms.laterMoved.test(after) ? null : undefined;
  },
  function deadline(around) {
    if (!forms.deadline.test(around.gap)) return undefined;
    return around.isUndone ? null : dutyReading(around);
  },
  // "The hearing on January 14 will begin at 10:00 a.m. instead of 9:00 a.m."
  function otherHour({ gap, until, moment, isParty }) {
    if (isParty || !forms.otherHour.test(until)) return undefined;
    const found = settingOf(gap, false);
    if (found) return at(found.kind, gap, found.at, moment);
    const behind = actAfter(moment, until);
    return behind && isSetting(behind.kind) ? behind : undefined;
  },
  function correction(around) {
    const { text, clause, gap, floor, moment, isParty } = around;
    if (isParty || !forms.shouldBe.test(gap)) return undefined;
    if (/\bexpir/i.test(clause)) return { ...dutyReading(around), kind: 'expiry' };
    // "The hearing was entered as January 14, 2027; the correct date is": what is corrected may be named before the day it had.
    const words = settingOf(clause, false) ? clause : text.slice(floor, moment.start);
    const found = settingOf(words, false);
    return found ? at(found.kind, words, found.at, moment) : undefined;
  },
  function setting(around) {
    const { clause, gap, moment, isParty, isUndone } = around;
    if (![forms.set, forms.setBare, forms.settingCorrected].some((form) => form.test(gap))) return undefined;
    const isPrintedBySystem = moment.at.length > 10 && forms.systemHearing.test(gap);
    return isUndone ||
      forms.undoing.test(clause) ||
      forms.enjoinedFrom.test(clause) ||
      (isParty && /\bscheduled\b/i.test(gap) && !isPrintedBySystem)
      ? null
      : settingReading(around);
  },
  function settingByName({ text, clause, gap, moment, isParty, isUndone }) {
    if (isParty || isUndone || moment.at.length <= 10) return undefined;
    const isNamed =
      forms.setByName.test(gap) &&
      forms.ownSetting.test(text) &&
      !forms.told.test(clause) &&
      !forms.askedOf.test(clause);
    const found = isNamed || forms.movingTo.test(clause) ? settingOf(clause) : null;
    return found ? at(found.kind, clause, found.at, moment) : undefined;
  },
  function presentment({ text, clause, moment }) {
    if (!forms.presentment.test(clause) || !/^\W{0,6}(?:\w{1,12} )?notice/i.test(text)) return undefined;
    return at('hearing', clause, Math.max(0, clause.search(/presentment|notice of/i)), moment);
  },
  function ordered(around) {
    const isNone = around.isParty || around.isUndone || isRefused(around.clause);
    return isNone ? null : firstOf(orders, besideRefusal(around));
  },
];

function surroundingsOf(text: string, moment: Place, from: number, next: number): Surroundings {
  const floor = Math.max(0, moment.start - reach);
  return {
    text,
    moment,
    floor,
    from,
    clause: text.slice(Math.max(floor, clauseStart(text, floor, moment.start)), moment.start),
    gap: text.slice(Math.max(floor, from), moment.start),
    after: text.slice(moment.end, Math.min(next, moment.end + 160)),
    until: text.slice(moment.end, moment.end + 160),
  };
}

/** Whether the text takes a date back, bars something until then, or tells what was or was asked for, so that nothing is due or set on it. */
export function isLeftOut(text: string, moment: Place, from: number, next: number): boolean {
  const around = surroundingsOf(text, moment, from, next);
  const { clause } = around;
  return (
    isNothingSet(around) ||
    isTakenBack(around) ||
    isRefused(clause) ||
    [forms.undoing, forms.askedOf, forms.told, forms.asking].some((form) => form.test(clause))
  );
}

/** Whether a clause denies what is asked for until its date, and does not order something beside: "denying 2 Motion for TRO and setting a schedule:". */
const isRefused = (clause: string) =>
  forms.requestedOfCourt.test(clause) || forms.refused.test(clause.slice(besidesFrom(clause)));

/** Where the part of a clause begins that orders something beside what it denies; 0 where there is none. */
const besidesFrom = (clause: string) => [...clause.matchAll(forms.besideRefusal)].at(-1)?.index ?? 0;

/** The words about a date without those that deny something else before them. */
function besideRefusal(around: Surroundings): Surroundings {
  const { clause, moment, floor } = around;
  const from = forms.refused.test(clause) ? besidesFrom(clause) : 0;
  if (from === 0) return around;
  const own = clause.slice(from).replace(/^(?::|and|but)\s/i, '');
  return { ...around, clause: own, floor: Math.max(floor, moment.start - own.length) };
}

/** Nothing is due or set on a date that is past, begins a range, or was asked for in vain or barred. */
function isNothingSet({ text, clause, gap, after }: Surroundings): boolean {
  if (
    forms.past.test(gap.slice(-60)) &&
    !isDueBy(text, gap) &&
    !/\b(?:be|to be|shall|will|must)\b[^.;]{0,20}$/i.test(gap.slice(-60))
  )
    return true;
  // Of a trial "set for January 12 through January 15" the first day counts; of "from June 30 to July 31" the last.
  const isSetForDays = forms.set.test(gap) && /^\s?(?:through|thru|[-–])/i.test(after);
  if (forms.range.test(after) && !isSetForDays && !/\bdue\b/i.test(gap.slice(-20))) return true;
  if (forms.notThis.test(gap)) return true;
  const isVain =
    forms.askedInVain.test(clause.slice(besidesFrom(clause))) ||
    ((forms.asking.test(clause) || forms.askingToMove.test(clause)) && forms.deniedBehind.test(after));
  return isVain || forms.barred.test(clause) || forms.noSetting.test(clause);
}

/** Whether the court's own schedule says by when a paper is filed, and not when it was. */
const isDueBy = (text: string, gap: string) => forms.ownSetting.test(text) && forms.filedBy.test(gap);

/** What begins a sentence behind “a.m.”, and does not go on in capitals: "A.M. IS ADJOURNED". */
export const newSentence = /^\s\p{Lu}(?!\p{Lu})/u;

/** "… 1/12/2021 is VACATED": the words behind a date take it back, unless they belong to another sentence or hour. */
function isTakenBack({ text, moment, after, until }: Surroundings): boolean {
  return (
    !forms.otherHour.test(until) &&
    (!/\.\s?$/.test(text.slice(moment.start, moment.end)) || !newSentence.test(after)) &&
    forms.undone.test(after)
  );
}

/** What a court orders for a date without saying "due" or "set" before it, in the order in which it is asked for. */
const orders: readonly Reader[] = [
  function toAnotherDay(around) {
    const { clause, gap, moment } = around;
    if (!forms.toAnother.test(gap) || !forms.movingFrom.test(clause)) return undefined;
    if (isPaper(clause)) return dutyReading(around);
    const found = settingOf(clause);
    return found ? at(found.kind, clause, found.at, moment) : undefined;
  },
  function thenBy({ clause, moment, until }) {
    return forms.thenBy.test(clause) && forms.thenAct.test(until) ? dutyAfter(moment, until) : undefined;
  },
  function filedBy(around) {
    return isDueBy(around.text, around.gap) ? dutyReading(around) : undefined;
  },
  function heard({ clause, moment }) {
    const found = forms.hearing.test(clause) ? settingOf(clause) : null;
    return found ? at(found.kind, clause, found.at, moment) : undefined;
  },
  function deemed(around) {
    const isDeemed = forms.deemed.test(around.clause) && forms.deemedBehind.test(around.until);
    return isDeemed ? dutyReading(around) : undefined;
  },
  function ownTime({ text, gap, moment, after, until }) {
    const found = forms.ownTime.exec(gap);
    if (!found || !forms.toAct.test(gap) || !forms.toAct.test(until)) return undefined;
    return timeToAct(text, moment.start - found[0].length, moment, after);
  },
  function duty(around) {
    const { clause } = around;
    if (forms.filedOn.test(clause)) return dutyReading(around);
    if (forms.limitedTo.test(clause)) return null;
    const isDuty =
      forms.duty.test(clause) && forms.bound.test(clause) && !/\bafter\b[^.;]{0,20}$/i.test(clause);
    return isDuty ? dutyReading(around) : undefined;
  },
  function extended(around) {
    const { text, clause, moment, after, until } = around;
    const isToAct = forms.toAct.test(until);
    const given = () => timeToAct(text, dutyReading(around).start, moment, after);
    if (isToAct && forms.hasUntil.test(clause)) return given();
    const isExtended =
      forms.extended.test(clause) &&
      dutyOf(clause) !== null &&
      !/\b(?:excluded|stayed|abeyance|detained|custody)\b/i.test(clause);
    if (isExtended) return dutyReading(around);
    return isToAct && forms.grantedUntil.test(clause) ? given() : undefined;
  },
  function listed(around) {
    const { text, from, moment } = around;
    if (!forms.ownSetting.test(text) && !forms.dueBefore.test(text.slice(Math.max(0, from - 90), from)))
      return undefined;
    const reading = dutyReading({ ...around, clause: '' });
    const words = text.slice(reading.start, moment.start);
    const isItem = forms.scheduled.test(words) || forms.bareName.test(words);
    return isItem && papersInTurn.has(reading.kind) ? reading : undefined;
  },
  function ahead({ text, floor, moment, until }) {
    const before = text.slice(floor, moment.start);
    if (forms.leading.test(before) && forms.leadingDuty.test(until)) return dutyAfter(moment, until);
    return forms.onDay.test(before) && forms.onDayDuty.test(until) ? actAfter(moment, until) : null;
  },
];

/** What a briefing schedule lists. */
const papersInTurn: ReadonlySet<PrintedKind> = new Set<PrintedKind>([
  'answer',
  'response',
  'reply',
  'objection',
]);
