import { z } from 'zod';
import { JobId } from '../model/common.ts';
import { Job } from '../model/job.ts';
import { inMatter, matterAct, matterQuery } from './define.ts';

const jobInput = inMatter({ jobId: JobId });

export const jobsContract = {
  /** Running work first, then what ended, newest first; their results, which may be large, only `jobs.get` gives. */
  'jobs.list': matterQuery(inMatter(), z.array(Job)),
  'jobs.get': matterQuery(jobInput, Job, { errors: ['JOB_NOT_FOUND'] }),
  /** Asks running work to stop; it ends as cancelled and leaves no partial result. */
  'jobs.cancel': matterAct(jobInput, z.null(), { errors: ['JOB_NOT_FOUND'] }),
  /** Removes an ended job from the list. */
  'jobs.dismiss': matterAct(jobInput, z.null(), { errors: ['JOB_NOT_FOUND'] }),
} as const;
