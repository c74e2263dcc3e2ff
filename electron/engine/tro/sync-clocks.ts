import { isDeepStrictEqual } from 'node:util';
import type { PlannedClock, TroPlan } from '../../../shared/domain/tro/index.ts';
import type { DeadlineId } from '../../../shared/model/common.ts';
import type { DeadlineFields, DeadlineOverride } from '../../../shared/model/deadlines.ts';
import type { TroClock } from '../../../shared/model/rule-pack.ts';
import {
  addDeadlines,
  changeDeadline,
  deleteOverride,
  insertOverride,
  listStored,
  removeDeadlines,
  updateDeadline,
  type StoredDeadline,
} from '../deadlines/index.ts';
import type { MatterSession } from '../store/session.ts';

type Clock = StoredDeadline & { readonly fields: { readonly troClock: TroClock } };

/**
 * Brings the deadlines that are clocks of the request from what the events said before to what they say now. Only what the
 * events themselves changed is written: what people decided about a clock (owner, note, reminders, status) stays, and so does
 * a count that someone set by hand.
 *
 * @param before what the events said before they changed
 * @param now what they say
 * @returns the clocks that run from what the events say now
 * @throws AppError NOT_FOUND where an order's entry is not in the matter
 */
export function syncClocks(session: MatterSession, before: TroPlan, now: TroPlan): DeadlineId[] {
  const stored = clocksOf(session);
  const earlier = new Map(before.clocks.map((planned) => [planned.clock, planned]));
  removeStopped(session, stored, now);
  const ids = new Map<TroClock, DeadlineId>([...stored].map(([clock, { id }]) => [clock, id]));
  // Those that run from an event start together; one that runs from another clock, once that has its orders.
  start(
    session,
    now.clocks.filter(({ trigger }) => trigger.kind === 'tro'),
    ids,
  );
  for (const planned of now.clocks) {
    const known = stored.get(planned.clock);
    const was = earlier.get(planned.clock);
    if (!known) start(session, [planned], ids);
    else {
      const fields = countedFields(planned, ids);
      if (!was || !isDeepStrictEqual(withoutMoment(countedFields(was, ids)), withoutMoment(fields)))
        changeDeadline(session, known.id, fields);
    }
    const id = ids.get(planned.clock)!;
    writeOverrides(session, id, planned, known?.overrides ?? []);
    settle(session, id, known, was, planned);
  }
  return now.clocks.map(({ clock }) => ids.get(clock)!);
}

/** The deadlines that are clocks, by which clock each is. */
function clocksOf(session: MatterSession): Map<TroClock, Clock> {
  return new Map(
    listStored(session).flatMap((one) =>
      one.fields.troClock === null ? [] : [[one.fields.troClock, one as Clock] as const],
    ),
  );
}

/** Removes clocks that no event starts any more; one that a person set by hand stays. */
function removeStopped(session: MatterSession, stored: ReadonlyMap<TroClock, Clock>, now: TroPlan): void {
  const running = new Set(now.clocks.map(({ clock }) => clock));
  const stopped = [...stored.values()].filter(
    ({ fields }) => !running.has(fields.troClock) && isStartedByEvent(fields, stored),
  );
  if (stopped.length > 0)
    removeDeadlines(
      session,
      stopped.map(({ id }) => id),
    );
}

function isStartedByEvent({ trigger }: DeadlineFields, stored: ReadonlyMap<TroClock, Clock>): boolean {
  if (trigger.kind === 'tro') return true;
  return trigger.kind === 'deadline' && trigger.deadlineId === stored.get('expiry')?.id;
}

type CountedFields = Pick<
  DeadlineFields,
  'source' | 'rule' | 'trigger' | 'period' | 'service' | 'regime' | 'actor' | 'entryId'
>;

function countedFields(planned: PlannedClock, ids: ReadonlyMap<TroClock, DeadlineId>): CountedFields {
  const { source, rule, trigger, period, service, regime, actor, entryId } = planned;
  return {
    source,
    rule,
    trigger:
      trigger.kind === 'clock'
        ? { kind: 'deadline', deadlineId: ids.get(trigger.clock)!, event: 'other', at: trigger.at }
        : trigger,
    period,
    service,
    regime,
    actor,
    entryId,
  };
}

/** The moment of a trigger is looked up whenever it is counted: that it moved changes nothing that is stored. */
function withoutMoment({ trigger, ...fields }: CountedFields) {
  const { at: _at, ...what } = trigger;
  return { ...fields, trigger: what };
}

/** Adds the clocks that have no deadline yet, and notes which it is. */
function start(
  session: MatterSession,
  clocks: readonly PlannedClock[],
  ids: Map<TroClock, DeadlineId>,
): void {
  const fresh = clocks.filter(({ clock }) => !ids.has(clock));
  if (fresh.length === 0) return;
  const added = addDeadlines(
    session,
    fresh.map((planned) => ({
      ...countedFields(planned, ids),
      title: planned.title,
      contract: null,
      printed: null,
      owner: '',
      note: '',
      evidenceId: null,
      reminders: [...planned.reminders],
      troClock: planned.clock,
    })),
  );
  for (const [at, { id }] of added.entries()) ids.set(fresh[at]!.clock, id);
}

/**
 * Writes the times that orders set, in the order of the events: the last one holds. A time a person set by hand keeps its
 * place among them.
 */
function writeOverrides(
  session: MatterSession,
  id: DeadlineId,
  { overrides: planned }: PlannedClock,
  stored: readonly DeadlineOverride[],
): void {
  const known = stored.filter(({ troEventId }) => troEventId !== null);
  const wanted = planned.map(({ eventId, due, entryId, note }) => ({
    troEventId: eventId,
    due,
    entryId,
    note,
  }));
  const said = known.map(({ troEventId, due, entryId, note }) => ({ troEventId, due, entryId, note }));
  if (isDeepStrictEqual(said, wanted)) return;
  for (const one of known) deleteOverride(session, one.id);
  let next: string | null = null;
  for (const one of wanted.toReversed()) {
    const was = known.find(({ troEventId }) => troEventId === one.troEventId);
    const at = was?.createdAt ?? session.platform.now();
    // An order recorded late stands before the one that followed it, and so before what a person set since.
    const createdAt: string = next === null || at < next ? at : new Date(Date.parse(next) - 1).toISOString();
    insertOverride(session, id, { ...one, id: was?.id ?? session.platform.newId(), createdAt });
    next = createdAt;
  }
}

/** Marks a clock as met or moot where the events say so now, and open again where they no longer do. */
function settle(
  session: MatterSession,
  id: DeadlineId,
  known: Clock | undefined,
  was: PlannedClock | undefined,
  { settled }: PlannedClock,
): void {
  const before = was?.settled ?? null;
  if (isDeepStrictEqual(before, settled)) {
    if (known || settled === null) return;
  } else if (known && !isAsSettled(known, before)) return;
  updateDeadline(session, id, {
    status: settled?.status ?? 'open',
    proof: settled?.status === 'done' ? settled.proof : null,
  });
}

/** Whether a clock's status is what the events made it, and nobody chose another. */
function isAsSettled({ status, proof }: Clock, settled: PlannedClock['settled']): boolean {
  if (settled === null) return status === 'open';
  return status === settled.status && (settled.status !== 'done' || isDeepStrictEqual(proof, settled.proof));
}
