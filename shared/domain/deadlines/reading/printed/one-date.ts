import { roleOf } from '../../../docket/threads/role.ts';
import * as forms from './forms.ts';
import { clauseStart, segmentStart } from './clauses.ts';
import { dutyOf, settingOf, type PrintedKind } from './kinds.ts';
import type { PrintedMoment } from './moments.ts';
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

/** What a date is for, and where the words that say so are. */
export interface Reading {
  readonly kind: PrintedKind;
  readonly label: string;
  readonly start: number;
  /** Where the words end, where they follow the date. */
  readonly end?: number;
}

type Place = Pick<PrintedMoment, 'at' | 'start' | 'end'>;

/** The words about one date of a text. */
interface Surroundings {
  readonly text: string;
  readonly moment: Place;
  /** Where the words that say what it is for begin at the earliest. */
  readonly floor: number;
  /** Where the date before it ends. */
  readonly from: number;
  /** The clause, up to the date. */
  readonly clause: string;
  /** From the date before it. */
  readonly gap: string;
  /** Up to the next date. */
  readonly after: string;
  /** What follows, whether or not another date is in it. */
  readonly until: string;
}

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
  const { clause, gap, after } = around;
  if (isNothingSet(around)) return null;
  const isUndone = isTakenBack(around);

  const stay = isParty ? null : stayUntil(clause);
  if (stay !== null) return isUndone ? null : at('other_due', clause, stay, moment);
  const expiring = isOfBriefing(clause) ? null : forms.expiring.exec(gap);
  if (expiring && !forms.onlyIf.test(expiring[0]) && !forms.ofAnotherThing.test(gap.slice(0, expiring.index)))
    return isUndone ? null : labeled('expiry', gap, moment, forms.expiring);
  // "granting Motion for TRO. Defendants have until": what another sentence gives time for is not the end of the restraint.
  const said = clause.length < gap.length ? clause : gap;
  if (!isParty && forms.restraintUntil.test(said) && forms.restrains.test(text))
    return isUndone || forms.restraintUndone.test(clause)
      ? null
      : labeled('expiry', said, moment, forms.restraintUntil);
  const lasting =
    !isParty && !isUndone && forms.restrains.test(text) ? lastsUntil(clause, gap, around.until) : null;
  if (lasting?.isAhead)
    return { ...timeToAct(text, moment.start - clause.length + lasting.from, moment, after), kind: 'expiry' };
  if (lasting) return at('expiry', clause, lasting.from, moment);
  if (forms.noting.test(gap)) return isUndone ? null : labeled('noting_date', gap, moment, forms.noting);
  if (forms.due.test(gap)) return isUndone ? null : dutyReading(around);
  if (!isParty && !isUndone && extendsRestraint(clause, said)) {
    if (!forms.aboutRestraint.test(clause)) return { ...dutyReading(around), kind: 'expiry' };
    const found = settingOf(clause, false);
    if (found) return at(found.kind, clause, found.at, moment);
  }
  if (/\bof\s{1,2}$/.test(gap) && forms.laterMoved.test(after)) return null;
  if (forms.deadline.test(gap)) return isUndone ? null : dutyReading(around);
  // "The hearing on January 14 will begin at 10:00 a.m. instead of 9:00 a.m."
  const heardAtOther = !isParty && forms.otherHour.test(around.until) ? settingOf(gap, false) : null;
  if (heardAtOther) return at(heardAtOther.kind, gap, heardAtOther.at, moment);
  if (!isParty && forms.shouldBe.test(gap)) {
    if (/\bexpir/i.test(clause)) return { ...dutyReading(around), kind: 'expiry' };
    // "The hearing was entered as January 14, 2027; the correct date is": what is corrected may be named before the day it had.
    const words = settingOf(clause, false) ? clause : text.slice(around.floor, moment.start);
    const corrected = settingOf(words, false);
    if (corrected) return at(corrected.kind, words, corrected.at, moment);
  }
  const isPrintedBySystem = moment.at.length > 10 && forms.systemHearing.test(gap);
  if (forms.set.test(gap) || forms.setBare.test(gap) || forms.settingCorrected.test(gap))
    return isUndone ||
      forms.undoing.test(clause) ||
      forms.enjoinedFrom.test(clause) ||
      (isParty && /\bscheduled\b/i.test(gap) && !isPrintedBySystem)
      ? null
      : settingReading(around);
  if (
    !isParty &&
    !isUndone &&
    moment.at.length > 10 &&
    ((forms.setByName.test(gap) &&
      forms.ownSetting.test(text) &&
      !forms.told.test(clause) &&
      !forms.askedOf.test(clause)) ||
      forms.movingTo.test(clause))
  ) {
    const found = settingOf(clause);
    if (found) return at(found.kind, clause, found.at, moment);
  }
  if (forms.presentment.test(clause) && /^\W{0,6}(?:\w{1,12} )?notice/i.test(text))
    return at('hearing', clause, Math.max(0, clause.search(/presentment|notice of/i)), moment);
  return isParty || isUndone || isRefused(clause) ? null : orderedReading(besideRefusal(around));
}

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

