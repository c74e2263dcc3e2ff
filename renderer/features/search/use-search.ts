import { useEffect, useMemo, useRef, useState } from 'react';
import type { Api } from '../../../shared/contract/api.ts';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { SearchOptions } from '../../../shared/model/search.ts';
import { useEngineQuery, useMatter, useViewState } from '../../client/index.ts';
import { tooLong } from '../../ui/index.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';

const remembered = {
  query: '',
  isStemmed: false,
  includesArchived: false,
  order: 'rank' as string,
  recent: [] as readonly string[],
  isNarrowShown: true,
};
const pageSize = 50;
const maxShown = 500;
const maxRecent = 12;
export interface Search {
  /** Whether it is known how the search was left last time. */
  readonly isLoaded: boolean;
  readonly query: string;
  readonly options: SearchOptions;
  readonly recent: readonly string[];
  readonly isNarrowShown: boolean;
  readonly answer: OutputOf<Api, 'search.query'> | undefined;
  /** Whether the answer is to an earlier query, or a complete one is still on its way. */
  readonly isOld: boolean;
  /** What is wrong with the query; null when nothing is. */
  readonly problem: string | null;
  readonly failure: unknown;
  readonly canShowMore: boolean;
  /** Changes the query as someone types. */
  readonly type: (query: string) => void;
  /** Searches for exactly what is in the field, and remembers it. */
  readonly settle: (query?: string) => void;
  readonly setOptions: (options: Partial<SearchOptions>) => void;
  readonly setNarrowShown: (isShown: boolean) => void;
  readonly forgetRecent: () => void;
  readonly showMore: () => void;
  readonly retry: () => void;
}

/** The search of the open matter: its query and options as left last time, and the answer as it is typed. */
export function useSearch(): Search {
  const { id: matterId } = useMatter();
  const [view, change, isLoaded] = useViewState('search', remembered);
  const { query, isStemmed, includesArchived, recent, isNarrowShown } = view;
  const order = view.order as SearchOptions['order'];
  const options = useMemo<SearchOptions>(
    () => ({ isStemmed, includesArchived, order }),
    [isStemmed, includesArchived, order],
  );
  // A query left from last time is searched as it was.
  const [isTyping, setIsTyping] = useState(false);
  const [limit, setLimit] = useState(pageSize);
  const firstQuery = useRef(query);
  useEffect(() => {
    if (query !== firstQuery.current) setLimit(pageSize);
    firstQuery.current = query;
  }, [query]);

  const long = tooLong(query, textLimits.search.query);
  const hasWords = query.trim() !== '' && long === null;
  const sought = { matterId, query, options, line: 'window' };
  const isMore = limit > pageSize;
  const asked = useEngineQuery(
    'search.query',
    isLoaded && hasWords ? { ...sought, limit, isTyping, isBrief: !isTyping && !isMore } : null,
    { keepsPrevious: true },
  );
  // The first hits in very many pages are shown before all are looked through, and stay until more of them are there.
  const isPart =
    !isTyping &&
    asked.data !== undefined &&
    (!asked.data.isTotalExact || asked.data.isOrderBounded) &&
    asked.isPlaceholderData === isMore;
  const whole = useEngineQuery('search.query', hasWords && isPart ? { ...sought, limit: pageSize } : null);
  const isInvalid = isAppError(asked.error, 'SEARCH_QUERY_INVALID');
  // A search that a newer one cancelled shows no error.
  const isEnded = isAppError(asked.error, 'CANCELLED');
  const answer = hasWords && !asked.error ? (whole.data ?? asked.data) : undefined;
  return {
    isLoaded,
    query,
    options,
    recent,
    isNarrowShown,
    answer,
    isOld: asked.isPlaceholderData || asked.isFetching || whole.isFetching,
    problem: long ?? (hasWords && isInvalid && asked.error ? asked.error.message : null),
    failure: hasWords && asked.error && !isInvalid && !isEnded ? asked.error : null,
    canShowMore: answer !== undefined && answer.hits.length < answer.total && limit < maxShown,
    type: (next) => {
      setIsTyping(true);
      change({ query: next });
    },
    settle: (next = query) => {
      setIsTyping(false);
      const clean = next.trim();
      change({
        query: next,
        ...(clean !== '' &&
          tooLong(clean, textLimits.search.query) === null && {
            recent: [clean, ...recent.filter((each) => each !== clean)].slice(0, maxRecent),
          }),
      });
    },
    setOptions: (patch) => change(patch),
    setNarrowShown: (isShown) => change({ isNarrowShown: isShown }),
    forgetRecent: () => change({ recent: [] }),
    showMore: () => setLimit((now) => Math.min(maxShown, now + pageSize * 3)),
    retry: () => void asked.refetch(),
  };
}
