import { useMemo } from 'react';
import type { FindHit } from '../../../../shared/contract/reader.ts';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { readerClient } from '../../../client/index.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import { hitLimit, useSearch, type Found, type Search } from './use-search.ts';

/**
 * Searches all pages for words, page by page, and reports what it has as it goes.
 *
 * @param wanted as typed, or words and phrases that a search found
 * @param fromPage to begin on, from 0: what is on it and after it comes first
 */
export function useFind(
  queue: PageQueue,
  pageCount: number,
  { any, isWhole }: WantedWords,
  fromPage: number,
): Found<FindHit> {
  const search = useMemo((): Search<FindHit> | null => {
    if (any.length === 0) return null;
    return async (tell, signal) => {
      const start = Math.min(fromPage, pageCount - 1);
      const later = await searchPages(start, pageCount, []);
      // Hits before the starting page are found last, and put in front.
      return searchPages(0, start, later);

      async function searchPages(
        from: number,
        end: number,
        known: readonly FindHit[],
      ): Promise<readonly FindHit[]> {
        let hits: readonly FindHit[] = [];
        let page: number | null = from;
        while (page !== null && page < end && hits.length + known.length < hitLimit && !signal.aborted) {
          const at: number = page;
          const limit = hitLimit - known.length - hits.length;
          const find = (documentId: string) =>
            readerClient['reader.find']({
              documentId,
              query: isWhole ? '' : any[0]!,
              marks: isWhole ? [...any] : [],
              fromPage: at,
              limit,
            });
          try {
            const answer: Awaited<ReturnType<typeof find>> = await queue.ask(at, 'find', find, signal);
            page = answer.nextPage;
            const here = answer.hits.filter((hit) => hit.page < end);
            if (here.length === 0) continue;
            hits = [...hits, ...here];
            tell([...hits, ...known]);
          } catch (error) {
            // A page that cannot be read says so itself; the search goes on after it.
            if (!isAppError(error, 'PDF_PAGE_UNREADABLE')) break;
            page = at + 1;
          }
        }
        return [...hits, ...known];
      }
    };
  }, [queue, pageCount, any, isWhole, fromPage]);
  return useSearch(any.join(', '), search, !isWhole);
}
