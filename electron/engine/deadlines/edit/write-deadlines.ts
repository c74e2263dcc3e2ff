import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { readEvents } from '../../../../shared/domain/deadlines/reading/index.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { DeadlineId } from '../../../../shared/model/common.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { Deadline, DeadlineFields, DeadlineOverride } from '../../../../shared/model/deadlines.ts';
import { findEntries, findMissingEvidence, type LoneEntry } from '../../docket/index.ts';
import type { MatterSession } from '../../store/session.ts';
import { calendarOf, type CourtCalendar } from '../standing/court-calendar.ts';
import {
  deleteDeadlines,
  deleteOverride,
  findStored,
  insertDeadlines,
  insertOverride,
  listStored,
  updateDeadline,
  type StoredDeadline,
} from '../deadline-repository.ts';
import { getDeadline, listDeadlines, standInMatter } from '../list-deadlines.ts';
import { isLoop } from '../standing/standing.ts';
import { readTriggerSources } from '../standing/trigger-moments.ts';

/**
 * Adds open deadlines, counted from their triggers as these stand now.
 *
 * @returns in the order given
 * @throws AppError NOT_FOUND, DEADLINE_NEEDS_MINUTE, DEADLINE_RULE_NOT_COUNTED, INVALID_INPUT
 */
export function addDeadlines(session: MatterSession, deadlines: readonly DeadlineFields[]): Deadline[] {
  const { platform } = session;
  const stored = listStored(session);
  assertRead(deadlines);
  const added = deadlines.map((fields) => draftOf(platform.newId(), fields, platform.now()));
  for (const { fields } of added) assertCounted(fields);
  assertReferences(
    session,
    added.map(({ fields }) => fields),
    stored,
  );
  assertClocks(
    added.map(({ fields }) => fields),
    stored,
  );
  const calendar = calendarOf(session);
  const standing = byId(standInMatter(session, [...stored, ...added], calendar));
  assertDated(
    session,
    added.map(({ id }) => standing.get(id)!),
  );
  insertDeadlines(
    session,
    added.map((one) => {
      const now = standing.get(one.id)!;
      assertCountable(now, calendar);
      return { ...one, fields: { ...one.fields, trigger: lastKnown(now) }, seenDue: effectiveDue(now) };
    }),
  );
  const listed = byId(listDeadlines(session));
  return added.map(({ id }) => listed.get(id)!);
}

/** A deadline that is not stored yet. */
export function draftOf(id: string, fields: DeadlineFields, createdAt: string): StoredDeadline {
  return {
    id: id as StoredDeadline['id'],
    fields,
    overrides: [],
    status: 'open',
    proof: null,
    snoozedUntil: null,
    seenDue: fields.trigger.at,
    createdAt,
  };
}

/** Fields whose change gives a deadline another end, which the person changing them has seen. */
const countedFields: readonly (keyof DeadlineFields)[] = [
  'trigger',
  'period',
  'service',
  'regime',
  'contract',
  'printed',
];

/**
 * Changes what people decided about a deadline.
 *
 * @throws AppError NOT_FOUND, DEADLINE_CHAIN_LOOP, DEADLINE_NEEDS_MINUTE, DEADLINE_RULE_NOT_COUNTED, INVALID_INPUT
 */
export function changeDeadline(
  session: MatterSession,
  id: DeadlineId,
  patch: Partial<DeadlineFields>,
): Deadline {
  const stored = listStored(session);
  const before = stored.find((one) => one.id === id);
  if (!before) throw new AppError('NOT_FOUND', { what: 'deadline' });
  const after: StoredDeadline = { ...before, fields: { ...before.fields, ...patch } };
  assertCounted(after.fields);
  assertReferences(session, [patch], stored);
  if (patch.trigger?.kind === 'deadline' && isLoop(stored, id, patch.trigger.deadlineId))
    throw new AppError('DEADLINE_CHAIN_LOOP');
  const others = stored.filter((one) => one !== before);
  if (patch.troClock !== before.fields.troClock) assertClocks([patch], others);
  const isRecounted = countedFields.some((field) => patch[field] !== undefined);
  if (!isRecounted) updateDeadline(session, id, { fields: patch });
  else {
    const calendar = calendarOf(session);
    const now = byId(standInMatter(session, [...others, after], calendar)).get(id)!;
    assertCountable(now, calendar);
    updateDeadline(session, id, {
      fields: { ...patch, trigger: lastKnown(now) },
      seenDue: effectiveDue(now),
    });
  }
  return getDeadline(session, id);
}

