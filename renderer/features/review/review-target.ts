import type { EvidenceId } from '../../../shared/model/common.ts';
import { createStore } from '../../ui/index.ts';

/** Where in the review area somebody is to be led. */
export interface ReviewPlace {
  readonly queue: string;
  /** Null for the queue as a whole. */
  readonly evidenceId: EvidenceId | null;
}

const target = createStore<ReviewPlace | null>(null);

/** Leads the review area to a place, once it is in view; null when it has come there. */
export const leadReview = target.set;

/** The place that the review area is still to be led to. */
export const useReviewTarget = target.use;
