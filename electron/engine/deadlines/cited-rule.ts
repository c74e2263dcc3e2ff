import type { CitedRule } from '../../../shared/model/deadlines.ts';
import type { TimeResult } from '../../../shared/model/time-counting.ts';

/**
 * What to tell of a rule whose text nobody checked against the court's own; null of one that was.
 *
 * @example unconfirmedText({ cite: 'LCR 7(d)(4)', confidence: 'unverified' }) // 'LCR 7(d)(4): confirm against the court’s site.'
 */
export function unconfirmedText(rule: Pick<CitedRule, 'cite' | 'confidence'>): string | null {
  return rule.confidence === 'unverified' ? `${rule.cite}: confirm against the court’s site.` : null;
}

/** The result with the warning its rule calls for. */
export function withRuleWarning(
  result: TimeResult,
  rule: Pick<CitedRule, 'cite' | 'confidence'> | null,
): TimeResult {
  const message = rule && unconfirmedText(rule);
  return message
    ? { ...result, warnings: [...result.warnings, { code: 'RULE_UNCONFIRMED', message }] }
    : result;
}
