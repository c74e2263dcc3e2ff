import type { CourtMoment } from '../../model/court-time.ts';
import type { ListedRule } from '../../model/rule-pack.ts';
import type { AddedDay, CourtPlace, TimeResult } from '../../model/time-counting.ts';
import type { TroEvent } from '../../model/tro.ts';
import type { Holidays } from '../deadlines/holidays/holiday.ts';
import { formatMoment } from '../court-words.ts';
import { periodOf } from '../deadlines/rules/period-of.ts';
import { countTime, endOfDay, instantOf } from '../deadlines/time/index.ts';
import { isNotAfter } from './order-of-events.ts';

/** The court's place and clock, with the days of its calendar. */
export interface CourtClock {
  readonly place: CourtPlace;
  readonly added: readonly AddedDay[];
  readonly holidays: Holidays;
}

/** A time that an order sets for the end, as it overrides the end counted by rule. */
export interface EndSet {
  readonly event: TroEvent;
  readonly due: CourtMoment;
  readonly note: string;
}

export interface OrderEnd {
  /** The safe end: never later than the rule or the order allows, and not extended by a weekend. */
  readonly at: CourtMoment;
  readonly endsAt: string;
  /** Why that is the end, in a sentence. */
  readonly basis: string;
  /** Later ends that another reading allows, never to be relied on. */
  readonly alternatives: TimeResult['alternatives'];
  /** The first order. */
  readonly granted: TroEvent;
  /** What orders set, oldest first. */
  readonly sets: readonly EndSet[];
  readonly warnings: readonly string[];
}

const cite = 'Fed. R. Civ. P. 65(b)(2)';
const sampson =
  'An order kept in force beyond its limit is treated as a preliminary injunction and may be appealed, Sampson v. Murray, 415 U.S. 61, 86–88 (1974).';

/**
 * When a temporary restraining order ends: by its own words, at most after the time of the rule, later only by an extension
 * that was made in time, for a like period or by consent.
 *
 * Where the order's own end and the rule's differ, the earlier one is the end, and the later an alternative. The cap speaks of
 * orders issued without notice; whether it holds for an order with notice is not settled, so the same end is the safe one.
 *
 * @param events those of the current request, as they happened
 * @param cap the rule in force when the order was entered; null where no pack has it
 * @returns null where no order was granted
 * @see Fed. R. Civ. P. 65(b)(2)
 * @example orderEndOf([granted('2021-01-11T17:00')], cap, court)?.at // '2021-01-25T17:00'
 */
export function orderEndOf(
  events: readonly TroEvent[],
  cap: ListedRule | null,
  court: CourtClock,
): OrderEnd | null {
  const granted = events.find(({ kind }) => kind === 'granted');
  if (!granted) return null;
  const counted = cap && countCap(granted.at, cap, court);
  const first = firstEnd(granted, cap, counted, court);
  if (!first || !cap) return first;
  const like = countCap(first.at, cap, court);
  return (
    events
      // An extension dated before the grant extends nothing until its time is corrected, which `orderWarnings` asks for.
      .filter(({ kind, at }) => kind === 'extended' && isNotAfter(granted.at, at))
      .reduce((end, event) => extend(end, event, { first, like: endMoment(like), cap, court }), first)
  );
}

function firstEnd(
  granted: TroEvent,
  cap: ListedRule | null,
  counted: TimeResult | null,
  { place }: CourtClock,
): OrderEnd | null {
  const { expiresAt: stated, isWithNotice } = granted.details;
  const warnings = isWithNotice === null ? [noticeUnknown(formatMoment(granted.at, place.timezone))] : [];
  const own =
    stated === null
      ? null
      : { at: stated, endsAt: endOf(stated, place), alternatives: [], granted, warnings };
  const sets = own ? [{ event: granted, due: own.at, note: 'the order states its own end' }] : [];
  if (!cap || !counted)
    return own && { ...own, basis: 'The order itself says so; no rule that limits it is installed.', sets };
  if (own && own.endsAt <= counted.endsAt) {
    const basis = `The order itself says so, within the ${cap.count} ${cap.unit} of ${cite}.`;
    return { ...own, basis, sets: own.at === endMoment(counted) ? [] : sets };
  }
  const byRule = endByRule(granted, cap, counted, place);
  return { ...byRule, warnings: [...warnings, ...byRule.warnings] };
}

