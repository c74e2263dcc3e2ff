import { z } from 'zod';
import { isoDate } from './common.ts';
import { Direction, Regime, TimeUnit } from './time-counting.ts';

/** What a period runs from. Read from docket entries by `readEvents`, recorded on the TRO desk, or dated by a person. */
export const TriggerEvent = z.enum([
  'complaint_filed',
  'initial_pleading_received',
  'summons_served',
  'us_attorney_served',
  'us_employee_served',
  'waiver_sent',
  'waiver_sent_abroad',
  'counterclaim_served',
  'removal_noticed',
  'removal_filed',
  'first_appearance',
  'court_action_noticed',
  'more_definite_statement_served',
  'more_definite_order_noticed',
  'pleading_served',
  'own_pleading_served',
  'responsive_pleading_served',
  'rule12_motion_served',
  'amended_pleading_served',
  'answer_served',
  'last_pleading_served',
  'scheduling_conference',
  'conference_26f',
  'defendant_served',
  'defendant_appeared',
  'party_joined',
  'trial',
  'expert_disclosed',
  'pretrial_disclosures_served',
  'discovery_served',
  'subpoena_served',
  'sanctions_motion_served',
  'discovery_closed',
  'hearing',
  'default_hearing',
  'motion_filed',
  'motion_served',
  'long_motion_filed',
  'short_motion_filed',
  'same_day_motion_filed',
  'administrative_motion_filed',
  'discovery_motion_served',
  'injunction_motion_served',
  'dispositive_motion_served',
  'summary_judgment_served',
  'over_length_due',
  'opposition_filed',
  'opposition_served',
  'opposition_due',
  'noting_date',
  'reply_filed',
  'offer_served',
  'judgment_entered',
  'order_entered',
  'injunction_order_entered',
  'new_trial_affidavits_served',
  'costs_noticed',
  'costs_taxed',
  'magistrate_order_served',
  'appeal_filed',
  'appeal_time_expired',
  'appeal_extension_ordered',
  'post_judgment_motion_decided',
  'transcript_filed',
  'tro_motion_filed',
  'tro_motion_served',
  'tro_entered',
  'tro_extended',
  'dissolution_noticed',
  'contract_notice_given',
  /** A day a person knows. */
  'other',
]);
export type TriggerEvent = z.infer<typeof TriggerEvent>;

/** Who must act by the deadline. */
export const Actor = z.enum(['plaintiff', 'defendant', 'movant', 'opponent', 'any', 'court']);
export type Actor = z.infer<typeof Actor>;

/** Clocks of a TRO request that a deadline may be. */
export const TroClock = z.enum([
  /** By when an order has the motion papers served. */
  'service',
  'intent_to_oppose',
  'response',
  'reply',
  'hearing',
  'expiry',
  'extension',
  'dissolution',
  'pi_hearing',
  /** By when an order has security given, 65(c). */
  'security',
]);
export type TroClock = z.infer<typeof TroClock>;

/** How far a rule's text was checked. `unverified` is shown as "confirm against the court's site". */
export const Confidence = z.enum(['confirmed', 'secondary', 'unverified']);
export type Confidence = z.infer<typeof Confidence>;

/** One period of a rule, as in force between two dates. Several versions share an id. */
export const DeadlineRule = z
  .strictObject({
    /** Unique among all packs: `answer`, `wawd_tro_response`. */
    id: z.string().regex(/^[a-z0-9_]{2,60}$/),
    cite: z.string().min(1).max(120),
    /** What is due, as a list shows it: "Answer to complaint". */
    title: z.string().min(1).max(160),
    trigger: TriggerEvent,
    /** The same in words: "service of summons and complaint". */
    triggerText: z.string().min(1).max(200),
    /**
     * `period` is counted by Rule 6; `cap` a maximum on an order; `earliest` the first moment something may be done (a hearing
     * on two days' notice); `noting` a noting date of a local calendar; `event` is due with an event, nothing to count.
     */
    kind: z.enum(['period', 'cap', 'earliest', 'noting', 'event']),
    /** Of an `earliest` one: whether the period must have run, so that the first day is the one after its end. */
    isDayAfter: z.boolean().optional(),
    count: z.number().int().min(0).max(10_000).nullable(),
    unit: TimeUnit.nullable(),
    direction: Direction.nullable(),
    /** Whether the period runs from being served, so that Rule 6(d) or FRAP 26(c) may add three days. */
    isFromService: z.boolean(),
    /** Whether the court may extend it; false for the periods of Rule 6(b)(2), of FRAP 26(b)(1) and of statutes. */
    isExtendable: z.boolean(),
    actor: Actor,
    /** Which clock of the TRO desk it starts; null for every other rule. */
    troClock: TroClock.nullable().default(null),
    /** Where several periods compete, the key they share and which one counts. */
    combine: z
      .strictObject({ key: z.string().min(1).max(60), take: z.enum(['earliest', 'latest']) })
      .nullable(),
    effectiveFrom: isoDate.nullable(),
    /** Last day it was in force. */
    effectiveTo: isoDate.nullable(),
    /** Where the text is found, with the day it was read where known. */
    source: z.string().min(1).max(400),
    confidence: Confidence,
    /** What else a reader must know: exceptions, conflicts between sources. */
    note: z.string().max(1_000),
  })
  .refine((rule) => (rule.kind === 'event') === (rule.count === null), {
    message: 'a rule of kind event has no count, every other has one',
    path: ['count'],
  })
  .refine((rule) => (rule.count === null) === (rule.unit === null), {
    message: 'count and unit stand together',
    path: ['unit'],
  })
  .refine((rule) => (rule.count === null) === (rule.direction === null), {
    message: 'count and direction stand together',
    path: ['direction'],
  })
  .refine(
    (rule) =>
      rule.effectiveFrom === null || rule.effectiveTo === null || rule.effectiveFrom <= rule.effectiveTo,
    { message: 'a rule ends after it began', path: ['effectiveTo'] },
  );
export type DeadlineRule = z.infer<typeof DeadlineRule>;

/** A file of rules: assets/rules/*.json, or one of the user's own. */
export const RulePack = z.strictObject({
  id: z.string().regex(/^[a-z0-9_-]{2,40}$/),
  title: z.string().min(1).max(160),
  /** Of the file itself: 2026-11-26. */
  version: z.string().min(1).max(40),
  regime: Regime.exclude(['contract']),
  /** Court codes it holds for; empty for every federal court. */
  courts: z.array(z.string().min(1).max(40)),
  /** What it covers and what it leaves out, in a sentence or two. */
  description: z.string().max(1_000),
  rules: z.array(DeadlineRule).min(1).max(1_000),
});
export type RulePack = z.infer<typeof RulePack>;

/** A rule together with what its pack says of it. */
export const ListedRule = z.object({
  ...DeadlineRule.shape,
  pack: z.string(),
  regime: Regime,
  courts: z.array(z.string()),
  /** Whether the user wrote the pack. */
  isOwn: z.boolean(),
});
export type ListedRule = z.infer<typeof ListedRule>;
