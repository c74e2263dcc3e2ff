import type { BuildComparison } from '../../../../shared/model/exhibits.ts';
import { engineClient, showError } from '../../../client/index.ts';
import { clearToasts, createStore } from '../../../ui/index.ts';
import { tryAgain } from './try-again.ts';

export interface FinishedComparison {
  readonly matterId: string;
  readonly comparison: BuildComparison;
}

const finished = createStore<FinishedComparison | null>(null);

/** The comparison that ended last and was not yet looked at. */
export const useComparison = finished.use;

/** Closes the comparison. */
export function closeComparison(): void {
  finished.set(null);
}

/** Lets the user choose the manifest of a build, builds again what it describes, and compares. */
export async function compareWithManifest(matterId: string): Promise<void> {
  try {
    const [manifest] = await window.forthwith.openFiles('manifest');
    if (!manifest) return;
    clearToasts();
    const comparison = await tryAgain<BuildComparison>(matterId, 'compare', () =>
      engineClient['exhibits.compare']({ matterId, manifest: { token: manifest.token } }),
    );
    finished.set({ matterId, comparison });
  } catch (error) {
    showError(error);
  }
}
