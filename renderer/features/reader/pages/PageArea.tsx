import { useMemo, type ReactNode } from 'react';
import type { Destination, FindHit, PageLink } from '../../../../shared/contract/reader.ts';
import { words } from '../words.ts';
import { pageName } from './page-layout.ts';
import type { PageQueue } from './page-queue.ts';
import { PageView, type NotedDocument } from './PageView.tsx';
import type { OpenDocument } from './use-document.ts';
import type { usePageKeys } from './use-page-keys.ts';
import type { Pages } from './use-pages.ts';

interface PageAreaProps {
  readonly document: OpenDocument;
  readonly queue: PageQueue;
  readonly shown: Pages;
  readonly keys: ReturnType<typeof usePageKeys>;
  readonly hits: readonly FindHit[];
  readonly currentHit: FindHit | undefined;
  /** Pages with selected words, which would be lost with the page. */
  readonly selectedPages: readonly number[];
  /** Null where there can be no notes. */
  readonly noted: NotedDocument | null;
  readonly textVersion: number;
  readonly isPresenting: boolean;
  readonly onFollow: (link: PageLink) => void;
  readonly nameOf: (destination: Destination) => string;
  /** What is shown over the pages. */
  readonly children: ReactNode;
}

/** Pages beyond those in sight that stay in the document at most while words on them are selected. */
const mostHeld = 12;

/** The pages of a document, where they are scrolled. */
export function PageArea(props: PageAreaProps) {
  const { queue, shown, keys, hits, currentHit, isPresenting } = props;
  const { pages, title } = props.document;
  const { layout, arrangement } = shown;
  const byPage = useMemo(() => Map.groupBy(hits, ({ page }) => page), [hits]);
  return (
    <div className="relative h-full min-h-0 min-w-0">
      <div
        ref={shown.scroller}
        role="region"
        aria-label={words.pagesOf(title)}
        tabIndex={0}
        className={`absolute inset-0 overflow-auto bg-paper-ground outline-offset-[-2px] ${isPresenting ? 'outline-none' : ''}`}
        data-pages
        data-current-page={shown.current + 1}
        onKeyDown={keys.onKeyDown}
        onWheel={keys.onWheel}
      >
        <div
          className="relative min-w-full overflow-clip"
          style={{ width: layout.width, height: layout.height }}
        >
          {pagesInDocument(shown, props.selectedPages).map((page) => (
            <PageView
              key={page}
              queue={queue}
              page={page}
              name={pageName(pages, page)}
              shape={pages[page]!}
              turn={arrangement.turn}
              scale={layout.scales[page]!}
              top={layout.tops[page]!}
              left={layout.lefts[page]!}
              isHidden={arrangement.view === 'single' && page !== shown.current}
              hits={byPage.get(page)}
              noted={props.noted}
              textVersion={props.textVersion}
              currentHit={currentHit?.page === page ? currentHit : undefined}
              onFollow={props.onFollow}
              nameOf={props.nameOf}
            />
          ))}
        </div>
      </div>
      {props.children}
    </div>
  );
}

/** Pages that are in the document: in sight or drawn ahead, and those with selected words. */
function pagesInDocument(shown: Pages, selectedPages: readonly number[]): readonly number[] {
  const there = new Set<number>();
  for (let page = shown.drawnFirst; page <= shown.drawnLast; page += 1) there.add(page);
  const held = selectedPages.length > 0 && shown.arrangement.view !== 'single' ? selectedPages : [];
  for (const page of held.slice(0, mostHeld)) there.add(page);
  return [...there].toSorted((a, b) => a - b);
}
