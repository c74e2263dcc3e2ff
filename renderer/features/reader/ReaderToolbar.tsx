import { ArrowLeft, ArrowRight, Maximize2, PanelLeft, Printer, Search, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { commands } from '../../../shared/contract/commands.ts';
import { keysOf } from '../../client/index.ts';
import { IconButton } from '../../ui/index.ts';
import { findPage, fullSize, type PageShape } from './pages/page-layout.ts';
import type { Pages } from './pages/use-pages.ts';

interface ReaderToolbarProps {
  readonly title: string;
  readonly pages: readonly PageShape[];
  readonly shown: Pages;
  /** Null where the document has no bookmarks. */
  readonly outline: { readonly isOpen: boolean; readonly toggle: () => void } | null;
  readonly onFind: () => void;
  readonly onPrint: () => void;
}

/** What the document is, where in it one is, and how large. */
export function ReaderToolbar({ title, pages, shown, outline, onFind, onPrint }: ReaderToolbarProps) {
  const keys = (
    id: 'reader.find' | 'reader.print' | 'reader.zoomIn' | 'reader.zoomOut' | 'reader.fitWidth',
  ) => keysOf(commands[id].accelerator, window.forthwith.platform);
  return (
    <header className="shrink-0 border-b border-line bg-surface">
      <div className="flex h-11 items-center gap-1 px-2.5">
        {outline && (
          <IconButton
            label={outline.isOpen ? 'Hide bookmarks' : 'Show bookmarks'}
            icon={<PanelLeft />}
            aria-pressed={outline.isOpen}
            onPress={outline.toggle}
          />
        )}
        <h2 className="min-w-0 grow truncate px-1 font-semibold" title={title}>
          {title}
        </h2>
        <IconButton
          label="Find in document"
          icon={<Search />}
          shortcut={keys('reader.find')}
          onPress={onFind}
        />
        <IconButton label="Print" icon={<Printer />} shortcut={keys('reader.print')} onPress={onPrint} />
      </div>
      <div role="group" aria-label="Pages" className="flex h-9 items-center gap-0.5 px-2.5 pb-1.5">
        <IconButton
          size="small"
          label="Back"
          icon={<ArrowLeft />}
          shortcut={keysOf('Alt+←', window.forthwith.platform)}
          isDisabled={!shown.canGoBack}
          onPress={shown.back}
        />
        <IconButton
          size="small"
          label="Forward"
          icon={<ArrowRight />}
          shortcut={keysOf('Alt+→', window.forthwith.platform)}
          isDisabled={!shown.canGoForward}
          onPress={shown.forward}
        />
        <PageField pages={pages} current={shown.current} onGo={(page) => shown.go({ page, y: null })} />
        <span className="grow" />
        <IconButton
          size="small"
          label="Zoom out"
          icon={<ZoomOut />}
          shortcut={keys('reader.zoomOut')}
          onPress={() => shown.zoom(-1)}
        />
        <span className="w-11 text-center text-sm text-ink-soft tabular-nums" data-zoom>
          {Math.round((shown.layout.scale / fullSize) * 100)} %
        </span>
        <IconButton
          size="small"
          label="Zoom in"
          icon={<ZoomIn />}
          shortcut={keys('reader.zoomIn')}
          onPress={() => shown.zoom(1)}
        />
        <IconButton
          size="small"
          label="Fit width"
          icon={<Maximize2 />}
          shortcut={keys('reader.fitWidth')}
          aria-pressed={shown.isFit}
          onPress={shown.fit}
        />
      </div>
    </header>
  );
}

interface PageFieldProps {
  readonly pages: readonly PageShape[];
  readonly current: number;
  readonly onGo: (page: number) => void;
}

/** Says the page being read, by its label where it has one; takes a label or a number to go to. */
function PageField({ pages, current, onGo }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const label = pages[current]?.label ?? null;
  const present = label ?? String(current + 1);
  const submit = () => {
    const page = findPage(pages, typed ?? present);
    if (page === null) setMissing(typed);
    else {
      setMissing(null);
      setTyped(null);
      onGo(page);
    }
  };
  return (
    <div className="ml-1 flex min-w-0 items-center gap-1.5 text-sm text-ink-soft">
      <input
        aria-label="Page"
        aria-invalid={missing !== null}
        className="h-6 w-24 rounded-md border border-edge/80 bg-surface px-1.5 text-center text-ink tabular-nums outline-none focus:border-focus focus:ring-1 focus:ring-focus aria-invalid:border-danger"
        value={typed ?? present}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setMissing(null);
        }}
        onBlur={() => {
          setTyped(null);
          setMissing(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') submit();
          else if (event.key === 'Escape') setTyped(null);
          else return;
          event.stopPropagation();
          event.preventDefault();
        }}
      />
      {missing === null ? (
        <span className="truncate tabular-nums">
          {label ? `${current + 1} of ${pages.length}` : `of ${pages.length}`}
        </span>
      ) : (
        <span role="alert" className="truncate text-danger-ink">
          No page “{missing}”
        </span>
      )}
    </div>
  );
}
