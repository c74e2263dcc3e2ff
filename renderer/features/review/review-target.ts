import { useSyncExternalStore } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';

/** Where in the review area somebody is to be led. */
export interface ReviewPlace {
  readonly queue: string;
  /** Null for the queue as a whole. */
  readonly evidenceId: EvidenceId | null;
}

let target: ReviewPlace | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Leads the review area to a place, once it is in view; null when it has come there. */
export function leadReview(place: ReviewPlace | null): void {
  target = place;
  for (const listener of listeners) listener();
}

/** The place that the review area is still to be led to. */
export function useReviewTarget(): ReviewPlace | null {
  return useSyncExternalStore(subscribe, () => target);
}
