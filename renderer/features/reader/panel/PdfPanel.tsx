import type { ReactNode } from 'react';
import { useReaderNotes, type OpenItem } from '../../../client/index.ts';
import { Tabs } from '../../../ui/index.ts';
import type { Finding } from '../find/use-finding.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import type { OpenDocument } from '../pages/use-document.ts';
import type { Pages } from '../pages/use-pages.ts';
import { panelWords as words } from '../words.ts';
import { HitsPanel } from './HitsPanel.tsx';
import { OutlinePanel } from './OutlinePanel.tsx';
import { ThumbnailsPanel } from './ThumbnailsPanel.tsx';

export type PanelTab = 'pages' | 'bookmarks' | 'hits' | 'notes';

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
  const { tab, document: opened, documentId, item, queue, shown, finding } = props;
  const { pages, outline, isOutlineCut = false, title } = opened;
  const notes = useReaderNotes();
  /** What there is for this document; what is null has no tab. */
  const panels: Readonly<Record<PanelTab, ReactNode>> = {
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
    bookmarks:
      outline.length === 0 ? null : (
        <OutlinePanel outline={outline} isCut={isOutlineCut} currentPage={shown.current} onGo={shown.go} />
      ),
    hits: (
      <HitsPanel
        pages={pages}
        find={finding.find}
        wanted={finding.wanted}
        currentHit={finding.hit}
        onChoose={finding.show}
      />
    ),
    notes: notes && item && (
      <notes.SidePanel
        item={item}
        documentId={documentId}
        page={shown.current}
        onGo={(place) => 'page' in place && shown.go(place)}
      />
    ),
  };
  const there = (Object.keys(panels) as PanelTab[]).filter((each) => panels[each] !== null);
  return (
    <section aria-label={words.label} className="flex h-full min-h-0 flex-col bg-sidebar">
      <Tabs
        label={words.label}
        value={there.includes(tab) ? tab : 'pages'}
        onChange={props.onTab}
        tabs={there.map((each) => ({
          value: each,
          label: words[each],
          content: <div className="flex h-full min-h-0 flex-col">{panels[each]}</div>,
        }))}
      />
    </section>
  );
}