/** The end by rule, where the order states none that is earlier. */
function endByRule(granted: TroEvent, cap: ListedRule, counted: TimeResult, place: CourtPlace): OrderEnd {
  const { expiresAt: stated, isWithNotice } = granted.details;
  const say = (moment: CourtMoment) => formatMoment(moment, place.timezone);
  const limit = endMoment(counted);
  const period = `${cap.count} ${cap.unit}`;
  const byRule = { at: limit, endsAt: counted.endsAt, granted, sets: [] };
  const unsettled = isWithNotice
    ? `Whether the ${period} of Rule 65(b)(2) limit an order issued with notice is not settled: its text speaks of orders without notice. Treat ${say(limit)} as the safe end.`
    : null;
  if (stated === null)
    return {
      ...byRule,
      alternatives: counted.alternatives,
      basis: `${cite}: at most ${period} after entry, counted from the order’s own hour, ${say(granted.at)}; no weekend or holiday lengthens it.`,
      warnings: [
        ...(unsettled === null ? [] : [unsettled]),
        'The order’s own end is not recorded: by rule it ends when the order says, if that is earlier.',
      ],
    };
  // Of the day on which the time of the rule ends: whether that is at the hour of the order or at midnight is not settled.
  const tooLong =
    stated === limit.slice(0, 10)
      ? `The order ends on ${say(stated)} by its own words and names no hour. Whether the ${period} of Rule 65(b)(2) run to the hour of its entry or to the end of that day is not settled. Treat ${say(limit)} as the safe end.`
      : `The order states an end (${say(stated)}) after the ${period} that Rule 65(b)(2) allows for an order without notice. Treat ${say(limit)} as its end. ${sampson}`;
  return {
    ...byRule,
    basis:
      unsettled === null
        ? `${cite}: at most ${period} after entry, counted from the order’s own hour. The order itself says ${say(stated)}.`
        : `${cite}: ${period} after entry, counted from the order’s own hour, as the safe end. The order itself says ${say(stated)}, and whether the limit holds for an order with notice is not settled.`,
    alternatives: [
      ...counted.alternatives.filter(({ due }) => due !== stated),
      { due: stated, why: 'The end that the order itself states, later than the rule’s limit.', cite },
    ],
    warnings: [unsettled ?? tooLong],
  };
}

interface Limits {
  readonly first: OrderEnd;
  /** The end of a like period after the first end. */
  readonly like: CourtMoment;
  readonly cap: ListedRule;
  readonly court: CourtClock;
}

/** The end after an extension; one that came too late, or goes too far, does not move it as far as it says. */
function extend(end: OrderEnd, event: TroEvent, limits: Limits): OrderEnd {
  const { place } = limits.court;
  const { expiresAt: stated, isByConsent } = event.details;
  if (stated === null) return end;
  const say = (moment: CourtMoment) => formatMoment(moment, place.timezone);
  // For a day without a minute, its first instant: whether it came in time is then asked, not denied.
  if (instantOf(event.at, place.timezone) >= end.endsAt) return extendedLate(end, event, stated, place);
  const warnings = [...end.warnings];
  if (event.at.length === 10 && endOf(event.at, place) > end.endsAt)
    warnings.push(`Give the hour of the extension of ${event.at}: it must come before ${say(end.at)}.`);
  if (!isByConsent && isLonger(stated, limits.first, limits.like, place))
    warnings.push(
      `The extension to ${say(stated)} is longer than the order’s own first term. “A like period” may mean that term: confirm the extension’s basis.`,
    );
  return isByConsent || endOf(stated, place) <= endOf(limits.like, place)
    ? extendedTo({ ...end, warnings }, event, stated, place)
    : extendedTooFar({ ...end, warnings }, event, stated, limits);
}

/** An extension after the order had ended moves nothing. */
function extendedLate(end: OrderEnd, event: TroEvent, stated: CourtMoment, place: CourtPlace): OrderEnd {
  const say = (moment: CourtMoment) => formatMoment(moment, place.timezone);
  const later = { due: stated, why: 'The end that the late extension states.', cite };
  return {
    ...end,
    alternatives: endOf(stated, place) > end.endsAt ? [...end.alternatives, later] : end.alternatives,
    warnings: [
      ...end.warnings,
      `The extension of ${say(event.at)} came after the order had ended (${say(end.at)}). An order that has ended cannot be extended. ${sampson}`,
    ],
  };
}

