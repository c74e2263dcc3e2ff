import { z } from 'zod';
import { DocketEntryId, EvidenceId, instant, isoDate } from './common.ts';

export const DocketEntryFields = z.strictObject({
  /** Court's number; null for a text-only entry without one. */
  number: z.number().int().min(1).max(999_999).nullable(),
  /** Null for the lead document of the entry, else the attachment's number. */
  attachment: z.number().int().min(1).max(9_999).nullable(),
  filedOn: isoDate.nullable(),
  enteredOn: isoDate.nullable(),
  text: z.string().trim().min(1, 'the entry needs its text').max(100_000),
  filer: z.string().trim().max(300),
  isTextOnly: z.boolean(),
  isSealed: z.boolean(),
});
export type DocketEntryFields = z.infer<typeof DocketEntryFields>;

export const DocketEntry = DocketEntryFields.extend({
  id: DocketEntryId,
  evidenceId: EvidenceId.nullable(),
  /** Title of the linked evidence item, for lists. */
  evidenceTitle: z.string().nullable(),
  createdAt: instant,
});
export type DocketEntry = z.infer<typeof DocketEntry>;
