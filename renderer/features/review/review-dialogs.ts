import type { CodingConflict, NoteConflict } from '../../../shared/model/review.ts';
import { createStore } from '../../ui/index.ts';

/** Which dialog of the review is open. */
export type ReviewDialog =
  | { readonly kind: 'log' | 'makeCopy' | 'mergeCopy' | 'copies' }
  | { readonly kind: 'coding'; readonly conflict: CodingConflict }
  | { readonly kind: 'note'; readonly conflict: NoteConflict };

const current = createStore<ReviewDialog | null>(null);

/** Opens a dialog of the review; null closes it. */
export const openReviewDialog = current.set;

/** The dialog that is open, or null. */
export const useReviewDialog = current.use;
