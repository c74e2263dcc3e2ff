import type { NoticeEffort, TroEvent, TroEventKind, TroFields } from '../../../model/tro.ts';

/** What the matter already knows about its request. */
export interface GateFacts {
  readonly fields: TroFields;
  /** Of the current request, as they happened. */
  readonly events: readonly TroEvent[];
  readonly notices: readonly NoticeEffort[];
}

export type FactState = 'open' | 'met' | 'not_needed';

/** Facts that meet a line of a checklist without anyone ticking it. */
export type KnownFact =
  | 'efforts_logged'
  | 'reason_given'
  | 'security_proposed'
  | 'security_set'
  | 'security_posted'
  | 'security_demandable'
  | 'issued_without_notice'
  | 'order_on_docket'
  | 'pi_hearing_set'
  | 'served_with_filing'
  | 'intent_filed'
  | 'response_filed'
  | 'dissolution_noticed';

const known: Readonly<Record<KnownFact, (facts: GateFacts) => FactState>> = {
  efforts_logged: ({ notices, fields }) =>
    metIf(notices.length > 0 || fields.reasonAgainstNotice.trim() !== ''),
  reason_given: (facts) =>
    facts.fields.reasonAgainstNotice.trim() !== ''
      ? 'met'
      : has(facts, 'motion_served')
        ? 'not_needed'
        : 'open',
  security_proposed: ({ fields }) =>
    fields.isUnitedStates ? 'not_needed' : metIf(fields.securityProposedUsd !== null),
  security_set: ({ fields, events }) =>
    fields.isUnitedStates ? 'not_needed' : metIf(securitySet(events) !== null),
  security_posted: ({ fields, events }) =>
    fields.isUnitedStates || securitySet(events) === 0
      ? 'not_needed'
      : metIf(fields.securityPostedAt !== null),
  security_demandable: ({ fields }) => (fields.isUnitedStates ? 'not_needed' : 'open'),
  issued_without_notice: ({ events }) => (isWithNotice(events) ? 'not_needed' : 'open'),
  order_on_docket: ({ events }) =>
    metIf(events.some(({ kind, entryId }) => kind === 'granted' && entryId !== null)),
  pi_hearing_set: (facts) =>
    has(facts, 'converted')
      ? 'not_needed'
      : metIf(facts.events.some(({ details }) => details.piHearingAt !== null)),
  served_with_filing: (facts) => metIf(isServedWithFiling(facts.events)),
  intent_filed: (facts) => metIf(has(facts, 'intent_to_oppose_filed')),
  response_filed: (facts) => metIf(has(facts, 'response_filed')),
  dissolution_noticed: (facts) => metIf(has(facts, 'dissolution_noticed') || has(facts, 'dissolved')),
};

/** How a recorded fact leaves a line: met, not needed, or open. */
export function factState(fact: KnownFact, facts: GateFacts): FactState {
  return known[fact](facts);
}

function metIf(isMet: boolean): FactState {
  return isMet ? 'met' : 'open';
}

function has({ events }: GateFacts, kind: TroEventKind): boolean {
  return events.some((event) => event.kind === kind);
}

function isWithNotice(events: readonly TroEvent[]): boolean {
  return events.some(({ kind, details }) => kind === 'granted' && details.isWithNotice === true);
}

/** The security of the last order that set one. */
export function securitySet(events: readonly TroEvent[]): number | null {
  return (
    events.findLast(({ kind, details }) => kind === 'granted' && details.securityUsd !== null)?.details
      .securityUsd ?? null
  );
}

/** Whether the motion was served before it was filed or at the same minute. */
function isServedWithFiling(events: readonly TroEvent[]): boolean {
  const served = events.find(({ kind }) => kind === 'motion_served');
  const filed = events.find(({ kind }) => kind === 'motion_filed');
  if (!served || !filed) return false;
  const length = Math.min(served.at.length, filed.at.length);
  return length === 16 && served.at <= filed.at;
}
