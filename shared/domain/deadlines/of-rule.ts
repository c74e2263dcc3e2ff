import type { CitedRule } from '../../model/deadlines.ts';
import type { ListedRule } from '../../model/rule-pack.ts';
import type { Period } from '../../model/time-counting.ts';

/** What a deadline keeps of its rule, so that it reads the same where that pack is missing or has since changed. */
export function citeRule(rule: ListedRule): CitedRule {
  const { id, pack, cite, title, kind, isExtendable, confidence, source, note } = rule;
  return { id, pack, cite, title, kind, isExtendable, confidence, source, note };
}

const [hour, day] = [60, 24 * 60];

/**
 * When to remind of a deadline by default, in minutes before its end: a clock of hours in the last day, any
 * other in the last three.
 *
 * @example defaultReminders({ count: 48, unit: 'hours', direction: 'after', isCap: false }) // [1440, 240, 60]
 */
export function defaultReminders({ unit, isCap }: Period): number[] {
  return unit === 'hours' || isCap ? [day, 4 * hour, hour] : [3 * day, day, 2 * hour];
}
