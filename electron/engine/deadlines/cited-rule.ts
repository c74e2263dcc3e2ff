import { circuitClerk } from '../../../shared/domain/court-zone.ts';
import { courtOfPaper } from '../../../shared/domain/deadlines/clerk-of-paper.ts';
import { clerksEnd, momentText, parseMoment } from '../../../shared/domain/deadlines/time/index.ts';
import type { CitedRule } from '../../../shared/model/deadlines.ts';
import type { CourtPlace, Regime, TimeResult, TimeWarning } from '../../../shared/model/time-counting.ts';

/**
 * What to say of a rule whose text nobody checked against the court's own; null for one that was.
 *
 * @example unconfirmedText({ cite: 'LCR 7(d)(4)', confidence: 'unverified' }) // 'LCR 7(d)(4): confirm against the court’s site.'
 */
export function unconfirmedText(rule: Pick<CitedRule, 'cite' | 'confidence'>): string | null {
  return rule.confidence === 'unverified' ? `${rule.cite}: confirm against the court’s site.` : null;
}

/** Where a period's paper may go. */
interface Bench {
  /** Of the matter, in lower case; empty or undefined where not known. */
  readonly court: string | undefined;
  /** As in `circuitNames` or as a court code; null where not known. */
  readonly circuit: string | null;
}

/**
 * The result with the warnings its rule calls for, or that it has none.
 *
 * @param timezone the district court's; null where not known
 */
export function withRuleWarnings(
  result: TimeResult,
  { rule, regime }: { rule: Pick<CitedRule, 'cite' | 'confidence'> | null; regime: Regime },
  { circuit, timezone }: Pick<Bench, 'circuit'> & { timezone: string | null },
): TimeResult {
  const warnings: TimeWarning[] = [...result.warnings];
  const warn = (code: TimeWarning['code'], message: string | null) =>
    message !== null && warnings.push({ code, message });
  if (rule) warn('RULE_UNCONFIRMED', unconfirmedText(rule));
  else if (regime === 'frap' && circuit !== null && timezone !== null)
    warn('CHECK', earlierMidnightText(result, circuit, timezone));
  return { ...result, warnings };
}

/** That the day of a period without a rule ends earlier if its paper goes to the circuit clerk; null where it does not. */
function earlierMidnightText(
  { due, dueAt, clerk }: TimeResult,
  circuit: string,
  timezone: string,
): string | null {
  const appellate = circuitClerk(circuit);
  if (dueAt !== null || clerk || !appellate) return null;
  const { dueAt: earlier } = clerksEnd(due, { timezone, court: appellate.court });
  return (
    earlier &&
    `If the paper goes to the court of appeals, its day ends with the circuit clerk’s midnight, Fed. R. App. P. 26(a)(4)(B): here ${momentText(parseMoment(earlier))}.`
  );
}

/** The court by whose clerk's clock the last day ends, for a count's place. */
export function endingCourt(
  rule: Pick<CitedRule, 'cite' | 'kind'> | null,
  { court, circuit }: Bench,
): Pick<CourtPlace, 'court'> {
  const taking = courtOfPaper(rule, court, circuit);
  return taking === null ? {} : { court: taking };
}
