import { useEffect, useMemo, useState } from 'react';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import type { ReadParts } from './part-store.ts';

/** A place where the words occur: the part, from 1, and which of the places in it, from 0. */
export interface PartHit {
  readonly part: number;
  readonly index: number;
}

export interface FindInParts {
  readonly query: string;
  readonly hits: readonly PartHit[];
  readonly isSearching: boolean;
  readonly isCut: boolean;
}

const nothing: FindInParts = { query: '', hits: [], isSearching: false, isCut: false };
const hitLimit = 2_000;
const together = 50;
/** Typing goes on before a search begins. Milliseconds. */
const pauseMs = 150;

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
): FindInParts {
  const [find, setFind] = useState<FindInParts>(nothing);
  const query = wanted.any.join(' ');
  useEffect(() => {
    if (query === '') {
      setFind(nothing);
      return undefined;
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => void search(), pauseMs);
    async function search(): Promise<void> {
      const hits: PartHit[] = [];
      setFind({ ...nothing, query, isSearching: true });
      for (let from = 1; from <= total && hits.length < hitLimit; from += together) {
        let parts: Awaited<ReturnType<ReadParts>> = [];
        try {
          parts = await read(from, together);
        } catch {
          // What cannot be read says so itself where it is shown; the search goes on after it.
        }
        if (stop.signal.aborted) return;
        for (const { page, text } of parts) {
          const places = Math.min(count(page, text), hitLimit - hits.length);
          for (let index = 0; index < places; index += 1) hits.push({ part: page, index });
        }
        setFind({ query, hits: [...hits], isSearching: true, isCut: false });
      }
      setFind({ query, hits, isSearching: false, isCut: hits.length >= hitLimit });
    }
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [total, read, query, count]);
  return useMemo(() => (query === '' ? nothing : find), [find, query]);
}
