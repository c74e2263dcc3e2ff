import { compare } from '../../compare.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { DeadlineRule, RulePack } from '../../../model/rule-pack.ts';

/**
 * The first thing that keeps a pack from being used with others, as words that complete “it cannot be used: …”; null where
 * there is none. Versions of one rule may leave gaps between them; they may not overlap.
 *
 * @param pack one that the schema accepts
 * @param others packs already in use
 * @example findPackProblem(own, shipped) // 'the rule id “answer” is taken by the pack “frcp”'
 */
export function findPackProblem(pack: RulePack, others: readonly RulePack[]): string | null {
  const owners = new Map(others.flatMap((other) => other.rules.map(({ id }) => [id, other.id] as const)));
  if (others.some((other) => other.id === pack.id)) return `the pack id “${pack.id}” is taken`;
  for (const { id } of pack.rules) {
    const owner = owners.get(id);
    if (owner !== undefined) return `the rule id “${id}” is taken by the pack “${owner}”`;
  }
  return findOverlap(pack.rules) ?? findMixedCombination(pack.rules) ?? findSharedCombination(pack, others);
}

/**
 * That packs can be used together: ids and combine keys unique, versions apart.
 *
 * @throws AppError DEADLINE_RULE_PACK_INVALID naming the first pack that cannot, by its id
 */
export function assertPacks(packs: readonly RulePack[]): void {
  for (const [index, pack] of packs.entries()) {
    const reason = findPackProblem(pack, packs.slice(0, index));
    if (reason !== null) throw new AppError('DEADLINE_RULE_PACK_INVALID', { name: pack.id, reason });
  }
}

function findOverlap(rules: readonly DeadlineRule[]): string | null {
  const byStart = rules.toSorted((a, b) => compare(a.id, b.id) || compare(startOf(a), startOf(b)));
  for (const [index, rule] of byStart.entries()) {
    const before = byStart[index - 1];
    if (before?.id !== rule.id) continue;
    if (before.effectiveTo === null || startOf(rule) <= before.effectiveTo) {
      return `two versions of the rule “${rule.id}” hold on the same day`;
    }
  }
  return null;
}

/** Whether the earliest or the latest counts must be the same for all the periods that compete. */
function findMixedCombination(rules: readonly DeadlineRule[]): string | null {
  const takes = new Map<string, string>();
  for (const { id, combine } of rules) {
    if (combine === null) continue;
    const take = takes.get(combine.key);
    if (take !== undefined && take !== combine.take) {
      return `the rule “${id}” takes the ${combine.take} of “${combine.key}”, another the ${take}`;
    }
    takes.set(combine.key, combine.take);
  }
  return null;
}

/** A key shared by accident would let one pack's period displace another's. */
function findSharedCombination(pack: RulePack, others: readonly RulePack[]): string | null {
  for (const other of others) {
    const keys = new Set(other.rules.map(({ combine }) => combine?.key));
    const shared = pack.rules.find(({ combine }) => combine !== null && keys.has(combine.key));
    if (shared) return `the combine key “${shared.combine?.key}” is taken by the pack “${other.id}”`;
  }
  return null;
}

/** No day is earlier than the empty text. */
function startOf(rule: DeadlineRule): string {
  return rule.effectiveFrom ?? '';
}
