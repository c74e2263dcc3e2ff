import { useSyncExternalStore } from 'react';
import type { MatterId } from '../../../../shared/model/common.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';

/** What a search found, as one goes along it: it stays while other areas are looked at, for hits lead there. */
export interface HitTrail {
  readonly matterId: MatterId;
  /** Which search it is of: its query and how it was asked. */
  readonly search: string;
  /** In the order they are listed. */
  readonly hits: readonly SearchHit[];
  readonly marks: readonly string[];
  /** The hit one is at, counted from 0; null before the first was chosen. */
  readonly current: number | null;
}

let trail: HitTrail | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const change = (next: HitTrail | null) => {
  trail = next;
  for (const listener of listeners) listener();
};

/** Lays down what a search found. The place along it is kept where it is still the same search. */
export function layTrail(next: Omit<HitTrail, 'current'>): void {
  const isSame = trail?.matterId === next.matterId && trail.search === next.search;
  change({ ...next, current: isSame ? trail!.current : null });
}

/** Steps to a hit of the trail, counted from 0. */
export function stepTo(index: number): void {
  if (trail) change({ ...trail, current: index });
}

/** The trail of a matter; null where nothing was searched for in it. */
export function useHitTrail(matterId: MatterId): HitTrail | null {
  const now = useSyncExternalStore(subscribe, () => trail);
  return now?.matterId === matterId ? now : null;
}
