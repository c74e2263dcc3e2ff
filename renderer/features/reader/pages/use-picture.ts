import { useEffect, useRef, useState } from 'react';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { readerClient } from '../../../client/index.ts';
import type { ThumbnailStore } from '../panel/thumbnail-store.ts';
import type { PageQueue } from './page-queue.ts';

/** Pixels a point that the reader draws at least. */
const leastScale = 0.05;

export type Drawn = 'waiting' | 'drawn' | { readonly error: unknown };

/**
 * Draws a page at the sharpness of the screen. What was drawn before stays, stretched, until the new picture is there.
 *
 * @param scale CSS pixels a point
 * @param options.draw puts the picture on the canvas; all of it where left out
 * @param options.small keeps small pictures, which come after what else is asked of pages in sight
 */
export function usePicture(
  queue: PageQueue,
  page: number,
  scale: number,
  { draw = drawPicture, small }: { readonly draw?: typeof drawPicture; readonly small?: ThumbnailStore } = {},
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn>('waiting');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const kept = small?.get(page);
    if (kept && canvas.current) {
      draw(canvas.current, kept);
      setDrawn('drawn');
      return undefined;
    }
    const pixelScale = Math.min(Math.max(scale * window.devicePixelRatio, leastScale), 8);
    queue
      .ask(
        page,
        small ? 'thumbnail' : 'render',
        (documentId) => readerClient['reader.render']({ documentId, page, scale: pixelScale }),
        stop.signal,
      )
      .then(
        (picture) => {
          small?.add(page, picture);
          if (stop.signal.aborted || !canvas.current) return;
          draw(canvas.current, picture);
          setDrawn('drawn');
        },
        (error: unknown) => {
          if (!stop.signal.aborted && !isAppError(error, 'CANCELLED')) setDrawn({ error });
        },
      );
    return () => stop.abort();
  }, [queue, page, scale, draw, small, attempt]);
  useEffect(() => {
    const element = canvas.current;
    // The pixels are freed with the page, not at the browser's next garbage collection.
    return () => {
      if (element) [element.width, element.height] = [0, 0];
    };
  }, []);
  return {
    canvas,
    drawn,
    retry: () => {
      queue.forgive(page);
      setDrawn('waiting');
      setAttempt((count) => count + 1);
    },
  };
}

/** Pixels as the reader gives them (RGBA). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Puts a picture or a part of it on a canvas, which becomes as large as that. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: Picture,
  part: Rect = { x: 0, y: 0, width, height },
): void {
  [canvas.width, canvas.height] = [part.width, part.height];
  const bytes = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset, pixels.byteLength);
  canvas
    .getContext('2d', { alpha: false })
    ?.putImageData(
      new ImageData(bytes, width, height),
      -part.x,
      -part.y,
      part.x,
      part.y,
      part.width,
      part.height,
    );
}
