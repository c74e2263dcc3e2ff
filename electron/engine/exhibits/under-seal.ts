import type { Treatment } from '../../../shared/model/exhibits.ts';

/** What the papers call an exhibit that is filed under seal (W.D. Wash. LCR 5(g)(4)). */
export const underSealNotice = 'FILED UNDER SEAL';

/**
 * Whether an exhibit is filed with the court under seal: a page in the binder says so, and the exhibit itself is a file of its
 * own. The contract calls that treatment `sealed`; it has nothing to do with the seal of its set (`sealedAt`).
 */
export function isUnderSeal({ treatment }: { readonly treatment: Treatment }): boolean {
  return treatment === 'sealed';
}
