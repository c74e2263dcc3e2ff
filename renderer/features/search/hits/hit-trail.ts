import type { MatterId } from '../../../../shared/model/common.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { createStore } from '../../../ui/index.ts';
import { placeAmong } from './place-among.ts';

/** What a search found, for stepping through: it stays while other areas are shown, because hits lead there. */
export interface HitTrail {
  readonly matterId: MatterId;
  /** Which search it is of: its query and how it was asked. */
  readonly search: string;
  /** In the order they are listed. */
  readonly hits: readonly SearchHit[];
  readonly marks: readonly string[];
  /** The current hit, counted from 0; null before the first was chosen. */
  readonly current: number | null;
}

const trail = createStore<HitTrail | null>(null);

/** Sets what a search found. If it is still the same search, the current hit stays current, wherever it is now. */
export function layTrail(next: Omit<HitTrail, 'current'>): void {
  const before = trail.get();
  const isSame = before?.matterId === next.matterId && before.search === next.search;
  trail.set({ ...next, current: isSame ? placeAmong(next.hits, before) : null });
}

/** Steps to a hit of the trail, counted from 0. */
export function stepTo(index: number): void {
  const now = trail.get();
  if (now) trail.set({ ...now, current: index });
}

/** The trail of a matter; null where nothing was searched for in it. */
export function useHitTrail(matterId: MatterId): HitTrail | null {
  const now = trail.use();
  return now?.matterId === matterId ? now : null;
}
