import { CalendarSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatNumber, QueryFallback } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { groupProposals } from './proposal-groups.ts';
import { ProposalRow } from './ProposalRow.tsx';
import type { Proposals } from './use-proposals.ts';
import { proposeWords as words } from './words.ts';

/** Proposals drawn at first, and more on request: a docket of years gives thousands. */
const drawnAtFirst = 150;

/** The proposals under the entries they were read from, or why there are none. */
export function ProposalList({ proposals }: { proposals: Proposals }) {
  const { query, all, shown, isFiltered } = proposals;
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const groups = useMemo(() => groupProposals(shown.slice(0, drawn)), [shown, drawn]);
  if (query.error || query.isPending) return <QueryFallback query={query} label={words.reading} />;
  if (shown.length === 0)
    return (
      <EmptyState icon={<CalendarSearch />} title={isFiltered ? words.nothingFound : words.emptyTitle}>
        {!isFiltered && (all.length === 0 ? words.emptyText : words.hiddenText)}
      </EmptyState>
    );
  return (
    <>
      {groups.map(({ key, entryNumber, proposals: ofEntry }) => (
        <section
          key={key}
          aria-label={words.entry(entryNumber)}
          className="border-b border-line last:border-b-0"
        >
          <h3 className="sticky top-0 z-10 bg-sunken px-3 py-1 text-sm font-semibold">
            {words.entry(entryNumber)}
          </h3>
          <ul>
            {ofEntry.map((proposal) => (
              <ProposalRow
                key={proposal.key}
                proposal={proposal}
                isTicked={proposals.isTicked(proposal)}
                onTick={(isTicked) => proposals.tick([proposal], isTicked)}
                service={proposals.serviceOf(proposal)}
                onServiceChange={(service) => proposals.setService(proposal, service)}
                isPast={proposals.isPast(proposal)}
              />
            ))}
          </ul>
        </section>
      ))}
      {shown.length > drawn && (
        <div className="p-3 text-center">
          <Button onPress={() => setDrawn(drawn + drawnAtFirst)}>
            {words.more(formatNumber(Math.min(drawnAtFirst, shown.length - drawn)))}
          </Button>
        </div>
      )}
    </>
  );
}
