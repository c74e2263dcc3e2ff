import { useCallback, useMemo } from 'react';
import type { FindHit } from '../../../../shared/contract/reader.ts';
import { findWords, type WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { formatCount } from '../../../client/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import type { Found } from '../find/use-search.ts';
import { pageName, type PageShape } from '../pages/page-layout.ts';
import { panelWords as words } from '../words.ts';
import { placeInSnippet } from './place-in-snippet.ts';
import { VirtualList } from './VirtualList.tsx';

interface HitsPanelProps {
  readonly pages: readonly PageShape[];
  readonly find: Found<FindHit>;
  readonly wanted: WantedWords;
  readonly currentHit: FindHit | undefined;
  readonly onChoose: (hit: FindHit) => void;
}

const hitPx = 46;
const headingPx = 26;

/** All places where the words looked for occur, page by page. Arrows go along them and the pages follow. */
export function HitsPanel({ pages, find, wanted, currentHit, onChoose }: HitsPanelProps) {
  const { hits, isSearching, isCut, query } = find;
  /** How many hits the page of a hit has, at the first of them; 0 at the others. */
  const begins = useMemo(() => {
    const counts = new Map<number, number>();
    for (const { page } of hits) counts.set(page, (counts.get(page) ?? 0) + 1);
    return hits.map(({ page }, index) => (hits[index - 1]?.page === page ? 0 : (counts.get(page) ?? 0)));
  }, [hits]);
  const ordinals = useMemo(() => {
    let ordinal = 0;
    return begins.map((count) => (ordinal = count > 0 ? 0 : ordinal + 1));
  }, [begins]);
  const heightOf = useCallback((index: number) => hitPx + (begins[index]! > 0 ? headingPx : 0), [begins]);
  if (query === '') return <EmptyState title={words.noSearch}>{words.noSearchHelp}</EmptyState>;
  const status = isSearching
    ? words.searching(formatCount(hits.length, 'hit'))
    : isCut
      ? words.cut(formatCount(hits.length, 'hit'))
      : words.found(
          formatCount(hits.length, 'hit'),
          formatCount(begins.filter((count) => count > 0).length, 'page'),
        );
  return (
    <>
      <p
        role="status"
        className="shrink-0 border-b border-line px-3 py-1.5 text-sm text-ink-soft tabular-nums"
      >
        {hits.length === 0 && !isSearching ? words.none(query) : status}
      </p>
      {hits.length > 0 && (
        <VirtualList
          label={words.hitsFor(query, formatCount(hits.length, 'hit'))}
          count={hits.length}
          heightOf={heightOf}
          nameOf={(index) => `${pageName(pages, hits[index]!.page)}: ${hits[index]!.snippet}`}
          current={currentHit ? hits.indexOf(currentHit) : -1}
          onChoose={(index) => onChoose(hits[index]!)}
          className="px-1.5 py-1"
          drawHeading={(index) =>
            begins[index]! > 0 && (
              <div
                className="flex items-end justify-between gap-2 px-1.5 pb-0.5 text-sm font-semibold text-ink-soft tabular-nums"
                style={{ height: headingPx }}
              >
                <span className="truncate">
                  {words.page(hits[index]!.page + 1, pages[hits[index]!.page]?.label ?? null)}
                </span>
                <span className="font-normal">{begins[index]}</span>
              </div>
            )
          }
          draw={(index) => (
            <span className="line-clamp-2 px-1.5 py-0.5 text-sm wrap-anywhere">
              <Snippet text={hits[index]!.snippet} wanted={wanted} ordinal={ordinals[index]!} />
            </span>
          )}
        />
      )}
    </>
  );
}

/**
 * The words around a hit, with those looked for highlighted.
 *
 * @param ordinal which hit of its page it is, from 0
 */
function Snippet({ text, wanted, ordinal }: { text: string; wanted: WantedWords; ordinal: number }) {
  const place = placeInSnippet(findWords(text, wanted), text, ordinal);
  if (!place) return text;
  return (
    <>
      {text.slice(0, place.from)}
      <strong className="font-semibold text-accent-text">{text.slice(place.from, place.to)}</strong>
      {text.slice(place.to)}
    </>
  );
}
