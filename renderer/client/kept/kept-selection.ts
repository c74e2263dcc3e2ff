import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { engineClient } from '../engine/connection.ts';
import { queryKeyOf } from '../engine/query-keys.ts';
import { useMatter } from '../matter.tsx';
import { storeLater } from './view-state.ts';

const kept = new Map<string, ReadonlySet<string>>();
const nothing: ReadonlySet<string> = new Set();

/** What was chosen in every list of a matter when it was left last: one view's state, so that it is read once and before any list. */
const view = 'lists.chosen';
interface Chosen {
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}
/** More than this is not remembered after the window closes: part of a selection would mislead. */
const rememberedAtMost = 200;

/** Reads what was chosen when the matter was left last. Lists are shown once it is there. */
export function useRememberedSelections(): boolean {
  const { id: matterId } = useMatter();
  return useQuery({
    queryKey: queryKeyOf('settings.view.get', { matterId, view }),
    queryFn: () => engineClient['settings.view.get']({ matterId, view }),
  }).isFetched;
}

/**
 * The rows chosen in a list: they stay chosen when the user goes to another area, or the panes are laid out again, and
 * comes back, also after the window was closed.
 *
 * @param list the list's own name, such as 'evidence'
 * @example const [selectedIds, setSelectedIds] = useKeptSelection('evidence');
 */
export function useKeptSelection(
  list: string,
): readonly [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const { id: matterId } = useMatter();
  const queries = useQueryClient();
  const key = `${matterId} ${list}`;
  const found = () => kept.get(key) ?? recall(queries, matterId, list, key);
  const [state, setState] = useState(() => ({ key, ids: found() }));
  const ids = state.key === key ? state.ids : found();
  const change = useCallback(
    (next: ReadonlySet<string>) => {
      kept.set(key, next);
      setState({ key, ids: next });
      remember(queries, matterId, list, next);
    },
    [queries, matterId, list, key],
  );
  return [ids, change];
}

function recall(queries: QueryClient, matterId: string, list: string, key: string): ReadonlySet<string> {
  const chosen = queries.getQueryData<Chosen>(queryKeyOf('settings.view.get', { matterId, view }));
  const ids = chosen?.lists?.[list];
  if (ids === undefined) return nothing;
  const set = new Set(ids);
  kept.set(key, set);
  return set;
}

function remember(queries: QueryClient, matterId: string, list: string, ids: ReadonlySet<string>): void {
  const queryKey = queryKeyOf('settings.view.get', { matterId, view });
  const before = queries.getQueryData<Chosen>(queryKey);
  // A window that never read it would drop what others chose.
  if (before === undefined) return;
  const { [list]: _, ...others } = before.lists ?? {};
  const isRemembered = ids.size > 0 && ids.size <= rememberedAtMost;
  const lists = isRemembered ? { ...others, [list]: [...ids] } : others;
  queries.setQueryData(queryKey, { lists });
  storeLater(matterId, view, { lists });
}
