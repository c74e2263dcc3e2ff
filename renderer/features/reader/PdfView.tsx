import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Destination, PageLink, ReaderSource } from '../../../shared/contract/reader.ts';
import { isEditing, showError, useCommand, useViewState } from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { copyText } from './select/copy-text.ts';
import { FindBar } from './find/FindBar.tsx';
import { ItemStrip } from './frame/ItemStrip.tsx';
import { OutlinePanel } from './panel/OutlinePanel.tsx';
import { pageName } from './pages/page-layout.ts';
import type { PageQueue } from './pages/page-queue.ts';
import { PageView } from './pages/PageView.tsx';
import { RecognitionBar, useRecognition } from './RecognitionBar.tsx';
import { ReaderToolbar } from './ReaderToolbar.tsx';
import type { OpenDocument } from './pages/use-document.ts';
import { hitsByPage } from './find/use-find.ts';
import { useFinding } from './find/use-finding.ts';
import { usePages } from './pages/use-pages.ts';

interface PdfViewProps {
  readonly document: OpenDocument;
  readonly queue: PageQueue;
  readonly source: ReaderSource;
  /** Page to begin on, from 0. */
  readonly startPage: number;
  /** A page asked for while the document was shown already, from 0; a new object each time it is asked for. */
  readonly asked: { readonly page: number } | null;
  /** Words to mark, as a search found them; a new list each time it is asked for. */
  readonly marks: readonly string[];
  readonly onMove: (page: number) => void;
}

const remembered = { zoom: null as number | null, hasOutline: false };

/** A PDF or a picture: its pages under one another, what can be looked up in it, and the way about. */
export function PdfView({ document, queue, source, startPage, asked, marks, onMove }: PdfViewProps) {
  const { pages, outline } = document;
  const [view, change] = useViewState('reader', remembered);
  const { zoom, hasOutline } = view;
  const onZoom = useCallback((next: number | null) => change({ zoom: next }), [change]);
  const shown = usePages({ pages, queue, startPage, zoom, onMove, onZoom });

  const finding = useFinding({ queue, shown, pageCount: pages.length, asked, startPage, marks });
  const { find, step, currentHit, findField } = finding;
  const item = 'evidenceId' in source ? source : null;
  const recognition = useRecognition(item);
  const byPage = useMemo(() => hitsByPage(find.hits), [find.hits]);
  const openFind = finding.open;
  const closeFind = () => {
    finding.close();
    shown.scroller.current?.focus();
  };
  const print = () => {
    window.forthwith.print(source).catch(showError);
  };
  useCommand('reader.find', openFind);
  useCommand('reader.zoomIn', () => shown.zoom(1));
  useCommand('reader.zoomOut', () => shown.zoom(-1));
  useCommand('reader.fitWidth', shown.fit);
  useCommand('reader.print', print);

  const { go } = shown;
  const goRef = useRef(go);
  goRef.current = go;
  const firstAsked = useRef(asked);
  useEffect(() => {
    if (asked && asked !== firstAsked.current) goRef.current({ page: asked.page, y: null });
  }, [asked]);
  const follow = useCallback(({ destination, uri }: PageLink) => {
    if (destination) goRef.current(destination);
    else if (uri) {
      showToast({
        message: `This link leads out of Forthwith: ${uri}`,
        action: { label: 'Copy address', onAction: () => copyText(uri) },
      });
    }
  }, []);
  const nameOf = useCallback(({ page }: Destination) => pageName(pages, page), [pages]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (event.key === 'ArrowLeft') shown.back();
      else if (event.key === 'ArrowRight') shown.forward();
      else return;
    } else if (isEditing(event.target as Element)) return;
    else if (event.key === '+' || event.key === '=') shown.zoom(1);
    else if (event.key === '-') shown.zoom(-1);
    else if (event.key === '0') shown.fit();
    else return;
    event.preventDefault();
  };

  const inDocument: number[] = [];
  for (let page = shown.first; page <= shown.last; page += 1) inDocument.push(page);

  return (
    <div className="flex h-full min-h-0 flex-col" onKeyDown={onKeyDown}>
      <ReaderToolbar
        title={document.title}
        pages={pages}
        shown={shown}
        outline={
          outline.length > 0
            ? { isOpen: hasOutline, toggle: () => change({ hasOutline: !hasOutline }) }
            : null
        }
        onFind={openFind}
        onPrint={print}
      />
      {item && <ItemStrip source={item} />}
      {item && <RecognitionBar source={item} recognition={recognition} page={shown.current + 1} />}
      {finding.isOpen && (
        <FindBar
          inputRef={findField}
          query={finding.query}
          isMarking={finding.isMarking}
          onQuery={finding.setQuery}
          find={find}
          position={finding.position}
          onStep={step}
          onClose={closeFind}
        />
      )}
      <div className="flex min-h-0 grow">
        {hasOutline && outline.length > 0 && (
          <OutlinePanel outline={outline} currentPage={shown.current} onGo={shown.go} />
        )}
        <div
          ref={shown.scroller}
          role="region"
          aria-label={`Pages of ${document.title}`}
          tabIndex={0}
          className="relative min-w-0 grow overflow-auto bg-paper-ground outline-offset-[-2px]"
          data-current-page={shown.current + 1}
        >
          <div
            className="relative min-w-full"
            style={{ width: `${shown.layout.width}px`, height: `${shown.layout.height}px` }}
          >
            {inDocument.map((page) => (
              <PageView
                key={page}
                queue={queue}
                page={page}
                name={pageName(pages, page)}
                shape={pages[page]!}
                scale={shown.layout.scales[page]!}
                top={shown.layout.tops[page]!}
                hits={byPage.get(page)}
                textVersion={recognition.version}
                currentHit={currentHit?.page === page ? currentHit : undefined}
                onFollow={follow}
                nameOf={nameOf}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
