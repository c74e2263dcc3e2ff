import type { EvidenceId, TagId } from '../../../../shared/model/common.ts';
import type { Privilege } from '../../../../shared/model/evidence.ts';
import type { RowStore } from '../../evidence/index.ts';
import type { Coding } from './use-coding.ts';

/** What can be decided about the current item. */
export interface CodeItem {
  readonly isEnabled: boolean;
  readonly canMark: boolean;
  readonly setResponsive: (value: boolean | null) => void;
  readonly setRelevance: (value: number | null) => void;
  readonly setPrivilege: (value: Privilege | null) => void;
  readonly setPrivilegeNote: (note: string) => void;
  readonly toggleIssue: (id: TagId) => void;
  readonly setReviewed: (isReviewed: boolean) => void;
  readonly setFlagged: (isFlagged: boolean) => void;
}

/**
 * Codes one item. A review mainly decides whether it is responsive: with that, or with the mark itself, the item counts as
 * reviewed, and the reviewer may go on; other codes are set before that.
 *
 * @param onDecided called after what lets the reviewer go on
 */
export function codeItem(id: EvidenceId, rows: RowStore, coding: Coding, onDecided: () => void): CodeItem {
  const ids = [id];
  const code = (decision: Parameters<Coding['code']>[1]) =>
    coding.code(ids, { isReviewed: rows.get(id)?.isReviewed ?? false, ...decision });
  return {
    isEnabled: coding.isEnabled,
    canMark: coding.canMark,
    setResponsive: (isResponsive) => {
      code({ isResponsive, ...(isResponsive !== null && { isReviewed: true }) });
      if (isResponsive !== null && coding.isEnabled) onDecided();
    },
    setRelevance: (relevance) => code({ relevance }),
    setPrivilege: (privilege) => code({ privilege }),
    setPrivilegeNote: (privilegeNote) => code({ privilegeNote }),
    toggleIssue: (tagId) =>
      code(rows.get(id)?.tagIds.includes(tagId) ? { removeIssueIds: [tagId] } : { addIssueIds: [tagId] }),
    setReviewed: (isReviewed) => {
      coding.setReviewed(ids, isReviewed);
      if (isReviewed && coding.isEnabled) onDecided();
    },
    setFlagged: (isFlagged) => coding.setFlagged(ids, isFlagged),
  };
}
