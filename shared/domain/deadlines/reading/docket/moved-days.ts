import type { DatedEntry } from './later-entries.ts';
import { addDays } from '../../time/index.ts';
import { dutyOf, settingOf, type PrintedKind } from '../printed/kinds.ts';
import { findMoments, monthOf } from '../printed/moments.ts';
import { cardinalForm } from '../printed/number-words.ts';
import { isOfParty } from '../printed/one-date.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import { moves, takenAway, takesAway } from '../moving-words.ts';
import { quotedWords } from '../quoted-words.ts';

/** "No hearing will be held", "oral argument is unnecessary", "relieved of their obligation to respond": it falls away, whatever its day. */
const fallsAway = new RegExp(
  [
    String.raw`\bno\s(?!objection|opposition)(?:[\p{L}-]{1,14}\s){0,3}(?:hearing|argument|conference|appearance)\b(?!\s(?:date|time)\b)`,
    String.raw`\b(?:hearing|argument|conference|appearance)s?\s(?:is|are)\s(?:hereby\s)?(?:unnecessary|not (?:necessary|required|needed)|${takenAway})`,
    String.raw`\b(?:need not|(?:is|are) not required|relieved (?:of|from)|excused from)\b`,
  ].join('|'),
  'iu',
);
/** "The courthouse is closed on January 11, 2027": nothing is heard there. */
const courtClosed = /\b(?:court(?:house|room)?|building|offices?|division)\b[^.;]{0,40}\bclosed\b/i;
/** What a court does to a day it set. */
const changes = new RegExp(
  String.raw`\b(?:(?<!\bin\s)${moves}|${takenAway}|(?!stays?\b|strike\b)${takesAway}|shorten(?:s|ed|ing)|enlarg(?:es|ed|ing)|instead|rather than|convert(?:ed|ing)|extend(?:s|ed|ing)?|superseded|adopts?|should (?:be|read)|not go forward|not (?:be )?held|clerical error|correct (?:hearing )?(?:date|time)|(?:date|time)\b[^.;]{0,40}\bcorrected|(?:hours?|minutes?) (?:earlier|later)|${fallsAway.source}|but at|${courtClosed.source}|go(?:es)? forward at|now (?:be (?:held|heard)|take place|begin|start|commence|proceed|occur|convene|set|scheduled)|time change|new (?:date|day|time|hour)|(?:amended|corrected|superseding)\W{1,5}(?:\w{1,12}\s){0,3}(?:order|notice|setting|schedul\w*))\b`,
  'iu',
);
/** An order that takes the place of an earlier one, by its name, or sets a whole schedule anew. */
const correctedOrder =
  /^\W{0,6}(?:(?:second|third|further)\s)?(?:amended|corrected|superseding|revised)\s[^]{0,60}\border\b|\b(?:re-?sets?|adopts?|amends?|modif(?:ies|y)|revis(?:es|ed)|adjusts?)\s(?:(?:the|their)\s)?(?:[\w'’]{1,12}\s){0,2}(?:schedule|dates|deadlines)\b[^.:;]{0,40}:/i;
/** What is asked for and denied is not done. */
const refuses = /\bden(?:y|ies|ying|ied)\b/i;
const settings: ReadonlySet<PrintedKind> = new Set<PrintedKind>(['hearing', 'conference', 'trial']);
/** Settings of which only one exists at a time, so that a new one ends the one before. */
const onceAtATime: ReadonlySet<PrintedKind> = new Set<PrintedKind>([...settings, 'expiry']);
const settingNamed =
  /\b(?:hearings?|hrg|arguments?|conf(?:erences?)?|appearances?|trials?|arraignment|sentencing|matter)\b/i;
const restraintNamed = /\b(?:restraining order|t\.?r\.?o\b|restraint)/i;
const clauseEnd = /;\s|\.\s(?=[A-Z])/;
/** "the January 12 hearing", "the 1/12 hearing": a day without its year. */
const dayAlone =
  /\b(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(\d{1,2})|(\d{1,2})\/(\d{1,2}))\b(?![\d/]|,?\s\d{4})/gi;
/** What an order does is at its head. */
const longest = 4_000;

/**
 * Which printed dates a later entry of the court takes back or moves by naming their day ("Motion Hearing set for 1/12/2027 is VACATED",
 * "the January 12 hearing is continued"), or by resetting what is still to come ("Motion Hearing RESET for 1/26/2027"), each with a
 * sentence that says so. Such entries often have no number, and name none. Whether the dates still hold only a person can know.
 *
 * @param entries in docket order
 */
export function movedDates(entries: readonly DatedEntry[]): Map<PrintedDate, string> {
  const doubts = new Map<PrintedDate, string>();
  const standing = new Map<string, PrintedDate[]>();
  const set: PrintedDate[] = [];
  const due: PrintedDate[] = [];
  for (const { entry, printed } of entries) {
    if (entry.attachment !== null) continue;
    const text = entry.text.slice(0, longest);
    if (changes.test(text) && set.length + standing.size > 0 && !isOfParty(text)) {
      const on = entry.filedOn ?? entry.enteredOn ?? '';
      const name = entry.number === null ? 'A later entry' : `Entry ${entry.number}`;
      const clauses = text.split(clauseEnd);
      // "CORRECTED TEMPORARY RESTRAINING ORDER. Expires …": all that it sets is set anew.
      if (correctedOrder.test(clauses[0]!)) {
        const doubt = `${name} says ${quotedWords(clauses[0]!)}. Check whether this still stands.`;
        for (const date of setAnew(text, printed, set, on)) doubts.set(date, doubt);
      }
      for (const clause of clauses) {
        if (!changes.test(clause) || refuses.test(clause)) continue;
        const doubt = `${name} says ${quotedWords(clause)}. Check whether this still stands.`;
        const own = printed.filter(({ quote }) => clause.includes(quote.trim().replace(/\.$/, '')));
        for (const date of namedIn(clause, own, standing, on)) doubts.set(date, doubt);
        for (const date of setAnew(clause, own, set, on)) doubts.set(date, doubt);
        const whole = own.filter(({ isRelative }) => !isRelative);
        for (const date of toDayAlone(clause, whole, set, on)) doubts.set(date, doubt);
        for (const date of atHourNamed(clause, set, on)) doubts.set(date, doubt);
        for (const date of movedByAmount(clause, whole, set, due, on)) doubts.set(date, doubt);
      }
    }
    for (const date of printed) {
      const day = date.due.slice(5, 10);
      if (!standing.get(day)?.push(date)) standing.set(day, [date]);
      if (onceAtATime.has(date.kind)) set.push(date);
      else due.push(date);
    }
  }
  return doubts;
}

/** Earlier dates whose day the clause names, and does not give itself. */
function namedIn(
  clause: string,
  own: readonly PrintedDate[],
  standing: ReadonlyMap<string, readonly PrintedDate[]>,
  on: string,
): PrintedDate[] {
  const given = new Set(own.map(({ due }) => due.slice(0, 10)));
  const days = findMoments(clause).map(({ at }) => at.slice(0, 10));
  const alone = [...clause.matchAll(dayAlone)].map(([, month, day, monthNumber, dayNumber]) => {
    const number = month === undefined ? Number(monthNumber) : monthOf(month);
    return `${String(number).padStart(2, '0')}-${(day ?? dayNumber)!.padStart(2, '0')}`;
  });
  const fromToday = [...clause.matchAll(/\b(today|tomorrow)\b/gi)].map(([word]) =>
    on === '' ? '' : addDays(on, /tom/i.test(word) ? 1 : 0),
  );
  const earlier = (day: string) => standing.get(day.slice(-5)) ?? [];
  const isMeant = ({ kind }: PrintedDate): boolean =>
    settings.has(kind)
      ? settingNamed.test(clause) || courtClosed.test(clause)
      : kind === 'expiry'
        ? restraintNamed.test(clause)
        : dutyOf(clause) === kind;
  return [
    ...[...days, ...fromToday].flatMap((day) =>
      earlier(day).filter(({ due }) => due.startsWith(day) && !given.has(day)),
    ),
    ...alone.flatMap((day) => earlier(day).filter(({ due }) => !given.has(due.slice(0, 10)))),
  ].filter(isMeant);
}

/** Dates of the same kind still to come, where the clause resets them without naming the day they had. */
function setAnew(
  clause: string,
  own: readonly PrintedDate[],
  set: readonly PrintedDate[],
  on: string,
): PrintedDate[] {
  const places = own.map(({ quote }) => clause.lastIndexOf(quote) + quote.length);
  // A day that the clause names before what it sets is the one that is moved (see `namedIn`).
  const others = findMoments(clause).filter(
    ({ at }) => !own.some(({ due }) => due.startsWith(at.slice(0, 10))),
  );
  const anew = own.filter(({ kind }, i) => {
    const former = Math.max(0, ...places.filter((place) => place < places[i]!));
    return onceAtATime.has(kind) && !others.some(({ start }) => start >= former && start < places[i]!);
  });
  return set.filter(
    (date) =>
      date.due.slice(0, 10) >= on &&
      anew.some(
        ({ kind, due, label }) => kind === date.kind && due !== date.due && isAlike(label, date.label),
      ),
  );
}

/** "reset to January 28", "moved to Friday at 10 a.m.": a new day without its year. */
const newDayAlone =
  /\b(?:to|until|for)\s(?:\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?,?\s(?:on\s)?)?(?:(?:this|next|the following)\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}|\d{1,2}\/\d{1,2})\b(?![\d/]|,?\s\d{4})/i;

/** "advanced by one day", "extended for thirty (30) days", "adjourned sine die", "deferred until after mediation": to a day that is not named. */
const toNoDay = new RegExp(
  `\\b(?:${moves}|(?:shorten|extend|enlarg)\\w*)\\b[^.;]{0,60}?\\s(?:(?:an?|\\d{1,3}|${cardinalForm})\\s(?:\\(\\d{1,3}\\)\\s)?(?:(?:business|calendar|court)\\s)?(?:hour|day|week|month)s?\\b|sine die\\b|without (?:a )?date\\b|(?:until|pending) (?:further|after|such|the|a)\\b|to a (?:date|time) to be\\b|by (?:separate|further) (?:order|notice)\\b)`,
  'i',
);

/** "The response deadline is VACATED", "PI hearing off calendar": it is taken back, whatever its day. */
const takesBack = new RegExp(`\\b(?:${takenAway}|${takesAway})\\b`, 'i');

/** The setting still to come that the clause moves to a day without its year, or to none, where there is only one it can be. */
function toDayAlone(
  clause: string,
  own: readonly PrintedDate[],
  set: readonly PrintedDate[],
  on: string,
): PrintedDate[] {
  const kind = settingOf(clause, false)?.kind;
  const isMeant =
    newDayAlone.test(clause) ||
    toNoDay.test(clause) ||
    ((fallsAway.test(clause) || takesBack.test(clause)) && namesNoDay(clause));
  if (kind === undefined || own.length > 0 || !isMeant) return [];
  const toCome = set.filter((date) => date.kind === kind && date.due.slice(0, 10) >= on);
  const meant = toCome.filter(({ label }) => isAlike(clause, label));
  return meant.length === 1 ? meant : [];
}

/** "is now due tomorrow": papers that are due on a day without its date. */
const dueOnWeekday =
  /\b(?:due|to|until|by)\s(?:\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?,?\s(?:on\s)?|noon\s(?:on\s)?|on\s)?(?:tomorrow|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const papers: readonly (readonly [PrintedKind, RegExp])[] = [
  ['response', /\b(?:respon\w+|oppos\w+)\b/i],
  ['reply', /\brepl(?:y|ies)\b/i],
  ['answer', /\banswers?\b/i],
  ['objection', /\bobjections?\b/i],
];
/** What a paper is due by, and not the paper itself: "ORDER striking 12 Reply" takes back no time. */
const timeOfPaper = /\b(?:deadlines?|dates?|time|due|obligation)\b/i;
const allPapers = /\b(?:briefing|schedule|deadlines|due dates)\b/i;
const allDates = /\ball\s(?:[\p{L}-]{1,14}\s){0,3}dates\b/iu;

/** What is still to come that the clause moves without a date: the papers it names, all of them where it speaks of the briefing, or all dates. */
function movedByAmount(
  clause: string,
  own: readonly PrintedDate[],
  set: readonly PrintedDate[],
  due: readonly PrintedDate[],
  on: string,
): PrintedDate[] {
  const isMoved =
    [dueOnWeekday, toNoDay, fallsAway].some((form) => form.test(clause)) ||
    (takesBack.test(clause) && timeOfPaper.test(clause));
  if (own.length > 0 || !isMoved) return [];
  if (allDates.test(clause)) return [...set, ...due].filter((date) => date.due.slice(0, 10) >= on);
  const named = papers.filter(([, form]) => form.test(clause)).map(([kind]) => kind);
  if (named.length === 0 && !allPapers.test(clause)) return [];
  return due.filter(
    ({ kind, due }) => due.slice(0, 10) >= on && (named.length === 0 || named.includes(kind)),
  );
}

const namesNoDay = (clause: string) =>
  findMoments(clause).length === 0 && clause.search(dayAlone) < 0 && !/\b(?:today|tomorrow)\b/i.test(clause);

const hourNamed = /(?<![\d:/])(\d{1,2})(?::(\d{2}))?\s?([ap])\.?\s?m\b/gi;

/** Settings still to come whose hour the clause moves, where it names no day: "will begin at 1:30 PM instead of 10:00 AM", "is moved to 1:30 PM". */
function atHourNamed(clause: string, set: readonly PrintedDate[], on: string): PrintedDate[] {
  if (!settingNamed.test(clause) || !namesNoDay(clause)) return [];
  const hours = [...clause.matchAll(hourNamed)].map(
    ([, hour, minute = '00', half]) =>
      `${String((Number(hour) % 12) + (/p/i.test(half!) ? 12 : 0)).padStart(2, '0')}:${minute}`,
  );
  const toCome = set.filter(({ kind, due }) => settings.has(kind) && due.slice(0, 10) >= on);
  // Of two hours one is that which it had; one alone is the new one, or the same.
  if (hours.length > 1) return toCome.filter(({ due }) => hours.includes(due.slice(11)));
  return hours.length === 1 && toCome.length === 1 && toCome[0]!.due.slice(11) !== hours[0] ? toCome : [];
}

/** Words of a label that tell one setting from another of its kind: a scheduling conference from a pretrial one. All that is heard of one motion is alike. */
const telling =
  /\b(?:scheduling|status|pretrial|management|settlement|sentenc\w*|arraignment|re-arraignment|initial|appearance|detention|bond|plea|competency|discovery|default|claim|markman|fairness)\b/gi;

/** Whether two labels may name the same setting: none of their telling words differ, or one has none. */
function isAlike(one: string, other: string): boolean {
  const words = tellingWords(one);
  const others = tellingWords(other);
  return words.length === 0 || others.length === 0 || words.some((word) => others.includes(word));
}

const tellingWords = (label: string): readonly string[] => label.toLowerCase().match(telling) ?? [];
