import { useEffect, useSyncExternalStore } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';

/** Where dropped files may go instead of into the evidence, while an area that takes them is looked at. */
export interface DropDestination {
  readonly title: string;
  readonly hint: string;
  readonly onDrop: (files: readonly GrantedFile[]) => void;
}

let destination: DropDestination | null = null;
const listeners = new Set<() => void>();

function set(next: DropDestination | null): void {
  destination = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Offers a second place to drop files, beside the evidence, while the component is shown.
 *
 * @param offered a constant, or memoised
 */
export function useDropDestination(offered: DropDestination): void {
  useEffect(() => {
    set(offered);
    return () => set(null);
  }, [offered]);
}

/** The second place to drop files now, or null. */
export function useOfferedDestination(): DropDestination | null {
  return useSyncExternalStore(subscribe, () => destination);
}
