import type { ListedRule } from '../../../model/rule-pack.ts';

type RuleInTime = Pick<ListedRule, 'id' | 'pack' | 'courts' | 'effectiveFrom' | 'effectiveTo'>;

/**
 * The rules that hold on a day in a court: at most one version of each id. A pack without courts holds in every federal court.
 *
 * @param on ISO date, usually the day of the event that the periods run from
 * @param court court code; null where it is not known, and then only what holds in every court
 * @example rulesInForce(rules, '2021-01-11', 'wawd').filter((rule) => rule.trigger === 'tro_motion_served')
 */
export function rulesInForce<R extends RuleInTime>(
  rules: readonly R[],
  on: string,
  court: string | null,
): R[] {
  return rules.filter(
    (rule) =>
      isInForce(rule, on) && (rule.courts.length === 0 || (court !== null && rule.courts.includes(court))),
  );
}

/**
 * The version of one rule that held on a day; null where the id is unknown, or no version of it held then or in that court.
 *
 * @param id `answer`, or with its pack: `frcp.answer`, `frcp:answer`
 * @param on ISO date
 * @param court court code; null asks for the rule whatever its court: a caller that names a rule knows which one is meant
 * @example ruleInForce(rules, 'tro_cap', '2009-11-30', null)?.count // 10
 */
export function ruleInForce<R extends RuleInTime>(
  rules: readonly R[],
  id: string,
  on: string,
  court: string | null,
): R | null {
  const [, pack, name] = /^(?:([^.:]*)[.:])?(.*)$/s.exec(id) ?? [];
  const isWanted = (rule: R) =>
    rule.id === name &&
    (pack === undefined || rule.pack === pack) &&
    (court === null || rule.courts.length === 0 || rule.courts.includes(court)) &&
    isInForce(rule, on);
  return rules.find(isWanted) ?? null;
}

/**
 * Whether a rule's version holds on a day; both ends are days on which it held.
 *
 * @param on ISO date
 */
export function isInForce(rule: Pick<RuleInTime, 'effectiveFrom' | 'effectiveTo'>, on: string): boolean {
  return (
    (rule.effectiveFrom === null || rule.effectiveFrom <= on) &&
    (rule.effectiveTo === null || on <= rule.effectiveTo)
  );
}
