import { z } from 'zod';
import { DocketEntryId, EvidenceId, instant, NoticeEffortId, TroEventId } from './common.ts';
import { courtMoment, courtMinute } from './court-time.ts';
import { Deadline } from './deadlines.ts';
import { TroClock } from './rule-pack.ts';
import { ServiceKind } from './time-counting.ts';
import { textLimits } from './text-limits.ts';

/** Whose desk it is. */
export const TroSide = z.enum(['movant', 'opponent']);
export type TroSide = z.infer<typeof TroSide>;

/** The stage of the request. */
export const TroStage = z.enum([
  'drafting',
  'filed',
  'served',
  'opposed',
  'heard',
  'granted',
  'extended',
  'expired',
  'dissolved',
  'converted',
  'denied',
  'withdrawn',
]);
export type TroStage = z.infer<typeof TroStage>;

/** What happens to a request, in the order it usually does. Names are those of the command line's `--event`. */
export const TroEventKind = z.enum([
  'motion_filed',
  'motion_served',
  'intent_to_oppose_filed',
  'response_filed',
  'reply_filed',
  /** A court's order that sets times for response, reply or hearing, and so overrides the rule's. */
  'schedule_ordered',
  'hearing_held',
  'granted',
  'denied',
  'extended',
  'dissolution_noticed',
  'dissolved',
  /** A preliminary injunction took its place. */
  'converted',
  'withdrawn',
]);
export type TroEventKind = z.infer<typeof TroEventKind>;

/** What a kind of event says besides its moment; what does not belong to the kind is null. */
export const TroEventDetails = z.strictObject({
  /** motion_served: how; 48 hours run from it. */
  service: ServiceKind.nullable(),
  /** schedule_ordered: the times it sets; null leaves the rule's. */
  serveBy: courtMoment.nullable(),
  intentBy: courtMoment.nullable(),
  responseBy: courtMoment.nullable(),
  replyBy: courtMoment.nullable(),
  hearingAt: courtMinute.nullable(),
  piHearingAt: courtMinute.nullable(),
  /** granted, extended: the end the order itself states. */
  expiresAt: courtMoment.nullable(),
  /** granted: whether the adverse party had notice; 65(b)(2) caps orders without notice. */
  isWithNotice: z.boolean().nullable(),
  /** granted: security set, in dollars; zero where none was required. */
  securityUsd: z.number().min(0).max(1e12).nullable(),
  /** granted, schedule_ordered: by when the security is to be given. */
  securityBy: courtMoment.nullable(),
  /** extended: by the adverse party's consent rather than for good cause. */
  isByConsent: z.boolean().nullable(),
  /** dissolution_noticed: hours of notice the court set, where shorter than two days. */
  noticeHours: z.number().int().min(0).max(47).nullable(),
});
export type TroEventDetails = z.infer<typeof TroEventDetails>;

export const TroEventFields = z.strictObject({
  kind: TroEventKind,
  /** The court's minute; a day alone where the hour is not known and no hours run from it. */
  at: courtMoment,
  entryId: DocketEntryId.nullable(),
  evidenceId: EvidenceId.nullable(),
  note: z.string().trim().max(textLimits.tro.note),
  details: TroEventDetails,
});
export type TroEventFields = z.infer<typeof TroEventFields>;

export const TroEvent = TroEventFields.extend({ id: TroEventId, createdAt: instant });
export type TroEvent = z.infer<typeof TroEvent>;

/** One effort to give notice, 65(b)(1)(B). */
export const NoticeEffortFields = z.strictObject({
  /** Whom: "counsel for AWS, Jane Roe". */
  who: z.string().trim().min(1, 'say whom').max(textLimits.tro.noticeWho),
  /** How: "telephone, 206-555-0100", "e-mail". */
  how: z.string().trim().min(1, 'say how').max(textLimits.tro.noticeHow),
  at: courtMinute,
  /** By whom. */
  by: z.string().trim().max(textLimits.tro.noticeBy),
  result: z.string().trim().max(textLimits.tro.note),
  evidenceId: EvidenceId.nullable(),
});
export type NoticeEffortFields = z.infer<typeof NoticeEffortFields>;
export const NoticeEffort = NoticeEffortFields.extend({ id: NoticeEffortId });
export type NoticeEffort = z.infer<typeof NoticeEffort>;

/** What a person writes about the request as a whole. */
export const TroFields = z.strictObject({
  side: TroSide,
  /** Why notice should not be required, for the certificate. Empty where notice was or will be given. */
  reasonAgainstNotice: z.string().trim().max(textLimits.tro.reasonAgainstNotice),
  /** Who signs the certificate: name, bar number, firm, telephone, party. */
  attorney: z.string().trim().max(textLimits.tro.attorney),
  barNumber: z.string().trim().max(textLimits.tro.barNumber),
  firm: z.string().trim().max(textLimits.tro.firm),
  contact: z.string().trim().max(textLimits.tro.contact),
  party: z.string().trim().max(textLimits.tro.party),
  /** 65(c), in dollars; null where nothing is proposed. */
  securityProposedUsd: z.number().min(0).max(1e12).nullable(),
  securityReason: z.string().trim().max(textLimits.tro.securityReason),
  /** When the security was given or posted. */
  securityPostedAt: courtMoment.nullable(),
  /** The United States, its officers and agencies give no security. */
  isUnitedStates: z.boolean(),
});
export type TroFields = z.infer<typeof TroFields>;

/** A line of a checklist, with what a person ticked and the proof. */
export const TroItem = z.object({
  key: z.string().max(60),
  /** Whether it is done; `not_needed` with a note saying why. */
  state: z.enum(['open', 'met', 'not_needed']),
  note: z.string().max(textLimits.tro.note),
  entryId: DocketEntryId.nullable(),
  evidenceId: EvidenceId.nullable(),
});
export type TroItem = z.infer<typeof TroItem>;

/** A requirement of rule or local rule, and what of it is still missing. */
export const TroGate = z.object({
  key: z.string(),
  cite: z.string(),
  label: z.string(),
  stage: z.enum(['before_filing', 'on_filing', 'order', 'after_order']),
  side: z.enum(['movant', 'opponent', 'both']),
  met: z.boolean(),
  /** Sentences; empty where met. */
  missing: z.array(z.string()),
  items: z.array(TroItem.extend({ label: z.string(), cite: z.string() })),
  /** Whether the local rule's text is marked "confirm against the court's site". */
  isUnconfirmed: z.boolean(),
});
export type TroGate = z.infer<typeof TroGate>;

export const TroRequest = z.object({
  fields: TroFields,
  stage: TroStage,
  gates: z.array(TroGate),
  events: z.array(TroEvent),
  notices: z.array(NoticeEffort),
  /** Deadlines that are clocks of this request, with the rule's and the order's time both, soonest first. */
  clocks: z.array(Deadline.extend({ troClock: TroClock })),
  /** When the order ends: the safe, unrolled time; null while there is no order. */
  expiry: z
    .object({
      at: courtMoment,
      endsAt: instant,
      basis: z.string(),
      /** The latest time another reading allows, never to be relied on. */
      alternatives: z.array(z.object({ due: courtMoment, why: z.string(), cite: z.string() })),
    })
    .nullable(),
  /** What the person must know: an order past its limit, an event out of order. */
  warnings: z.array(z.string()),
});
export type TroRequest = z.infer<typeof TroRequest>;
