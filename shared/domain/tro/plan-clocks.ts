import type { CourtMoment } from '../../model/court-time.ts';
import type { CitedRule, DeadlineFields, DeadlineProof, DeadlineTrigger } from '../../model/deadlines.ts';
import type { ListedRule, TriggerEvent, TroClock } from '../../model/rule-pack.ts';
import type { Period } from '../../model/time-counting.ts';
import type { TroEvent, TroEventDetails, TroEventKind, TroFields } from '../../model/tro.ts';
import { formatMoment } from '../court-words.ts';
import { citeRule, defaultReminders } from '../deadlines/of-rule.ts';
import { periodOf } from '../deadlines/rules/period-of.ts';
import { rulesInForce } from '../deadlines/rules/rules-in-force.ts';
import { compareMoments } from '../deadlines/time/index.ts';
import { isNotAfter } from './order-of-events.ts';
import { orderEndOf, type CourtClock, type OrderEnd } from './order-end.ts';
import { currentEvents } from './request-events.ts';
import type { SetTime } from './set-times.ts';
import { afterRemoval } from './state-order.ts';
import { troClockTitles, troEventWords } from './words.ts';

/** What a clock runs from: what a deadline may run from, or another clock of the same plan. */
export type ClockTrigger =
  | Extract<DeadlineTrigger, { kind: 'tro' }>
  | { readonly kind: 'clock'; readonly clock: TroClock; readonly at: CourtMoment };

/** A time an order sets instead of the clock's own. */
export interface PlannedOverride {
  readonly eventId: TroEvent['id'];
  readonly due: CourtMoment;
  readonly entryId: TroEvent['entryId'];
  readonly note: string;
}

/** A clock that the events start, as a deadline. */
export interface PlannedClock
  extends
    Pick<
      DeadlineFields,
      'title' | 'source' | 'rule' | 'period' | 'service' | 'regime' | 'actor' | 'entryId' | 'reminders'
    >,
    Settling {
  readonly clock: TroClock;
  readonly trigger: ClockTrigger;
  readonly overrides: readonly PlannedOverride[];
}

interface Settling {
  /** What the events did to it: met by one of them, or moot after a decision; else it is open. */
  readonly settled:
    | { readonly status: 'done'; readonly proof: DeadlineProof }
    | { readonly status: 'dismissed' }
    | null;
}

export interface TroPlan {
  /** In an order in which each may name those before it. */
  readonly clocks: readonly PlannedClock[];
  readonly end: OrderEnd | null;
  readonly warnings: readonly string[];
}

/** The recorded event for each event that a rule runs from. */
const eventOf: Partial<Record<TriggerEvent, TroEventKind>> = {
  tro_motion_filed: 'motion_filed',
  tro_motion_served: 'motion_served',
  tro_entered: 'granted',
  tro_extended: 'extended',
  dissolution_noticed: 'dissolution_noticed',
};

type OrderedField = Exclude<SetTime, 'expiresAt'>;
/** The time that an order sets for a clock. */
const fieldOf = {
  service: 'serveBy',
  intent_to_oppose: 'intentBy',
  response: 'responseBy',
  reply: 'replyBy',
  hearing: 'hearingAt',
  pi_hearing: 'piHearingAt',
  security: 'securityBy',
} as const satisfies Partial<Record<TroClock, OrderedField>>;

/** The event that meets a clock. */
const metBy: Partial<Record<TroClock, TroEventKind>> = {
  service: 'motion_served',
  intent_to_oppose: 'intent_to_oppose_filed',
  response: 'response_filed',
  reply: 'reply_filed',
  hearing: 'hearing_held',
};

const beforeDecision = ['service', 'intent_to_oppose', 'response', 'reply', 'hearing'] as const;
const ofOrder = ['expiry', 'extension', 'security'] as const;

/** Clocks that a decision makes moot. */
const mootAfter: Readonly<Partial<Record<TroEventKind, readonly TroClock[]>>> = {
  denied: beforeDecision,
  dissolved: [...ofOrder, 'dissolution'],
  converted: [...beforeDecision, ...ofOrder, 'pi_hearing'],
  withdrawn: [...beforeDecision, ...ofOrder, 'dissolution', 'pi_hearing'],
};

const actors: Readonly<Record<TroClock, DeadlineFields['actor']>> = {
  service: 'movant',
  intent_to_oppose: 'opponent',
  response: 'opponent',
  reply: 'movant',
  hearing: 'any',
  expiry: 'any',
  extension: 'movant',
  dissolution: 'opponent',
  pi_hearing: 'any',
  security: 'movant',
};

const dateCertain: Period = { count: 0, unit: 'fixed', direction: 'after', isCap: false };

