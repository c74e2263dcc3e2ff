import { useMemo } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import { handOverToPrint, showError, useReaderNotes } from '../../client/index.ts';
import { SplitPane } from '../../ui/index.ts';
import { AreaPicker } from './call-out/AreaPicker.tsx';
import { CallOut } from './call-out/CallOut.tsx';
import { useCallOut } from './call-out/use-call-out.ts';
import { useDeskPlace } from './desk/side-context.ts';
import { FindBar } from './find/FindBar.tsx';
import { useFinding } from './find/use-finding.ts';
import { ItemStrip } from './frame/ItemStrip.tsx';
import type { Place } from './pages/page-layout.ts';
import type { PageQueue } from './pages/page-queue.ts';
import { PageArea } from './pages/PageArea.tsx';
import type { OpenDocument } from './pages/use-document.ts';
import { useLinks } from './pages/use-links.ts';
import { usePageKeys } from './pages/use-page-keys.ts';
import { usePages } from './pages/use-pages.ts';
import { PdfPanel } from './panel/PdfPanel.tsx';
import { usePanel, usualPanelWidth } from './panel/use-panel.ts';
import { PdfCommands } from './PdfCommands.tsx';
import { ReaderToolbar } from './ReaderToolbar.tsx';
import { RecognitionBar, useRecognition } from './RecognitionBar.tsx';
import { useCite } from './select/use-cite.ts';
import { useSelectedWords } from './select/use-selected-words.ts';
import { useArrangement } from './use-arrangement.ts';
import { panelWords } from './words.ts';

interface PdfViewProps {
  readonly document: OpenDocument;
  readonly documentId: string;
  readonly queue: PageQueue;
  readonly source: ReaderSource;
  /** Where to begin. */
  readonly start: Place;
  /** A page asked for while the document was shown already, from 0; a new object each time it is asked for. */
  readonly asked: { readonly page: number } | null;
  /** Words to mark, as a search found them; a new list each time it is asked for. */
  readonly marks: readonly string[];
  readonly onMove: (place: Place) => void;
}

/** A PDF or a picture: its pages, what can be looked up in it, and navigation. */
export function PdfView(props: PdfViewProps) {
  const { document: opened, documentId, queue, source, start, asked, marks, onMove } = props;
  const { pages, title } = opened;
  const { isPresenting } = useDeskPlace();
  const panel = usePanel();
  const arranging = useArrangement();
  const arrangement = useMemo(
    () =>
      isPresenting
        ? ({ ...arranging.arrangement, view: 'single', zoom: 'page' } as const)
        : arranging.arrangement,
    [arranging.arrangement, isPresenting],
  );
  const shown = usePages({ pages, queue, start, arrangement, onMove, onZoom: arranging.setZoom });
  const { turn } = arrangement;
  const finding = useFinding({ queue, shown, pageCount: pages.length, asked, startPage: start.page, marks });
  const { find, hit: currentHit } = finding;
  const item = 'evidenceId' in source ? source : null;
  const recognition = useRecognition(item);
  const notes = useReaderNotes();
  const noted = useMemo(
    () => (item ? { item, documentId } : null),
    [item?.matterId, item?.evidenceId, documentId],
  );
  const selecting = useSelectedWords(shown.scroller);
  const { selected } = selecting;
  const cite = useCite(source, title, pages);
  const callOut = useCallOut({ scroller: shown.scroller, pages, turn, cite, readNow: selecting.readNow });
  const closeFind = () => {
    finding.close();
    shown.scroller.current?.focus();
  };
  const print = () => void handOverToPrint(source, `“${title}”`).catch(showError);
  const isPanelShown = panel.isOpen && !isPresenting;
  const links = useLinks(pages, shown.go, asked);
  const keys = usePageKeys(shown);

  return (
    <div
      className="flex h-full min-h-0 flex-col"
      onKeyDown={keys.onDocumentKeyDown}
      onMouseUp={keys.onDocumentMouseUp}
    >
      <PdfCommands
        shown={shown}
        arranging={arranging}
        hit={currentHit}
        onFind={finding.open}
        onPrint={print}
        onPanel={panel.toggle}
        onHits={() => panel.open('hits')}
        onCallOut={callOut.begin}
        onCopyWithCite={() => void cite.copy(selecting.readNow())}
      />
      {!isPresenting && (
        <>
          <ReaderToolbar
            title={title}
            pages={pages}
            shown={shown}
            panel={panel}
            onFind={finding.open}
            onPrint={print}
          >
            {notes && item && <notes.Tools item={item} documentId={documentId} page={shown.current} />}
          </ReaderToolbar>
          {item && <ItemStrip source={item} />}
          {item && <RecognitionBar source={item} recognition={recognition} page={shown.current + 1} />}
        </>
      )}
      {finding.isOpen && (
        <FindBar
          asked={finding}
          find={find}
          position={finding.position}
          onStep={finding.step}
          onList={() => panel.open('hits')}
          onClose={closeFind}
        >
          {notes && item && (
            <notes.FindTools
              item={item}
              query={finding.isMarking ? '' : finding.query.trim()}
              hits={find.isSearching ? [] : find.hits}
            />
          )}
        </FindBar>
      )}
      <div className="min-h-0 grow">
        <SplitPane
          label={panelWords.width}
          sized="start"
          // The pages keep their state, with the panel or without it.
          hidden={isPanelShown ? null : 'start'}
          size={panel.width}
          onSizeChange={panel.setWidth}
          minSize={150}
          maxSize={560}
          defaultSize={usualPanelWidth}
          minRest={160}
          start={
            // Notes written in it are stored when it closes.
            isPanelShown && (
              <PdfPanel
                tab={panel.tab}
                onTab={panel.open}
                document={opened}
                documentId={documentId}
                item={item}
                queue={queue}
                shown={shown}
                finding={finding}
              />
            )
          }
          end={
            <PageArea
              document={opened}
              queue={queue}
              shown={shown}
              keys={keys}
              hits={find.hits}
              currentHit={currentHit}
              selectedPages={selected?.parts.map(({ page }) => page) ?? []}
              noted={noted}
              textVersion={recognition.version}
              isPresenting={isPresenting}
              onFollow={links.follow}
              nameOf={links.nameOf}
            >
              {callOut.isPicking && <AreaPicker onPick={callOut.pick} onLeave={callOut.leave} />}
            </PageArea>
          }
        />
      </div>
      {notes && item && selected && !callOut.passage && (
        <notes.SelectionTools
          item={item}
          documentId={documentId}
          selection={selected}
          readNow={selecting.readNow}
          onDone={selecting.clear}
        />
      )}
      {callOut.passage && (
        <CallOut
          queue={queue}
          passage={callOut.passage}
          shape={pages[callOut.passage.page]!}
          turn={turn}
          cite={callOut.cite}
          onClose={callOut.close}
        />
      )}
    </div>
  );
}
