import { noDetails } from '../../../shared/domain/tro/check-event.ts';
import { emptyFields } from '../../../shared/domain/tro/empty-fields.ts';
import type { DeadlineId, TroEventId } from '../../../shared/model/common.ts';
import type { TroEvent, TroEventKind, TroRequest } from '../../../shared/model/tro.ts';
import type { Clock } from './clocks/clock-state.ts';

/** A request with nothing recorded, for tests. */
export function madeRequest(patch: Partial<TroRequest> = {}): TroRequest {
  return {
    fields: emptyFields,
    stage: 'drafting',
    gates: [],
    events: [],
    notices: [],
    clocks: [],
    expiry: null,
    warnings: [],
    ...patch,
  };
}

/** An event, for tests. */
export function madeEvent(
  kind: TroEventKind,
  at: string,
  details: Partial<TroEvent['details']> = {},
): TroEvent {
  return {
    id: `${kind} ${at}` as TroEventId,
    kind,
    at,
    entryId: null,
    evidenceId: null,
    note: '',
    details: { ...noDetails, ...details },
    createdAt: '2021-01-12T02:00:00.000Z',
  };
}

/** The 48 hours for a response, served at 5 pm on January 11 in Seattle, for tests. */
export function madeClock(patch: Partial<Clock> = {}): Clock {
  return {
    id: 'response' as DeadlineId,
    title: 'Response to the TRO motion',
    source: 'rule',
    rule: {
      id: 'made_response',
      pack: 'made',
      cite: 'LCR 65(b)(5)',
      title: 'Response to the TRO motion',
      kind: 'period',
      isExtendable: true,
      confidence: 'confirmed',
      source: 'made for a test',
      note: '',
    },
    trigger: {
      kind: 'tro',
      eventId: 'served' as TroEventId,
      field: 'at',
      event: 'tro_motion_served',
      at: '2021-01-11T17:00',
    },
    period: { count: 48, unit: 'hours', direction: 'after', isCap: false },
    service: 'hand',
    regime: 'frcp',
    contract: null,
    printed: null,
    actor: 'opponent',
    owner: '',
    note: '',
    entryId: null,
    evidenceId: null,
    reminders: [],
    troClock: 'response',
    triggerAt: '2021-01-11T17:00',
    computed: {
      due: '2021-01-13',
      dueAt: '2021-01-13T17:00',
      timezone: 'America/Los_Angeles',
      endsAt: '2021-01-14T01:00:00.000Z',
      steps: [],
      warnings: [],
      alternatives: [],
    },
    overrides: [],
    due: '2021-01-13',
    dueAt: '2021-01-13T17:00',
    endsAt: '2021-01-14T01:00:00.000Z',
    moved: null,
    flags: [],
    status: 'open',
    proof: null,
    snoozedUntil: null,
    createdAt: '2021-01-12T02:00:00.000Z',
    ...patch,
  };
}
