import type { TagId } from '../../model/common.ts';
import type { Codes, Coding } from '../../model/review.ts';
import { decidedValue, decidedFields, type DecidedField } from './differing-fields.ts';

/** One reviewer's coding of one item as it was when the copy was made, as it is here, and as it came back. */
export interface CodingVersions {
  readonly base: Coding | null;
  readonly ours: Coding | null;
  readonly theirs: Coding;
}

/**
 * One reviewer's coding after it came back: what only one side decided since the copy was made is kept from either, and of what both
 * did the newer holds, whichever side it comes from. Each issue is a decision of its own.
 *
 * @returns null where what is here stays as it is
 * @example mergeCoding({ base: null, ours: relevantLater, theirs: privileged }) // relevant and privileged
 */
export function mergeCoding({ base, ours, theirs }: CodingVersions): Coding | null {
  if (base !== null && rankOf(base) === rankOf(theirs)) return null;
  if (ours === null) return theirs;
  const isNewer = rankOf(theirs) > rankOf(ours);
  // What is here came last from the same copy: nobody else decided in between.
  if (ours.copyId !== null && ours.copyId === theirs.copyId) return isNewer ? theirs : null;
  const [older, newer] = isNewer ? [ours, theirs] : [theirs, ours];
  const both = { ...newer, codes: mergeCodes(base && base.codes, older.codes, newer.codes), copyId: null };
  if (rankOf(both) === rankOf(ours)) return null;
  return rankOf(both) === rankOf(theirs) ? theirs : both;
}

function mergeCodes(base: Codes | null, older: Codes, newer: Codes): Codes {
  const sideOf = (field: DecidedField): Codes =>
    decidedValue(newer, field) === (base && decidedValue(base, field)) ? older : newer;
  const { privilege } = sideOf('privilege');
  // A note on one privilege never goes with another.
  const noted = sideOf('privilegeNote');
  const isOfIt = noted.privilege === null || noted.privilege === privilege;
  const inBoth = (id: TagId) => older.issueIds.includes(id) && newer.issueIds.includes(id);
  return {
    isResponsive: sideOf('isResponsive').isResponsive,
    relevance: sideOf('relevance').relevance,
    privilege,
    privilegeNote: (isOfIt ? noted : sideOf('privilege')).privilegeNote,
    issueIds: [...new Set([...older.issueIds, ...newer.issueIds])]
      .filter((id) => !base?.issueIds.includes(id) || inBoth(id))
      .toSorted(),
  };
}

/** Orders a reviewer's decisions in time, those of one moment always alike. @param codedAt an instant with milliseconds, so that texts compare as moments do */
function rankOf({ codedAt, codes }: Coding): string {
  return `${codedAt} ${JSON.stringify(decidedFields.map((field) => decidedValue(codes, field)))}`;
}

/**
 * What holds of an item once a reviewer's coding has come back. A decision fills what was open here, and takes the place of the
 * same reviewer's earlier one; what anybody else decided stays, and is a conflict where it differs.
 *
 * @param holding what holds so far
 * @param before the reviewer's coding as it was here; null for none
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
