import { circuitDayText } from '../../../shared/domain/deadlines/circuit-day.ts';
import type { CitedRule } from '../../../shared/model/deadlines.ts';
import type { CourtPlace, TimeResult, TimeWarning } from '../../../shared/model/time-counting.ts';

/**
 * What to tell of a rule whose text nobody checked against the court's own; null of one that was.
 *
 * @example unconfirmedText({ cite: 'LCR 7(d)(4)', confidence: 'unverified' }) // 'LCR 7(d)(4): confirm against the court’s site.'
 */
export function unconfirmedText(rule: Pick<CitedRule, 'cite' | 'confidence'>): string | null {
  return rule.confidence === 'unverified' ? `${rule.cite}: confirm against the court’s site.` : null;
}

/**
 * The result with the warnings its rule calls for.
 *
 * @param place the circuit and the district court's zone; null where not known
 */
export function withRuleWarnings(
  result: TimeResult,
  rule: Pick<CitedRule, 'cite' | 'confidence'> | null,
  { circuit, timezone }: { circuit: string | null; timezone: string | null },
): TimeResult {
  const warnings: TimeWarning[] = [...result.warnings];
  const warn = (code: TimeWarning['code'], message: string | null) =>
    message !== null && warnings.push({ code, message });
  if (rule) {
    warn('RULE_UNCONFIRMED', unconfirmedText(rule));
    // Of a minute the court's zone is part.
    if (timezone !== null && !result.dueAt)
      warn('CHECK', circuitDayText(rule, result.due, circuit, timezone));
  }
  return { ...result, warnings };
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
