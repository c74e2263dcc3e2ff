import type { EvidenceId } from '../../../shared/model/common.ts';
import { createStore } from '../../ui/index.ts';

/** A place in the review area to go to. */
export interface ReviewPlace {
  readonly queue: string;
  /** Null for the queue as a whole. */
  readonly evidenceId: EvidenceId | null;
}

const target = createStore<ReviewPlace | null>(null);

/** Takes the review area to a place, once it is in view; null when it has arrived. */
export const leadReview = target.set;

/** The place that the review area still has to go to. */
export const useReviewTarget = target.use;
