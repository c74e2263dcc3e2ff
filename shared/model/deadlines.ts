import { z } from 'zod';
import {
  CourtDayId,
  DeadlineId,
  DocketEntryId,
  EvidenceId,
  instant,
  isoDate,
  Problem,
  TroEventId,
} from './common.ts';
import { courtMinute, courtMoment } from './court-time.ts';
import { Actor, Confidence, TriggerEvent, TroClock } from './rule-pack.ts';
import { AddedDay, ContractTerms, Period, Regime, ServiceKind, TimeResult } from './time-counting.ts';
import { textLimits } from './text-limits.ts';

/**
 * What a deadline runs from. Only `date` has its own moment; the others follow what they point at, so when a trigger
 * moves, so does the deadline. `at` is then the moment as last looked up, for a trigger that is gone.
 */
export const DeadlineTrigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), event: TriggerEvent, at: courtMoment }),
  z.strictObject({
    kind: z.literal('entry'),
    entryId: DocketEntryId,
    /** What happened in that entry; its moment is read from the entry (`readEvents`). */
    event: TriggerEvent,
    /** The party served, where one entry has the same event for several. */
    party: z.string().max(300),
    at: courtMoment,
  }),
  /**
   * The effective end of another deadline: a reply runs from the opposition's due date. Of an event that is its act ("opposition_served")
   * the time when that was done, where it came before the end.
   */
  z.strictObject({
    kind: z.literal('deadline'),
    deadlineId: DeadlineId,
    event: TriggerEvent,
    at: courtMoment,
  }),
  z.strictObject({
    kind: z.literal('tro'),
    eventId: TroEventId,
    /** The event's own moment, or a time that an order set by it. */
    field: z.enum([
      'at',
      'serveBy',
      'intentBy',
      'responseBy',
      'replyBy',
      'hearingAt',
      'piHearingAt',
      'securityBy',
      'expiresAt',
    ]),
    event: TriggerEvent,
    at: courtMoment,
  }),
]);
export type DeadlineTrigger = z.infer<typeof DeadlineTrigger>;

/**
 * Where a deadline comes from: a rule, the text of an entry as the clerk printed it, an agreement, a court's order, or a
 * person who counted nothing.
 */
export const DeadlineSource = z.enum(['rule', 'printed', 'contract', 'order', 'hand']);
export type DeadlineSource = z.infer<typeof DeadlineSource>;

/** A rule as it was when the deadline was added: a matter reads the same on a machine without that pack. */
export const CitedRule = z.strictObject({
  id: z.string().max(60),
  pack: z.string().max(40),
  cite: z.string().max(120),
  title: z.string().max(160),
  kind: z.enum(['period', 'cap', 'earliest', 'noting', 'event']),
  isExtendable: z.boolean(),
  confidence: Confidence,
  source: z.string().max(400),
  note: z.string().max(1_000),
});
export type CitedRule = z.infer<typeof CitedRule>;

/** What a person decides about a deadline. */
export const DeadlineFields = z.strictObject({
  title: z.string().trim().min(1, 'a title is needed').max(textLimits.deadlines.title),
  source: DeadlineSource,
  rule: CitedRule.nullable(),
  trigger: DeadlineTrigger,
  period: Period,
  service: ServiceKind,
  regime: Regime,
  /** Only for regime `contract`. */
  contract: ContractTerms.nullable(),
  /** The clerk's words, kept as printed, and their date on the court's clock: the deadline's date, whatever the rules say. */
  printed: z.strictObject({ due: courtMoment, quote: z.string().max(2_000) }).nullable(),
  actor: Actor,
  /** The person who sees to it. */
  owner: z.string().trim().max(textLimits.deadlines.owner),
  note: z.string().max(textLimits.deadlines.note),
  /** The entry and the evidence item it belongs to. */
  entryId: DocketEntryId.nullable(),
  evidenceId: EvidenceId.nullable(),
  /** Minutes before its end at which to remind. */
  reminders: z.array(z.number().int().min(0).max(525_600)).max(10),
  /** Which clock of the TRO request it is. */
  troClock: TroClock.nullable(),
});
export type DeadlineFields = z.infer<typeof DeadlineFields>;

/** A court's order that sets another time. The counted date stays visible beside it. */
export const DeadlineOverride = z.object({
  id: z.string(),
  due: courtMoment,
  /** The order. */
  entryId: DocketEntryId.nullable(),
  note: z.string(),
  /** The TRO desk's event that set it; it goes with that event. */
  troEventId: TroEventId.nullable(),
  createdAt: instant,
});
export type DeadlineOverride = z.infer<typeof DeadlineOverride>;

