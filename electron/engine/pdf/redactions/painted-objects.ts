import { AppError } from '../../../../shared/errors/app-error.ts';
import type { PageBox, Pdfium } from '../pdfium/index.ts';

/** Text of a page, or something else that it paints and that can lie over it. */
export interface PaintedObject {
  /** FPDF_PAGEOBJECT. */
  readonly handle: number;
  readonly kind: 'text' | 'drawing' | 'picture';
  /** In the page's own space; empty where PDFium knows of none. */
  readonly box: PageBox;
  /** Whether it is text without ink, as recognised words are behind a scan (ISO 32000-1 §9.3.6). */
  readonly isInkless: boolean;
  /** Of a picture, how many dots it has. */
  readonly dots: number;
}

/** A page with more objects is not looked at. */
const maxObjects = 250_000;
const maxDepth = 8;
const kinds: Readonly<Record<number, PaintedObject['kind']>> = {
  1: 'text',
  2: 'drawing',
  3: 'picture',
  4: 'drawing',
};
const pathObject = 2;
const formObject = 5;
/** A finer line covers no letter, in points; nor does anything that lets more than a hint of it through, of 255. */
const leastLine = 3;
const leastAlpha = 240;
/** Text rendering modes without ink. */
const inkless = new Set([3, 7]);

/** A transformation (ISO 32000-1 §8.3.3): a, b, c, d, e, f. */
type Matrix = readonly [number, number, number, number, number, number];
const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * What a page paints, from the lowest to the topmost, that of its forms included.
 *
 * @param page FPDF_PAGE
 * @throws AppError PDF_LIMIT_EXCEEDED past 250,000 objects; PDF_DAMAGED when PDFium breaks
 */
export function paintedObjects(pdfium: Pdfium, page: number): PaintedObject[] {
  const { api } = pdfium;
  const objects: PaintedObject[] = [];
  let left = maxObjects;
  const add = (handle: number, matrix: Matrix, depth: number): void => {
    if (left-- <= 0) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'objects on a page' });
    const type = api.FPDFPageObj_GetType(handle);
    if (type !== formObject) {
      const kind = kinds[type];
      if (!kind) return;
      if (type === pathObject && !isBroad(pdfium, handle)) return;
      const isInkless = kind === 'text' && inkless.has(api.FPDFTextObj_GetTextRenderMode(handle));
      objects.push({
        handle,
        kind,
        box: boxOf(pdfium, handle, matrix),
        isInkless,
        dots: kind === 'picture' ? dotsOf(pdfium, handle) : 0,
      });
      return;
    }
    if (depth >= maxDepth) return;
    const own = times(matrixOf(pdfium, handle), matrix);
    const count = api.FPDFFormObj_CountObjects(handle);
    for (let i = 0; i < count; i += 1) add(api.FPDFFormObj_GetObject(handle, i), own, depth + 1);
  };
  return pdfium.guard(() => {
    const count = api.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i += 1) add(api.FPDFPage_GetObject(page, i), unmoved, 0);
    return objects;
  });
}

function dotsOf({ api, memory }: Pdfium, picture: number): number {
  return memory.withBytes(8, (out) =>
    api.FPDFImageObj_GetImagePixelSize(picture, out, out + 4) ? memory.int32(out) * memory.int32(out + 4) : 0,
  );
}

/** Whether a path is filled, or is a line so broad that it can cover a letter. */
function isBroad({ api, memory }: Pdfium, path: number): boolean {
  return memory.withBytes(20, (out) => {
    if (!api.FPDFPath_GetDrawMode(path, out, out + 4)) return false;
    const [isFilled, isStroked] = [memory.int32(out) !== 0, memory.int32(out + 4) !== 0];
    if (isFilled && api.FPDFPageObj_GetFillColor(path, out, out + 4, out + 8, out + 12))
      if (memory.int32(out + 12) >= leastAlpha) return true;
    // Its width is in its own space, which is mostly the page's.
    return isStroked && api.FPDFPageObj_GetStrokeWidth(path, out) && memory.float32(out) >= leastLine;
  });
}

function boxOf({ api, memory }: Pdfium, object: number, [a, b, c, d, e, f]: Matrix): PageBox {
  return memory.withBytes(16, (out) => {
    if (!api.FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12))
      return { left: 0, bottom: 0, right: 0, top: 0 };
    const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => memory.float32(out + offset)) as [
      number,
      number,
      number,
      number,
    ];
    const across = [a * left + c * bottom, a * left + c * top, a * right + c * bottom, a * right + c * top];
    const upward = [b * left + d * bottom, b * left + d * top, b * right + d * bottom, b * right + d * top];
    return {
      left: Math.min(...across) + e,
      bottom: Math.min(...upward) + f,
      right: Math.max(...across) + e,
      top: Math.max(...upward) + f,
    };
  });
}

function matrixOf({ api, memory }: Pdfium, object: number): Matrix {
  return memory.withBytes(24, (out) =>
    api.FPDFPageObj_GetMatrix(object, out)
      ? ([0, 4, 8, 12, 16, 20].map((offset) => memory.float32(out + offset)) as unknown as Matrix)
      : unmoved,
  );
}

/** First one transformation, then another. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
