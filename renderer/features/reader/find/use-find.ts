import { useEffect, useMemo, useState } from 'react';
import type { FindHit } from '../../../../shared/contract/reader.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { readerClient } from '../../../client/index.ts';
import type { PageQueue } from '../pages/page-queue.ts';

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

/** What is looked for: words as typed, or words and phrases that a search found. */
export interface Wanted {
  readonly query: string;
  readonly marks: readonly string[];
  /** Page to begin on, from 0: what is on it and after it comes first. */
  readonly fromPage: number;
}

/** Searches all pages for words, page by page, and reports what it has as it goes. An empty query searches nothing. */
export function useFind(queue: PageQueue, pageCount: number, { query, marks, fromPage }: Wanted): Find {
  const [find, setFind] = useState<Find>(nothing);
  const wanted = query.trim();
  const isWanted = wanted !== '' || marks.length > 0;

  useEffect(() => {
    if (!isWanted) {
      setFind(nothing);
      return undefined;
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => void search(), marks.length > 0 ? 0 : pauseMs);
    const tell = (hits: readonly FindHit[], isSearching: boolean) => {
      if (stop.signal.aborted) return;
      const isCut = !isSearching && hits.length >= hitLimit;
      setFind({ query: wanted || marks.join(', '), hits, isSearching, isCut });
    };

    async function search(): Promise<void> {
      const start = Math.min(fromPage, pageCount - 1);
      tell([], true);
      const later = await searchPages(start, pageCount, [], (hits) => tell(hits, true));
      // Hits before the starting page are found last, and put in front.
      const all = await searchPages(0, start, later, (hits) => tell(hits, true));
      tell(all, false);
    }

    async function searchPages(
      from: number,
      end: number,
      known: readonly FindHit[],
      found: (hits: readonly FindHit[]) => void,
    ): Promise<readonly FindHit[]> {
      let hits: readonly FindHit[] = known;
      let added: readonly FindHit[] = [];
      let page: number | null = from;
      while (page !== null && page < end && hits.length < hitLimit && !stop.signal.aborted) {
        const at: number = page;
        try {
          const answer: { hits: readonly FindHit[]; nextPage: number | null } = await queue.ask(
            at,
            'find',
            (documentId) =>
              readerClient['reader.find']({
                documentId,
                query: wanted,
                marks: [...marks],
                fromPage: at,
                limit: hitLimit - hits.length,
              }),
            stop.signal,
          );
          page = answer.nextPage;
          const here = answer.hits.filter((hit) => hit.page < end);
          if (here.length > 0) {
            added = [...added, ...here];
            hits = known.length === 0 ? added : [...added, ...known];
            found(hits);
          }
        } catch (error) {
          // A page that cannot be read says so itself; the search goes on after it.
          if (!isAppError(error, 'PDF_PAGE_UNREADABLE')) break;
          page = at + 1;
        }
      }
      return hits;
    }

    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [queue, pageCount, wanted, marks, fromPage, isWanted]);

  return useMemo(() => (isWanted ? find : nothing), [find, isWanted]);
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
