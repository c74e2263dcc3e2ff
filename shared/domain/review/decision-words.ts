import type { Privilege } from '../../model/evidence.ts';
import { relevanceWords } from '../evidence/relevance-words.ts';

/** Why something is withheld, as a privilege log says it. */
export const privilegeWords: Readonly<Record<Privilege, string>> = {
  none: 'Not privileged',
  attorney_client: 'Attorney-client privilege',
  work_product: 'Work product',
  common_interest: 'Common interest',
  other: 'Other privilege',
};

/** What the fields of a decision are called. */
export const decisionFieldWords = {
  isResponsive: 'Responsive',
  relevance: 'Relevance',
  privilege: 'Privilege',
  privilegeNote: 'Description for the log',
  issueIds: 'Issues',
  isReviewed: 'Reviewed',
} as const;
export type DecisionField = keyof typeof decisionFieldWords;

/** A decision about items, as a step of the history names it. */
export interface NamedDecision {
  readonly isResponsive?: boolean | null | undefined;
  readonly relevance?: number | null | undefined;
  readonly privilege?: Privilege | null | undefined;
  readonly privilegeNote?: string | undefined;
  /** Names of the issues that are put on the items, and taken off. */
  readonly addIssues: readonly string[];
  readonly removeIssues: readonly string[];
}

/**
 * A decision in words, in small letters; empty where nothing is decided. A privilege note is never repeated.
 *
 * @example decisionWords({ isResponsive: true, relevance: 3, addIssues: ['Notice'], removeIssues: [] })
 *   // 'responsive, hot, issue “Notice”'
 */
export function decisionWords(decision: NamedDecision): string {
  const { isResponsive, relevance, privilege, privilegeNote, addIssues, removeIssues } = decision;
  const words = [
    isResponsive !== undefined && responsiveWords(isResponsive),
    relevance !== undefined && relevanceWords(relevance),
    privilege !== undefined && (privilege === null ? 'Privilege not decided' : privilegeWords[privilege]),
    privilegeNote !== undefined && 'Privilege note',
  ].filter((part) => part !== false);
  return [
    ...words.map((part) => part[0]!.toLowerCase() + part.slice(1)),
    ...addIssues.map((name) => `issue “${name}”`),
    ...removeIssues.map((name) => `without issue “${name}”`),
  ].join(', ');
}

function responsiveWords(isResponsive: boolean | null): string {
  if (isResponsive === null) return 'Responsiveness not decided';
  return isResponsive ? 'Responsive' : 'Not responsive';
}
