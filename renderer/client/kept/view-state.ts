import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { engineClient } from '../engine/connection.ts';
import { useOpenMatter } from '../matter.tsx';
import { queryKeyOf } from '../engine/query-keys.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonRecord = { readonly [key: string]: Json };
/** A type as plain JSON, interfaces too: what JSON lacks, such as functions and so whatever has methods, becomes `never`. */
type PlainJson<T> = T extends Json
  ? T
  : T extends (...args: never) => unknown
    ? never
    : T extends object
      ? { readonly [K in keyof T]: PlainJson<T[K]> }
      : never;

/** How long a change waits for the next one before it is stored: a dragged divider changes many times a second. */
const storeAfterMs = 400;
const waiting = new Map<string, { timer: number; store: () => Promise<unknown> }>();

/** Stores pending changes at once: called before the window or the matter closes. Settles once they are stored. */
export async function flushViewStates(): Promise<void> {
  const due = [...waiting.values()];
  waiting.clear();
  await Promise.all(
    due.map(({ timer, store }) => {
      window.clearTimeout(timer);
      return store();
    }),
  );
}

/** Stores a view's state a moment later, so that of many changes in a row only the last is stored. */
export function storeLater(matterId: string, view: string, state: JsonRecord): void {
  const id = `${matterId} ${view}`;
  window.clearTimeout(waiting.get(id)?.timer);
  const store = () => {
    waiting.delete(id);
    // A lost width is not worth an error message; the matter may just have been closed.
    return engineClient['settings.view.set']({ matterId, view, state: state as never }).catch(
      () => undefined,
    );
  };
  waiting.set(id, { timer: window.setTimeout(store, storeAfterMs), store });
}
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => void flushViewStates());
  // The system may end a hidden window without further notice.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushViewStates();
  });
}

/**
 * A view's state (filter, sort, sizes, last place) as the person left it in this matter.
 *
 * @param view the view's own name, such as 'docket.list'
 * @param defaults the state until something was remembered; plain JSON, a constant outside the component
 * @returns the state, a way to change some of it, and whether what was remembered has been read
 * @example const [state, change] = useViewState('docket.list', { filter: '', sort: 'docket', isDescending: false });
 */
export function useViewState<S extends { readonly [K in keyof S]: PlainJson<S[K]> }>(
  view: string,
  defaults: S,
): readonly [state: S, change: (patch: Partial<S>) => void, isLoaded: boolean] {
  const matterId = useOpenMatter()?.id ?? '';
  const queries = useQueryClient();
  const isInMatter = matterId !== '';
  // Outside a matter it lives only in the cache.
  const { data, isFetched } = useQuery({
    queryKey: queryKeyOf('settings.view.get', { matterId, view }),
    queryFn: isInMatter ? () => engineClient['settings.view.get']({ matterId, view }) : skipToken,
  });
  const isLoaded = isFetched || !isInMatter;
  // The cache announces a change a moment later. A text field must show it at once: otherwise React restores the old text,
  // and a letter typed meanwhile is lost, with the caret's position.
  const [, showNow] = useReducer((count: number) => count + 1, 0);
  // Changed before the remembered state was loaded: shown at once, stored on top of it once loaded.
  const [early, setEarly] = useState<{ matterId: string; patch: Partial<S> } | null>(null);
  const earlyPatch = early?.matterId === matterId ? early.patch : undefined;
  const state = useMemo(
    () => ({ ...defaults, ...(data as Partial<S> | undefined), ...earlyPatch }),
    [data, defaults, earlyPatch],
  );

  const change = useCallback(
    (patch: Partial<S>) => {
      if (!isLoaded) {
        setEarly((before) => ({
          matterId,
          patch: { ...(before?.matterId === matterId ? before.patch : undefined), ...patch },
        }));
        return;
      }
      const key = queryKeyOf('settings.view.get', { matterId, view });
      const next = { ...queries.getQueryData<JsonRecord>(key), ...patch };
      // An answer still on its way is older than this change.
      if (queries.getQueryData(key)) void queries.cancelQueries({ queryKey: key });
      queries.setQueryData(key, next);
      showNow();
      if (matterId !== '') storeLater(matterId, view, next);
    },
    [matterId, view, queries, isLoaded],
  );
  useEffect(() => {
    if (!isLoaded || !earlyPatch) return;
    change(earlyPatch);
    setEarly(null);
  }, [isLoaded, earlyPatch, change]);
  useEffect(() => () => void flushViewStates(), []);
  return [state, change, isLoaded];
}