/** An order can be extended only while it is in force: 65(b)(2). Nothing is counted, so no pack lists it. */
const extensionRule: CitedRule = {
  id: 'tro_extend_in_time',
  pack: 'frcp',
  cite: 'Fed. R. Civ. P. 65(b)(2)',
  title: troClockTitles.extension,
  kind: 'cap',
  isExtendable: false,
  confidence: 'confirmed',
  source: 'Fed. R. Civ. P. 65(b)(2)',
  note: 'For good cause and for a like period, made before the order ends; longer only by consent of the adverse party. The reasons are entered in the record.',
};
/** The rule speaks of one extension for good cause; the last moment for another is the end that the order has by then. */
const furtherExtensionRule: CitedRule = {
  ...extensionRule,
  id: 'tro_extend_again',
  note: 'The order was extended once, and Rule 65(b)(2) speaks of one extension for good cause: a further one takes the adverse party’s consent. Else the preliminary injunction must be decided before this end.',
};

/**
 * Which clocks the recorded events start, from which event and by which rule, which times orders set instead, and which clocks
 * are met or moot.
 *
 * A rule takes part by its `troClock`; a court's own rule takes precedence over a general one. What an order sets and no rule counts
 * is a date certain. Times of the current request only: see `currentEvents`.
 *
 * @param events all that was recorded, in any order
 * @param rules of all packs; the day of the event decides which version counts
 * @param court its code; empty where not known
 * @param known what else the matter says: the day on which the case was removed from a state court, when security was given
 * @example planClocks([servedByHand('2021-01-11T17:00')], rules, 'wawd', clock).clocks // intent_to_oppose, response
 */
export function planClocks(
  events: readonly TroEvent[],
  rules: readonly ListedRule[],
  court: string,
  clock: CourtClock,
  { removedOn = null, securityPostedAt = null }: KnownOfMatter = {},
): TroPlan {
  const current = currentEvents(events);
  const warnings: string[] = [];
  const basis = { events: current, rules, court, timezone: clock.place.timezone, warnings };
  const granted = current.find(({ kind }) => kind === 'granted');
  const cap = granted ? (ruleOf('expiry', rules, court, granted.at) ?? null) : null;
  const end = afterRemoval(orderEndOf(current, cap, clock), removedOn, cap, clock);
  const clocks = [
    ...(
      [
        'service',
        'intent_to_oppose',
        'response',
        'reply',
        'hearing',
        'pi_hearing',
        'security',
        'dissolution',
      ] as const
    ).flatMap((name) => planClock(name, basis)),
    ...planEnd(end, cap),
  ];
  return {
    clocks: clocks.map((planned) => ({
      ...planned,
      settled:
        planned.clock === 'security' && securityPostedAt !== null
          ? { status: 'done', proof: securityGiven(securityPostedAt) }
          : settle(planned.clock, current),
    })),
    end,
    warnings: [...(end?.warnings ?? []), ...warnings],
  };
}

const noticedOrder =
  'The two days’ notice of Rule 65(b)(4) is for an order issued without notice, and this one is recorded as issued with notice: a motion to dissolve or modify it takes the notice of Rule 6(c)(1), of a local rule, or of the court’s order. Ask the court for a time.';

/** What the matter says besides the events. */
export interface KnownOfMatter extends Partial<Pick<TroFields, 'securityPostedAt'>> {
  readonly removedOn?: string | null;
}

/** What clocks are planned from. */
interface Basis {
  readonly events: readonly TroEvent[];
  readonly rules: readonly ListedRule[];
  readonly court: string;
  readonly timezone: string;
  /** Sentences are added here. */
  readonly warnings: string[];
}

type Unsettled = Omit<PlannedClock, keyof Settling>;

function planClock(clock: Exclude<TroClock, 'expiry' | 'extension'>, basis: Basis): Unsettled[] {
  const ordered = clock === 'dissolution' ? [] : timesOrdered(fieldOf[clock], basis.events);
  const counted = countedClock(clock, basis);
  if (counted) return [{ ...counted, overrides: overridesOf(ordered, basis.timezone) }];
  const [first, ...later] = ordered;
  if (!first) return [];
  return [
    {
      clock,
      title: troClockTitles[clock],
      source: 'order',
      rule: null,
      trigger: { kind: 'tro', eventId: first.event.id, field: first.field, event: 'other', at: first.due },
      period: dateCertain,
      service: 'none',
      regime: 'frcp',
      actor: actors[clock],
      entryId: first.event.entryId,
      reminders: defaultReminders({ ...dateCertain, unit: first.due.length > 10 ? 'hours' : 'days' }),
      overrides: overridesOf(later, basis.timezone),
    },
  ];
}

