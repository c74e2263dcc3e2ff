import { memo, useEffect, useRef, useState } from 'react';
import type { Destination, FindHit, PageLink, TextRun } from '../../../../shared/contract/reader.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { messageOf, readerClient } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import type { PageShape } from './page-layout.ts';
import type { PageQueue } from './page-queue.ts';
import { rectStyle } from './text-shape.ts';
import { TextLayer } from './TextLayer.tsx';

interface PageViewProps {
  readonly queue: PageQueue;
  readonly page: number;
  readonly name: string;
  readonly shape: PageShape;
  /** CSS pixels a point. */
  readonly scale: number;
  readonly top: number;
  readonly hits: readonly FindHit[] | undefined;
  readonly currentHit: FindHit | undefined;
  /** Rises when its text may have been recognised anew. */
  readonly textVersion: number;
  readonly onFollow: (link: PageLink) => void;
  readonly nameOf: (destination: Destination) => string;
  /** Hears once its picture is there, or cannot be. */
  readonly onDrawn?: () => void;
}

type Drawn = 'waiting' | 'drawn' | { readonly error: unknown };

/** One page: its picture, and over it its text, its links and what was found. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { queue, page, name, shape, scale, top, hits, currentHit, textVersion, onFollow, nameOf } = props;
  const { canvas, drawn, retry } = useDrawing(queue, page, scale);
  const { onDrawn } = props;
  useEffect(() => {
    if (drawn !== 'waiting') onDrawn?.();
  }, [drawn, onDrawn]);
  const runs = useOfPage(queue, page, 'text', readerClient['reader.text'], noRuns, textVersion);
  const links = useOfPage(queue, page, 'links', readerClient['reader.links'], noLinks);
  const width = Math.round(shape.width * scale);
  const height = Math.round(shape.height * scale);
  // What lies over the picture is laid out in points and scaled with it.
  const overlay = {
    width: `${shape.width}px`,
    height: `${shape.height}px`,
    transform: `scale(${width / shape.width}, ${height / shape.height})`,
  };
  const isFailed = typeof drawn === 'object';

  return (
    <section
      aria-label={name}
      aria-busy={drawn === 'waiting'}
      data-page={page + 1}
      data-drawn={drawn === 'drawn'}
      className="absolute left-1/2 bg-white shadow-[0_1px_3px_rgb(0_0_0/22%)] forced-color-adjust-none"
      style={{ top: `${top}px`, width: `${width}px`, height: `${height}px`, marginLeft: `${-width / 2}px` }}
    >
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      {drawn === 'waiting' && <PageWait page={page} />}
      {isFailed && <PageFailure error={drawn.error} onRetry={retry} />}
      {hits && (
        <div className="absolute top-0 left-0 origin-top-left mix-blend-multiply" style={overlay}>
          {hits.map((hit, index) => (
            <HitMark key={index} hit={hit} isCurrent={hit === currentHit} />
          ))}
        </div>
      )}
      <div className="absolute top-0 left-0 origin-top-left" style={overlay}>
        <TextLayer runs={runs} />
        {links.map((link, index) => (
          <button
            key={index}
            type="button"
            className="absolute cursor-pointer rounded-[1px] hover:bg-[rgb(35_85_159/14%)]"
            style={rectStyle(link.rect)}
            title={link.uri ?? undefined}
            aria-label={link.destination ? `Go to ${nameOf(link.destination)}` : `Address ${link.uri}`}
            onClick={() => onFollow(link)}
          />
        ))}
      </div>
    </section>
  );
});

const noRuns: readonly TextRun[] = [];
const noLinks: readonly PageLink[] = [];

/** Draws the page at the sharpness of the screen. What was drawn before stays, stretched, until the new picture is there. */
function useDrawing(queue: PageQueue, page: number, scale: number) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn>('waiting');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const pixelScale = Math.min(scale * window.devicePixelRatio, 8);
    queue
      .ask(
        page,
        'render',
        (documentId) => readerClient['reader.render']({ documentId, page, scale: pixelScale }),
        stop.signal,
      )
      .then(
        (picture) => {
          if (stop.signal.aborted || !canvas.current) return;
          draw(canvas.current, picture);
          setDrawn('drawn');
        },
        (error: unknown) => {
          if (!stop.signal.aborted && !isAppError(error, 'CANCELLED')) setDrawn({ error });
        },
      );
    return () => stop.abort();
  }, [queue, page, scale, attempt]);
  return {
    canvas,
    drawn,
    retry: () => {
      setDrawn('waiting');
      setAttempt((count) => count + 1);
    },
  };
}

function draw(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: { width: number; height: number; pixels: Uint8Array },
): void {
  canvas.width = width;
  canvas.height = height;
  const bytes = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset, pixels.byteLength);
  canvas.getContext('2d', { alpha: false })?.putImageData(new ImageData(bytes, width, height), 0, 0);
}

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

/** Most pages are there before this; words that only flash would unsettle. Milliseconds. */
const quietMs = 350;

function PageWait({ page }: { page: number }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsShown(true), quietMs);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <p className="absolute inset-x-0 top-1/3 text-center text-[#545c69]" role="status">
      Drawing page {page + 1}…
    </p>
  );
}

function PageFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="absolute inset-0 z-10 flex flex-col items-center justify-center gap-3 bg-surface p-6 text-center text-ink"
    >
      <p data-selectable className="max-w-80">
        {messageOf(error)}
      </p>
      <Button size="small" onPress={onRetry}>
        Try again
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
