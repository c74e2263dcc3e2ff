import { useCallback, useMemo } from 'react';
import { pageName, type PageShape } from '../pages/page-layout.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import { turnStyle, type Turn } from '../pages/turned.ts';
import { usePicture } from '../pages/use-picture.ts';
import { panelWords as words } from '../words.ts';
import { ThumbnailStore } from './thumbnail-store.ts';
import { VirtualList } from './VirtualList.tsx';

interface ThumbnailsPanelProps {
  readonly title: string;
  readonly queue: PageQueue;
  /** As the document has them, not turned. */
  readonly pages: readonly PageShape[];
  readonly turn: Turn;
  /** From 0. */
  readonly current: number;
  readonly onGo: (page: number) => void;
}

/** Width and height there are for a small picture, in CSS pixels. */
const room = { width: 118, height: 150 };
/** Around the picture, and the line of its label. */
const aroundPx = 40;

/** Small pictures of all pages. Arrows go along them and the pages follow. */
export function ThumbnailsPanel({ title, queue, pages, turn, current, onGo }: ThumbnailsPanelProps) {
  const store = useMemo(() => new ThumbnailStore(), [queue]);
  const heightOf = useCallback(
    (page: number) => sizeOf(pages[page]!, turn).shown.height + aroundPx,
    [pages, turn],
  );
  return (
    <VirtualList
      label={words.pagesOf(title, pages.length)}
      count={pages.length}
      heightOf={heightOf}
      nameOf={(page) => pageName(pages, page)}
      current={current}
      onChoose={onGo}
      className="px-2 py-1"
      draw={(page) => (
        <div className="flex h-full flex-col items-center justify-center gap-1">
          <Thumbnail queue={queue} store={store} page={page} shape={pages[page]!} turn={turn} />
          <span
            className={`max-w-full truncate px-1 text-sm tabular-nums ${page === current ? 'font-semibold text-ink' : 'text-ink-soft'}`}
          >
            {pages[page]!.label ?? page + 1}
          </span>
        </div>
      )}
    />
  );
}

function sizeOf(shape: PageShape, turn: Turn) {
  const [width, height] = turn % 2 === 0 ? [shape.width, shape.height] : [shape.height, shape.width];
  const scale = Math.min(room.width / width, room.height / height);
  return {
    scale,
    own: { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) },
    shown: { width: Math.round(width * scale), height: Math.round(height * scale) },
  };
}

interface ThumbnailProps {
  readonly queue: PageQueue;
  readonly store: ThumbnailStore;
  readonly page: number;
  readonly shape: PageShape;
  readonly turn: Turn;
}

function Thumbnail({ queue, store, page, shape, turn }: ThumbnailProps) {
  const { scale, own, shown } = sizeOf(shape, turn);
  const { canvas, drawn } = usePicture(queue, page, scale, { small: store });
  return (
    <span
      className="relative block bg-white shadow-[0_0_0_1px_rgb(0_0_0/18%)] forced-color-adjust-none"
      style={shown}
    >
      <canvas
        ref={canvas}
        aria-hidden
        className="absolute top-0 left-0"
        style={turnStyle(turn, own.width, own.height)}
      />
      {/* The page itself says what is wrong with it. */}
      {typeof drawn === 'object' && (
        <span className="absolute inset-0 flex items-center justify-center text-sm text-[#9c1f18]">
          {words.notShown}
        </span>
      )}
    </span>
  );
}
