import { effectiveDue, isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { compareMoments, endOfDay, instantOf } from '../../../../shared/domain/deadlines/time/index.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { TroClock } from '../../../../shared/model/rule-pack.ts';
import type { TroRequest, TroSide, TroStage } from '../../../../shared/model/tro.ts';

export type Clock = TroRequest['clocks'][number];

/**
 * The state of a clock: it runs; its time passed and this side still owes the act; it passed, and nothing is owed here; it was
 * met; a person set it aside; or the request ended before it mattered.
 */
export type ClockState = 'running' | 'past_due' | 'passed' | 'met' | 'not_needed' | 'over';

/** One of the times a clock may be said to have. */
export interface ClockTime {
  readonly at: CourtMoment;
  readonly kind: 'order' | 'earlier_order' | 'printed' | 'rule' | 'hand' | 'alternative';
  /** Whether it is the time that counts. */
  readonly isHolding: boolean;
  /** Whether it is the one to keep where the law is unsettled. */
  readonly isSafe: boolean;
  /** What the order was, or why another time may be argued. */
  readonly why: string;
  readonly cite: string;
}

export interface ClockReading {
  readonly clock: Clock;
  readonly state: ClockState;
  /** The time to go by: the safe one where the law is unsettled. */
  readonly at: CourtMoment;
  /** Milliseconds until it, negative since. */
  readonly leftMs: number;
  /** All its times: the one to go by first, then by time. */
  readonly times: readonly ClockTime[];
  /** Whether it was met after its time. */
  readonly isMetLate: boolean;
  /** Who must act by it; null where no one in particular must. */
  readonly whose: 'ours' | 'theirs' | null;
}

/** Clocks by which someone must act; at the others something happens, or may. */
const duties: ReadonlySet<TroClock> = new Set([
  'service',
  'intent_to_oppose',
  'response',
  'reply',
  'security',
]);
const ends: ReadonlySet<TroStage> = new Set(['denied', 'withdrawn', 'dissolved', 'converted', 'expired']);

/**
 * The present state of a request's clocks, in the order the engine gives them: soonest first.
 *
 * @param now milliseconds since 1970
 */
export function readClocks(request: TroRequest, now: number): readonly ClockReading[] {
  return request.clocks.map((clock) => readClock(clock, request, now));
}

/** The clock that runs out next; null while none runs. */
export function nextClock(readings: readonly ClockReading[]): ClockReading | null {
  return readings
    .filter(({ state }) => state === 'running')
    .reduce<ClockReading | null>((next, each) => (next && next.leftMs <= each.leftMs ? next : each), null);
}

/** Clocks that run out at the very time another does. */
export function atTheSameTime(
  readings: readonly ClockReading[],
  other: ClockReading,
): readonly ClockReading[] {
  return readings.filter(
    (each) => each !== other && each.state === 'running' && each.leftMs === other.leftMs,
  );
}

const urgency: readonly ClockState[] = ['past_due', 'running', 'passed', 'met', 'not_needed', 'over'];

/** What needs doing before what is over; within each, in the order given. */
export function byUrgency(readings: readonly ClockReading[]): readonly ClockReading[] {
  return readings.toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state));
}

/** Whether the request came to an end. */
export function hasEnded(stage: TroStage): boolean {
  return ends.has(stage);
}

function readClock(clock: Clock, request: TroRequest, now: number): ClockReading {
  const times = timesOf(clock, request);
  const holding = effectiveDue(clock);
  const expiry = clock.troClock === 'expiry' ? request.expiry : null;
  const at = expiry?.at ?? times[0]?.at ?? holding;
  const endsAt = expiry?.endsAt ?? (at === holding && !isEarliest(clock) ? clock.endsAt : endOf(at, clock));
  const leftMs = Date.parse(endsAt) - now;
  return {
    clock,
    at,
    leftMs,
    times,
    isMetLate:
      clock.status === 'done' &&
      (clock.flags.some(({ code }) => code === 'DONE_LATE') ||
        (clock.proof !== null && isAfter(clock.proof.at, holding))),
    state: stateOf(clock, request, leftMs),
    whose: whoseIs(clock, request.fields.side),
  };
}

