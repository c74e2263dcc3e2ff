import { z } from 'zod';
import { BuildId, BuildOutputId, instant, Problem, sha256Hex } from './common.ts';
import { CourtStamp } from './docket.ts';

/** What differs in a file that came back from the court, or should be known about it. */
export const AsFiledFinding = z.object({
  code: z.string(),
  /** `error` it is not what was sent; `unchecked` it could not be compared; `warning` worth a look; `info` to be known. */
  severity: z.enum(['error', 'unchecked', 'warning', 'info']),
  /** The first page it is about, from 1: of the file that was sent, and of the file that came back; null where there is none. */
  page: z.number().int().min(1).nullable(),
  returnedPage: z.number().int().min(1).nullable(),
  message: z.string(),
});
export type AsFiledFinding = z.infer<typeof AsFiledFinding>;

/** A file as it came back from the court, compared with the file that was sent: what `filing as-filed --json` prints. */
export const AsFiledFile = z.object({
  returned: z.string(),
  /** Of the returned file; null where it could not be read. */
  sha256: sha256Hex.nullable(),
  returnedPages: z.number().int().nullable(),
  /** The file that was sent; null where none of them matches. */
  sent: z.string().nullable(),
  /** The file of a build that it is; null for any other. */
  outputId: BuildOutputId.nullable(),
  sentPages: z.number().int().nullable(),
  /**
   * `same` every page was compared and is the same outside the court's stamp; `different` one is not; `incomplete` no difference was
   * found, but not everything could be compared; `unmatched` no file that was sent is like it; `unread` it could not be read.
   */
  status: z.enum(['same', 'different', 'incomplete', 'unmatched', 'unread']),
  /** Pages in their place that are the same outside the stamp. */
  samePages: z.number().int(),
  /** The stamp on its pages; null where none was read. */
  stamp: CourtStamp.nullable(),
  findings: z.array(AsFiledFinding),
  /** Why it could not be read; null where it could. */
  problem: Problem.nullable(),
});
export type AsFiledFile = z.infer<typeof AsFiledFile>;

/** Files of a build as they came back from the court. */
export const AsFiledCheck = z.object({
  buildId: BuildId,
  files: z.array(AsFiledFile),
  /** Files of the build that are missing or changed since, so that nothing could be compared with them. */
  disturbed: z.array(z.string()),
});
export type AsFiledCheck = z.infer<typeof AsFiledCheck>;

/** A comparison that is kept with its build. */
export const AsFiledRecord = AsFiledFile.extend({
  id: z.string(),
  checkedAt: instant,
  checkedBy: z.string(),
});
export type AsFiledRecord = z.infer<typeof AsFiledRecord>;
