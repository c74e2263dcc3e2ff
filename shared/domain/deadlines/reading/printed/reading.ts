import { segmentStart } from './clauses.ts';
import * as forms from './forms.ts';
import { dutyOf, settingOf, type PrintedKind } from './kinds.ts';
import type { PrintedMoment } from './moments.ts';

/** What a date is for, and where the words that say so are. */
export interface Reading {
  readonly kind: PrintedKind;
  readonly label: string;
  readonly start: number;
  /** Where the words end, where they follow the date. */
  readonly end?: number;
}

export type Place = Pick<PrintedMoment, 'at' | 'start' | 'end'>;

/** The words about one date of a text. */
export interface Surroundings {
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

/** What "set for" refers to: a paper that is due, or something that is heard; null where the words name neither. */
export function settingReading(around: Surroundings): Reading | null {
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

/** "Brief in Opposition set to 8/2/02": a paper is due, nothing is heard. */
export function isPaper(words: string): boolean {
  const kind = dutyOf(words);
  return kind !== null && kind !== 'motion' && kind !== 'discovery' && settingOf(words, false) === null;
}

/** What is due by the words before a date; where they do not say, by the whole clause. */
export function dutyReading({ text, moment, floor, from, clause }: Surroundings): Reading {
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
export function timeToAct(
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
export function actAfter(moment: Pick<PrintedMoment, 'start' | 'end'>, until: string): Reading | null {
  const due = dutyAfter(moment, until);
  const held = settingOf(due.label, false);
  if (held) return { ...due, kind: held.kind };
  return dutyOf(due.label) === null ? null : due;
}

/** "On or before 1/13/2021, the parties shall file …": all that says what is due follows the date. */
export function dutyAfter(moment: Pick<PrintedMoment, 'start' | 'end'>, until: string): Reading {
  const words = /^(?:[^.;]|\.(?!\s)|(?<=\s\p{Lu})\.){0,120}/u.exec(until)![0];
  return {
    kind: dutyOf(words) ?? 'other_due',
    label: tidy(words.replace(/^[),\s]+/, '')),
    start: moment.start,
    end: moment.end + words.trimEnd().length,
  };
}

export function labeled(kind: PrintedKind, words: string, moment: Place, form: RegExp): Reading {
  return at(kind, words, form.exec(words)!.index, moment);
}

/** `words` ends where the date begins. */
export function at(kind: PrintedKind, words: string, index: number, moment: Place): Reading {
  return { kind, label: tidy(words.slice(index)), start: moment.start - words.length + index };
}

const leadingSpace = (words: string) => words.length - words.trimStart().length;
/** Words on one line, without what leads to the date. */
export const tidy = (words: string) =>
  words
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s:,(]{1,4}$/, '');
