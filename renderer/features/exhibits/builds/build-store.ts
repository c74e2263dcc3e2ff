import type { BuildChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import { isAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import type { BuildResult, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { engineClient, showError } from '../../../client/index.ts';
import { clearToasts, createStore, showToast } from '../../../ui/index.ts';
import { tryAgain } from './try-again.ts';
import { buildWords } from './words.ts';

interface BuildOfSet {
  readonly matterId: string;
  readonly set: ExhibitSet;
}
export interface FinishedBuild extends BuildOfSet {
  readonly result: BuildResult;
}

/** An exhibit whose original cannot be read, and why. */
export interface RefusedExhibit {
  readonly label: string;
  readonly reason: string;
  readonly isLocked: boolean;
}
export interface RefusedBuild extends BuildOfSet {
  readonly exhibits: readonly RefusedExhibit[];
  readonly choices: BuildChoices;
}

const ended = createStore<FinishedBuild | RefusedBuild | null>(null);

/** The build that ended last and was not yet looked at. It waits here while the user is in another area. */
export const useEndedBuild = ended.use;

/** Closes the result. */
export function closeEndedBuild(): void {
  ended.set(null);
}

/**
 * Lets the user choose a folder and builds the set into it.
 *
 * @param choices how volumes are split, and above how many dots an inch pictures are made smaller
 * @returns whether it was built
 */
export async function buildSet(
  matterId: string,
  exhibitSet: ExhibitSet,
  choices: BuildChoices,
): Promise<boolean> {
  try {
    const target = await window.forthwith.chooseFolder('build');
    if (!target) return false;
    // What went wrong before is being tried again.
    clearToasts();
    const result = await tryAgain<BuildResult>(matterId, exhibitSet.id, () =>
      engineClient['exhibits.build']({
        matterId,
        setId: exhibitSet.id,
        target: { token: target.token },
        ...choices,
      }),
    );
    ended.set({ matterId, set: exhibitSet, result });
    // Where the result is not shown at once, because the user went to another area, a toast reports it.
    if (!ended.isShown()) showToast({ message: buildWords.toast(exhibitSet.name) });
    return true;
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) {
      showToast({ tone: 'notice', message: buildWords.canceled(error.details['staysReserved'] === true) });
      return false;
    }
    if (isAppError(error, 'EXHIBIT_SOURCE_UNREADABLE')) {
      ended.set({ matterId, set: exhibitSet, exhibits: refusedExhibits(error.details), choices });
      if (!ended.isShown()) showToast({ tone: 'error', message: buildWords.refusedToast(exhibitSet.name) });
    } else showError(error);
    return false;
  }
}

function refusedExhibits({ label, reason, isLocked, others }: AppError['details']): RefusedExhibit[] {
  const first = { label: String(label), reason: String(reason), isLocked: isLocked === true };
  return [first, ...((others ?? []) as readonly RefusedExhibit[])];
}
