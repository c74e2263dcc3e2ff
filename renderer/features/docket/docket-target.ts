import { useSyncExternalStore } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';

type EntryId = DocketEntry['id'];

let target: EntryId | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Leads the docket to an entry, once it is in view; null when it has come there. */
export function showEntry(id: EntryId | null): void {
  target = id;
  for (const listener of listeners) listener();
}

/** The entry that the docket is still to be led to. */
export function useEntryTarget(): EntryId | null {
  return useSyncExternalStore(subscribe, () => target);
}
