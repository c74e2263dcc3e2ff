import { useEffect, useMemo, useState } from 'react';
import type { FindHit } from '../../../shared/contract/reader.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { readerClient } from '../../client/index.ts';
import type { PageQueue } from './page-queue.ts';

export interface Find {
  readonly query: string;
  readonly hits: readonly FindHit[];
  readonly isSearching: boolean;
  /** Whether more was found than is kept. */
  readonly isCut: boolean;
}

const nothing: Find = { query: '', hits: [], isSearching: false, isCut: false };
const hitLimit = 2_000;
/** Typing goes on before a search begins. Milliseconds. */
const pauseMs = 150;

/** Searches all pages for words, page by page, and tells what it has as it goes. An empty query searches nothing. */
export function useFind(queue: PageQueue, pageCount: number, query: string): Find {
  const [find, setFind] = useState<Find>(nothing);
  const wanted = query.trim();

  useEffect(() => {
    if (wanted === '') {
      setFind(nothing);
      return undefined;
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => void search(), pauseMs);

    async function search(): Promise<void> {
      let hits: readonly FindHit[] = [];
      let page: number | null = 0;
      setFind({ ...nothing, query: wanted, isSearching: true });
      while (page !== null && page < pageCount && hits.length < hitLimit && !stop.signal.aborted) {
        const from: number = page;
        try {
          const found: { hits: readonly FindHit[]; nextPage: number | null } = await queue.ask(
            from,
            'find',
            (documentId) =>
              readerClient['reader.find']({
                documentId,
                query: wanted,
                fromPage: from,
                limit: hitLimit - hits.length,
              }),
            stop.signal,
          );
          page = found.nextPage;
          if (found.hits.length > 0) hits = [...hits, ...found.hits];
        } catch (error) {
          // A page that cannot be read says so itself; the search goes on behind it.
          if (!isAppError(error, 'PDF_PAGE_UNREADABLE')) break;
          page = from + 1;
        }
        if (!stop.signal.aborted) setFind({ query: wanted, hits, isSearching: page !== null, isCut: false });
      }
      if (!stop.signal.aborted)
        setFind({ query: wanted, hits, isSearching: false, isCut: hits.length >= hitLimit });
    }

    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [queue, pageCount, wanted]);

  return useMemo(() => (wanted === '' ? nothing : find), [find, wanted]);
}

/** Hits by page, so that a page is handed only its own. */
export function hitsByPage(hits: readonly FindHit[]): ReadonlyMap<number, readonly FindHit[]> {
  const byPage = new Map<number, FindHit[]>();
  for (const hit of hits) {
    const present = byPage.get(hit.page);
    if (present) present.push(hit);
    else byPage.set(hit.page, [hit]);
  }
  return byPage;
}
