import type { FindHit } from '../../../../shared/contract/reader.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import type { Pages } from '../pages/use-pages.ts';
import { useFindBar, type FindBarState } from './use-find-bar.ts';
import { useFind } from './use-find.ts';
import type { Found } from './use-search.ts';
import { useSteps, type Steps } from './use-steps.ts';

export interface Finding extends FindBarState, Steps<FindHit> {
  readonly find: Found<FindHit>;
}

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
  const bar = useFindBar(marks);
  const markPage = bar.isMarking ? (asked?.page ?? startPage) : 0;
  const find = useFind(queue, pageCount, bar.wanted, markPage);
  const steps = useSteps(bar, find.hits, {
    led: find.hits.find(({ page }) => page >= markPage),
    isAhead: ({ page }) => page >= shown.current,
    reveal: ({ page, rects: [rect] }) => rect && shown.reveal(page, rect),
  });
  return { ...bar, ...steps, find };
}
