import { z } from 'zod';
import { BuildOutputId, isoDate } from './common.ts';

/** What prevents filing a file, or should be known before. */
export const FilingFinding = z.object({
  code: z.string(),
  /** `error` the court refuses it, or it shows what it must not; `warning` worth a look; `info` to be known. */
  severity: z.enum(['error', 'warning', 'info']),
  /** As in `files`; null where it is about all of them. */
  file: z.string().nullable(),
  /** The first page it is about, from 1. */
  page: z.number().int().min(1).optional(),
  message: z.string(),
  /** The rule, order or other place that asks for it. */
  source: z.string(),
});
export type FilingFinding = z.infer<typeof FilingFinding>;

/** Whether files can be filed as they are: what `filing check --json` prints. */
export const FilingCheck = z.object({
  /** Code of the court whose profile was used; null where it has none and only what holds for all courts was looked at. */
  court: z.string().nullable(),
  /** When what the court asks for was last looked through. */
  profileDate: isoDate,
  files: z.array(
    z.object({
      file: z.string(),
      /** Null where it could not be opened. */
      pages: z.number().int().nullable(),
      /** The file of a build that it is; null for any other. */
      outputId: BuildOutputId.nullable(),
    }),
  ),
  findings: z.array(FilingFinding),
});
export type FilingCheck = z.infer<typeof FilingCheck>;
