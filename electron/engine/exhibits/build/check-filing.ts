import { join } from 'node:path';
import { formatDay } from '../../../../shared/domain/court-words.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { FilingCheck, FilingFinding } from '../../../../shared/model/filing.ts';
import {
  checkFiles,
  filingRules,
  findCourtProfile,
  getCourtProfile,
  unknownFindings,
} from '../../filing/index.ts';
import type { JobContext } from '../../handlers.ts';
import { splitProgress } from '../../jobs/split-progress.ts';
import { selectBuilds, selectOutputs } from '../build-repository.ts';
import { listExhibits } from '../exhibit-repository.ts';
import { getSet } from '../set-repository.ts';
import { designatedOriginals } from '../designated-originals.ts';
import { unappliedMarks, type ToldOfExhibit } from '../unapplied-marks.ts';
import { isOfSetAsItStands } from './builds-of-set.ts';
import { isFiled } from './filed-outputs.ts';
import { checkOutputs, type OutputState } from './hashing/hash-files.ts';
import { matterCourt } from './plan/volume-limit.ts';

/** The share of the work taken by comparing the files with their hashes; reading them takes the rest. */
const hashingShare = 0.2;

/**
 * Checks the files of a set's newest build against a court's requirements: that they are present and unchanged, then each
 * PDF that is filed.
 *
 * @param court defaults to the matter's, which need not have a profile
 * @throws AppError NOT_FOUND, COURT_PROFILE_NOT_FOUND, EXHIBIT_BUILD_MISSING where the set was never built, FILE_UNREADABLE, CANCELLED
 */
export async function checkFiling(
  setId: string,
  court: string | undefined,
  context: JobContext,
): Promise<FilingCheck> {
  const { session, platform, isTrusted, signal } = context;
  const set = getSet(session, setId);
  const profile =
    court === undefined ? findCourtProfile(platform, matterCourt(session)) : getCourtProfile(platform, court);
  const rules = filingRules(platform, profile);
  const [build] = selectBuilds(session, setId);
  if (!build) throw new AppError('EXHIBIT_BUILD_MISSING', { isToBeChecked: true });
  const exhibits = listExhibits(session, setId);
  const isOfSet = isOfSetAsItStands(session, set, exhibits, build);
  const nameOf = (file: string) => (isTrusted ? join(build.folder, file) : file);
  const manifest = `The manifest of the build of ${formatDay(build.built_at.slice(0, 10))}`;
  const ofSet = [
    ...unknownFindings(rules),
    ...(isOfSet ? [] : [setChanged(manifest)]),
    ...labeled(unappliedMarks(session, exhibits), {
      code: 'FILING_REDACTION_MARKS',
      source: 'Marks for redaction in this matter',
    }),
    ...labeled(designatedOriginals(session, exhibits), {
      code: 'FILING_PRODUCED_AS_CONFIDENTIAL',
      source: 'The load file of its production',
    }),
  ];
  const [hashing, reading] = splitProgress(context.progress, hashingShare);
  const outputs = selectOutputs(session, build.id);
  const states = await checkOutputs(build.folder, outputs, { platform, signal, progress: hashing });
  const disturbed = outputs.flatMap(
    ({ file }, at) => disturbedFinding(nameOf(file), states[at]!, manifest) ?? [],
  );
  const filed = outputs.filter((output, at) => isFiled(output) && states[at] !== 'missing');
  const checked = await checkFiles(
    filed.map(({ file, role }) => ({
      path: join(build.folder, file),
      file: nameOf(file),
      isUnderSeal: role === 'sealed',
      isExhibit: true,
    })),
    rules,
    { platform, signal, progress: reading },
  );
  return {
    court: rules.court,
    profileDate: rules.profileDate,
    files: filed.map(({ id, file }, at) => ({
      file: nameOf(file),
      pages: checked[at]!.pages,
      outputId: id,
    })),
    findings: [...ofSet, ...disturbed, ...checked.flatMap(({ findings }) => findings)],
  };
}

function setChanged(manifest: string): FilingFinding {
  return {
    code: 'FILING_SET_CHANGED',
    severity: 'warning',
    file: null,
    message: 'The set changed since this build. Build it again to file it as it stands.',
    source: manifest,
  };
}

/** What is to be known of exhibits, as findings about the set. */
function labeled(
  known: readonly ToldOfExhibit[],
  of: Pick<FilingFinding, 'code' | 'source'>,
): FilingFinding[] {
  return known.map(({ label, severity, message }) => ({
    ...of,
    severity,
    file: null,
    message: `Exhibit ${label}: ${message}`,
  }));
}

/** @returns null for a file that is as it was written */
function disturbedFinding(file: string, state: OutputState, manifest: string): FilingFinding | null {
  if (state === 'as written') return null;
  const isMissing = state === 'missing';
  return {
    code: isMissing ? 'FILING_FILE_MISSING' : 'FILING_FILE_CHANGED',
    severity: 'error',
    file,
    message: isMissing
      ? 'It is no longer where it was built. Put it back, or build the set again.'
      : 'It was changed after it was built. Put it back as it was built, or build the set again.',
    source: manifest,
  };
}