/** What "set for" refers to: a paper that is due, or something that is heard; null where the words name neither. */
function settingReading(around: Surroundings): Reading | null {
  const { text, moment, floor, from, clause, gap } = around;
  if (
    // "will be heard on two days' notice on": the notice is no paper that is due.
    !/\bheard\b[^.;]*$/i.test(gap) &&
    isPaper(text.slice(segmentStart(text, Math.max(floor, from), moment.start), moment.start))
  )
    return dutyReading(around);
  const inGap = settingOf(gap);
  const words = inGap ? gap : settingOf(clause) ? clause : text.slice(floor, moment.start);
  const found = settingOf(words);
  return found && at(found.kind, words, found.at, moment);
}

/** What a court orders for a date without saying "due" or "set" before it. */
function orderedReading(around: Surroundings): Reading | null {
  const { text, moment, floor, clause, gap, after, until } = around;
  if (forms.toAnother.test(gap) && forms.movingFrom.test(clause)) {
    if (isPaper(clause)) return dutyReading(around);
    const found = settingOf(clause);
    if (found) return at(found.kind, clause, found.at, moment);
  }
  if (forms.thenBy.test(clause) && forms.thenAct.test(until)) return dutyAfter(moment, until);
  if (isDueBy(text, gap)) return dutyReading(around);
  const heard = forms.hearing.test(clause) ? settingOf(clause) : null;
  if (heard) return at(heard.kind, clause, heard.at, moment);
  if (forms.deemed.test(clause) && forms.deemedBehind.test(until)) return dutyReading(around);
  const ownTime = forms.ownTime.exec(gap);
  if (ownTime && forms.toAct.test(gap) && forms.toAct.test(until))
    return timeToAct(text, moment.start - ownTime[0].length, moment, after);
  if (forms.filedOn.test(clause)) return dutyReading(around);
  if (forms.limitedTo.test(clause)) return null;
  if (forms.duty.test(clause) && forms.bound.test(clause) && !/\bafter\b[^.;]{0,20}$/i.test(clause))
    return dutyReading(around);
  if (forms.hasUntil.test(clause) && forms.toAct.test(until))
    return timeToAct(text, dutyReading(around).start, moment, after);
  if (
    forms.extended.test(clause) &&
    dutyOf(clause) !== null &&
    !/\b(?:excluded|stayed|abeyance|detained|custody)\b/i.test(clause)
  )
    return dutyReading(around);
  if (forms.grantedUntil.test(clause) && forms.toAct.test(until))
    return timeToAct(text, dutyReading(around).start, moment, after);
  if (
    forms.ownSetting.test(text) ||
    forms.dueBefore.test(text.slice(Math.max(0, around.from - 90), around.from))
  ) {
    const listed = dutyReading({ ...around, clause: '' });
    const words = text.slice(listed.start, moment.start);
    if (papersInTurn.has(listed.kind) && (forms.scheduled.test(words) || forms.bareName.test(words)))
      return listed;
  }
  if (forms.leading.test(text.slice(floor, moment.start)) && forms.leadingDuty.test(until))
    return dutyAfter(moment, until);
  return forms.onDay.test(text.slice(floor, moment.start)) && forms.onDayDuty.test(until)
    ? actAfter(moment, until)
    : null;
}

