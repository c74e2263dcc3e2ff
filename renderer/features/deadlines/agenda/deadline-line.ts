import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { basisOf, orderSentence, sentence } from '../../../../shared/domain/deadlines/reason.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatMoment } from '../../../client/index.ts';
import { nextWords as words } from '../words.ts';

/**
 * The line under a deadline's title: what it runs from, or what was counted before an order set another time.
 *
 * @example lineOf(overridden, 'America/Los_Angeles') // 'Set by the court’s order. Counted: Wed, Jan 13, 2021, 5:00 PM PST'
 */
export function lineOf(deadline: Deadline, timeZone: string): string {
  const { overrides, computed, printed } = deadline;
  if (overrides.length === 0) return sentence(basisOf(deadline, timeZone));
  const before = printed?.due ?? (computed && effectiveDue(computed));
  if (before === null) return orderSentence('');
  const what = printed === null ? words.counted : words.printedBefore;
  return `${orderSentence('')} ${what} ${formatMoment(before, timeZone)}`;
}
