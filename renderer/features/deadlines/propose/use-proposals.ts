import { useDeferredValue, useMemo, useState } from 'react';
import type { DeadlineProposal } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { ServiceKind } from '../../../../shared/model/time-counting.ts';
import { courtNow, useEngineQuery, useMatter, useNow, type QueryState } from '../../../client/index.ts';
import { filterProposals, isUndated } from './proposal-groups.ts';

const none: readonly DeadlineProposal[] = [];

/** The deadlines that the docket gives, which of them are shown, and which are ticked to be added. */
export interface Proposals {
  readonly query: QueryState;
  readonly all: readonly DeadlineProposal[];
  /** Those that the filter and the choices below leave. */
  readonly shown: readonly DeadlineProposal[];
  readonly ticked: readonly DeadlineProposal[];
  /** Words to filter by, as typed. */
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Whether `shown` is filtered by words. */
  readonly isFiltered: boolean;
  readonly showsAdded: boolean;
  readonly setShowsAdded: (shows: boolean) => void;
  readonly showsPast: boolean;
  readonly setShowsPast: (shows: boolean) => void;
  readonly isTicked: (proposal: DeadlineProposal) => boolean;
  /** Ticks or unticks proposals; one without a date yet cannot be ticked. */
  readonly tick: (proposals: readonly DeadlineProposal[], isTicked: boolean) => void;
  readonly isPast: (proposal: DeadlineProposal) => boolean;
  /** How the papers were served: as proposed, or as chosen since. */
  readonly serviceOf: (proposal: DeadlineProposal) => ServiceKind;
  readonly setService: (proposal: DeadlineProposal, service: ServiceKind) => void;
}

/**
 * Reads what the docket gives, and keeps what is chosen of it.
 *
 * @param entryIds entries to look at; null for the whole docket
 */
export function useProposals(entryIds: readonly DocketEntry['id'][] | null): Proposals {
  const { id: matterId, timezone } = useMatter();
  const today = courtNow(timezone, useNow()).slice(0, 10);
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed);
  const [showsAdded, setShowsAdded] = useState(false);
  const [isPastShown, setIsPastShown] = useState<boolean | null>(null);
  const [changedTicks, setChangedTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [services, setServices] = useState<ReadonlyMap<string, ServiceKind>>(new Map());
  const query = useEngineQuery('deadlines.propose', {
    matterId,
    ...(entryIds && { entryIds: [...entryIds] }),
  });
  const all = query.data ?? none;
  // Where everything is in the past, as in a matter taken over late, hiding it would show an empty list.
  const showsPast = isPastShown ?? !all.some(({ due, isAdded }) => due >= today && !isAdded);
  const shown = useMemo(
    () => filterProposals(all, { typed: filter, showsAdded, showsPast, today }),
    [all, filter, showsAdded, showsPast, today],
  );
  const isTicked = ({ key, isSuggested, isAdded }: DeadlineProposal) =>
    !isAdded && (changedTicks.get(key) ?? isSuggested);
  return {
    query,
    all,
    shown,
    ticked: all.filter(isTicked),
    typed,
    setTyped,
    isFiltered: filter.trim() !== '',
    showsAdded,
    setShowsAdded,
    showsPast,
    setShowsPast: setIsPastShown,
    isTicked,
    tick: (proposals, isNow) => {
      const dated = proposals.filter((proposal) => !isUndated(proposal));
      setChangedTicks((before) => new Map([...before, ...dated.map(({ key }) => [key, isNow] as const)]));
    },
    isPast: ({ due }) => due < today,
    serviceOf: ({ key, deadline }) => services.get(key) ?? deadline.service,
    setService: ({ key }, service) => setServices((before) => new Map([...before, [key, service]])),
  };
}
