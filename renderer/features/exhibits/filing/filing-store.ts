import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { engineClient, showError } from '../../../client/index.ts';
import { clearToasts, createStore, showToast } from '../../../ui/index.ts';
import { tryAgain } from '../builds/try-again.ts';
import { filingWords as words } from './words.ts';

export interface FinishedFilingCheck {
  readonly matterId: string;
  readonly set: ExhibitSet;
  readonly result: JobResult<'exhibits.checkFiling'>;
}

const finished = createStore<FinishedFilingCheck | null>(null);

/** The check that ended last and was not yet looked at. It waits here while the user is in another area. */
export const useFilingCheck = finished.use;

/** Closes the check. */
export function closeFilingCheck(): void {
  finished.set(null);
}

/** Checks the files of a set's newest build against what the matter's court asks for. */
export async function checkFiling(matterId: string, exhibitSet: ExhibitSet): Promise<void> {
  // What went wrong before is being tried again.
  clearToasts();
  try {
    const result = await tryAgain<JobResult<'exhibits.checkFiling'>>(matterId, exhibitSet.id, () =>
      engineClient['exhibits.checkFiling']({ matterId, setId: exhibitSet.id }),
    );
    finished.set({ matterId, set: exhibitSet, result });
    if (!finished.isShown()) showToast({ message: words.toast(exhibitSet.name) });
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) showToast({ tone: 'notice', message: words.canceled });
    else showError(error);
  }
}
