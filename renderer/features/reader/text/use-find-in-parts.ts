import { useMemo } from 'react';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { hitLimit, useSearch, type Found, type Search } from '../find/use-search.ts';
import type { ReadParts } from './part-store.ts';

/** A place where the words occur: the part, from 1, and which of the places in it, from 0. */
export interface PartHit {
  readonly part: number;
  readonly index: number;
}

/** Parts that are read together. */
const together = 50;

/**
 * Looks for words in all parts of a text, a few at a time, and reports what it has as it goes.
 *
 * @param count how often the words occur in a part
 */
export function useFindInParts(
  total: number,
  read: ReadParts,
  wanted: WantedWords,
  count: (part: number, text: string) => number,
): Found<PartHit> {
  const query = wanted.any.join(' ');
  const search = useMemo((): Search<PartHit> | null => {
    if (query === '') return null;
    return async (tell, signal) => {
      const hits: PartHit[] = [];
      for (let from = 1; from <= total && hits.length < hitLimit && !signal.aborted; from += together) {
        let parts: Awaited<ReturnType<ReadParts>> = [];
        try {
          parts = await read(from, together);
        } catch {
          // What cannot be read says so itself where it is shown; the search goes on after it.
        }
        for (const { page, text } of parts) {
          const places = Math.min(count(page, text), hitLimit - hits.length);
          for (let index = 0; index < places; index += 1) hits.push({ part: page, index });
        }
        tell([...hits]);
      }
      return hits;
    };
  }, [total, read, query, count]);
  return useSearch(query, search);
}
