import { useSyncExternalStore } from 'react';
import type { BuildComparison } from '../../../../shared/model/exhibits.ts';
import { runJob, showError } from '../../../client/index.ts';

export interface FinishedComparison {
  readonly matterId: string;
  readonly comparison: BuildComparison;
}

let finished: FinishedComparison | null = null;
const listeners = new Set<() => void>();

function set(next: FinishedComparison | null): void {
  finished = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The comparison that ended last and was not yet looked at. */
export function useComparison(): FinishedComparison | null {
  return useSyncExternalStore(subscribe, () => finished);
}

/** Puts the comparison away. */
export function closeComparison(): void {
  set(null);
}

/** Lets the user choose the manifest of a build, builds again what it describes, and compares. */
export async function compareWithManifest(matterId: string): Promise<void> {
  try {
    const [manifest] = await window.forthwith.openFiles('manifest');
    if (!manifest) return;
    const comparison = await runJob('exhibits.compare', { matterId, manifest: { token: manifest.token } });
    set({ matterId, comparison });
  } catch (error) {
    showError(error);
  }
}
