import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import type { BuildChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { isAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { showToast } from '../../../ui/index.ts';
import { buildWords, compareWords } from '../builds/words.ts';
import { nameSome } from '../exhibits/NamedExhibits.tsx';
import { asFiledWords, filingWords } from '../filing/words.ts';
import { doneWords } from '../words.ts';
import { showEnded, type RefusedExhibit } from './ended-jobs.ts';
import { runJob } from './run-job.ts';

/**
 * Lets the user choose a folder and builds the set into it.
 *
 * @param choices how volumes are split, and above how many dots an inch pictures are made smaller
 * @returns whether it was built
 */
export async function buildSet(matterId: string, set: ExhibitSet, choices: BuildChoices): Promise<boolean> {
  const result = await runJob(
    'exhibits.build',
    async () => {
      const target = await window.forthwith.chooseFolder('build');
      return target && { matterId, setId: set.id, target: { token: target.token }, ...choices };
    },
    ({ staysReserved }) => buildWords.canceled(staysReserved === true),
    (error) => {
      if (!isAppError(error, 'EXHIBIT_SOURCE_UNREADABLE')) return false;
      const exhibits = refusedExhibits(error.details);
      showEnded({ kind: 'refused', matterId, set, exhibits, choices }, buildWords.refusedToast(set.name));
      return true;
    },
  );
  if (result) showEnded({ kind: 'built', matterId, set, result }, buildWords.toast(set.name));
  return result !== null;
}

function refusedExhibits({ label, reason, isLocked, others }: AppError['details']): RefusedExhibit[] {
  const first = { label: String(label), reason: String(reason), isLocked: isLocked === true };
  return [first, ...((others ?? []) as readonly RefusedExhibit[])];
}

/** Lets the user choose the manifest of a build, builds again what it describes, and compares. */
export async function compareWithManifest(matterId: string): Promise<void> {
  const comparison = await runJob(
    'exhibits.compare',
    async () => {
      const [manifest] = await window.forthwith.openFiles('manifest');
      return manifest ? { matterId, manifest: { token: manifest.token } } : null;
    },
    () => compareWords.canceled,
  );
  if (comparison) showEnded({ kind: 'compared', matterId, comparison }, compareWords.toast);
}

/** Checks the files of a set's newest build against what the matter's court asks for. */
export async function checkFiling(matterId: string, set: ExhibitSet): Promise<void> {
  const result = await runJob(
    'exhibits.checkFiling',
    () => ({ matterId, setId: set.id }),
    () => filingWords.canceled,
  );
  if (result) showEnded({ kind: 'checked', matterId, set, result }, filingWords.toast(set.name));
}

/**
 * Compares files that came back from the court with a build.
 *
 * @param from the build, left out for the newest; files that were dropped, left out to let the user choose some
 */
export async function checkAsFiled(
  matterId: string,
  set: ExhibitSet,
  from: { readonly buildId?: BuildId; readonly files?: readonly GrantedFile[] } = {},
): Promise<void> {
  const { buildId } = from;
  const result = await runJob(
    'exhibits.checkAsFiled',
    async () => {
      const files = from.files ?? (await window.forthwith.openFiles('as-filed'));
      const returned = files.map(({ token }) => ({ token }));
      if (returned.length === 0) return null;
      return { matterId, setId: set.id, ...(buildId !== undefined && { buildId }), returned };
    },
    () => asFiledWords.canceled,
  );
  if (result) showEnded({ kind: 'asFiled', matterId, set, ...result }, asFiledWords.toast(set.name));
}

/** Seals a set as it was last built. */
export async function sealSet(matterId: string, { id: setId, name }: ExhibitSet): Promise<void> {
  const sealed = await runJob(
    'exhibits.seal',
    () => ({ matterId, setId }),
    () => doneWords.sealCanceled(name),
  );
  if (!sealed) return;
  const ranges = sealed.batesRanges.map(({ first, last }) => batesRun(first, last));
  showToast({ message: doneWords.setSealed(name, nameSome(ranges)) });
}
