import { eventWords } from '../../../shared/domain/deadlines/event-words.ts';
import { periodWords } from '../../../shared/domain/deadlines/reason.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { CourtMoment } from '../../../shared/model/court-time.ts';
import { formatMoment } from '../../client/index.ts';
import { nextWords as words } from './words.ts';

/** What of a deadline says when it is due and why. */
export type Explained = Pick<
  Deadline,
  'source' | 'period' | 'trigger' | 'triggerAt' | 'overrides' | 'rule' | 'contract'
>;

/** The moment that holds: with its minute where it has one. */
export function momentOf({ due, dueAt }: Pick<Deadline, 'due' | 'dueAt'>): CourtMoment {
  return dueAt ?? due;
}

/** Whether it is the first moment for something, and not the last: it can be early, never late. */
export function isEarliest({ rule }: Pick<Deadline, 'rule'>): boolean {
  return rule?.kind === 'earliest';
}

/** What a trigger is, in words that go on from "after" or "before". */
export function eventText({ kind, event }: Deadline['trigger']): string {
  if (event !== 'other') return eventWords[event];
  return kind === 'deadline' ? words.otherDeadline : kind === 'entry' ? words.entry : eventWords.other;
}

/**
 * What a deadline runs from, for a line of a list: "48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST".
 * For one that nothing was counted for, how its date came.
 */
export function triggerText(deadline: Explained, timeZone: string): string {
  const { source, period, trigger, triggerAt, rule } = deadline;
  if (source === 'printed') return words.printed;
  if (period.unit === 'fixed' && rule === null) return source === 'order' ? words.order : words.hand;
  return `${capital(periodWords(period))} ${eventText(trigger)}, ${formatMoment(triggerAt, timeZone)}`;
}

/**
 * Why a deadline is due when it is, in one sentence.
 *
 * @example whySentence(deadline, 'America/Los_Angeles')
 *   // '48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST (LCR 65(b)(5)).'
 */
export function whySentence(deadline: Explained, timeZone: string): string {
  const { rule, contract, overrides } = deadline;
  const counted = triggerText(deadline, timeZone).replace(/\.$/, '');
  const cite = contract?.clause || (rule?.cite ?? '');
  const sentence = cite === '' ? `${counted}.` : `${counted} (${cite}).`;
  return overrides.length === 0 ? sentence : `${words.order} Without it: ${lowerFirst(sentence)}`;
}

/**
 * The line under a deadline's title: what it runs from, or what was counted before an order set another time.
 *
 * @example lineOf(overridden, 'America/Los_Angeles') // 'By order of the court. Counted: Wed, Jan 13, 2021, 5:00 PM PST'
 */
export function lineOf(
  deadline: Explained & Pick<Deadline, 'computed' | 'printed'>,
  timeZone: string,
): string {
  const { overrides, computed, printed } = deadline;
  const before = printed?.due ?? (computed && momentOf(computed));
  if (overrides.length === 0) return triggerText(deadline, timeZone);
  if (before === null) return words.order;
  const what = printed === null ? words.counted : words.printedBefore;
  return `${words.order} ${what} ${formatMoment(before, timeZone)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