/** What a briefing schedule lists. */
const papersInTurn: ReadonlySet<PrintedKind> = new Set<PrintedKind>([
  'answer',
  'response',
  'reply',
  'objection',
]);

/** "Brief in Opposition set to 8/2/02": a paper is due, nothing is heard. */
function isPaper(words: string): boolean {
  const kind = dutyOf(words);
  return kind !== null && kind !== 'motion' && kind !== 'discovery' && settingOf(words, false) === null;
}

/** What is due by the words before a date; where they do not say, by the whole clause. */
function dutyReading({ text, moment, floor, from, clause }: Surroundings): Reading {
  const start = segmentStart(text, Math.max(floor, from), moment.start);
  const words = text.slice(start, moment.start);
  const kind = dutyOf(words) ?? dutyOf(clause) ?? 'other_due';
  const named = kind === 'motion' ? forms.namedDue.exec(words) : null;
  if (named)
    return {
      kind: dutyOf(named[0])!,
      label: tidy(named[0]),
      start: start + named.index,
    };
  // "Plaintiff's reply, previously due January 8, is now due": what is due was named before the day it had.
  if (!named && from > floor && auxiliary.test(words) && clause.length > moment.start - start) {
    const [skipped] = /^\s*(?:[\p{Lu} -]{3,40}:\s)?\s*/u.exec(clause)!;
    return { kind, label: tidy(words), start: moment.start - clause.length + skipped.length };
  }
  return { kind, label: tidy(words), start: start + leadingSpace(words) };
}

/** Words that name nothing: ", is now due", "under LCR 7(d), is instead due". */
const auxiliary =
  /^[\s,]*(?:(?:under|per|pursuant to)\s[^,;]{1,40},\s)?(?:(?:is|are|was|shall|will|be|now|hereby|instead|due|by|on|set|for|to)[\s,]+)*$/i;

/** "Smith has until 1/13/2021 to answer": the duty follows the date, whose words begin at `start`. */
function timeToAct(
  text: string,
  start: number,
  moment: Pick<PrintedMoment, 'start' | 'end'>,
  after: string,
): Reading {
  const words = /^(?:(?!,?\sand\s\p{Lu})[^.;]){0,80}/u.exec(after)![0];
  const quoted = `${text.slice(start, moment.start).trim()} … ${words.replace(/^[,\s]+/, '').trim()}`;
  return {
    kind: dutyOf(words) ?? 'other_due',
    label: tidy(quoted),
    start,
    end: moment.end + words.trimEnd().length,
  };
}

/** "On 1/13/2021, the Court will hold a hearing": what is held on a day, or else what is due, follows it. */
function actAfter(moment: Pick<PrintedMoment, 'start' | 'end'>, until: string): Reading | null {
  const due = dutyAfter(moment, until);
  const held = settingOf(due.label, false);
  if (held) return { ...due, kind: held.kind };
  return dutyOf(due.label) === null ? null : due;
}

/** "On or before 1/13/2021, the parties shall file …": all that says what is due follows the date. */
function dutyAfter(moment: Pick<PrintedMoment, 'start' | 'end'>, until: string): Reading {
  const words = /^(?:[^.;]|\.(?!\s)|(?<=\s\p{Lu})\.){0,120}/u.exec(until)![0];
  return {
    kind: dutyOf(words) ?? 'other_due',
    label: tidy(words.replace(/^[),\s]+/, '')),
    start: moment.start,
    end: moment.end + words.trimEnd().length,
  };
}

function labeled(kind: PrintedKind, words: string, moment: Place, form: RegExp): Reading {
  return at(kind, words, form.exec(words)!.index, moment);
}

/** `words` ends where the date begins. */
function at(kind: PrintedKind, words: string, index: number, moment: Place): Reading {
  return { kind, label: tidy(words.slice(index)), start: moment.start - words.length + index };
}

const leadingSpace = (words: string) => words.length - words.trimStart().length;
/** Words on one line, without what leads to the date. */
export const tidy = (words: string) =>
  words
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s:,(]{1,4}$/, '');
