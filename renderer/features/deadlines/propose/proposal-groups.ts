import type { DeadlineProposal } from '../../../../shared/model/deadlines.ts';

/** Proposals that were read from the same entry. */
export interface ProposalGroup {
  readonly key: string;
  readonly entryNumber: string;
  readonly proposals: readonly DeadlineProposal[];
}

export interface ProposalFilter {
  readonly typed: string;
  readonly showsAdded: boolean;
  readonly showsPast: boolean;
  /** The day it is on the court's clock: 2021-01-11. */
  readonly today: string;
}

/** Whether a person must give its date first: until then the day of the entry is used. */
export function isUndated({ computed, deadline }: DeadlineProposal): boolean {
  return computed === null && deadline.printed === null;
}

/** Whether the docket has since spoken against it: of one already added, a person must hear that. */
const isContested = ({ flags }: DeadlineProposal) =>
  flags.some(({ code }) => code === 'CONFLICT' || code === 'DOUBTED');

/** The proposals to be shown. Every word typed must occur in the title, the rule, the quote or the entry's number. */
export function filterProposals(
  proposals: readonly DeadlineProposal[],
  { typed, showsAdded, showsPast, today }: ProposalFilter,
): readonly DeadlineProposal[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return proposals.filter((proposal) => {
    const { isAdded, due, deadline, quote, entryNumber } = proposal;
    if (
      (isAdded && !showsAdded && !isContested(proposal)) ||
      (due < today && !showsPast && !isUndated(proposal))
    )
      return false;
    const text = [deadline.title, deadline.rule?.cite, quote, entryNumber].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Proposals by the entry they were read from: the entry with the soonest date comes first. */
export function groupProposals(proposals: readonly DeadlineProposal[]): readonly ProposalGroup[] {
  const groups = new Map<string, { entryNumber: string; proposals: DeadlineProposal[] }>();
  for (const proposal of proposals) {
    const key = proposal.deadline.entryId ?? proposal.entryNumber;
    const group = groups.get(key);
    if (group) group.proposals.push(proposal);
    else groups.set(key, { entryNumber: proposal.entryNumber, proposals: [proposal] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
