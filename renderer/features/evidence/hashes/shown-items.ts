import type { JobResult } from '../../../../shared/contract/api.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { shownAtMost } from '../LineList.tsx';

/** The items that a comparison of hashes names in its lines: each by its title, so that no part is told by ids. */
export function shownItems({
  matched,
  unlisted,
}: Pick<JobResult<'evidence.matchHashes'>, 'matched' | 'unlisted'>): ReadonlySet<EvidenceId> {
  const firsts = matched.slice(0, shownAtMost).map(({ evidenceId }) => evidenceId);
  return new Set([...firsts, ...unlisted.slice(0, shownAtMost)]);
}
