import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { readerClient } from '../../../client/index.ts';
import { IconButton, useFocusKept, useUnaskedHeld } from '../../../ui/index.ts';
import type { PageShape } from '../pages/page-layout.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import { turnStyle, type Turn } from '../pages/turned.ts';
import { callOutWords as words } from '../words.ts';
import type { Passage } from './passage.ts';

interface CallOutProps {
  readonly queue: PageQueue;
  readonly passage: Passage;
  readonly shape: PageShape;
  readonly turn: Turn;
  /** How it is cited; empty until that is known. */
  readonly cite: string;
  readonly onClose: () => void;
}

/** Of the window's width and height, what the passage may fill. */
const share = { width: 0.86, height: 0.66 };

/** A passage enlarged over its page, which is dimmed, with its cite below: for an audience. */
export function CallOut({ queue, passage, shape, turn, cite, onClose }: CallOutProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const { page, rect, text } = passage;
  useFocusKept();
  useUnaskedHeld();
  useEffect(() => overlay.current?.focus(), []);

  const isUpright = turn % 2 === 0;
  const [wide, high] = isUpright ? [rect.width, rect.height] : [rect.height, rect.width];
  const scale = Math.min(
    (window.innerWidth * share.width) / wide,
    (window.innerHeight * share.height) / high,
    8,
  );
  const own = { width: Math.round(rect.width * scale), height: Math.round(rect.height * scale) };
  useEffect(() => {
    const stop = new AbortController();
    queue
      .ask(
        page,
        'render',
        (documentId) =>
          readerClient['reader.render']({
            documentId,
            page,
            scale: Math.min(scale * window.devicePixelRatio, 8),
          }),
        stop.signal,
      )
      .then(
        (picture) => {
          if (stop.signal.aborted || !canvas.current) return;
          cut(canvas.current, picture, picture.width / shape.width, rect);
          setState('drawn');
        },
        () => {
          if (!stop.signal.aborted) setState('failed');
        },
      );
    return () => stop.abort();
  }, [queue, page, rect, scale, shape]);

  return (
    <div
      ref={overlay}
      role="dialog"
      aria-modal="true"
      aria-label={words.label(cite)}
      aria-busy={state === 'drawing'}
      data-modal-overlay
      data-call-out={state}
      tabIndex={-1}
      className="fixed inset-0 z-40 flex flex-col items-center justify-center gap-4 bg-[rgb(8_10_14/72%)] p-6 outline-none print:hidden"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <figure className="flex max-w-full flex-col items-center gap-3">
        <div
          className="relative overflow-hidden rounded-sm bg-white shadow-[0_8px_40px_rgb(0_0_0/60%)] forced-color-adjust-none"
          style={isUpright ? own : { width: own.height, height: own.width }}
        >
          <canvas
            ref={canvas}
            role="img"
            aria-label={text || words.label(cite)}
            style={turnStyle(turn, own.width, own.height)}
          />
          {state !== 'drawn' && (
            <p
              role={state === 'failed' ? 'alert' : 'status'}
              className="absolute inset-0 flex items-center justify-center text-[#545c69]"
            >
              {state === 'failed' ? words.failed : words.drawing}
            </p>
          )}
        </div>
        <figcaption data-selectable className="text-xl font-semibold text-white tabular-nums">
          {cite}
        </figcaption>
      </figure>
      <div className="absolute top-3 right-3 rounded-md bg-surface">
        <IconButton label={words.close} icon={<X />} shortcut={['Esc']} onPress={onClose} />
      </div>
    </div>
  );
}

/** Puts a part of a page's picture on a canvas. */
function cut(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: { width: number; height: number; pixels: Uint8Array },
  scale: number,
  rect: Passage['rect'],
): void {
  const [x, y] = [Math.round(rect.x * scale), Math.round(rect.y * scale)];
  const [wide, high] = [Math.round(rect.width * scale), Math.round(rect.height * scale)];
  [canvas.width, canvas.height] = [Math.max(1, wide), Math.max(1, high)];
  const bytes = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset, pixels.byteLength);
  canvas
    .getContext('2d', { alpha: false })
    ?.putImageData(new ImageData(bytes, width, height), -x, -y, x, y, wide, high);
}
