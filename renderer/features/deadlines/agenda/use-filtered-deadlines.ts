import { useDeferredValue, useMemo } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { filterDeadlines, isFiltering, type DeadlineFilter } from './filter-deadlines.ts';

/**
 * What the words and choices of the filter leave. Typing comes first; the list follows it.
 *
 * @param now milliseconds since 1970
 */
export function useFilteredDeadlines(all: readonly Deadline[], view: DeadlineFilter, now: number) {
  const { owner, kind, status } = view;
  const filter = useDeferredValue(view.filter);
  return useMemo(() => {
    const asked = { filter, owner, kind, status };
    const isFiltered = isFiltering(asked);
    return { shown: isFiltered ? filterDeadlines(all, asked, now) : all, isFiltered };
  }, [all, filter, owner, kind, status, now]);
}
