import { useEffect, useRef, useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { readerClient } from '../../../client/index.ts';
import type { PageQueue } from './page-queue.ts';

export type Drawn = 'waiting' | 'drawn' | { readonly error: unknown };

/**
 * Draws a page at the sharpness of the screen. What was drawn before stays, stretched, until the new picture is there.
 *
 * @param scale CSS pixels a point
 */
export function usePicture(queue: PageQueue, page: number, scale: number) {
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
          drawPicture(canvas.current, picture);
          setDrawn('drawn');
        },
        (error: unknown) => {
          if (!stop.signal.aborted && !isAppError(error, 'CANCELLED')) setDrawn({ error });
        },
      );
    return () => stop.abort();
  }, [queue, page, scale, attempt]);
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

/** Puts pixels as the reader gives them (RGBA) on a canvas, which becomes as large as they are. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: { width: number; height: number; pixels: Uint8Array },
): void {
  [canvas.width, canvas.height] = [width, height];
  const bytes = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset, pixels.byteLength);
  canvas.getContext('2d', { alpha: false })?.putImageData(new ImageData(bytes, width, height), 0, 0);
}
