import type { Deadline } from '../../model/deadlines.ts';
import type { Period } from '../../model/time-counting.ts';
import { formatMoment } from '../court-words.ts';

type Explained = Pick<
  Deadline,
  'source' | 'rule' | 'period' | 'regime' | 'contract' | 'triggerAt' | 'trigger' | 'overrides' | 'printed'
>;

/**
 * Why a deadline is when it is, in a sentence: "Set by the court’s order" or "48 hours after Mon, Jan 11, 2021, 5:00 PM PST
 * (LCR 65(b)(5))".
 *
 * @param timeZone the court's IANA zone
 */
export function reasonOf(deadline: Explained, timeZone: string): string {
  const counted = countOf(deadline, timeZone);
  const order = deadline.overrides.at(-1);
  if (order)
    return `Set by the court’s order${order.note === '' ? '' : ` (${order.note})`}. By itself: ${lower(counted)}`;
  if (deadline.printed) return 'As the clerk printed it on the docket';
  return counted;
}

function countOf(deadline: Explained, timeZone: string): string {
  const { rule, period, triggerAt, regime, contract } = deadline;
  const cite = regime === 'contract' ? (contract?.clause ?? '') : (rule?.cite ?? '');
  const behind = cite === '' ? '' : ` (${cite})`;
  if (period.unit === 'fixed')
    return `${deadline.source === 'order' ? 'Set by the court’s order' : 'A date certain'}${behind}`;
  return `${periodWords(period)} ${formatMoment(triggerAt, timeZone)}${behind}`;
}

/** "48 hours after", "14 days before", "the fourth Friday after". */
export function periodWords({ count, unit, direction, isCap }: Period): string {
  if (unit === 'fixed') return 'on';
  if (unit === 'monday_before') return 'the Monday before';
  if (unit === 'fridays') return `Friday ${count} after`;
  const one = unit.slice(0, -1);
  const length = `${count.toLocaleString('en-US')} ${count === 1 ? one : unit}`;
  return `${isCap ? 'at most ' : ''}${length} ${direction}`;
}

function lower(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
