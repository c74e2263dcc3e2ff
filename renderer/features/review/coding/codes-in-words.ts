import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import type { CodingConflict, Codes } from '../../../../shared/model/review.ts';
import { useTags } from '../../evidence/index.ts';
import { codingWords, relevanceNames } from '../words.ts';

/** A decided field of an item, as `CodingConflict.fields` names it. */
export type CodeField = CodingConflict['fields'][number];
export const codeFields: readonly CodeField[] = [
  'isResponsive',
  'relevance',
  'privilege',
  'privilegeNote',
  'issueIds',
];

/**
 * One field of a decision in words; empty while it is not decided.
 *
 * @param issueNames names of the issues by their ids; what is not known is left out
 * @example fieldInWords({ ...codes, relevance: 3 }, 'relevance', new Map()) // 'Hot'
 */
export function fieldInWords(
  codes: Codes,
  field: CodeField,
  issueNames: ReadonlyMap<string, string>,
): string {
  const { isResponsive, relevance, privilege, privilegeNote, issueIds } = codes;
  switch (field) {
    case 'isResponsive':
      return isResponsive === null ? '' : isResponsive ? codingWords.responsive : codingWords.notResponsive;
    case 'relevance':
      return (relevance === null ? undefined : relevanceNames[relevance]) ?? '';
    case 'privilege':
      return privilege === null ? '' : privilegeWords[privilege];
    case 'privilegeNote':
      return privilegeNote;
    case 'issueIds':
      return issueIds.flatMap((id) => issueNames.get(id) ?? []).join(', ');
  }
}

/** Names of the matter's issues by their ids. */
export function useIssueNames(): ReadonlyMap<string, string> {
  return new Map(useTags().map(({ id, name }) => [id, name]));
}

/** Says codes in one line: "Responsive, Hot, Notice". */
export function useCodesInWords(): (codes: Codes) => string {
  const names = useIssueNames();
  return (codes) =>
    codeFields
      .map((field) => fieldInWords(codes, field, names))
      .filter((each) => each !== '')
      .join(', ') || codingWords.undecided;
}
