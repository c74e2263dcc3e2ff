import type { TagId } from '../../../../shared/model/common.ts';
import type { Privilege } from '../../../../shared/model/evidence.ts';
import type { Decision } from '../coding/decision.ts';

/** What is chosen in the dialog that codes many items, as its fields hold it. */
export interface BulkChoices {
  readonly responsive: 'leave' | 'yes' | 'no' | 'clear';
  readonly relevance: 'leave' | '0' | '1' | '2' | '3' | 'clear';
  readonly privilege: 'leave' | Privilege | 'clear';
  readonly privilegeNote: string;
  /** Of each issue that is to be added or taken off. */
  readonly issues: Readonly<Record<string, 'leave' | 'add' | 'remove'>>;
  readonly isReviewed: boolean;
}

/** The dialog's fields for a decision that is already taken, such as by the key that opened it. */
export function choicesOf(decision: Decision): BulkChoices {
  const { isResponsive, relevance, privilege, addIssueIds = [], removeIssueIds = [] } = decision;
  return {
    responsive: choiceOf(isResponsive, (is) => (is ? 'yes' : 'no')),
    relevance: choiceOf(relevance, (value) => String(value) as '0' | '1' | '2' | '3'),
    privilege: choiceOf(privilege, (value) => value),
    privilegeNote: decision.privilegeNote ?? '',
    issues: Object.fromEntries([
      ...addIssueIds.map((id) => [id, 'add'] as const),
      ...removeIssueIds.map((id) => [id, 'remove'] as const),
    ]),
    isReviewed: decision.isReviewed ?? true,
  };
}

function choiceOf<V, C extends string>(value: V | null | undefined, name: (value: V) => C) {
  if (value === undefined) return 'leave';
  return value === null ? 'clear' : name(value);
}

/**
 * The decision that the fields express, without what stays as it is.
 *
 * @example decisionOf({ ...choicesOf({}), responsive: 'yes' }) // { isResponsive: true, …, isReviewed: true }
 */
export function decisionOf(choices: BulkChoices): Decision {
  const { responsive, relevance, privilege, privilegeNote, issues } = choices;
  const issuesTo = (change: 'add' | 'remove') =>
    Object.keys(issues).filter((id) => issues[id] === change) as TagId[];
  const note = privilegeNote.trim();
  return {
    ...(responsive !== 'leave' && { isResponsive: responsive === 'clear' ? null : responsive === 'yes' }),
    ...(relevance !== 'leave' && { relevance: relevance === 'clear' ? null : Number(relevance) }),
    ...(privilege !== 'leave' && { privilege: privilege === 'clear' ? null : privilege }),
    ...(note !== '' && { privilegeNote: note }),
    addIssueIds: issuesTo('add'),
    removeIssueIds: issuesTo('remove'),
    isReviewed: choices.isReviewed,
  };
}
