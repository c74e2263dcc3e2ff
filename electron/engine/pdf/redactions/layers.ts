import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Bitmap, Pdfium, PdfPage } from '../pdfium/index.ts';
import type { Color, PaintedObject } from './painted-objects.ts';
import { paperColor } from './pixels.ts';
import { renderWithout } from './render-without.ts';

/** Pixels a point a page is drawn with: a letter of 8 points is then some 12 pixels high. */
const usualScale = 2;
/** A page larger than letter or A4 is drawn with fewer: it is held up to seven times over, and a thread's memory never shrinks. */
const maxPixels = 2_010_000;
/** With fewer, a letter is a dot: a page of 15,000 points a side is not drawn. */
const leastScale = 0.095;
/** What is drawn on to see what lets it through: a color that hardly anything has. */
export const oddGround: Color = [0x9b, 0x5f, 0xc7];
/** What letters are painted with to see whether they would be seen in another color. */
const oddInk: Color = [0xff, 0x00, 0xdc];

/**
 * A page drawn as it is shown and without some of what it paints. Each is drawn when it is first asked for.
 *
 * @throws AppError PDF_LIMIT_EXCEEDED for a page so large that its letters would be dots; as `PdfPage.render` does
 */
export interface Layers {
  /** Pixels a point. */
  readonly scale: number;
  /** The page as it is shown. */
  shown(): Bitmap;
  /** The color that most of it has. */
  paper(): Color;
  /** The same without words that something lies over or beneath. */
  without(): Bitmap;
  /** The same with those words in a color that they do not have. */
  recolored(): Bitmap;
  /** All words alone on `oddGround`. */
  words(): Bitmap;
  /** The page without scans on `oddGround`, and without words too. */
  withoutScans(): Bitmap;
  withoutBoth(): Bitmap;
}

/**
 * @param words texts that something lies over or beneath
 * @param covering texts that lie over others
 * @param scans pictures in which words were recognized
 * @returns drawings of a page, which has texts in wrong colors afterwards: it is to be closed without being used further
 */
export function layersOf(
  pdfium: Pdfium,
  page: PdfPage,
  objects: readonly PaintedObject[],
  {
    words,
    scans,
    covering,
  }: { words: readonly number[]; scans: readonly number[]; covering: ReadonlySet<number> },
): Layers {
  const { api } = pdfium;
  const scale = Math.min(usualScale, Math.sqrt(maxPixels / (page.width * page.height)));
  const drawWithout = (handles: readonly number[], options?: Parameters<PdfPage['render']>[1]) => {
    if (scale < leastScale) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'space on a page' });
    return renderWithout(pdfium, page, handles, scale, options);
  };
  const shown = once(() => drawWithout([]));
  const layers: Layers = {
    scale,
    shown,
    paper: once(() => paperColor(shown())),
    without: once(() => drawWithout(words)),
    words: once(() =>
      drawWithout(
        objects.flatMap(({ kind, handle }) => (kind === 'text' && !covering.has(handle) ? [] : handle)),
        { ground: oddGround, hasAnnotations: false },
      ),
    ),
    withoutScans: once(() => drawWithout(scans, { ground: oddGround })),
    withoutBoth: once(() => drawWithout([...scans, ...words], { ground: oddGround })),
    recolored: once(() => {
      // They show the colors that it takes away.
      shown();
      layers.words();
      pdfium.guard(() => {
        for (const handle of words) {
          api.FPDFPageObj_SetFillColor(handle, ...oddInk, 255);
          api.FPDFPageObj_SetStrokeColor(handle, ...oddInk, 255);
        }
      });
      return drawWithout([]);
    }),
  };
  return layers;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
