import { basename } from 'node:path';
import type { BuildId, ExhibitSetId } from '../../../../shared/model/common.ts';
import type { Build } from '../../../../shared/model/exhibits.ts';
import type { MatterSession } from '../../store/session.ts';
import { numbersInOrder } from '../bates-ledger.ts';
import { builtExhibits, selectBuilds, selectOutputs } from '../build-repository.ts';
import { listExhibits, type ExhibitRow } from '../exhibit-repository.ts';
import { planSetNumbers } from '../set-numbers.ts';
import { getSet, type SetRow } from '../set-repository.ts';
import { selectAsFiled } from './as-filed/as-filed-repository.ts';
import { findDisturbedFiles } from './disturbed-files.ts';
import { planHash } from './plan/plan-hash.ts';

/**
 * Builds of a set, newest first.
 *
 * @param isTrusted whether the caller may see where the files were written, and not only the folder's name
 * @throws AppError NOT_FOUND
 */
export async function listBuilds(
  session: MatterSession,
  setId: string,
  isTrusted: boolean,
): Promise<Build[]> {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const builds = selectBuilds(session, setId).map((build, at) => ({
    build,
    isOfSet: at === 0 && isOfSetAsItStands(session, set, exhibits, build),
    outputs: selectOutputs(session, build.id),
  }));
  return Promise.all(
    builds.map(async ({ build, isOfSet, outputs }) => {
      const disturbedFiles = await findDisturbedFiles(build.folder, outputs);
      return {
        id: build.id,
        setId: set.id as ExhibitSetId,
        builtAt: build.built_at,
        folderName: basename(build.folder),
        ...(isTrusted && { folderPath: build.folder }),
        isOfSet,
        isCurrent: isOfSet && disturbedFiles.every(({ change }) => change === 'redated'),
        disturbedFiles,
        outputs,
        findings: JSON.parse(build.findings) as Build['findings'],
        asFiled: selectAsFiled(session, build.id),
      };
    }),
  );
}

/**
 * Whether a build is up to date with its set: made from the same inputs, with a number on every page (a page whose number
 * was voided since has none). Whether its files still exist is another question.
 */
export function isOfSetAsItStands(
  session: MatterSession,
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  build: { readonly id: BuildId; readonly plan_sha256: string },
): boolean {
  if (build.plan_sha256 !== planHash(session, set, exhibits)) return false;
  const built = builtExhibits(session, build.id);
  const numbers = planSetNumbers(session, set, exhibits, built) ?? [];
  return numbers.every((each) => numbersInOrder(each).every(({ state }) => state !== 'planned'));
}
