import { AppError } from '../../../errors/app-error.ts';
import type { DeadlineRule } from '../../../model/rule-pack.ts';
import type { Period } from '../../../model/time-counting.ts';

/**
 * What the time counter needs of a rule.
 *
 * @throws AppError DEADLINE_RULE_NOT_COUNTED for a rule of kind `event`, which is due with an event and has no period
 * @example periodOf(troCap) // { count: 14, unit: 'days', direction: 'after', isCap: true }
 */
export function periodOf(
  rule: Pick<DeadlineRule, 'id' | 'kind' | 'isDayAfter' | 'count' | 'unit' | 'direction'>,
): Period {
  const { id, kind, isDayAfter, count, unit, direction } = rule;
  if (count === null || unit === null || direction === null) {
    throw new AppError('DEADLINE_RULE_NOT_COUNTED', { rule: id });
  }
  return { count, unit, direction, isCap: kind === 'cap', ...(isDayAfter && { isDayAfter }) };
}
