import type { CourtMoment } from '../../../../model/court-time.ts';
import type { TriggerEvent } from '../../../../model/rule-pack.ts';
import type { Period } from '../../../../model/time-counting.ts';
import { compareMoments, momentText, parseMoment } from '../../time/index.ts';
import type { FiledPaper } from '../docket/filed-papers.ts';
import { isSetting, type PrintedKind } from '../printed/kinds.ts';
import type { PrintedDate } from '../printed/read-printed.ts';
import { isWholePeriod, periodForm, type UndatedDuty } from './time-words.ts';

/** How what an order makes due is counted from a date that the same entry prints. */
export interface CountedFromDate {
  readonly event: TriggerEvent;
  readonly at: CourtMoment;
  readonly period: Period;
  /** Why it may run from another moment, in a sentence; null where it cannot. */
  readonly doubt: string | null;
  /** The date it is counted from. */
  readonly base: PrintedDate;
}

/** What is counted from, by what its date is for. */
const events: Partial<Record<PrintedKind, TriggerEvent>> = {
  hearing: 'hearing',
  conference: 'hearing',
  trial: 'trial',
  response: 'opposition_due',
};

const own = String.raw`(?:(?:the|such|said|that|any|its|their|[\p{L}.]{1,20}['’]s?)\s){0,3}`;
/** "24 hours before the TRO hearing", "7 days after the hearing", behind the period. */
const aroundSetting = new RegExp(
  String.raw`^\s(?:(?<before>before|prior\sto|in\sadvance\sof|preceding)|after|following)\s${own}(?:(?:tro|motion|preliminary|injunction|pi|evidentiary|show|cause|status|oral|pretrial|scheduled)\s){0,3}(?:(?<hearing>hearing|argument)|(?<conference>conference)|(?<trial>trial))\b(?!\s(?:brief|exhibit|date\s(?:is|has)))`,
  'iu',
);
/** "3 days after service of the opposition", "24 hours of Defendant's response". */
const afterOpposition = new RegExp(
  String.raw`^\s(?:after|from|of|following)\s(?:(?:the\s)?(?:date|day|time)\s(?:and\s(?:date|time)\s)?of\s)?(?:(?:the\s)?(?:filing|service|receipt)\s(?:(?:and|or)\s(?:filing|service|receipt)\s)?of\s)?${own}(?:opposition|response)\b(?!\s(?:to|deadline\b.*\bextended))`,
  'iu',
);
/** "24 hours thereafter", "reply 3 days later". */
const afterThat = /^\s(?:(?:thereafter|later|after\sthat|after\swhich)\b|after$)/i;
/** "replies in 5 days", "Plaintiff has three days to reply": nothing that says from when. */
const nothingElse = /^(?:\s(?:in which\s)?to\s(?:(?:file|submit)\s(?:an?|any|its)\s)?repl(?:y|ies))?$/i;
/** Between a date and what is counted from it: nothing that may give another one. */
const next = /^[\s,;.:)]{0,6}(?:(?:and|with|any|the)\s){0,2}$/i;

/**
 * How a period that an order names is counted from a hearing or a due date of the same entry: back or on from the only hearing, or on from the
 * only opposition or the date right before it; a reply of which nothing else is said, from the opposition. Null where its words do not say so, or leave a choice, or its hours have no minute to run from.
 *
 * @param duty see `readUndatedDuties`
 * @param text of the entry without its attachments
 * @param printed dates of the entry
 * @example “Opposition due January 7, 2027 at noon; reply 24 hours thereafter.”
 */
export function countedFromDate(
  duty: UndatedDuty,
  text: string,
  printed: readonly PrintedDate[],
): CountedFromDate | null {
  const { kind, quote, period } = duty;
  const behind = behindPeriod(duty);
  if (period === null || behind === null) return null;
  const setting = aroundSetting.exec(behind);
  const base = setting
    ? onlyOne(printed, settingKind(setting))
    : afterOpposition.test(behind)
      ? onlyOne(printed, 'response')
      : afterThat.test(behind)
        ? dateBefore(text, text.indexOf(quote), printed)
        : kind === 'reply' && nothingElse.test(behind)
          ? onlyOne(printed, 'response')
          : null;
  // Hours run from a minute.
  if (base === null || (period.unit === 'hours' && base.due.length === 10)) return null;
  const event = events[base.kind];
  if (event === undefined) return null;
  return {
    event,
    at: base.due,
    period: {
      ...period,
      direction: setting?.groups!['before'] === undefined ? 'after' : 'before',
      isCap: false,
    },
    doubt: isSetting(base.kind)
      ? null
      : `Counted from ${momentText(parseMoment(base.due))}, when the paper before it is due. Where that one is filed or served sooner, this time may run from then.`,
    base,
  };
}

/**
 * How a period that runs from an opposition is counted from the one that was filed since: where its words name the opposition, or the day by
 * which the same entry wants one is later. Null where none was filed, or later, or at an hour that its entry does not tell.
 *
 * @param fromDate see `countedFromDate`
 * @param filed the oppositions to the same motion that were filed since, in docket order
 * @example “Opposition due January 12, 2027; reply 3 days after service of the opposition”, which was filed January 8
 */
export function countedFromFiling(
  duty: UndatedDuty,
  fromDate: CountedFromDate | null,
  filed: readonly FiledPaper[],
): Omit<CountedFromDate, 'base'> | null {
  const behind = behindPeriod(duty);
  const [first, ...others] = filed;
  const at = first?.at ?? null;
  if (duty.period === null || behind === null || at === null) return null;
  const isNamed = afterOpposition.test(behind);
  if (!isNamed && fromDate?.event !== 'opposition_due') return null;
  if (fromDate !== null && compareMoments(at, fromDate.at) >= 0) return null;
  if (duty.period.unit === 'hours' && at.length === 10) return null;
  return {
    event: 'opposition_filed',
    at: duty.period.unit === 'hours' ? at : at.slice(0, 10),
    period: { ...duty.period, direction: 'after', isCap: false },
    doubt:
      isNamed && others.length === 0
        ? null
        : `${first!.said} Counted from then, the earliest it can run; check from which paper or day it does.`,
  };
}

/** What follows the period in its words; null where they give a time besides it. */
function behindPeriod(duty: UndatedDuty): string | null {
  const match = periodForm.exec(duty.quote);
  return match && isWholePeriod(duty) ? duty.quote.slice(match.index + match[0].length) : null;
}

function settingKind({ groups }: RegExpExecArray): PrintedKind {
  if (groups!['trial'] !== undefined) return 'trial';
  return groups!['conference'] === undefined ? 'hearing' : 'conference';
}

/** The date of a kind, where the entry prints no two days or hours for it. */
function onlyOne(printed: readonly PrintedDate[], kind: PrintedKind): PrintedDate | null {
  const [first, ...others] = printed.filter((one) => one.kind === kind);
  return first && others.every(({ due }) => due === first.due) ? first : null;
}

/** The date right before a place. */
function dateBefore(text: string, start: number, printed: readonly PrintedDate[]): PrintedDate | null {
  const before = printed
    .filter(({ end }) => end <= start)
    .toSorted((a, b) => a.end - b.end)
    .at(-1);
  return before && next.test(text.slice(before.end, start)) ? before : null;
}
