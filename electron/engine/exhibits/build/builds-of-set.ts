import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildId, BuildOutputId, ExhibitSetId } from '../../../../shared/model/common.ts';
import type { Build } from '../../../../shared/model/exhibits.ts';
import type { MatterSession } from '../../store/session.ts';
import { numbersInOrder } from '../bates-ledger.ts';
import { builtExhibits, selectBuilds, selectOutputs, type WrittenOutput } from '../build-repository.ts';
import { listExhibits, type ExhibitRow } from '../exhibit-repository.ts';
import { planSetNumbers } from '../set-numbers.ts';
import { getSet, type SetRow } from '../set-repository.ts';
import { manifestName } from './files/manifest.ts';
import { planHash } from './plan/plan-hash.ts';

/**
 * Builds of a set, newest first.
 *
 * @param isTrusted whether the caller may see where the files were written, and not only the folder's name
 * @throws AppError NOT_FOUND
 */
export function listBuilds(session: MatterSession, setId: string, isTrusted: boolean): Build[] {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  return selectBuilds(session, setId).map((build, i) => {
    const outputs = selectOutputs(session, build.id);
    // Asking the disk for every file there ever was would take long where folders are far away.
    const alteredFiles = i === 0 ? outputs.filter((output) => fileState(build, output) !== 'whole') : [];
    return {
      id: build.id as BuildId,
      setId: set.id as ExhibitSetId,
      builtAt: build.built_at,
      folderName: basename(build.folder),
      ...(isTrusted && { folderPath: build.folder }),
      isCurrent: i === 0 && alteredFiles.length === 0 && isCurrentBuild(session, set, exhibits, build),
      alteredFiles: alteredFiles.map(({ file }) => file),
      outputs: outputs.map(({ id, ...output }) => ({ ...output, id: id as BuildOutputId })),
      findings: JSON.parse(build.findings) as Build['findings'],
    };
  });
}

/** Whether a file of a build is there and as long as it was written. Its bytes are not read. */
export function fileState(
  { folder }: { readonly folder: string },
  { file, sizeBytes }: Pick<WrittenOutput, 'file' | 'sizeBytes'>,
): 'whole' | 'missing' | 'altered' {
  const found = statSync(join(folder, file), { throwIfNoEntry: false });
  if (!found) return 'missing';
  return found.size === sizeBytes ? 'whole' : 'altered';
}

/**
 * Whether a build still is the set as it stands: made from the same, with a number on every page (one that became void since
 * leaves its page without), and its files where they were written.
 */
export function isCurrentBuild(
  session: MatterSession,
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  build: { readonly id: string; readonly folder: string; readonly plan_sha256: string },
): boolean {
  if (build.plan_sha256 !== planHash(session, set, exhibits)) return false;
  const built = builtExhibits(session, build.id);
  const numbers = planSetNumbers(session, set, exhibits, built) ?? [];
  const isNumbered = numbers.every((each) => numbersInOrder(each).every(({ state }) => state !== 'planned'));
  return isNumbered && existsSync(join(build.folder, manifestName));
}
