import { z } from 'zod';
import { AsFiledCheck, AsFiledFile } from '../model/as-filed.ts';
import { BuildId, ExhibitSetId, FileRef } from '../model/common.ts';
import { FilingCheck } from '../model/filing.ts';
import { appQuery, editErrors, inMatter, matterJob, pdfErrors } from './define.ts';

/** Whether files are ready to be filed, by what a court asks for. */
export const filingContract = {
  /** Of any files. One that cannot be read is a finding; the others go on. */
  'filing.check': appQuery(
    z.strictObject({ sources: z.array(FileRef).min(1).max(10_000), court: z.string() }),
    FilingCheck,
    { errors: ['COURT_PROFILE_NOT_FOUND'] },
  ),
  /** Of the files that the newest build of a set wrote, each first compared with its hash. */
  'exhibits.checkFiling': matterJob(
    inMatter({
      setId: ExhibitSetId,
      /** A court whose profile is used; defaults to the matter's, which need not have one. */
      court: z.string().optional(),
    }),
    FilingCheck,
    { errors: ['NOT_FOUND', 'COURT_PROFILE_NOT_FOUND', 'EXHIBIT_BUILD_MISSING'] },
  ),
  /** Whether a file that came back from the court is the one that was sent, apart from the court's stamp. */
  'filing.asFiled': appQuery(z.strictObject({ sent: FileRef, returned: FileRef }), AsFiledFile, {
    errors: ['FILE_NOT_FOUND', ...pdfErrors],
  }),
  /**
   * The same of files of a build, each compared with the one it is most like. The result is kept with the build. One that cannot
   * be read is reported as such; the others go on.
   */
  'exhibits.checkAsFiled': matterJob(
    inMatter({
      setId: ExhibitSetId,
      /** Defaults to the newest build of the set. */
      buildId: BuildId.optional(),
      returned: z.array(FileRef).min(1).max(1_000),
    }),
    AsFiledCheck,
    { errors: [...editErrors, 'EXHIBIT_BUILD_MISSING'], changes: ['exhibits'] },
  ),
} as const;
