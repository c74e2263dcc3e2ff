import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { kindWords } from './words.ts';

/** The columns a list of evidence can be sorted by. */
export type EvidenceColumn = 'title' | 'kind' | 'pages' | 'custodian' | 'receivedAt' | 'sizeBytes';

export interface EvidenceOrder {
  readonly column: EvidenceColumn;
  readonly isDescending: boolean;
}

/** A short mark beside an item: what it is used as, and whether something is wrong with it. */
export interface EvidenceBadge {
  readonly tone: 'exhibit' | 'docket' | 'problem' | 'archived';
  readonly text: string;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Keeps the items in which every word of the filter occurs: in the title, the original name, custodian, source, kind,
 * hash, exhibit labels ("Exhibit C"), docket numbers ("Dkt. 2-3") or problems. Case does not matter.
 *
 * @example filterEvidence(items, 'letter suspension')
 */
export function filterEvidence(items: readonly EvidenceItem[], filter: string): readonly EvidenceItem[] {
  const words = filter.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const haystack = searchable(item);
    return words.every((word) => haystack.includes(word));
  });
}

/** Sorts a copy; equal items keep the order of their titles. Unknown page counts come last in either direction. */
export function sortEvidence(items: readonly EvidenceItem[], order: EvidenceOrder): readonly EvidenceItem[] {
  const sign = order.isDescending ? -1 : 1;
  return items.toSorted((a, b) => {
    if (order.column === 'pages') {
      if (a.pages === null || b.pages === null) {
        return Number(a.pages === null) - Number(b.pages === null) || byTitle(a, b);
      }
      return sign * (a.pages - b.pages) || byTitle(a, b);
    }
    if (order.column === 'sizeBytes') return sign * (a.sizeBytes - b.sizeBytes) || byTitle(a, b);
    return sign * collator.compare(a[order.column], b[order.column]) || byTitle(a, b);
  });
}

/** The marks of an item, in the order they are shown: exhibits, docket numbers, problems, archived. */
export function evidenceBadges(item: EvidenceItem): readonly EvidenceBadge[] {
  return [
    ...item.exhibitLabels.map((label) => ({ tone: 'exhibit' as const, text: exhibitBadge(label) })),
    ...item.docketNumbers.map((number) => ({ tone: 'docket' as const, text: `Dkt. ${number}` })),
    ...(item.problems.length > 0 ? [{ tone: 'problem' as const, text: problemBadge(item) }] : []),
    ...(item.isArchived ? [{ tone: 'archived' as const, text: 'Archived' }] : []),
  ];
}

/** "TRO exhibits: C" is shown as "Exhibit C" in the list; the details name the set too. */
function exhibitBadge(label: string): string {
  const { label: short } = splitExhibitLabel(label);
  return `Exhibit ${short}`;
}

/**
 * Takes "TRO exhibits: C" apart into the set's name and the label. A set's name may itself hold a colon, a label never.
 *
 * @example splitExhibitLabel('Reply: second round: C-1') // { set: 'Reply: second round', label: 'C-1' }
 */
export function splitExhibitLabel(text: string): { readonly set: string; readonly label: string } {
  const at = text.lastIndexOf(': ');
  return at < 0 ? { set: '', label: text } : { set: text.slice(0, at), label: text.slice(at + 2) };
}

const problemNames: Readonly<Record<string, string>> = {
  EVIDENCE_DAMAGED: 'Damaged',
  EVIDENCE_REPAIRED_TO_READ: 'Damaged, readable',
  EVIDENCE_ENCRYPTED: 'Password',
  EVIDENCE_UNSUPPORTED_KIND: 'Cannot be shown',
  EVIDENCE_TOO_DEMANDING: 'Not read',
  EVIDENCE_ALTERED: 'Altered',
  EVIDENCE_NO_TEXT: 'No text',
};

function problemBadge({ problems }: EvidenceItem): string {
  const [first] = problems;
  const name = (first && problemNames[first.code]) ?? 'Problem';
  return problems.length > 1 ? `${name} +${problems.length - 1}` : name;
}

function searchable(item: EvidenceItem): string {
  return [
    item.title,
    item.originalName,
    item.custodian,
    item.source,
    kindWords[item.kind],
    item.sha256,
    ...evidenceBadges(item).map((badge) => badge.text),
    ...item.exhibitLabels,
    ...item.problems.map((problem) => problem.message),
  ]
    .join('\n')
    .toLocaleLowerCase('en');
}

function byTitle(a: EvidenceItem, b: EvidenceItem): number {
  return collator.compare(a.title, b.title);
}