/**
 * Deletes deadlines. What ran from one of them keeps the end it had.
 *
 * @throws AppError NOT_FOUND
 */
export function removeDeadlines(session: MatterSession, ids: readonly DeadlineId[]): void {
  const standing = byId(listDeadlines(session));
  const going = new Set(ids);
  for (const id of going) if (!standing.has(id)) throw new AppError('NOT_FOUND', { what: 'deadline' });
  keepTriggerMoments(
    session,
    [...standing.values()].filter(
      ({ id, trigger }) => trigger.kind === 'deadline' && going.has(trigger.deadlineId) && !going.has(id),
    ),
  );
  deleteDeadlines(session, [...going]);
}

/**
 * Notes the moments that deadlines run from now, before what they point at goes: they are counted from there afterwards.
 *
 * @param deadlines as they stand
 */
export function keepTriggerMoments(session: MatterSession, deadlines: readonly Deadline[]): void {
  for (const one of deadlines)
    if (one.trigger.at !== one.triggerAt)
      updateDeadline(session, one.id, { fields: { trigger: lastKnown(one) } });
}

/**
 * Lets a court's order set a deadline's time. What was counted stays beside it.
 *
 * @throws AppError NOT_FOUND
 */
export function overrideDeadline(
  session: MatterSession,
  id: DeadlineId,
  order: Pick<DeadlineOverride, 'due' | 'entryId' | 'note' | 'troEventId'>,
): Deadline {
  getStored(session, id);
  assertReferences(session, [{ entryId: order.entryId }], []);
  const { platform } = session;
  insertOverride(session, id, { ...order, id: platform.newId(), createdAt: platform.now() });
  return seen(session, id);
}

/**
 * Takes an order's time back.
 *
 * @throws AppError NOT_FOUND
 */
export function removeOverride(session: MatterSession, id: DeadlineId, overrideId: string): Deadline {
  const { overrides } = getStored(session, id);
  if (!overrides.some((one) => one.id === overrideId))
    throw new AppError('NOT_FOUND', { what: 'time set by an order' });
  deleteOverride(session, overrideId);
  return seen(session, id);
}

/**
 * Takes note of what deadlines come to now, of the moments they run from, and of what speaks against them, which their notes keep.
 *
 * @throws AppError NOT_FOUND
 */
export function acknowledgeDeadlines(session: MatterSession, ids: readonly DeadlineId[]): Deadline[] {
  const standing = byId(listDeadlines(session));
  for (const id of new Set(ids)) {
    const now = standing.get(id);
    if (!now) throw new AppError('NOT_FOUND', { what: 'deadline' });
    const isMoment = now.trigger.at !== now.triggerAt;
    const doubts = now.flags.filter(({ code }) => code === 'DOUBTED').map(({ message }) => message);
    updateDeadline(session, id, {
      seenDue: effectiveDue(now),
      fields: {
        ...(isMoment && { trigger: lastKnown(now) }),
        ...(doubts.length > 0 && { note: [now.note, ...doubts].filter(Boolean).join(' ') }),
      },
    });
  }
  const listed = byId(listDeadlines(session));
  return ids.map((id) => listed.get(id)!);
}

/**
 * The deadline with this id as stored.
 *
 * @throws AppError NOT_FOUND
 */
export function getStored(session: MatterSession, id: DeadlineId): StoredDeadline {
  const stored = findStored(session, id);
  if (!stored) throw new AppError('NOT_FOUND', { what: 'deadline' });
  return stored;
}

/** What a person does to a deadline is seen by that person: only later moves are shown as such. */
function seen(session: MatterSession, id: DeadlineId): Deadline {
  updateDeadline(session, id, { seenDue: effectiveDue(getDeadline(session, id)) });
  return getDeadline(session, id);
}

function lastKnown({ trigger, triggerAt }: Deadline): DeadlineFields['trigger'] {
  return { ...trigger, at: triggerAt };
}

function byId(deadlines: readonly Deadline[]): Map<string, Deadline> {
  return new Map(deadlines.map((one) => [one.id, one]));
}

