import type { Bitmap, PageBox, Pdfium, PdfPage } from '../pdfium/index.ts';
import { paintedObjects, placedBox, type PaintedObject } from '../redactions/painted-objects.ts';

/** A picture of fewer dots holds no word. */
const leastDots = 4_000;
/** A narrower part of a picture shows no word, in points; pictures that make up a scan lie over each other by as much. */
const leastSide = 4;
/** Dots a point, each way, past which the words of a picture are lost when its page is drawn to be recognised. */
const finestDots = 12;
/** Dots of a picture that is recognised, at most: of one with more, every second or third is taken. */
const mostDots = 14_000_000;
/** A path that clips and has more points is not followed. */
const mostPoints = 10_000;

/**
 * Pictures of a page that show less than they hold: cropped by a path or the page's edge, beneath a box or another picture, let through by
 * the page, or too small to be read. Whoever has the file can take them out of it whole.
 *
 * @returns their positions among `paintedObjects`
 * @throws AppError as `paintedObjects` does
 */
export function hiddenPictures(pdfium: Pdfium, page: PdfPage): number[] {
  const objects = paintedObjects(pdfium, page.handle);
  const covers: PageBox[] = [];
  const hidden: number[] = [];
  for (const [at, object] of [...objects.entries()].reverse()) {
    const { kind, box, dots } = object;
    if (kind === 'picture' && dots >= leastDots && isHidden(pdfium, page, object, covers)) hidden.push(at);
    if (kind !== 'text' && !object.isFine) covers.push(box);
  }
  return hidden.reverse();
}

function isHidden(
  pdfium: Pdfium,
  page: PdfPage,
  { handle, box, dots, matrix }: PaintedObject,
  covers: readonly PageBox[],
): boolean {
  const shown = page.toShown(box);
  const clip = clipOf(pdfium, handle);
  return (
    shown.x < -leastSide ||
    shown.y < -leastSide ||
    shown.x + shown.width > page.width + leastSide ||
    shown.y + shown.height > page.height + leastSide ||
    dots > shown.width * shown.height * finestDots ** 2 ||
    (clip !== null && isBeyond(box, placedBox(clip, matrix))) ||
    pdfium.api.FPDFPageObj_HasTransparency(handle) ||
    covers.some((cover) => overlaps(box, cover))
  );
}

const isBeyond = (box: PageBox, clip: PageBox) =>
  box.left < clip.left - leastSide ||
  box.bottom < clip.bottom - leastSide ||
  box.right > clip.right + leastSide ||
  box.top > clip.top + leastSide;

const overlaps = (one: PageBox, other: PageBox) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > leastSide &&
  Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > leastSide;

/** The box that all paths leave which clip an object, in the space it stands in; null where none does. */
function clipOf({ api, memory, guard }: Pdfium, object: number): PageBox | null {
  return guard(() =>
    memory.withBytes(8, (out) => {
      const path = api.FPDFPageObj_GetClipPath(object);
      const count = path === 0 ? 0 : api.FPDFClipPath_CountPaths(path);
      let clip: PageBox | null = null;
      for (let i = 0; i < count; i += 1) {
        const points = api.FPDFClipPath_CountPathSegments(path, i);
        if (points <= 0 || points > mostPoints) continue;
        const own = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
        for (let j = 0; j < points; j += 1) {
          if (!api.FPDFPathSegment_GetPoint(api.FPDFClipPath_GetPathSegment(path, i, j), out, out + 4))
            continue;
          const [x, y] = [memory.float32(out), memory.float32(out + 4)];
          own.left = Math.min(own.left, x);
          own.right = Math.max(own.right, x);
          own.bottom = Math.min(own.bottom, y);
          own.top = Math.max(own.top, y);
        }
        const before: PageBox = clip ?? own;
        clip = {
          left: Math.max(before.left, own.left),
          bottom: Math.max(before.bottom, own.bottom),
          right: Math.min(before.right, own.right),
          top: Math.min(before.top, own.top),
        };
      }
      return clip;
    }),
  );
}

/** Bytes a pixel by FPDFBitmap_GetFormat: grey, BGR, BGRx and BGRA. */
const channelsOf: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };

/**
 * A picture of a page by itself, as the file holds it: nothing crops, covers or fades it.
 *
 * @param at position among `paintedObjects`
 * @returns null where PDFium does not read it
 */
export function pictureAlone(pdfium: Pdfium, page: PdfPage, at: number): Bitmap | null {
  const { api, memory } = pdfium;
  const object = paintedObjects(pdfium, page.handle)[at]!.handle;
  return pdfium.guard(() => {
    const bitmap = api.FPDFImageObj_GetBitmap(object);
    if (bitmap === 0) return null;
    try {
      const channels = channelsOf[api.FPDFBitmap_GetFormat(bitmap)];
      const stride = api.FPDFBitmap_GetStride(bitmap);
      const [wide, high] = [api.FPDFBitmap_GetWidth(bitmap), api.FPDFBitmap_GetHeight(bitmap)];
      if (channels === undefined) return null;
      const pixels = memory.view(api.FPDFBitmap_GetBuffer(bitmap), stride * high);
      const step = Math.ceil(Math.sqrt((wide * high) / mostDots));
      const [width, height] = [Math.floor(wide / step), Math.floor(high / step)];
      const rgba = new Uint8Array(width * height * 4).fill(255);
      for (let y = 0, to = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1, to += 4) {
          const from = y * step * stride + x * step * channels;
          for (let c = 0; c < 3; c += 1) rgba[to + c] = pixels[from + (channels === 1 ? 0 : 2 - c)]!;
        }
      return { width, height, rgba };
    } finally {
      api.FPDFBitmap_Destroy(bitmap);
    }
  });
}
