import type { Api } from '../../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../../shared/contract/define.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';

export type Relevance = 0 | 1 | 2 | 3;

/** What is decided about items; what is left out stays as it is. */
export type Decision = Partial<ParsedInputOf<Api, 'review.code'>['decision']>;

/**
 * An item as a decision will leave it, for showing it before the engine has answered.
 *
 * @example applyDecision(item, { relevance: 3 }).relevance // 3
 */
export function applyDecision(item: EvidenceItem, decision: Decision): EvidenceItem {
  const { addIssueIds = [], removeIssueIds = [] } = decision;
  const kept = item.tagIds.filter((id) => !removeIssueIds.includes(id) && !addIssueIds.includes(id));
  return {
    ...item,
    ...(decision.isResponsive !== undefined && { isResponsive: decision.isResponsive }),
    ...(decision.relevance !== undefined && { relevance: decision.relevance }),
    ...(decision.privilege !== undefined && { privilege: decision.privilege }),
    ...(decision.isReviewed === true && { isReviewed: true }),
    tagIds: [...kept, ...addIssueIds],
  };
}

/** Whether a decision decides anything beyond that the items were reviewed. */
export function isDeciding({ addIssueIds = [], removeIssueIds = [], ...fields }: Decision): boolean {
  return (
    addIssueIds.length > 0 ||
    removeIssueIds.length > 0 ||
    fields.isResponsive !== undefined ||
    fields.relevance !== undefined ||
    fields.privilege !== undefined ||
    fields.privilegeNote !== undefined
  );
}
