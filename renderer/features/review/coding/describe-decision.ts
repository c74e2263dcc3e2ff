import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import type { TagId } from '../../../../shared/model/common.ts';
import { codingWords, doneWords, relevanceNames } from '../words.ts';
import type { Decision } from './decision.ts';

/**
 * A decision in a few words, to report that it was taken.
 *
 * @param issueName the name of an issue; null where it is not known
 * @example describeDecision({ relevance: 3 }, () => null) // 'Hot'
 */
export function describeDecision(decision: Decision, issueName: (id: TagId) => string | null): string {
  const { isResponsive, relevance, privilege, privilegeNote } = decision;
  const issues = (ids: readonly TagId[] = []) => ids.map((id) => issueName(id) ?? codingWords.issues);
  const parts = [
    ...(isResponsive === undefined ? [] : [responsiveWords(isResponsive)]),
    ...(relevance === undefined ? [] : [relevanceWords(relevance)]),
    ...(privilege === undefined ? [] : [withholdingWords(privilege)]),
    ...(privilegeNote === undefined ? [] : [doneWords.privilegeNote]),
    ...issues(decision.addIssueIds).map(doneWords.issueAdded),
    ...issues(decision.removeIssueIds).map(doneWords.issueRemoved),
  ];
  if (parts.length > 0) return parts.join(', ');
  return decision.isReviewed === false ? doneWords.coding : doneWords.reviewed;
}

function responsiveWords(isResponsive: boolean | null): string {
  if (isResponsive === null) return doneWords.cleared(codingWords.responsive);
  return isResponsive ? codingWords.responsive : codingWords.notResponsive;
}

function relevanceWords(relevance: number | null): string {
  return (
    (relevance === null ? undefined : relevanceNames[relevance]) ?? doneWords.cleared(codingWords.relevance)
  );
}

function withholdingWords(privilege: Decision['privilege']): string {
  return privilege ? privilegeWords[privilege] : doneWords.cleared(codingWords.privilege);
}
