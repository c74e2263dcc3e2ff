import type { DeadlineRule, ListedRule, RulePack } from '../../../model/rule-pack.ts';

/** A rule of no court; a test gives the fields it is about. */
export function buildRule(fields: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    id: 'harbor_notice',
    cite: 'Harbor R. 4',
    title: 'Notice of mooring',
    trigger: 'motion_served',
    triggerText: 'service of the motion',
    kind: 'period',
    count: 5,
    unit: 'days',
    direction: 'after',
    isFromService: true,
    isExtendable: true,
    actor: 'any',
    troClock: null,
    combine: null,
    effectiveFrom: null,
    effectiveTo: null,
    source: 'invented for a test',
    confidence: 'confirmed',
    note: '',
    ...fields,
  };
}

/** A pack of the given rules. */
export function buildPack(rules: readonly DeadlineRule[], fields: Partial<RulePack> = {}): RulePack {
  return {
    id: 'harbor',
    title: 'Harbor Rules',
    version: '1',
    regime: 'frcp',
    courts: [],
    description: '',
    rules: [...rules],
    ...fields,
  };
}

/** The same rule as listed with its pack. */
export function buildListedRule(fields: Partial<ListedRule> = {}): ListedRule {
  return { ...buildRule(), pack: 'harbor', regime: 'frcp', courts: [], isOwn: false, ...fields };
}
