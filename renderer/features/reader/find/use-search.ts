import { useEffect, useMemo, useState } from 'react';

/** What was found of what is looked for. */
export interface Found<Hit> {
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly isSearching: boolean;
  /** Whether more was found than is kept. */
  readonly isCut: boolean;
}

/** Looks for something until `hitLimit` hits are found. @param tell told what there is so far */
export type Search<Hit> = (
  tell: (hits: readonly Hit[]) => void,
  signal: AbortSignal,
) => Promise<readonly Hit[]>;

const nothing = { query: '', hits: [], isSearching: false, isCut: false } as const;
export const hitLimit = 2_000;
/** Typing goes on before a search begins. Milliseconds. */
const pauseMs = 150;

/**
 * Searches, and reports what it has as it goes.
 *
 * @param search a new function for each new search; null where nothing is looked for
 * @param isTyped whether it waits until typing pauses
 */
export function useSearch<Hit>(query: string, search: Search<Hit> | null, isTyped = true): Found<Hit> {
  const [told, setTold] = useState<{ readonly by: Search<Hit>; readonly found: Found<Hit> } | null>(null);
  useEffect(() => {
    if (!search) return undefined;
    const stop = new AbortController();
    const tell = (hits: readonly Hit[], isSearching: boolean) => {
      if (stop.signal.aborted) return;
      const isCut = !isSearching && hits.length >= hitLimit;
      setTold({ by: search, found: { query, hits, isSearching, isCut } });
    };
    const run = async () => {
      tell(await search((hits) => tell(hits, true), stop.signal), false);
    };
    const timer = window.setTimeout(() => void run(), isTyped ? pauseMs : 0);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [query, search, isTyped]);
  // What was found of the words before is of no use to these: Enter would go there.
  return useMemo(() => {
    if (!search) return nothing;
    return told?.by === search ? told.found : { ...nothing, query, isSearching: true };
  }, [told, search, query]);
}
