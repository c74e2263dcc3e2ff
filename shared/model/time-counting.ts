import { z } from 'zod';
import { instant, isoDate } from './common.ts';
import { courtMinute, courtMoment } from './court-time.ts';
import { textLimits } from './text-limits.ts';

/** `fridays` and `monday_before` are noting dates of older local rules; `fixed` is a date certain, which is never counted. */
export const TimeUnit = z.enum([
  'days',
  'weeks',
  'months',
  'years',
  'hours',
  'fridays',
  'monday_before',
  'fixed',
]);
export type TimeUnit = z.infer<typeof TimeUnit>;

export const Direction = z.enum(['after', 'before']);
export type Direction = z.infer<typeof Direction>;

/**
 * How the paper that starts a period was served. Rule 5(b)(2): `hand` (A) and (B), `mail` (C), `clerk` (D), `ecf` (E),
 * `other_consented` (F). Rule 4 service of a summons is not Rule 5 service. `none`: the period does not run from service.
 */
export const ServiceKind = z.enum([
  'none',
  'ecf',
  'hand',
  'mail',
  'clerk',
  'other_consented',
  'rule4_personal',
  'rule4_mail',
]);
export type ServiceKind = z.infer<typeof ServiceKind>;

/** Whose method counts: Fed. R. Civ. P. 6, Fed. R. App. P. 26, or the parties' own agreement. */
export const Regime = z.enum(['frcp', 'frap', 'contract']);
export type Regime = z.infer<typeof Regime>;

export const Period = z.strictObject({
  count: z.number().int().min(0).max(10_000),
  unit: TimeUnit,
  direction: Direction,
  /** Whether it is a maximum on a court's order (a TRO's 14 days), which no weekend lengthens. */
  isCap: z.boolean(),
  /** Whether the day after its end is meant: what may be done only once it has run. Left out for its end. */
  isDayAfter: z.boolean().optional(),
});
export type Period = z.infer<typeof Period>;

/** How an agreement says its days are counted. */
export const ContractTerms = z.strictObject({
  /** The clause, as cited: "§ 7.2(b)". */
  clause: z.string().trim().max(textLimits.deadlines.clause),
  isFirstDayCounted: z.boolean(),
  /** Whether only days that are neither Saturday, Sunday nor legal holiday count. */
  isBusinessDays: z.boolean(),
  /** Whether a last day that is not a business day moves to the next one. */
  isRolled: z.boolean(),
});
export type ContractTerms = z.infer<typeof ContractTerms>;

/** A day a person adds to the court's calendar. */
export const AddedDay = z.strictObject({
  on: isoDate,
  /** `closed`: the clerk's office was inaccessible, Rule 6(a)(3). `holiday`: declared by President, Congress or state. */
  kind: z.enum(['closed', 'holiday']),
  name: z.string().trim().min(1).max(textLimits.deadlines.courtDay),
  note: z.string().trim().max(textLimits.deadlines.courtDayNote),
});
export type AddedDay = z.infer<typeof AddedDay>;

/** The place of the clock: whose zone ends the day, and whose holidays count. */
export const CourtPlace = z.strictObject({
  timezone: z.string().min(1).max(60),
  /** Two-letter codes (WA, DC, PR) of the states whose holidays count forward; see `statesOfCourt`. */
  states: z.array(z.string().regex(/^[A-Z]{2}$/)).max(4),
  /**
   * Code of the court whose clerk takes the paper (ded, ca9): a court of appeals ends the last day by its own clerk's clock, and a court's
   * rules may end it before midnight. Left out where it is not known.
   */
  court: z.string().max(20).optional(),
});
export type CourtPlace = z.infer<typeof CourtPlace>;

/** All that a time computation depends on, besides the holiday tables. */
export const TimeRequest = z.strictObject({
  trigger: courtMoment,
  period: Period,
  service: ServiceKind,
  regime: Regime,
  place: CourtPlace,
  added: z.array(AddedDay),
  /** Only for regime `contract`. */
  contract: ContractTerms.nullable(),
});
export type TimeRequest = z.infer<typeof TimeRequest>;

/**
 * One step of the arithmetic. `skip`: the day of the event does not count. `count`: the period itself. `roll`: past one day
 * that is Saturday, Sunday or holiday. `add`: three days for the manner of service. `closed`: past one day the clerk's office was
 * inaccessible. `hour`: the day ends before midnight by the court's own rule, or by a circuit clerk's clock; `to` is the day
 * itself where that is after the court's midnight. `hold`: a day that would be skipped stays, as the period is a cap or a date certain.
 */
export const TimeStep = z.object({
  kind: z.enum(['skip', 'count', 'roll', 'add', 'closed', 'hour', 'hold']),
  from: courtMoment,
  to: courtMoment,
  /** A sentence for the person who checks it. Names the holiday. */
  why: z.string(),
  /** The rule that says so: "Fed. R. Civ. P. 6(a)(1)(C)". */
  cite: z.string(),
});
export type TimeStep = z.infer<typeof TimeStep>;

export const TimeWarning = z.object({
  code: z.enum([
    /** Trigger before 1 December 2009: the method then was different. */
    'BEFORE_2009_METHOD',
    /** The result rests on a day not confirmed as a legal holiday: its statute was not read, or offices stay open on it. */
    'HOLIDAY_UNCONFIRMED',
    /** The result falls on a day on which the President closed agencies; whether it is a legal holiday is not settled. */
    'CLOSING_UNSETTLED',
    /** Three days were asked for by the manner of service and are not earned, or earned where one may not expect it. */
    'SERVICE_ADDS_NOTHING',
    /** The state of the court is not known, so no state holiday was counted. */
    'STATE_UNKNOWN',
    /** A maximum on an order is counted from a day whose hour is not given: it may end at that hour of its last day. */
    'HOUR_UNKNOWN',
    /** The clock reading does not exist or comes twice because of daylight saving. */
    'CLOCK_CHANGE',
    /** The law is unsettled here; the alternatives say what else may be argued. */
    'UNSETTLED',
    /** The rule is marked "confirm against the court's site". */
    'RULE_UNCONFIRMED',
    /** Counted by an agreement, not by Rule 6. */
    'CONTRACT_COUNT',
    /** Anything else worth a look. */
    'CHECK',
  ]),
  message: z.string(),
});
export type TimeWarning = z.infer<typeof TimeWarning>;

export const TimeResult = z.object({
  due: isoDate,
  /**
   * The court-local minute, for hours, caps with an hour, fixed minutes and clerks whose day ends before the court's midnight; null where
   * it ends at midnight, or after it.
   */
  dueAt: courtMinute.nullable(),
  timezone: z.string(),
  /** The court of appeals whose clerk takes the paper, and the clock that ends its day; left out where that is not so. */
  clerk: z.object({ court: z.string(), timezone: z.string() }).optional(),
  /** The first instant that is too late. */
  endsAt: instant,
  steps: z.array(TimeStep),
  warnings: z.array(TimeWarning),
  /** What else a court might hold, where that is not settled: the rolled end of a cap; the end without a holiday that is not confirmed. */
  alternatives: z.array(z.object({ due: courtMoment, why: z.string(), cite: z.string() })),
});
export type TimeResult = z.infer<typeof TimeResult>;
