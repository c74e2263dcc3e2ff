import type { ReviewCopy } from '../model/review.ts';
import type { Operation } from './define.ts';

type Declared = Pick<Operation, 'form' | 'changes' | 'errors' | 'isForReviewers'>;

/**
 * Whether an operation changes anything in its matter, by what it declares: that it is a command, that lists must be read again
 * after it, or that a matter open to read only refuses it.
 */
export function isChanging({ form, changes, errors }: Declared): boolean {
  return (
    form === 'command' || (form !== 'query' && (changes.length > 0 || errors.includes('MATTER_READ_ONLY')))
  );
}

/**
 * Whether a review copy refuses an operation. A copy to read allows no change; a copy for comments also allows what is declared
 * to be for reviewers. What an operation does not declare is not allowed.
 *
 * @example isRefusedInCopy('comment', api['notes.add']) // false
 */
export function isRefusedInCopy(mode: ReviewCopy['mode'], operation: Declared): boolean {
  return isChanging(operation) && !(mode === 'comment' && operation.isForReviewers);
}
