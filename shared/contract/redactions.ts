import { z } from 'zod';
import { EvidenceId, FileRef, MatterId, Problem } from '../model/common.ts';
import { appQuery, matterJob } from './define.ts';
import { Rect } from './reader.ts';

/** Words that a redaction left in a file. */
export const FailedRedaction = z.object({
  page: z.number().int(),
  /**
   * Words beneath a box, a picture or an annotation that covers them; words recognised of a scan beneath a place that was
   * blacked out; words marked for redaction, which was never applied.
   */
  kind: z.enum(['covered', 'recognised', 'marked']),
  /** Where they stand. */
  area: Rect,
  text: z.string(),
});
export type FailedRedaction = z.infer<typeof FailedRedaction>;

/** What was found of failed redactions in a PDF. */
export const RedactionCheck = z.object({
  path: z.string(),
  /** Null for one that cannot be opened. */
  pages: z.number().int().nullable(),
  findings: z.array(FailedRedaction),
  /** Why it, or some of its pages, could not be checked. */
  problems: z.array(Problem),
});
export type RedactionCheck = z.infer<typeof RedactionCheck>;

/** Failed redactions: of files, and of a matter's evidence. */
export const redactionContract = {
  /** Finds words that look redacted and can be copied all the same. */
  'pdf.checkRedactions': appQuery(
    z.strictObject({ sources: z.array(FileRef).min(1) }),
    z.array(RedactionCheck),
  ),
  /** The same in originals that are PDFs; in all of them when no ids are given. */
  'evidence.checkRedactions': matterJob(
    z.strictObject({ matterId: MatterId, ids: z.array(EvidenceId).min(1).max(200_000).optional() }),
    z.object({
      items: z.array(RedactionCheck.omit({ path: true }).extend({ id: EvidenceId, title: z.string() })),
    }),
    { errors: ['NOT_FOUND'] },
  ),
} as const;