function stateOf(clock: Clock, { stage, fields }: TroRequest, leftMs: number): ClockState {
  if (clock.status === 'done') return 'met';
  if (clock.status === 'dismissed') return hasEnded(stage) ? 'over' : 'not_needed';
  if (leftMs > 0) return 'running';
  return duties.has(clock.troClock) && whoseIs(clock, fields.side) !== 'theirs' ? 'past_due' : 'passed';
}

/** When a moment that the engine did not count to is over; what may happen from a day on may happen as the day begins. */
function endOf(at: CourtMoment, clock: Clock): string {
  const { computed, endsAt } = clock;
  if (!computed) return endsAt;
  const isLastDay = at.length === 10 && !isEarliest(clock);
  return isLastDay ? endOfDay(at, computed.timezone) : instantOf(at, computed.timezone);
}

/** Who must act by a clock. A clock of nobody in particular counts for both sides. */
function whoseIs({ actor, troClock }: Clock, side: TroSide): ClockReading['whose'] {
  if (!duties.has(troClock)) return null;
  if (actor === 'movant' || actor === 'plaintiff') return side === 'movant' ? 'ours' : 'theirs';
  if (actor === 'opponent' || actor === 'defendant') return side === 'opponent' ? 'ours' : 'theirs';
  return null;
}

function timesOf(clock: Clock, request: TroRequest): readonly ClockTime[] {
  const { computed, printed, overrides } = clock;
  const expiry = clock.troClock === 'expiry' ? request.expiry : null;
  const isOverridden = overrides.length > 0;
  const times: Omit<ClockTime, 'isSafe'>[] = overrides.map(({ due, note }, index) => {
    const isHolding = index === overrides.length - 1;
    return { at: due, kind: isHolding ? 'order' : 'earlier_order', isHolding, why: note, cite: '' };
  });
  if (printed) times.push({ at: printed.due, kind: 'printed', isHolding: !isOverridden, why: '', cite: '' });
  if (computed) {
    const kind = clock.source === 'order' ? 'order' : clock.source === 'hand' ? 'hand' : 'rule';
    times.push({
      at: effectiveDue(computed),
      kind: kind === 'order' && isOverridden ? 'earlier_order' : kind,
      isHolding: !isOverridden && !printed,
      why: '',
      cite: clock.rule?.cite ?? '',
    });
  }
  if (times.length === 0)
    times.push({ at: effectiveDue(clock), kind: 'hand', isHolding: true, why: '', cite: '' });
  const others = [...(isOverridden ? [] : (computed?.alternatives ?? [])), ...(expiry?.alternatives ?? [])];
  for (const { due, why, cite } of others) {
    if (!times.some(({ at }) => at === due))
      times.push({ at: due, kind: 'alternative', isHolding: false, why, cite });
  }
  const safe = others.length === 0 ? null : (expiry?.at ?? safeOf(clock, times, request.fields.side));
  return times
    .map((time) => ({ ...time, isSafe: time.at === safe }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || compareMoments(a.at, b.at));
}

/**
 * The time to keep where more than one may be argued: the earliest by which to act. Of a hearing on notice, the earliest for
 * the side that must be ready for it, the latest for the side that gave the notice.
 */
function safeOf(
  clock: Clock,
  times: readonly Omit<ClockTime, 'isSafe'>[],
  side: TroSide,
): CourtMoment | null {
  const argued = times
    .filter(({ isHolding, kind }) => isHolding || kind === 'alternative')
    .map(({ at }) => at)
    .toSorted(compareMoments);
  const isOwnNotice = isEarliest(clock) && side === 'opponent';
  return (isOwnNotice ? argued.at(-1) : argued[0]) ?? null;
}

function rankOf({ isSafe, isHolding }: ClockTime): number {
  return isSafe ? 0 : isHolding ? 1 : 2;
}

/** Whether a court moment is later than another; where either is a day, only a later day is. */
function isAfter(moment: CourtMoment, other: CourtMoment): boolean {
  const length = Math.min(moment.length, other.length);
  return moment.slice(0, length) > other.slice(0, length);
}
