import { useEffect } from 'react';
import type { GrantedFile } from '../../shared/contract/bridge.ts';
import { createStore } from '../ui/index.ts';

/** Where dropped files may go instead of into the evidence, while an area that takes them is looked at. */
export interface DropDestination {
  readonly title: string;
  readonly hint: string;
  readonly onDrop: (files: readonly GrantedFile[]) => void;
}

const destination = createStore<DropDestination | null>(null);

/**
 * Offers a second place to drop files, besides the evidence, while the component is shown.
 *
 * @param offered a constant, or memoised
 */
export function useDropDestination(offered: DropDestination): void {
  useEffect(() => {
    destination.set(offered);
    return () => destination.set(null);
  }, [offered]);
}

/** The second place to drop files now, or null. */
export const useOfferedDestination = destination.use;
