import { quarterJpeg, type QuarterPicture } from '../draw/pictures/quarter-jpeg.ts';
import { matrixOf } from './geometry.ts';
import type { Pdfium } from './library.ts';

/** In dots. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A JPEG among a document's pictures. */
export interface StoredJpeg extends Size {
  /** Its length. */
  readonly bytes: number;
}

const imageObject = 3;
const maxObjects = 1_000;
/** A quarter may have this share of the dots that are shown: it is drawn a little larger then. */
const enough = 0.95;
/** Smaller ones are drawn as soon as they are. */
const leastDots = 1_000_000;
/** FPDFBitmap_Gray and FPDFBitmap_BGR. */
const bitmapFormats = { 1: 1, 3: 2 } as const;

/**
 * Puts pictures of a quarter of the dots each way in place of a page's JPEGs, for the document that is open: the page is then drawn in a
 * quarter of the time. Those stay that would be shown with fewer dots than the page is drawn with, that stand in forms, and that
 * `quarterJpeg` does not decode. A picture that is replaced once is so wherever the document draws it: whoever needs it whole opens the
 * document again.
 *
 * @param page FPDF_PAGE
 * @param jpegs which may be replaced: those whose look depends only on their own bytes and place, identified by size and length
 * @param scale pixels a point at which the page is to be drawn
 */
export function putQuarters(pdfium: Pdfium, page: number, jpegs: readonly StoredJpeg[], scale: number): void {
  if (jpegs.length === 0) return;
  const { api, memory } = pdfium;
  pdfium.guard(() => {
    const count = Math.min(maxObjects, api.FPDFPage_CountObjects(page));
    for (let i = 0; i < count; i += 1) {
      const object = api.FPDFPage_GetObject(page, i);
      if (api.FPDFPageObj_GetType(object) !== imageObject) continue;
      const size = sizeOf(pdfium, object);
      if (!size || size.width * size.height < leastDots || !isEnough(pdfium, object, size, scale)) continue;
      const alike = jpegs.filter((jpeg) => jpeg.width === size.width && jpeg.height === size.height);
      // Asking for its length reads it: only for those that may be replaced.
      const bytes = alike.length === 0 ? 0 : api.FPDFImageObj_GetImageDataRaw(object, 0, 0);
      if (!alike.some((jpeg) => jpeg.bytes === bytes)) continue;
      const quarter = memory.withBytes(bytes, (out) => {
        api.FPDFImageObj_GetImageDataRaw(object, out, bytes);
        return quarterJpeg(memory.view(out, bytes));
      });
      if (
        quarter &&
        quarter.width === Math.ceil(size.width / 4) &&
        quarter.height === Math.ceil(size.height / 4)
      )
        put(pdfium, object, quarter);
    }
  });
}

function sizeOf({ api, memory }: Pdfium, object: number): Size | null {
  return memory.withBytes(8, (out) =>
    api.FPDFImageObj_GetImagePixelSize(object, out, out + 4)
      ? { width: memory.int32(out), height: memory.int32(out + 4) }
      : null,
  );
}

function isEnough(pdfium: Pdfium, object: number, { width, height }: Size, scale: number): boolean {
  return pdfium.memory.withBytes(24, (out) => {
    const matrix = matrixOf(pdfium, object, out);
    if (!matrix) return false;
    const [a, b, c, d] = matrix;
    const shown = 4 * enough * scale;
    return width >= Math.hypot(a, b) * shown && height >= Math.hypot(c, d) * shown;
  });
}

function put(
  { api, memory }: Pdfium,
  object: number,
  { width, height, channels, samples }: QuarterPicture,
): void {
  const bitmap = api.FPDFBitmap_CreateEx(width, height, bitmapFormats[channels], 0, 0);
  if (bitmap === 0) return;
  const stride = api.FPDFBitmap_GetStride(bitmap);
  const pixels = memory.view(api.FPDFBitmap_GetBuffer(bitmap), stride * height);
  const row = width * channels;
  for (let y = 0; y < height; y += 1) pixels.set(samples.subarray(y * row, (y + 1) * row), y * stride);
  api.FPDFImageObj_SetBitmap(0, 0, object, bitmap);
  api.FPDFBitmap_Destroy(bitmap);
}
