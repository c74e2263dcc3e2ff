import type { Codes, Coding } from '../../model/review.ts';
import { decidedValue, decidedFields, type DecidedField } from './differing-fields.ts';

/** One reviewer's coding of one item as it was when the copy was made, as it is here, and as it came back. */
export interface CodingVersions {
  readonly base: Coding | null;
  readonly ours: Coding | null;
  readonly theirs: Coding;
}

/**
 * What becomes of a coding that came back. Of the same reviewer's decisions the newer one holds, whichever side it comes from;
 * of two of the same moment always the same one, so that the order in which copies come back does not matter.
 */
export function mergeCoding({ base, ours, theirs }: CodingVersions): 'unchanged' | 'added' | 'updated' {
  if (base !== null && rankOf(base) === rankOf(theirs)) return 'unchanged';
  if (ours === null) return 'added';
  return rankOf(theirs) > rankOf(ours) ? 'updated' : 'unchanged';
}

/** Orders a reviewer's decisions in time. @param codedAt an instant with milliseconds, so that texts compare as moments do */
function rankOf({ codedAt, codes }: Coding): string {
  return `${codedAt} ${JSON.stringify(decidedFields.map((field) => decidedValue(codes, field)))}`;
}

/**
 * What holds of an item once a reviewer's coding has come back. A decision fills what was open here, and takes the place of the
 * same reviewer's earlier one; what anybody else decided stays, and is a conflict where it differs.
 *
 * @param holding what holds so far
 * @param before the reviewer's coding as it stood here; null for none
 * @param others what other reviewers of the item decided
 */
export function adoptCodes(
  holding: Codes,
  { taken, before, others }: { taken: Codes; before: Codes | null; others: readonly Codes[] },
): Codes {
  const isTaken = (field: DecidedField): boolean => {
    if (decidedValue(taken, field) === null) return false;
    const held = decidedValue(holding, field);
    if (held === null) return true;
    const isOwn = before !== null && decidedValue(before, field) === held;
    return isOwn && others.every((codes) => decidedValue(codes, field) === null);
  };
  const privilege = isTaken('privilege') ? taken.privilege : holding.privilege;
  return {
    isResponsive: isTaken('isResponsive') ? taken.isResponsive : holding.isResponsive,
    relevance: isTaken('relevance') ? taken.relevance : holding.relevance,
    privilege,
    // A note on one privilege never goes with another.
    privilegeNote:
      isTaken('privilegeNote') && (taken.privilege === null || taken.privilege === privilege)
        ? taken.privilegeNote
        : holding.privilegeNote,
    issueIds: isTaken('issueIds') ? taken.issueIds : holding.issueIds,
  };
}
