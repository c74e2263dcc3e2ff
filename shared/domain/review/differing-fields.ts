import type { Privilege } from '../../model/evidence.ts';

/** What a reviewer decides, whatever its ids are branded as. Null, '' and an empty list say that nothing was decided. */
export interface Decided {
  readonly isResponsive: boolean | null;
  readonly relevance: number | null;
  readonly privilege: Privilege | null;
  readonly privilegeNote: string;
  readonly issueIds: readonly string[];
}
export type DecidedField = keyof Decided;

/** In the order they are listed. */
export const decidedFields = [
  'isResponsive',
  'relevance',
  'privilege',
  'privilegeNote',
  'issueIds',
] as const satisfies readonly DecidedField[];

/**
 * A decided value in a form that can be compared; null where nothing was decided. Issues count as a set.
 *
 * @example decidedValue({ ...codes, issueIds: ['b', 'a'] }, 'issueIds') // '["a","b"]'
 */
export function decidedValue(codes: Decided, field: DecidedField): string | number | boolean | null {
  if (field !== 'issueIds') return codes[field] === '' ? null : codes[field];
  return codes.issueIds.length === 0 ? null : JSON.stringify([...new Set(codes.issueIds)].toSorted());
}

/**
 * The fields about which reviewers of one item decided differently. What one of them has not decided does not differ from
 * anything.
 *
 * @example differingFields([{ ...none, relevance: 3 }, { ...none, relevance: 1 }, none]) // ['relevance']
 */
export function differingFields(codes: readonly Decided[]): DecidedField[] {
  return decidedFields.filter((field) => {
    const values = codes.map((each) => decidedValue(each, field)).filter((value) => value !== null);
    return values.some((value) => value !== values[0]);
  });
}
