import { z } from 'zod';
import { instant, JobId } from './common.ts';

export const JobState = z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']);
export type JobState = z.infer<typeof JobState>;

/** Long work: one row from start to end, kept in the matter so that a crash leaves an honest trace. */
export const Job = z.object({
  id: JobId,
  operation: z.string(),
  title: z.string(),
  state: JobState,
  /** Units done of `total`; total 0 means not known yet. */
  done: z.number(),
  total: z.number(),
  /** What is being worked on, in the user's words. */
  note: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  result: z.unknown().nullable(),
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }).nullable(),
});
export type Job = z.infer<typeof Job>;
