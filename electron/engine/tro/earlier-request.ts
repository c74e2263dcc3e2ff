import type { PlannedClock, TroPlan } from '../../../shared/domain/tro/index.ts';
import { listStored, updateDeadline, type StoredDeadline } from '../deadlines/index.ts';
import type { MatterSession } from '../store/session.ts';

/**
 * Lets the clocks of a request that was decided stand as ordinary deadlines once another request begins, with what people
 * decided about them and how each was met: the new request's clocks are deadlines of their own. Where a request is the current
 * one again, since what ended it was taken back, its deadlines are its clocks again.
 *
 * @param now what the events of the current request say
 * @param pastEvents events of the requests before it
 */
export function separateRequests(
  session: MatterSession,
  now: TroPlan,
  pastEvents: ReadonlySet<string>,
): void {
  const stored = listStored(session);
  const left = new Set(
    stored.flatMap(({ id, fields: { troClock, trigger } }) =>
      troClock !== null && trigger.kind === 'tro' && pastEvents.has(trigger.eventId) ? [id] : [],
    ),
  );
  // The last moment for an extension runs from the end of its own order.
  for (const { id, fields } of stored)
    if (fields.troClock !== null && fields.trigger.kind === 'deadline' && left.has(fields.trigger.deadlineId))
      left.add(id);
  for (const id of left) updateDeadline(session, id, { fields: { troClock: null } });

  const kept = stored.filter(({ id }) => !left.has(id));
  const taken = new Set(kept.map(({ fields }) => fields.troClock));
  const back = new Map<PlannedClock['clock'], string>();
  for (const planned of now.clocks) {
    if (taken.has(planned.clock)) continue;
    const one = kept.find(({ fields }) => fields.troClock === null && isOf(fields, planned, back));
    if (!one) continue;
    back.set(planned.clock, one.id);
    updateDeadline(session, one.id, { fields: { troClock: planned.clock } });
  }
}

/** Whether a deadline is the clock that is planned: from the same event, by the same rule. */
function isOf(
  { trigger, rule, title }: StoredDeadline['fields'],
  planned: PlannedClock,
  back: ReadonlyMap<PlannedClock['clock'], string>,
): boolean {
  if (rule?.id !== planned.rule?.id || title !== planned.title) return false;
  return planned.trigger.kind === 'tro'
    ? trigger.kind === 'tro' &&
        trigger.eventId === planned.trigger.eventId &&
        trigger.field === planned.trigger.field
    : trigger.kind === 'deadline' && trigger.deadlineId === back.get(planned.trigger.clock);
}
