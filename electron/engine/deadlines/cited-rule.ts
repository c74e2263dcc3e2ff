import type { CitedRule } from '../../../shared/model/deadlines.ts';
import type { CourtPlace, TimeResult } from '../../../shared/model/time-counting.ts';

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

/**
 * The court whose rules may end the last day before midnight; none of a rule's first moment for something, which has no last day.
 *
 * @param court code; empty or undefined where it is not known
 */
export function endingCourt(
  rule: Pick<CitedRule, 'kind'> | null,
  court: string | undefined,
): Pick<CourtPlace, 'court'> {
  return court && rule?.kind !== 'earliest' ? { court } : {};
}
