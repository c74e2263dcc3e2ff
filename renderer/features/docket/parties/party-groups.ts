import { foldedLine, foldedParts } from '../../../../shared/domain/search/words.ts';
import type { DocketParty } from '../../../../shared/model/docket.ts';

/** Parties of one role, in the order of the docket sheet. */
export interface PartyGroup {
  readonly role: string;
  readonly parties: readonly DocketParty[];
}

/**
 * Parties by role, roles in the order they first occur, with those that hold every word of a filter: in the name, the details,
 * or the name or contact of an attorney.
 */
export function groupParties(parties: readonly DocketParty[], filter: string): readonly PartyGroup[] {
  const words = foldedParts(filter);
  const shown =
    words.length === 0
      ? parties
      : parties.filter(({ name, role, details, attorneys }) => {
          const prose = foldedLine(
            [name, role, details, ...attorneys.flatMap((attorney) => [attorney.name, attorney.contact])].join(
              '\n',
            ),
          );
          return words.every((word) => prose.includes(word));
        });
  return [...Map.groupBy(shown, ({ role }) => role)].map(([role, group]) => ({ role, parties: group }));
}
