import { useReaderNotes, type OpenItem } from '../../../client/index.ts';
import type { Finding } from '../find/use-finding.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import type { OpenDocument } from '../pages/use-document.ts';
import type { Pages } from '../pages/use-pages.ts';
import { HitsPanel } from './HitsPanel.tsx';
import { OutlinePanel } from './OutlinePanel.tsx';
import { SidePanel, type PanelTab } from './SidePanel.tsx';
import { ThumbnailsPanel } from './ThumbnailsPanel.tsx';

interface PdfPanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly document: OpenDocument;
  readonly documentId: string;
  /** Null for a file that was built. */
  readonly item: OpenItem | null;
  readonly queue: PageQueue;
  readonly shown: Pages;
  readonly finding: Finding;
}

/** What is beside the pages of a PDF: small pictures, its bookmarks, the hits, the notes on it. */
export function PdfPanel(props: PdfPanelProps) {
  const { document: opened, documentId, item, queue, shown, finding } = props;
  const { pages, outline, isOutlineCut = false, title } = opened;
  const notes = useReaderNotes();
  return (
    <SidePanel
      tab={props.tab}
      onTab={props.onTab}
      panels={{
        pages: (
          <ThumbnailsPanel
            title={title}
            queue={queue}
            pages={pages}
            turn={shown.arrangement.turn}
            current={shown.current}
            onGo={(page) => shown.go({ page, y: null })}
          />
        ),
        ...(outline.length > 0 && {
          bookmarks: (
            <OutlinePanel
              outline={outline}
              isCut={isOutlineCut}
              currentPage={shown.current}
              onGo={shown.go}
            />
          ),
        }),
        hits: (
          <HitsPanel
            pages={pages}
            find={finding.find}
            wanted={finding.wanted}
            currentHit={finding.hit}
            onChoose={finding.show}
          />
        ),
        ...(notes &&
          item && {
            notes: (
              <notes.SidePanel
                item={item}
                documentId={documentId}
                page={shown.current}
                onGo={(place) => 'page' in place && shown.go(place)}
              />
            ),
          }),
      }}
    />
  );
}
