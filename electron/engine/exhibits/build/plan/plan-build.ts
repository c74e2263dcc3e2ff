import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../../handlers.ts';
import { reserveNumbers, type ExhibitNumbers } from '../../bates-ledger.ts';
import { getFilledSet, type ExhibitRow } from '../../exhibit-repository.ts';
import { numberedItem } from '../../set-numbers.ts';
import type { SetRow } from '../../set-repository.ts';
import { designatedOriginals } from '../../designated-originals.ts';
import { unappliedMarks } from '../../unapplied-marks.ts';
import { sayingReserved } from '../kept-reserved.ts';
import { renditionFindings, setFindings } from '../set-findings.ts';
import { findSources, type ExhibitSource } from '../sources.ts';
import { linkCitations } from './link-citations.ts';
import { planHash } from './plan-hash.ts';
import { planSet } from './plan-set.ts';
import type { SetPlan } from './set-plan.ts';
import { setWords } from './set-words.ts';
import { volumeLimit, type VolumeChoice } from './volume-limit.ts';

/** The choices for one build. */
export interface BuildChoice extends VolumeChoice {
  /** Null if pictures stay as they are. */
  readonly downsampleDpi: number | null;
  /** Whether files are made PDF/A; null for the set's own setting. */
  readonly isArchival: boolean | null;
}

/** A build that is ready to be written. */
export interface PlannedBuild {
  readonly set: SetRow;
  readonly exhibits: readonly ExhibitRow[];
  /** What is put in for each exhibit; null for one whose pages are not included. */
  readonly sources: readonly (ExhibitSource | null)[];
  /** `planHash` of the set and its exhibits as they were planned. */
  readonly planSha256: string;
  readonly plan: SetPlan;
  /** Findings before any file is written. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a set and its originals, reserves its Bates numbers, and plans what a build of it makes.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_SOURCE_UNREADABLE, COURT_PROFILE_NOT_FOUND, BATES_NUMBER_TAKEN,
 *   BATES_NUMBERS_USED_UP, CANCELLED, DISK_FULL
 */
export async function planBuild(
  setId: string,
  choice: BuildChoice,
  context: JobContext,
): Promise<PlannedBuild> {
  const { session } = context;
  let read = readSet(setId, context);
  const limit = volumeLimit(session, choice);
  let sources: (ExhibitSource | null)[];
  let planned: string;
  // An exhibit withdrawn while the originals are read must not be published. From the last read on, nothing is awaited until everything is planned.
  do {
    planned = read.planSha256;
    sources = await findSources(read.exhibits, context);
    read = readSet(setId, context);
  } while (read.planSha256 !== planned);
  const { set, exhibits, planSha256 } = read;
  const numbers = reserve(set, exhibits, sources, context);
  const unlinked = planSet({
    set,
    words: setWords(session, set),
    exhibits,
    sources,
    numbers,
    volumeLimitBytes: limit.limitBytes,
    volumeLimitSource: limit.source,
    downsampleDpi: choice.downsampleDpi,
    isArchival: choice.isArchival ?? set.isArchival,
  });
  const { plan, findings } = await sayingReserved(set.bates !== null, context.signal, () =>
    linkCitations(unlinked, { setId, exhibits, sources }, context),
  );
  return {
    set,
    exhibits,
    sources,
    planSha256,
    plan,
    findings: [
      ...renditionFindings(exhibits, sources),
      ...findings,
      ...unappliedMarks(session, exhibits).map((marks) => ({
        code: 'REDACTION_MARKS_NOT_APPLIED',
        ...marks,
      })),
      ...designatedOriginals(session, exhibits).map((one) => ({
        code: 'PRODUCED_AS_CONFIDENTIAL',
        ...one,
      })),
      ...setFindings(set, exhibits, sources, numbers),
    ],
  };
}

/** A set as it stands, and the hash of what a build would be made from now. @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY */
function readSet(setId: string, { session }: JobContext) {
  const { set, exhibits } = getFilledSet(session, setId);
  return { set, exhibits, planSha256: planHash(session, set, exhibits) };
}

function reserve(
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  sources: readonly (ExhibitSource | null)[],
  context: JobContext,
): ExhibitNumbers[] | null {
  const { bates } = set;
  if (!bates) return null;
  const items = exhibits.map((exhibit, at) => numberedItem(exhibit, sources[at]?.pages));
  return context.commit(`reserve Bates numbers for “${set.name}”`, () =>
    reserveNumbers(context.session, bates, items),
  );
}