/** A clock that a rule counts from an event; nothing where no rule does. */
function countedClock(
  clock: TroClock,
  { events, rules, court, timezone, warnings }: Basis,
): Omit<Unsettled, 'overrides'> | null {
  const runs = events.flatMap((event) => {
    const rule = ruleOf(clock, rules, court, event.at, event.kind);
    return rule ? [{ event, rule }] : [];
  });
  // A second service restarts nothing: the first is the safe one. A motion to dissolve may be made again.
  const run = clock === 'dissolution' ? runs.at(-1) : runs[0];
  if (!run) return null;
  const { event, rule } = run;
  const hours = clock === 'dissolution' ? event.details.noticeHours : null;
  if (clock === 'dissolution' && hours === null && events.some(({ details }) => details.isWithNotice))
    warnings.push(noticedOrder);
  const period: Period =
    hours === null ? periodOf(rule) : { count: hours, unit: 'hours', direction: 'after', isCap: false };
  if (period.unit === 'hours' && event.at.length === 10) {
    warnings.push(
      `Give the time of “${troEventWords[event.kind]}” on ${formatMoment(event.at, timezone)}: ${period.count} hours run from the minute (${rule.cite}).`,
    );
    return null;
  }
  return {
    clock,
    title: troClockTitles[clock],
    source: hours === null ? 'rule' : 'order',
    rule: citeRule(rule),
    trigger: { kind: 'tro', eventId: event.id, field: 'at', event: rule.trigger, at: event.at },
    period,
    service: rule.isFromService ? (event.details.service ?? 'none') : 'none',
    regime: rule.regime,
    actor: rule.actor,
    entryId: event.entryId,
    reminders: defaultReminders({ ...period, isCap: false }),
  };
}

/** The end of an order, and the last moment to have it extended. */
function planEnd(end: OrderEnd | null, cap: ListedRule | null): Unsettled[] {
  if (!end) return [];
  const { granted } = end;
  const stated = granted.details.expiresAt;
  const isCounted = cap !== null;
  const expiry: Unsettled = {
    clock: 'expiry',
    title: troClockTitles.expiry,
    source: isCounted ? 'rule' : 'order',
    rule: cap && citeRule(cap),
    trigger: isCounted
      ? { kind: 'tro', eventId: granted.id, field: 'at', event: cap.trigger, at: granted.at }
      : { kind: 'tro', eventId: granted.id, field: 'expiresAt', event: 'other', at: stated ?? granted.at },
    period: isCounted ? periodOf(cap) : dateCertain,
    service: 'none',
    regime: cap?.regime ?? 'frcp',
    actor: actors.expiry,
    entryId: granted.entryId,
    // An extension takes days to prepare, so the reminder comes that much earlier.
    reminders: defaultReminders({ ...dateCertain, unit: 'days' }),
    overrides: (isCounted ? end.sets : end.sets.slice(1)).map(({ event, due, note }) => ({
      eventId: event.id,
      due,
      entryId: event.entryId,
      note,
    })),
  };
  const extension: Unsettled = {
    ...expiry,
    clock: 'extension',
    title: troClockTitles.extension,
    source: 'rule',
    rule: end.sets.some(({ event }) => event.kind === 'extended') ? furtherExtensionRule : extensionRule,
    trigger: { kind: 'clock', clock: 'expiry', at: end.at },
    period: dateCertain,
    regime: 'frcp',
    actor: actors.extension,
    overrides: [],
  };
  return [expiry, extension];
}

function settle(clock: TroClock, events: readonly TroEvent[]): PlannedClock['settled'] {
  const kind = metBy[clock];
  const ordered = clock in fieldOf ? timesOrdered(fieldOf[clock as keyof typeof fieldOf], events) : [];
  // A hearing that was held and is then continued to another day, or a further response that is ordered, is still to come.
  const isToCome = (met: TroEvent) =>
    ordered.some(({ event, due }) => !isNotAfter(event.at, met.at) && compareMoments(due, met.at) > 0);
  const meeting = kind && events.find((event) => event.kind === kind && !isToCome(event));
  if (meeting) {
    const { at, entryId, evidenceId } = meeting;
    const note = `Recorded on the TRO desk: ${troEventWords[meeting.kind]}.`;
    return { status: 'done', proof: { at, note, entryId, evidenceId } };
  }
  const isMoot = events.some((event) => mootAfter[event.kind]?.includes(clock));
  return isMoot ? { status: 'dismissed' } : null;
}

function securityGiven(at: CourtMoment): DeadlineProof {
  return { at, note: 'Recorded on the TRO desk: security given.', entryId: null, evidenceId: null };
}

interface TimeOrdered {
  readonly event: TroEvent;
  readonly field: OrderedField;
  readonly due: CourtMoment;
}

/** The times that orders set for one thing, oldest order first. */
function timesOrdered(
  field: OrderedField & keyof TroEventDetails,
  events: readonly TroEvent[],
): TimeOrdered[] {
  return events.flatMap((event) => {
    const due = event.details[field];
    return due === null ? [] : [{ event, field, due }];
  });
}

function overridesOf(ordered: readonly TimeOrdered[], timezone: string): PlannedOverride[] {
  return ordered.map(({ event, due }) => ({
    eventId: event.id,
    due,
    entryId: event.entryId,
    note: `order of ${formatMoment(event.at, timezone)}`,
  }));
}

/** The rule that counts a clock from a kind of event on a day; the court's own before a general one. */
function ruleOf(
  clock: TroClock,
  rules: readonly ListedRule[],
  court: string,
  at: CourtMoment,
  kind?: TroEventKind,
): ListedRule | undefined {
  const fitting = rulesInForce(rules, at.slice(0, 10), court).filter(
    (rule) =>
      rule.troClock === clock &&
      rule.kind !== 'event' &&
      (kind === undefined || eventOf[rule.trigger] === kind),
  );
  return fitting.find(({ courts }) => courts.length > 0) ?? fitting[0];
}