/** An extension by consent, or for at most a like period. */
function extendedTo(end: OrderEnd, event: TroEvent, stated: CourtMoment, place: CourtPlace): OrderEnd {
  const say = (moment: CourtMoment) => formatMoment(moment, place.timezone);
  const isByConsent = event.details.isByConsent === true;
  const warnings = [...end.warnings];
  if (endOf(stated, place) < end.endsAt)
    warnings.push(
      `The extension of ${say(event.at)} does not lengthen the order but ends it sooner: ${say(stated)} instead of ${say(end.at)}. Check its new end.`,
    );
  if (!isByConsent && end.sets.some(isForGoodCause))
    warnings.push(
      `The extension to ${say(stated)} is not the first for good cause. Rule 65(b)(2) speaks of one, for a like period; whether another may follow without the adverse party’s consent is not settled: confirm the extension’s basis, or obtain consent.`,
    );
  const ground = isByConsent ? 'by consent of the adverse party' : 'for good cause';
  return {
    ...end,
    at: stated,
    endsAt: endOf(stated, place),
    basis: `Extended ${ground} by order of ${say(event.at)}, ${cite}.`,
    alternatives: [],
    sets: [...end.sets, { event, due: stated, note: `extended ${ground}` }],
    warnings,
  };
}

/** An extension beyond a like period without consent reaches the end of that period. */
function extendedTooFar(
  end: OrderEnd,
  event: TroEvent,
  stated: CourtMoment,
  { like, cap, court: { place } }: Limits,
): OrderEnd {
  const say = (moment: CourtMoment) => formatMoment(moment, place.timezone);
  // An earlier extension by consent may already reach further than a like period; its end and its ground stay.
  const isWithin = endOf(like, place) <= end.endsAt;
  const due = isWithin ? end.at : like;
  const held: OrderEnd = {
    ...end,
    alternatives: [{ due: stated, why: 'The end that the extension itself states.', cite }],
    warnings: [
      ...end.warnings,
      `The extension states an end (${say(stated)}) after the like period that Rule 65(b)(2) allows without the adverse party’s consent. Treat ${say(due)} as the end. ${sampson}`,
    ],
  };
  if (isWithin) return held;
  const note = `extended for good cause; the order says ${say(stated)}, and without consent at most a like period is allowed`;
  return {
    ...held,
    at: due,
    endsAt: endOf(due, place),
    basis: `${cite}: extended for good cause for at most a like period, ${cap.count} ${cap.unit} from the first end. The order itself says ${say(stated)}.`,
    sets: [...end.sets, { event, due, note }],
  };
}

function isForGoodCause({ event }: EndSet): boolean {
  return event.kind === 'extended' && event.details.isByConsent !== true;
}

/** Whether an extension lasts longer than the order first did, where that was less than the rule allows. */
function isLonger(stated: CourtMoment, first: OrderEnd, like: CourtMoment, place: CourtPlace): boolean {
  const [begun, ended, extended] = [
    instantOf(first.granted.at, place.timezone),
    first.endsAt,
    endOf(stated, place),
  ].map((instant) => Date.parse(instant)) as [number, number, number];
  return ended < Date.parse(endOf(like, place)) && extended - ended > ended - begun + hourOfClockChange;
}

/** Terms of equal days differ by an hour where the clocks change within one. */
const hourOfClockChange = 3_600_000;

function noticeUnknown(granted: string): string {
  return `Say whether the adverse party had notice of the order of ${granted}; until then it is treated as issued without notice.`;
}

/** The maximum of a rule, counted from a moment; no weekend or holiday lengthens it. */
export function countCap(
  trigger: CourtMoment,
  cap: ListedRule,
  { place, added, holidays }: CourtClock,
): TimeResult {
  const period = { ...periodOf(cap), isCap: true };
  return countTime(
    { trigger, period, service: 'none', regime: cap.regime, place, added: [...added], contract: null },
    holidays,
  );
}

function endMoment({ due, dueAt }: TimeResult): CourtMoment {
  return dueAt ?? due;
}

function endOf(moment: CourtMoment, { timezone }: CourtPlace): string {
  return moment.length === 10 ? endOfDay(moment, timezone) : instantOf(moment, timezone);
}
