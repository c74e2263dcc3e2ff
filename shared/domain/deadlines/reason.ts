import { capitalized } from '../capitalized.ts';
import type { Deadline } from '../../model/deadlines.ts';
import type { Period } from '../../model/time-counting.ts';
import { formatNumber } from '../amounts.ts';
import { formatMoment } from '../court-words.ts';
import { eventWords } from './event-words.ts';

/** The fields of a deadline that say when it is due and why. */
type Explained = Pick<
  Deadline,
  'source' | 'rule' | 'period' | 'contract' | 'trigger' | 'triggerAt' | 'overrides' | 'printed'
>;
type Based = Omit<Explained, 'overrides'>;

const ordered = 'set by the court’s order';

/**
 * Why a deadline is due when it is. For one that an order set, the order and what was counted without it.
 *
 * @param timeZone the court's IANA zone
 * @example
 * reasonOf(response, 'America/Los_Angeles')
 * // '48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST (LCR 65(b)(5)).'
 */
export function reasonOf(deadline: Explained, timeZone: string): string {
  const counted = citedBasisOf(deadline, timeZone);
  const order = deadline.overrides.at(-1);
  return order ? `${orderSentence(order.note)} Without it: ${counted}.` : sentence(counted);
}

/**
 * That an order set a time.
 *
 * @param order what tells the order from others, such as its entry; may be empty
 * @example orderSentence('entry 10') // 'Set by the court’s order (entry 10).'
 */
export function orderSentence(order: string): string {
  return sentence(order === '' ? ordered : `${ordered} (${order.replace(/\.$/, '')})`);
}

/**
 * What a deadline is counted from, or how its date came where nothing is counted, in words within a sentence. Orders that set
 * another time are ignored.
 *
 * @param timeZone the court's IANA zone
 * @example basisOf(response, 'America/Los_Angeles')
 *   // '48 hours after service of the TRO motion, Mon, Jan 11, 2021, 5:00 PM PST'
 */
export function basisOf(deadline: Based, timeZone: string): string {
  const { source, period, trigger, triggerAt, printed, rule } = deadline;
  if (printed) return 'as the clerk printed it on the docket';
  if (period.unit === 'fixed' && rule === null) return source === 'order' ? ordered : 'on the date given';
  const isAtEnd = period.unit === 'fixed' && trigger.kind === 'deadline' && trigger.event === 'other';
  const when = isAtEnd ? 'when another deadline ends' : `${periodWords(period)} ${eventText(trigger)}`;
  return `${when}, ${formatMoment(triggerAt, timeZone)}`;
}

/** The same followed by the rule or the clause: "48 hours after …, 5:00 PM PST (LCR 65(b)(5))". */
export function citedBasisOf(deadline: Based, timeZone: string): string {
  const cite = deadline.printed ? '' : citeOf(deadline);
  return `${basisOf(deadline, timeZone)}${cite === '' ? '' : ` (${cite})`}`;
}

/** The clause or the rule that a deadline is counted by; empty where none is cited. */
export function citeOf({ contract, rule }: Pick<Deadline, 'contract' | 'rule'>): string {
  return contract?.clause || (rule?.cite ?? '');
}

/** What a trigger is, in words that can follow "after" or "before". */
export function eventText({ kind, event }: Pick<Deadline['trigger'], 'kind' | 'event'>): string {
  if (event !== 'other') return eventWords[event];
  return kind === 'deadline' ? 'another deadline' : kind === 'entry' ? 'the docket entry' : eventWords.other;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** "48 hours after", "14 days before", "the second Friday after". */
export function periodWords({ count, unit, direction, isCap }: Period): string {
  if (unit === 'fixed') return 'on';
  if (unit === 'monday_before') return 'the Monday before';
  if (unit === 'fridays') return `the ${ordinals[count - 1] ?? `${count}th`} Friday after`;
  const one = unit.slice(0, -1);
  const length = `${formatNumber(count)} ${count === 1 ? one : unit}`;
  return `${isCap ? 'at most ' : ''}${length} ${direction}`;
}

/** Turns words within a sentence into a sentence of their own: "At most 14 days after … ." */
export const sentence = (words: string): string => `${capitalized(words)}.`;
