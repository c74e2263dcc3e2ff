import { useSyncExternalStore } from 'react';
import type { ExhibitSet } from '../../../shared/model/exhibits.ts';

/** An exhibit, by its set and the label it has there. */
export interface ExhibitPlace {
  readonly setId: ExhibitSet['id'];
  readonly label: string;
}

let target: ExhibitPlace | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Leads the exhibits to one of them, once they are in view; null when it has come there. */
export function showExhibit(place: ExhibitPlace | null): void {
  target = place;
  for (const listener of listeners) listener();
}

/** The exhibit that is still to be shown. */
export function useExhibitTarget(): ExhibitPlace | null {
  return useSyncExternalStore(subscribe, () => target);
}