function assertCounted({ rule }: Pick<DeadlineFields, 'rule'>): void {
  if (rule?.kind === 'event') throw new AppError('DEADLINE_RULE_NOT_COUNTED', { rule: rule.id });
}

/** What deadlines point at is in the matter. @throws AppError NOT_FOUND */
export function assertReferences(
  session: MatterSession,
  deadlines: readonly Partial<Pick<DeadlineFields, 'trigger' | 'entryId' | 'evidenceId'>>[],
  stored: readonly StoredDeadline[],
): void {
  const triggers = deadlines.flatMap(({ trigger }) => trigger ?? []);
  const { entries, troEvents } = readTriggerSources(session, triggers);
  const ids = new Set<string>(stored.map(({ id }) => id));
  for (const trigger of triggers) {
    if (trigger.kind === 'entry' && !entries.has(trigger.entryId)) throw missing('docket entry');
    if (trigger.kind === 'deadline' && !ids.has(trigger.deadlineId)) throw missing('deadline');
    if (trigger.kind === 'tro' && !troEvents.has(trigger.eventId)) throw missing('event on the TRO desk');
  }
  const entryIds = new Set(deadlines.flatMap(({ entryId }) => entryId ?? []));
  if (findEntries(session, [...entryIds]).length < entryIds.size) throw missing('docket entry');
  const evidenceIds = deadlines.flatMap(({ evidenceId }) => evidenceId ?? []);
  if (findMissingEvidence(session, evidenceIds).length > 0) throw missing('evidence item');
}

function missing(what: string): AppError {
  return new AppError('NOT_FOUND', { what });
}

/** Each clock of the TRO request is one deadline. */
function assertClocks(
  deadlines: readonly Partial<Pick<DeadlineFields, 'troClock'>>[],
  stored: readonly StoredDeadline[],
): void {
  const taken = new Set(stored.map(({ fields }) => fields.troClock));
  for (const { troClock } of deadlines) {
    if (!troClock) continue;
    if (taken.has(troClock))
      throw new AppError('INVALID_INPUT', {
        summary: 'that clock of the TRO request has its deadline already; change that one',
      });
    taken.add(troClock);
  }
}

/** Refuses what an entry makes due by words that give no day: its own date would stand for the one nobody has worked out. */
function assertRead(deadlines: readonly DeadlineFields[]): void {
  const unread = deadlines.find(({ source, printed }) => source === 'printed' && !printed);
  if (unread)
    throw new AppError('INVALID_INPUT', {
      summary: `the docket gives no day for “${unread.title}” that can be read; work it out from its words and add it by hand with that date`,
    });
}

/**
 * Refuses to count from the day an entry was filed what it says happened on a day it does not give: a return of service may be
 * filed weeks after the service. A person who knows the day gives another one, or a date as the trigger.
 */
function assertDated(session: MatterSession, deadlines: readonly Deadline[]): void {
  const undated = deadlines.filter(
    ({ printed, flags }) => !printed && flags.some(({ code }) => code === 'TRIGGER_UNDATED'),
  );
  const entryIds = undated.flatMap(({ trigger }) => (trigger.kind === 'entry' ? [trigger.entryId] : []));
  const entries = new Map<string, LoneEntry>(findEntries(session, entryIds).map((one) => [one.id, one]));
  for (const { trigger, title } of undated) {
    const entry = trigger.kind === 'entry' && entries.get(trigger.entryId);
    if (!entry || ![entry.filedOn, entry.enteredOn].includes(trigger.at)) continue;
    if (readEvents(entry).some(({ event, at }) => event === trigger.event && at === null))
      throw new AppError('INVALID_INPUT', {
        summary: `the docket does not say when “${title}” begins to run; give that date as the trigger`,
      });
  }
}

/** Refuses what is stored to be relied on and cannot be counted; a printed date holds whatever the count says. */
function assertCountable(deadline: Deadline, calendar: CourtCalendar): void {
  if (deadline.computed || deadline.printed) return;
  if (deadline.period.unit === 'hours' && isDay(deadline.triggerAt))
    throw new AppError('DEADLINE_NEEDS_MINUTE');
  calendar.count(deadline, deadline.triggerAt);
}

function isDay(moment: CourtMoment): boolean {
  return moment.length === 10;
}
