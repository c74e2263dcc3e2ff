import { z } from 'zod';
import { ExhibitSetId, FileRef, MatterId } from '../model/common.ts';
import { FilingCheck } from '../model/filing.ts';
import { appQuery, matterJob } from './define.ts';

/** Whether files are ready to be filed, held against what a court asks for. */
export const filingContract = {
  /** Of any files. One that cannot be read is a finding; the others go on. */
  'filing.check': appQuery(
    z.strictObject({ sources: z.array(FileRef).min(1).max(10_000), court: z.string() }),
    FilingCheck,
    { errors: ['COURT_PROFILE_NOT_FOUND'] },
  ),
  /** Of the files that the newest build of a set wrote, each first held against its hash. */
  'exhibits.checkFiling': matterJob(
    z.strictObject({
      matterId: MatterId,
      setId: ExhibitSetId,
      /** A court whose profile is used; left out for the matter's, which need not have one. */
      court: z.string().optional(),
    }),
    FilingCheck,
    { errors: ['NOT_FOUND', 'COURT_PROFILE_NOT_FOUND', 'EXHIBIT_BUILD_MISSING'] },
  ),
} as const;
