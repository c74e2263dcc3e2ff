import { z } from 'zod';
import { instant, MatterId } from './common.ts';
import { courtTimezone } from './court-time.ts';
import { ReviewCopy } from './review.ts';
import { textLimits } from './text-limits.ts';

/** What the user says a matter is. Empty string where not yet known. */
export const MatterFields = z.strictObject({
  title: z.string().trim().min(1, 'a title is needed').max(textLimits.matter.title),
  /** Court code such as wawd. */
  court: z.string().trim().max(textLimits.matter.court),
  /** Docket number as the court writes it: 2:21-cv-00031. */
  number: z.string().trim().max(textLimits.matter.number),
  judge: z.string().trim().max(textLimits.matter.judge),
  /** IANA zone of the court. */
  timezone: courtTimezone,
});
export type MatterFields = z.infer<typeof MatterFields>;

export const Matter = MatterFields.extend({
  id: MatterId,
  /** File name without folder. */
  fileName: z.string(),
  isEncrypted: z.boolean(),
  isReadOnly: z.boolean(),
  isSample: z.boolean(),
  createdAt: instant,
  schemaVersion: z.number().int(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Matter = z.infer<typeof Matter>;

export const MatterInfo = Matter.extend({
  counts: z.object({
    docketEntries: z.number().int(),
    evidence: z.number().int(),
    exhibits: z.number().int(),
    deadlines: z.number().int(),
    /** Those that are neither done nor dismissed. */
    openDeadlines: z.number().int(),
    /** Of the evidence. */
    archivedEvidence: z.number().int(),
    notes: z.number().int(),
    facts: z.number().int(),
  }),
  sizeBytes: z.number().int(),
  /** When `matter verify` last found everything in order. */
  verifiedAt: instant.nullable(),
  /** What it is where it is a review copy: much of it can then not be changed. */
  reviewCopy: ReviewCopy.nullable(),
});
export type MatterInfo = z.infer<typeof MatterInfo>;

export const RecentMatter = z.object({
  recentId: z.string(),
  title: z.string(),
  number: z.string(),
  fileName: z.string(),
  /** The folder that tells it from others of the same title and file name; empty where nothing else has both. */
  folderName: z.string(),
  openedAt: instant,
  isMissing: z.boolean(),
  isEncrypted: z.boolean(),
  /** The matter it is, while it is open here; else null. */
  openId: MatterId.nullable(),
});
export type RecentMatter = z.infer<typeof RecentMatter>;

export const Verification = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: z.string(), subject: z.string() })),
  checked: z.object({
    evidence: z.number().int(),
    bytes: z.number().int(),
    docketSources: z.number().int(),
    custodyEvents: z.number().int(),
    auditEvents: z.number().int(),
  }),
});
export type Verification = z.infer<typeof Verification>;
