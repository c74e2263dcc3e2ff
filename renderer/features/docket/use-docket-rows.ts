import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { filterByWords } from '../../../shared/domain/docket/filters.ts';
import { sortEntries, type EntrySort } from '../../../shared/domain/docket/sort-entries.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { applySavedFilter } from './list/filter-choices.ts';
import type { DocketViewState } from './docket-view.ts';

export interface DocketRows {
  /** What is shown, in the order of the docket. */
  readonly shown: readonly DocketEntry[];
  /** The same, sorted as the list is. */
  readonly sorted: readonly DocketEntry[];
  /** Ids of what is shown where something is filtered out; null where nothing is. */
  readonly sought: ReadonlySet<string> | null;
}

/** A word that no entry holds. */
const inNoText = '\uffff';

/** What the words and the saved filter leave of the docket. Typing is answered here, without asking the engine. */
export function useDocketRows(entries: readonly DocketEntry[], view: DocketViewState): DocketRows {
  const { saved, sort, isDescending } = view;
  const filter = useDeferredValue(view.filter);

  // Ten thousand texts are prepared for search in an idle moment, so that the first letter typed is not delayed.
  useEffect(() => {
    const rest = window.requestIdleCallback(() => void filterByWords(entries, inNoText));
    return () => window.cancelIdleCallback(rest);
  }, [entries]);

  // What is read while only the unread are shown stays in sight until something else is shown.
  const [lingering, setLingering] = useState<{ saved: string; ids: ReadonlySet<string> }>({
    saved,
    ids: new Set(),
  });
  const unread = useMemo(
    () => (saved === 'unread' ? applySavedFilter(entries, saved).map(({ id }) => id) : []),
    [entries, saved],
  );
  if (lingering.saved !== saved) setLingering({ saved, ids: new Set(unread) });
  else if (unread.some((id) => !lingering.ids.has(id)))
    setLingering({ saved, ids: new Set([...lingering.ids, ...unread]) });

  const kept = useMemo(
    () =>
      saved === 'unread'
        ? entries.filter(({ id }) => lingering.ids.has(id))
        : applySavedFilter(entries, saved),
    [entries, saved, lingering],
  );
  const shown = useMemo(() => filterByWords(kept, filter), [kept, filter]);
  const sortedKept = useMemo(
    () => sortEntries(kept, { column: sort as EntrySort, isDescending }),
    [kept, sort, isDescending],
  );
  const sorted = useMemo(
    () => (sortedKept === kept ? shown : filterByWords(sortedKept, filter)),
    [sortedKept, kept, shown, filter],
  );
  const isFiltered = saved !== 'all' || filter.trim() !== '';
  const sought = useMemo(
    () => (isFiltered ? new Set<string>(shown.map(({ id }) => id)) : null),
    [isFiltered, shown],
  );
  return { shown, sorted, sought };
}
