import { useSyncExternalStore } from 'react';
import type { BuildChoices } from '../../../../shared/domain/build-choices.ts';
import { isAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import type { BuildResult, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { runJob, showError } from '../../../client/index.ts';
import { showToast } from '../../../ui/index.ts';
import { buildWords } from '../words.ts';

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

let ended: FinishedBuild | RefusedBuild | null = null;
const listeners = new Set<() => void>();

function set(next: typeof ended): void {
  ended = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The build that ended last and was not yet looked at. It waits here while the user is in another area. */
export function useEndedBuild(): FinishedBuild | RefusedBuild | null {
  return useSyncExternalStore(subscribe, () => ended);
}

/** Puts the result away. */
export function closeEndedBuild(): void {
  set(null);
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
    const result = await runJob('exhibits.build', {
      matterId,
      setId: exhibitSet.id,
      target: { token: target.token },
      ...choices,
    });
    set({ matterId, set: exhibitSet, result });
    // Where the result is not shown at once, because the user went to another area, a toast tells of it.
    if (listeners.size === 0) showToast({ message: buildWords.toast(exhibitSet.name) });
    return true;
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) showToast({ message: error.message });
    else if (isAppError(error, 'EXHIBIT_SOURCE_UNREADABLE')) {
      set({ matterId, set: exhibitSet, exhibits: refusedExhibits(error.details), choices });
      if (listeners.size === 0)
        showToast({ tone: 'error', message: buildWords.refusedToast(exhibitSet.name) });
    } else showError(error);
    return false;
  }
}

function refusedExhibits({ label, reason, isLocked, others }: AppError['details']): RefusedExhibit[] {
  const first = { label: String(label), reason: String(reason), isLocked: isLocked === true };
  return [first, ...((others ?? []) as readonly RefusedExhibit[])];
}
