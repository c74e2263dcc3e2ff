import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { splitExhibitLabel } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { badgeWords } from '../words.ts';

/** A short mark beside an item: what it is used as, and whether something is wrong with it. */
export interface EvidenceBadge {
  readonly tone: 'exhibit' | 'docket' | 'problem' | 'archived';
  readonly text: string;
}

/** The marks of an item, in the order they are shown: exhibits, docket numbers, problems, archived. */
export function evidenceBadges(item: EvidenceItem): readonly EvidenceBadge[] {
  return [
    ...item.exhibitLabels.map((label) => ({ tone: 'exhibit' as const, text: exhibitBadge(label) })),
    ...item.docketNumbers.map((number) => ({ tone: 'docket' as const, text: badgeWords.docket(number) })),
    ...(item.problems.length > 0 ? [{ tone: 'problem' as const, text: problemBadge(item) }] : []),
    ...(item.isArchived ? [{ tone: 'archived' as const, text: badgeWords.archived }] : []),
  ];
}

/** "TRO exhibits: C" is shown as "Ex. C" in the list; the details name the set too. */
function exhibitBadge(label: string): string {
  const { label: short } = splitExhibitLabel(label);
  return badgeWords.exhibit(short);
}

function problemBadge({ problems }: EvidenceItem): string {
  const [first] = problems;
  const name = (first && badgeWords.problems[first.code]) ?? badgeWords.problem;
  return problems.length > 1 ? `${name} +${problems.length - 1}` : name;
}
