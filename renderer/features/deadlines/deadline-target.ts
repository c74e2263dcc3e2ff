import { useSyncExternalStore } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';

type Id = Deadline['id'];

let target: Id | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Leads the list to a deadline, once it is in view; null when it has come there. */
export function showDeadline(id: Id | null): void {
  target = id;
  for (const listener of listeners) listener();
}

/** The deadline that the list is still to be led to. */
export function useDeadlineTarget(): Id | null {
  return useSyncExternalStore(subscribe, () => target);
}
