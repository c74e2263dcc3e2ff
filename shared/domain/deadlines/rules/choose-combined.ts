import type { DeadlineRule } from '../../../model/rule-pack.ts';
import type { TimeResult } from '../../../model/time-counting.ts';

interface Counted {
  readonly rule: Pick<DeadlineRule, 'combine'>;
  readonly result: Pick<TimeResult, 'due' | 'dueAt'>;
}

/**
 * Among counted periods that compete, those that count: the earliest or the latest of each combine key, and every period that
 * competes with none. Order is kept; of equal ends the first counts.
 *
 * Only periods whose event is known can be compared. Where the latest counts, an event not yet known can only move the end
 * later; where the earliest counts, it may still move it earlier.
 *
 * @example chooseCombined([fromPleading, fromSummons, fromRemoval]).counting // the longest of Rule 81(c)(2)
 */
export function chooseCombined<C extends Counted>(counted: readonly C[]): { counting: C[]; yielding: C[] } {
  const chosen = new Map<string, C>();
  for (const one of counted) {
    const { combine } = one.rule;
    if (combine === null) continue;
    const best = chosen.get(combine.key);
    const isBetter =
      best === undefined ||
      (combine.take === 'earliest' ? endOf(one) < endOf(best) : endOf(one) > endOf(best));
    if (isBetter) chosen.set(combine.key, one);
  }
  const isCounting = (one: C) => one.rule.combine === null || chosen.get(one.rule.combine.key) === one;
  return { counting: counted.filter(isCounting), yielding: counted.filter((one) => !isCounting(one)) };
}

/** A day that ends at midnight ends after each of its minutes. Both forms compare as text. */
function endOf({ result }: Counted): string {
  return result.dueAt ?? `${result.due}T24:00`;
}
