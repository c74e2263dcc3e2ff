import type { TroEvent, TroEventKind, TroStage } from '../../model/tro.ts';
import { currentEvents } from './request-events.ts';

/** Stages before a decision, by what leads to them. They only go forward. */
const steps: Partial<Record<TroEventKind, TroStage>> = {
  motion_filed: 'filed',
  motion_served: 'served',
  intent_to_oppose_filed: 'opposed',
  response_filed: 'opposed',
  hearing_held: 'heard',
};
const forward: readonly TroStage[] = ['drafting', 'filed', 'served', 'opposed', 'heard'];

/** The stage after each decision. */
const decisions: Partial<Record<TroEventKind, TroStage>> = {
  granted: 'granted',
  extended: 'extended',
  denied: 'denied',
  dissolved: 'dissolved',
  converted: 'converted',
  withdrawn: 'withdrawn',
};

/**
 * The stage of a request: the last decision, or else how far it has come. An order whose end has passed is expired, whether or
 * not anyone recorded it.
 *
 * @param events all that was recorded, in any order
 * @param expiry when the order ends; null where none is in force
 * @param now the instant it is asked
 * @example stageOf([filed, served], null, '2021-01-12T01:00:00.000Z') // 'served'
 */
export function stageOf(
  events: readonly TroEvent[],
  expiry: { readonly endsAt: string } | null,
  now: string,
): TroStage {
  let stage: TroStage = 'drafting';
  for (const { kind } of currentEvents(events)) {
    const step = steps[kind];
    if (decisions[kind]) stage = decisions[kind];
    else if (step && forward.includes(stage) && forward.indexOf(step) > forward.indexOf(stage)) stage = step;
  }
  const isInForce = stage === 'granted' || stage === 'extended';
  return isInForce && expiry !== null && now >= expiry.endsAt ? 'expired' : stage;
}
