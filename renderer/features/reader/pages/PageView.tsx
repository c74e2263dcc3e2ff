import { memo, useEffect, useState, type CSSProperties } from 'react';
import type { Destination, FindHit, PageLink, TextRun } from '../../../../shared/contract/reader.ts';
import { messageOf, readerClient, useReaderNotes, type OpenItem } from '../../../client/index.ts';
import { Button, buttonWords } from '../../../ui/index.ts';
import { pageWords as words } from '../words.ts';
import type { PageShape } from './page-layout.ts';
import type { PageQueue } from './page-queue.ts';
import { rectStyle } from './text-shape.ts';
import { TextLayer } from './TextLayer.tsx';
import { turnStyle, type Turn } from './turned.ts';
import { quietMs, useHasLasted } from './use-has-lasted.ts';
import { usePicture } from './use-picture.ts';

/** The item a page belongs to, where notes can be made on it. */
export interface NotedDocument {
  readonly item: OpenItem;
  readonly documentId: string;
}

interface PageViewProps {
  readonly queue: PageQueue;
  readonly page: number;
  readonly name: string;
  /** As the document has it, not turned. */
  readonly shape: PageShape;
  readonly turn?: Turn;
  /** CSS pixels a point. */
  readonly scale: number;
  readonly top: number;
  /** How far right of the middle it begins, in CSS pixels; centered where it is left out. */
  readonly left?: number;
  /** Drawn ahead, hidden. */
  readonly isHidden?: boolean;
  readonly hits: readonly FindHit[] | undefined;
  readonly currentHit: FindHit | undefined;
  /** Null where there can be no notes. */
  readonly noted?: NotedDocument | null;
  /** Increases when its text may have been recognized again. */
  readonly textVersion: number;
  readonly onFollow: (link: PageLink) => void;
  readonly nameOf: (destination: Destination) => string;
  /** Called once its picture is there, or cannot be drawn. */
  readonly onDrawn?: () => void;
}

/** One page: its picture, and over it its notes, its text, its links and what was found. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { queue, page, name, shape, turn = 0, scale, top, left, isHidden = false } = props;
  const { hits, currentHit, noted = null, textVersion, onFollow, nameOf } = props;
  const { canvas, drawn, retry } = usePicture(queue, page, scale);
  const { onDrawn } = props;
  useEffect(() => {
    if (drawn !== 'waiting') onDrawn?.();
  }, [drawn, onDrawn]);
  const runs = useOfPage(queue, page, 'text', readerClient['reader.text'], noRuns, textVersion);
  const links = useOfPage(queue, page, 'links', readerClient['reader.links'], noLinks);
  const notes = useReaderNotes();
  const [width, height] = [Math.round(shape.width * scale), Math.round(shape.height * scale)];
  const [shownWidth, shownHeight] = turn % 2 === 0 ? [width, height] : [height, width];
  // What is over the picture is laid out in points and scaled with it.
  const overlay = {
    width: `${shape.width}px`,
    height: `${shape.height}px`,
    transform: `scale(${width / shape.width}, ${height / shape.height})`,
  };
  // Scaled in another way: what is drawn there blends with the picture, as a highlighter's ink does.
  const noteLayer: CSSProperties = { width: overlay.width, height: overlay.height, zoom: scale };
  const isFailed = typeof drawn === 'object';

  return (
    <section
      aria-label={name}
      aria-busy={drawn === 'waiting'}
      data-page={page + 1}
      data-drawn={drawn === 'drawn'}
      inert={isHidden}
      className={`absolute left-1/2 isolate bg-white shadow-[0_1px_3px_rgb(0_0_0/22%)] forced-color-adjust-none ${isHidden ? 'invisible' : ''}`}
      style={{ top, width: shownWidth, height: shownHeight, marginLeft: left ?? -shownWidth / 2 }}
    >
      <div data-turn={turn} className="absolute top-0 left-0" style={turnStyle(turn, width, height)}>
        <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
        {hits && (
          <div className="absolute top-0 left-0 origin-top-left mix-blend-multiply" style={overlay}>
            {hits.map((hit, index) => (
              <HitMark key={index} hit={hit} isCurrent={hit === currentHit} />
            ))}
          </div>
        )}
        {notes && noted && !isFailed && (
          <div data-note-layer className="absolute top-0 left-0" style={noteLayer}>
            <notes.PageLayer
              item={noted.item}
              documentId={noted.documentId}
              page={page}
              shape={shape}
              textVersion={textVersion}
            />
          </div>
        )}
        <div className="pointer-events-none absolute top-0 left-0 origin-top-left" style={overlay}>
          <TextLayer runs={runs} />
          {links.map((link, index) => (
            <button
              key={index}
              type="button"
              className="pointer-events-auto absolute cursor-pointer rounded-[1px] hover:bg-[rgb(35_85_159/14%)]"
              style={rectStyle(link.rect)}
              title={link.uri ?? undefined}
              aria-label={link.destination ? `Go to ${nameOf(link.destination)}` : `Address ${link.uri}`}
              onClick={() => onFollow(link)}
            />
          ))}
        </div>
      </div>
      {drawn === 'waiting' && <PageWait page={page} />}
      {isFailed && <PageFailure name={name} error={drawn.error} onRetry={retry} />}
    </section>
  );
});

const noRuns: readonly TextRun[] = [];
const noLinks: readonly PageLink[] = [];

/** Text or links of a page, once for each version. A page whose text cannot be read is still shown. */
function useOfPage<T>(
  queue: PageQueue,
  page: number,
  need: 'text' | 'links',
  read: (input: { documentId: string; page: number }) => Promise<readonly T[]>,
  none: readonly T[],
  version = 0,
): readonly T[] {
  const [found, setFound] = useState(none);
  useEffect(() => {
    const stop = new AbortController();
    queue
      .ask(page, need, (documentId) => read({ documentId, page }), stop.signal)
      .then(
        (items) => {
          if (!stop.signal.aborted) setFound(items);
        },
        () => undefined,
      );
    return () => stop.abort();
  }, [queue, page, need, read, version]);
  return found;
}

/** A page that takes this long may be one that never ends. Milliseconds. */
const longMs = 4_000;

function PageWait({ page }: { page: number }) {
  const [isQuiet, isLong] = [!useHasLasted(quietMs), useHasLasted(longMs)];
  if (isQuiet) return null;
  return (
    <p className="absolute inset-x-4 top-1/3 text-center text-[#545c69]" role="status">
      {isLong ? words.takesLong(page + 1) : words.drawing(page + 1)}
    </p>
  );
}

/** Names the page that cannot be shown; all others can be read on. */
function PageFailure({ name, error, onRetry }: { name: string; error: unknown; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="absolute inset-0 z-10 flex flex-col items-center justify-center gap-3 overflow-auto bg-surface p-6 text-center text-ink"
    >
      <p className="font-semibold">{name}</p>
      <p data-selectable className="max-w-80">
        {messageOf(error)}
      </p>
      <Button size="small" onPress={onRetry}>
        {buttonWords.tryAgain}
      </Button>
    </div>
  );
}

function HitMark({ hit, isCurrent }: { hit: FindHit; isCurrent: boolean }) {
  return hit.rects.map((rect, index) => (
    <mark
      key={index}
      aria-hidden
      data-current={isCurrent || undefined}
      className="absolute rounded-[1px] bg-[#ffd84d] data-current:bg-[#ff9f2e] data-current:outline-1 data-current:outline-[#b35900]"
      style={rectStyle(rect)}
    />
  ));
}
