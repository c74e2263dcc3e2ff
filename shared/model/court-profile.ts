import { z } from 'zod';
import { isoDate } from './common.ts';

/** Where something a court asks for was read, and how far to trust it. */
const sourced = {
  source: z.string().trim().min(1).max(300),
  /** When the source says so or was read; null where neither is known. */
  dated: isoDate.nullable(),
  /** `confirmed` was read on the court's own pages or in its rules; `reported` only elsewhere. */
  confidence: z.enum(['confirmed', 'reported']),
};

/** How large a file may be that the court's filing system takes. */
export const FileSizeLimit = z.strictObject({
  /** Millions of bytes a PDF, as courts count them. */
  megabytes: z.number().positive().max(10_000),
  ...sourced,
});
export type FileSizeLimit = z.infer<typeof FileSizeLimit>;

/** Something the court asks of exhibits, in its own rule's words or near them. */
export const CourtDemand = z.strictObject({
  kind: z.enum(['dividerPages', 'sealedPage', 'flattenedForms', 'dotsPerInch', 'pinCites']),
  text: z.string().trim().min(1).max(400),
  ...sourced,
});
export type CourtDemand = z.infer<typeof CourtDemand>;

/** What a court asks of exhibits that are filed with it. */
export const CourtProfile = z.strictObject({
  /** Court code such as wawd. */
  id: z.string().regex(/^[a-z]{2,8}$/),
  /** As captions print it, a line each. */
  name: z.array(z.string().trim().min(1).max(120)).min(1).max(3),
  /** When the profile was last looked through. */
  profileDate: isoDate,
  /** The limit to go by, and what other sources say. */
  fileSize: FileSizeLimit.nullable(),
  otherFileSizes: z.array(FileSizeLimit).max(10),
  demands: z.array(CourtDemand).max(40),
});
export type CourtProfile = z.infer<typeof CourtProfile>;
