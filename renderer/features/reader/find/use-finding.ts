import { useEffect, useMemo, useRef } from 'react';
import type { FindHit } from '../../../../shared/contract/reader.ts';
import type { WantedWords } from '../../../../shared/domain/search/find-words.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import { nextHit } from './hits.ts';
import { useAskedWords, type AskedWords } from './use-asked-words.ts';
import { useFind } from './use-find.ts';
import type { Found } from './use-search.ts';
import type { Pages } from '../pages/use-pages.ts';

export interface Finding extends Omit<AskedWords<FindHit>, 'typed' | 'given' | 'chosen'> {
  readonly find: Found<FindHit>;
  /** The same words, for marking them in a text. */
  readonly wanted: WantedWords;
  readonly currentHit: FindHit | undefined;
  /** Which hit is shown, from 1; null before one was chosen. */
  readonly position: number | null;
  readonly step: (direction: 1 | -1) => void;
}

const none: readonly string[] = [];

/** Looking for words in a document: typed into its find bar, or handed over by a search with the page to begin on. */
export function useFinding({
  queue,
  shown,
  pageCount,
  asked,
  startPage,
  marks,
}: {
  readonly queue: PageQueue;
  readonly shown: Pages;
  readonly pageCount: number;
  readonly asked: { readonly page: number } | null;
  readonly startPage: number;
  readonly marks: readonly string[];
}): Finding {
  // Marks handed over again, for the same document or another page of it, replace what was typed.
  const words = useAskedWords<FindHit>(marks);
  const { isOpen, isMarking, typed, given, chosen } = words;
  const markPage = isMarking ? (asked?.page ?? startPage) : 0;
  const find = useFind(queue, pageCount, {
    query: isOpen ? typed : '',
    marks: isOpen ? given : none,
    fromPage: markPage,
  });

  const wanted = useMemo<WantedWords>(
    () => (isMarking ? { any: given, isWhole: true } : { any: [typed.trim()], isWhole: false }),
    [isMarking, given, typed],
  );
  const { hits } = find;
  const at = chosen ? hits.indexOf(chosen) : -1;
  const index = at === -1 ? null : at;
  const show = (hit: FindHit) => {
    words.choose(hit);
    if (hit.rects[0]) shown.reveal(hit.page, hit.rects[0]);
  };
  // The first hit on the page a search led to is shown at once; and again once the words were looked for again.
  const first = isMarking && index === null ? hits.find(({ page }) => page >= markPage) : undefined;
  const showRef = useRef(show);
  showRef.current = show;
  useEffect(() => {
    if (first) showRef.current(first);
  }, [first]);

  return {
    ...words,
    find,
    wanted,
    choose: show,
    currentHit: index === null ? undefined : hits[index],
    position: index === null ? null : index + 1,
    step: (direction) => {
      if (hits.length > 0) show(hits[nextHit(hits, index, direction, ({ page }) => page >= shown.current)]!);
    },
  };
}
