import { effectiveDue, lastMoment } from '../../../../shared/domain/deadlines/effective-due.ts';
import { extensionBar } from '../../../../shared/domain/deadlines/extension-bar.ts';
import { checkPrinted, printedFlags } from '../../../../shared/domain/deadlines/reading/index.ts';
import { clockChangeOf, compareMoments } from '../../../../shared/domain/deadlines/time/index.ts';
import type { Deadline, DeadlineFlag } from '../../../../shared/model/deadlines.ts';
import { unconfirmedText } from '../cited-rule.ts';
import { momentWords } from './trigger-moments.ts';

/**
 * What is noteworthy about a deadline on its own.
 *
 * @param timezone the court's
 */
export function ownFlags(deadline: Omit<Deadline, 'flags'>, timezone: string): DeadlineFlag[] {
  const { printed } = deadline;
  const flags: [DeadlineFlag['code'], string | null][] = [
    ['PRINTED_DISAGREES', printedDisagreement(deadline)],
    ['OVERRIDE_BEYOND_LIMIT', beyondLimit(deadline)],
    ['RULE_UNCONFIRMED', deadline.rule && unconfirmedText(deadline.rule)],
    ['HOUR_UNKNOWN', hourUnknown(deadline)],
    ['CLOCK_CHANGE', clockChange(deadline, timezone)],
    ['DONE_LATE', doneLate(deadline, timezone)],
  ];
  return [
    ...(printed ? printedFlags(printed.quote, printed.due, timezone) : []),
    ...flags.flatMap(([code, message]) => (message === null ? [] : [{ code, message }])),
  ];
}

/** The clerk's date is kept, with a flag where the rule gives another. A date for which nothing was counted has nothing to disagree with. */
function printedDisagreement({
  printed,
  period,
  computed,
  trigger,
  triggerAt,
}: Omit<Deadline, 'flags'>): string | null {
  if (!printed || !computed || period.unit === 'fixed') return null;
  const from = { event: trigger.event, at: triggerAt };
  const disagreement = checkPrinted({ due: printed.due, trigger: from }, computed.due);
  return disagreement && `${disagreement} The printed date is kept.`;
}

function beyondLimit(deadline: Omit<Deadline, 'flags'>): string | null {
  const { rule, overrides, computed } = deadline;
  const order = overrides.at(-1);
  const bar = rule && extensionBar(rule);
  if (!bar || !order || !computed) return null;
  const limit = effectiveDue(computed);
  // What holds is the last order's time: of a day, with the minute at which the clerk's clock ends it.
  if (compareMoments(effectiveDue(deadline), limit) <= 0) return null;
  return `The order sets ${momentWords(order.due)}, later than ${momentWords(limit)}, the end of the time of ${rule.cite}. ${bar}`;
}

/** Of what the count alone gives; an order or the clerk may set the very minute. */
function hourUnknown({ computed, overrides, printed }: Omit<Deadline, 'flags'>): string | null {
  if (printed || overrides.length > 0) return null;
  return computed?.warnings.find(({ code }) => code === 'HOUR_UNKNOWN')?.message ?? null;
}

/** Of a time that an order sets or the clerk printed; the count tells its own. */
function clockChange({ dueAt, computed }: Omit<Deadline, 'flags'>, timezone: string): string | null {
  const isTold = computed?.warnings.some(({ code }) => code === 'CLOCK_CHANGE') ?? false;
  return dueAt === null || isTold ? null : clockChangeOf(dueAt, timezone);
}

function doneLate(deadline: Omit<Deadline, 'flags'>, timezone: string): string | null {
  const { status, proof } = deadline;
  if (status !== 'done' || !proof) return null;
  const held = lastMoment(deadline, timezone);
  // A day without its minute is taken as in time on the last day: what is not known is not held against anyone.
  const length = Math.min(proof.at.length, held.length);
  return proof.at.slice(0, length) > held.slice(0, length)
    ? `Done on ${momentWords(proof.at)}; it was due on ${momentWords(held)}.`
    : null;
}

/**
 * The flags that two open deadlines raise together: hearings at the same minute, and one duty with two dates. The time it takes
 * grows with their number and no faster.
 *
 * @returns the deadlines with those flags added
 * @example withConflicts(standingOf(stored, sources, calendar))
 */
export function withConflicts(deadlines: readonly Deadline[]): Deadline[] {
  const open = deadlines.filter(({ status }) => status === 'open');
  const messages = new Map<string, string>();
  for (const group of groups(open, hearingTime))
    for (const one of group) messages.set(one.id, `${othersOf(one, group)} is at the same time.`);
  for (const group of groups(open, dutyOf))
    if (new Set(group.map(effectiveDue)).size > 1)
      for (const one of group)
        messages.set(
          one.id,
          `The same duty has another date in ${othersOf(one, group)}. Keep the right one.`,
        );
  if (messages.size === 0) return [...deadlines];
  return deadlines.map((one) => {
    const message = messages.get(one.id);
    return message === undefined ? one : { ...one, flags: [...one.flags, { code: 'CONFLICT', message }] };
  });
}

function groups(deadlines: readonly Deadline[], keyOf: (one: Deadline) => string | null): Deadline[][] {
  const byKey = Map.groupBy(deadlines, keyOf);
  return [...byKey].flatMap(([key, group]) => (key !== null && group.length > 1 ? [group] : []));
}

/** The minute of a hearing or trial, which two cannot share; null for what is none or has no minute. */
function hearingTime({ troClock, trigger, period, dueAt }: Deadline): string | null {
  const isSetForDate =
    period.unit === 'fixed' && ['hearing', 'default_hearing', 'trial'].includes(trigger.event);
  return troClock === 'hearing' || troClock === 'pi_hearing' || isSetForDate ? dueAt : null;
}

/** What one rule asks on account of one event. */
function dutyOf({ rule, trigger }: Deadline): string | null {
  if (!rule) return null;
  const { kind, event } = trigger;
  switch (kind) {
    case 'date':
      return null;
    case 'entry':
      return JSON.stringify([rule.id, kind, trigger.entryId, event, trigger.party.toLowerCase()]);
    case 'deadline':
      return JSON.stringify([rule.id, kind, trigger.deadlineId]);
    case 'tro':
      return JSON.stringify([rule.id, kind, trigger.eventId, trigger.field]);
  }
}

/** Names the other, or says how many there are: a long list would say less. */
function othersOf(one: Deadline, group: readonly Deadline[]): string {
  const other = group.find(({ id }) => id !== one.id)!;
  const more = group.length - 2;
  return more === 0 ? `“${other.title}”` : `“${other.title}” and ${more} more`;
}
