import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { compareMoments } from '../../../../shared/domain/deadlines/time/index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { Deadline, DeadlineFlag } from '../../../../shared/model/deadlines.ts';
import type { TimeResult } from '../../../../shared/model/time-counting.ts';
import type { CourtCalendar } from './court-calendar.ts';
import type { StoredDeadline } from '../deadline-repository.ts';
import { ownFlags } from './flags.ts';
import { gone, momentOf, type TriggerMoment, type TriggerSources } from './trigger-moments.ts';

/**
 * What every deadline comes to now: each trigger's moment as the matter says it, counted by the court's calendar, and what holds
 * of it: the last order's time, else the printed date, else the counted one. A deadline that runs from another follows it, so
 * those come first; the time it takes grows with their number and no faster.
 *
 * @param stored every deadline of the matter
 * @returns in the order given, without the flags that two deadlines raise together
 * @example standingOf(listStored(session), readTriggerSources(session, triggers), calendarOf(session))
 */
export function standingOf(
  stored: readonly StoredDeadline[],
  sources: TriggerSources,
  calendar: CourtCalendar,
): Deadline[] {
  const byId = new Map<string, StoredDeadline>(stored.map((one) => [one.id, one]));
  const done = new Map<string, Deadline>();
  for (const one of inChainOrder(stored, byId)) {
    const { trigger } = one.fields;
    const moment =
      trigger.kind === 'deadline'
        ? endOf(one.fields, trigger, byId, done)
        : momentOf(trigger, sources, calendar.timezone);
    done.set(one.id, stand(one, moment, calendar));
  }
  return stored.map(({ id }) => done.get(id)!);
}

/**
 * Each deadline after the one it runs from. Of a cycle, which no edit makes but a damaged file might hold, one is taken first.
 */
function inChainOrder(
  stored: readonly StoredDeadline[],
  byId: ReadonlyMap<string, StoredDeadline>,
): StoredDeadline[] {
  const ordered = new Set<StoredDeadline>();
  for (const start of stored) {
    const path = new Set<StoredDeadline>();
    for (let one: StoredDeadline | undefined = start; one && !ordered.has(one) && !path.has(one);) {
      path.add(one);
      one = parentOf(one, byId);
    }
    for (const one of [...path].toReversed()) ordered.add(one);
  }
  return [...ordered];
}

/** The deadline that another runs from, where it is there. */
function parentOf(
  { fields: { trigger } }: Pick<StoredDeadline, 'fields'>,
  byId: ReadonlyMap<string, StoredDeadline>,
): StoredDeadline | undefined {
  return trigger.kind === 'deadline' ? byId.get(trigger.deadlineId) : undefined;
}

/**
 * Whether a deadline would run from itself, by way of any number of others.
 *
 * @param id of the deadline that is to run from `deadlineId`
 */
export function isLoop(stored: readonly StoredDeadline[], id: string, deadlineId: string): boolean {
  const byId = new Map<string, StoredDeadline>(stored.map((one) => [one.id, one]));
  const passed = new Set<string>();
  let one = byId.get(deadlineId);
  while (one && !passed.has(one.id)) {
    if (one.id === id) return true;
    passed.add(one.id);
    one = parentOf(one, byId);
  }
  return false;
}

type FromDeadline = Extract<StoredDeadline['fields']['trigger'], { kind: 'deadline' }>;

function endOf(
  { period }: StoredDeadline['fields'],
  trigger: FromDeadline,
  byId: ReadonlyMap<string, StoredDeadline>,
  done: ReadonlyMap<string, Deadline>,
): TriggerMoment {
  const before = done.get(trigger.deadlineId);
  if (before) return { at: actBefore(before, trigger, period) ?? effectiveDue(before), flag: null };
  if (!byId.has(trigger.deadlineId)) return gone(trigger.at, 'The deadline it ran from');
  const message = `It runs from itself by way of another deadline. Counted from its last known start; choose another trigger.`;
  return { at: trigger.at, flag: { code: 'CANNOT_COUNT', message } };
}

/** Events that a deadline's own act is: the paper that was due by then was filed or served. */
const acts = /_(?:filed|served)$/;

/**
 * When the act was done that a deadline is for, where what runs from it runs from the act and that came before the deadline's end; null
 * elsewhere. One that was done later moves nothing: whoever owes what follows is not to be late by it.
 */
function actBefore(
  before: Deadline,
  { event }: FromDeadline,
  { unit }: StoredDeadline['fields']['period'],
): CourtMoment | null {
  const { status, proof } = before;
  if (status !== 'done' || !proof || !acts.test(event)) return null;
  if (unit === 'hours' && proof.at.length === 10) return null;
  return compareMoments(proof.at, effectiveDue(before)) < 0 ? proof.at : null;
}

function stand(stored: StoredDeadline, { at, flag }: TriggerMoment, calendar: CourtCalendar): Deadline {
  const { id, fields, overrides, status, proof, snoozedUntil, seenDue, createdAt } = stored;
  const { computed, problem } = tryCount(stored, at, calendar);
  const order = overrides.at(-1)?.due ?? null;
  const held = order ?? fields.printed?.due ?? (computed ? effectiveDue(computed) : seenDue);
  const isComputed = computed !== null && order === null && fields.printed === null;
  const { dueAt, endsAt } = isComputed ? computed : calendar.endOf(fields.rule, held);
  const due = held.slice(0, 10);
  // If a circuit clerk's clock ends a day early, the minute is what is looked at and kept.
  const now = dueAt ?? due;
  const standing: Omit<Deadline, 'flags'> = {
    ...fields,
    id,
    triggerAt: at,
    computed,
    overrides: [...overrides],
    due,
    dueAt,
    endsAt,
    moved: status === 'open' && seenDue !== now ? { from: seenDue, to: now } : null,
    status,
    proof,
    snoozedUntil,
    createdAt,
  };
  const flags = [flag, problem].filter((one) => one !== null);
  return { ...standing, flags: [...flags, ...ownFlags(standing, calendar.timezone)] };
}

function tryCount(
  { fields }: StoredDeadline,
  at: CourtMoment,
  calendar: CourtCalendar,
): { computed: TimeResult | null; problem: DeadlineFlag | null } {
  try {
    return { computed: calendar.count(fields, at), problem: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { computed: null, problem: { code: 'CANNOT_COUNT', message: error.message } };
  }
}
