import type { TroEventId } from '../../../model/common.ts';
import type { ListedRule } from '../../../model/rule-pack.ts';
import type { TroEvent, TroEventDetails, TroEventKind } from '../../../model/tro.ts';
import { holidaysOf } from '../../deadlines/holidays/index.ts';
import { noDetails } from '../check-event.ts';
import type { CourtClock } from '../order-end.ts';

/** Kind, moment, and what else it says. */
export type GivenEvent = readonly [TroEventKind, string, Partial<TroEventDetails>?];

/** Events made in the order in which they are recorded. */
export function events(...given: readonly GivenEvent[]): TroEvent[] {
  return given.map(([kind, at, details], index) => ({
    id: `event-${index}` as TroEventId,
    kind,
    at,
    entryId: null,
    evidenceId: null,
    note: '',
    details: { ...noDetails, ...details },
    createdAt: `2021-01-11T00:00:${String(index).padStart(2, '0')}.000Z`,
  }));
}

const rule: ListedRule = {
  id: 'rule',
  cite: 'Rule',
  title: 'Rule',
  trigger: 'tro_entered',
  triggerText: 'x',
  kind: 'period',
  count: 1,
  unit: 'hours',
  direction: 'after',
  isFromService: false,
  isExtendable: true,
  actor: 'opponent',
  troClock: null,
  combine: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'own',
  confidence: 'confirmed',
  note: '',
  pack: 'frcp',
  regime: 'frcp',
  courts: [],
  isOwn: false,
};

export const cap: ListedRule = {
  ...rule,
  id: 'tro_cap',
  cite: 'Fed. R. Civ. P. 65(b)(2)',
  kind: 'cap',
  count: 14,
  unit: 'days',
  actor: 'court',
  troClock: 'expiry',
};
const dissolve: ListedRule = {
  ...rule,
  id: 'dissolve',
  cite: 'Fed. R. Civ. P. 65(b)(4)',
  trigger: 'dissolution_noticed',
  kind: 'earliest',
  count: 2,
  unit: 'days',
  troClock: 'dissolution',
};
const local: ListedRule = {
  ...rule,
  cite: 'LCR 65(b)(5)',
  pack: 'wawd',
  courts: ['wawd'],
  isFromService: true,
};
const response = { ...local, id: 'response', count: 48, troClock: 'response' } as const;
/** Rules as the packs have them: the older local text runs from filing, the newer from service. */
export const rules: readonly ListedRule[] = [
  cap,
  dissolve,
  { ...local, id: 'intent', trigger: 'tro_motion_served', count: 24, troClock: 'intent_to_oppose' },
  { ...response, trigger: 'tro_motion_filed', isFromService: false, effectiveTo: '2014-05-16' },
  { ...response, trigger: 'tro_motion_served', effectiveFrom: '2014-05-17' },
];

export const seattle: CourtClock = {
  place: { timezone: 'America/Los_Angeles', states: ['WA'] },
  added: [],
  holidays: holidaysOf(['WA'], []),
};
