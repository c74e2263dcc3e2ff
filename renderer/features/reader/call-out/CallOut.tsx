import { X } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { IconButton, useFocusKept, useUnaskedHeld } from '../../../ui/index.ts';
import type { PageShape } from '../pages/page-layout.ts';
import type { PageQueue } from '../pages/page-queue.ts';
import { turnStyle, type Turn } from '../pages/turned.ts';
import { drawPicture, usePicture, type Picture } from '../pages/use-picture.ts';
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
  const overlay = useRef<HTMLDivElement>(null);
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
  const draw = useCallback(
    (element: HTMLCanvasElement, picture: Picture) =>
      drawPicture(element, picture, partOf(rect, picture.width / shape.width)),
    [rect, shape],
  );
  const { canvas, drawn } = usePicture(queue, page, scale, { draw });
  const state = typeof drawn === 'object' ? 'failed' : drawn === 'drawn' ? 'drawn' : 'drawing';

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

/** A part of a page in whole pixels of its picture. */
function partOf({ x, y, width, height }: Rect, scale: number): Rect {
  return {
    x: Math.round(x * scale),
    y: Math.round(y * scale),
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
