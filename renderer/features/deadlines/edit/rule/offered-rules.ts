import { courtCitation } from '../../../../../shared/domain/court-citation.ts';
import { rulesInForce } from '../../../../../shared/domain/deadlines/rules/rules-in-force.ts';
import type { ListedRule } from '../../../../../shared/model/rule-pack.ts';

interface RuleSearch {
  /** The matter's court by its code; empty where it is not set. */
  readonly court: string;
  /** Whether rules of other courts are offered too. */
  readonly isEveryCourt: boolean;
  /** ISO date; each rule is offered in the version of that day. */
  readonly on: string;
  /** Words that must all occur in a rule's searchable text. */
  readonly typed: string;
}

/**
 * Rules to choose from: those of the matter's own court first, then the federal ones, those of appeals, and those of other courts.
 *
 * @param all each in all its versions
 */
export function offeredRules(
  all: readonly ListedRule[],
  { court, isEveryCourt, on, typed }: RuleSearch,
): ListedRule[] {
  const own = court.toLowerCase();
  const courts = isEveryCourt ? [...new Set(all.flatMap((rule) => [null, ...rule.courts]))] : [own];
  const sought = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return [...new Set(courts.flatMap((each) => rulesInForce(all, on, each)))]
    .filter((rule) => rule.kind !== 'event' && sought.every((word) => textOf(rule).includes(word)))
    .toSorted((a, b) => rankOf(a, own) - rankOf(b, own));
}

/** The courts of a local rule or pack as lawyers cite them: “N.D. Cal.”; nothing for one that applies in every federal court. */
export function courtsOfRule({ courts }: { readonly courts: readonly string[] }): string {
  return courts.map((court) => courtCitation(court) ?? court).join(', ');
}

function rankOf({ courts, regime }: ListedRule, court: string): number {
  if (courts.length > 0) return courts.includes(court) ? 0 : 3;
  return regime === 'frap' ? 2 : 1;
}

function textOf(rule: ListedRule): string {
  return [rule.cite, rule.title, rule.triggerText, rule.id, rule.pack, ...rule.courts, courtsOfRule(rule)]
    .join('\n')
    .toLowerCase();
}