/** How a deadline was met. */
export const DeadlineProof = z.strictObject({
  at: courtMoment,
  note: z.string().trim().max(textLimits.deadlines.proof),
  entryId: DocketEntryId.nullable(),
  evidenceId: EvidenceId.nullable(),
});
export type DeadlineProof = z.infer<typeof DeadlineProof>;

/** What stands out about a deadline; the code says which sentence and how loud. */
export const DeadlineFlag = z.object({
  code: z.enum([
    /** The printed date is not the one Rule 6 gives. */
    'PRINTED_DISAGREES',
    /** The printed hour is that of another zone, and was converted to the court's clock. */
    'PRINTED_ELSEWHERE',
    /** The printed words leave open which day is meant. */
    'PRINTED_UNCLEAR',
    /** The entry, deadline or event it ran from is gone: the moment last known is used. */
    'TRIGGER_GONE',
    /** Its trigger has no date yet: the moment last known is used. */
    'TRIGGER_UNDATED',
    /** The effective date was counted without the hour at which its last day may end. */
    'HOUR_UNKNOWN',
    /** The effective date is a minute that the court's clocks skip or show twice; the earlier instant is taken. */
    'CLOCK_CHANGE',
    /** Another open deadline or hearing is at the same time, or the same duty has two dates. */
    'CONFLICT',
    /** Its own entry or a later one speaks against it: an order that vacates it, a paper that was filed. */
    'DOUBTED',
    'RULE_UNCONFIRMED',
    /** The order's date is later than a date no court may extend, Rule 6(b)(2), or not in this way, FRAP 26(b). */
    'OVERRIDE_BEYOND_LIMIT',
    /** Done after its end. */
    'DONE_LATE',
    'CANNOT_COUNT',
  ]),
  message: z.string(),
});
export type DeadlineFlag = z.infer<typeof DeadlineFlag>;

export const Deadline = DeadlineFields.extend({
  id: DeadlineId,
  /** The moment the count ran from. */
  triggerAt: courtMoment,
  /** The count, with its steps; null where it cannot be made (see flags). */
  computed: TimeResult.nullable(),
  /** Orders that set another time, oldest first; the last one holds. */
  overrides: z.array(DeadlineOverride),
  /** What holds: the last order's date, else the printed one, else the counted one. */
  due: isoDate,
  dueAt: courtMinute.nullable(),
  /** First instant that is too late. */
  endsAt: instant,
  /** What it was when a person last looked, where it has changed since. */
  moved: z.object({ from: courtMoment, to: courtMoment }).nullable(),
  flags: z.array(DeadlineFlag),
  status: z.enum(['open', 'done', 'dismissed']),
  proof: DeadlineProof.nullable(),
  snoozedUntil: instant.nullable(),
  createdAt: instant,
});
export type Deadline = z.infer<typeof Deadline>;

/** What the docket gives to be ticked. */
export const DeadlineProposal = z.object({
  /** Names it within the matter; stable as long as the entry says the same. */
  key: z.string(),
  kind: z.enum(['rule', 'printed']),
  /** Ready to be added as it is. */
  deadline: DeadlineFields,
  computed: TimeResult.nullable(),
  due: isoDate,
  dueAt: courtMinute.nullable(),
  /** Of the entry it was read from, as a list shows it: "12-1". */
  entryNumber: z.string(),
  quote: z.string(),
  flags: z.array(DeadlineFlag),
  /** Whether the matter has it already. */
  isAdded: z.boolean(),
  /** Whether to tick it at first: the usual ones, not those a person must choose. */
  isSuggested: z.boolean(),
});
export type DeadlineProposal = z.infer<typeof DeadlineProposal>;

/** A day a person added to this matter's calendar. */
export const CourtDay = AddedDay.extend({ id: CourtDayId });
export type CourtDay = z.infer<typeof CourtDay>;

/** A reminder whose time has come. */
export const Reminder = z.object({
  deadlineId: DeadlineId,
  title: z.string(),
  due: isoDate,
  dueAt: courtMinute.nullable(),
  endsAt: instant,
  timezone: z.string(),
  /** When it was to be shown. */
  at: instant,
  isPastDue: z.boolean(),
});
export type Reminder = z.infer<typeof Reminder>;

export const RulePackSummary = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  description: z.string(),
  courts: z.array(z.string()),
  regime: Regime,
  rules: z.number().int(),
  unverified: z.number().int(),
  isOwn: z.boolean(),
  /** Why an own pack could not be read. */
  problem: Problem.nullable(),
});
export type RulePackSummary = z.infer<typeof RulePackSummary>;
