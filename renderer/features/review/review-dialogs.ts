import { useSyncExternalStore } from 'react';
import type { CodingConflict, NoteConflict } from '../../../shared/model/review.ts';

/** Which dialog of the review is open. */
export type ReviewDialog =
  | { readonly kind: 'log' | 'makeCopy' | 'mergeCopy' | 'copies' }
  | { readonly kind: 'coding'; readonly conflict: CodingConflict }
  | { readonly kind: 'note'; readonly conflict: NoteConflict };

let current: ReviewDialog | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens a dialog of the review; null closes it. */
export function openReviewDialog(dialog: ReviewDialog | null): void {
  current = dialog;
  for (const listener of listeners) listener();
}

/** The dialog that is open, or null. */
export function useReviewDialog(): ReviewDialog | null {
  return useSyncExternalStore(subscribe, () => current);
}
