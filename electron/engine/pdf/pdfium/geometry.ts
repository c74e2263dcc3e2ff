import type { Rect } from '../../../../shared/contract/reader.ts';
import type { Matrix } from '../objects/index.ts';
import type { Pdfium } from './library.ts';

/** A box in a page's own space: points, y upwards. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Maps from a page's own space to the page as shown: cropped, rotated, y downwards from the top left. */
export interface Geometry {
  /** What is shown of the page, in its own space. */
  readonly box: PageBox;
  point(x: number, y: number): { x: number; y: number };
  rect(box: PageBox): Rect;
}

/**
 * @param box what is shown of the page: its crop box within its media box
 * @param rotation quarter turns clockwise
 */
export function createGeometry(box: PageBox, rotation: number): Geometry {
  const point: Geometry['point'] = (x, y) => {
    switch (rotation) {
      case 1:
        return { x: y - box.bottom, y: x - box.left };
      case 2:
        return { x: box.right - x, y: y - box.bottom };
      case 3:
        return { x: box.top - y, y: box.right - x };
      default:
        return { x: x - box.left, y: box.top - y };
    }
  };
  return {
    box,
    point,
    rect({ left, top, right, bottom }) {
      const a = point(left, bottom);
      const b = point(right, top);
      return {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
      };
    },
  };
}

const mediaBox = 0;
const cropBox = 1;

/** A page's geometry without loading the page, which would parse all it shows. */
export function geometryOf(pdfium: Pdfium, document: number, page: number): Geometry {
  const { api, memory } = pdfium;
  const readBox = (kind: number): PageBox | null =>
    memory.withBytes(16, (rect) =>
      pdfium.guard(() => api.EPDF_GetPageBoxByIndex(document, page, kind, rect))
        ? readRect(pdfium, rect)
        : null,
    );
  // US letter is what PDFium, like others, takes for a page that says nothing.
  const media = readBox(mediaBox) ?? { left: 0, top: 792, right: 612, bottom: 0 };
  const crop = readBox(cropBox) ?? media;
  const shown = {
    left: Math.max(media.left, crop.left),
    top: Math.min(media.top, crop.top),
    right: Math.min(media.right, crop.right),
    bottom: Math.max(media.bottom, crop.bottom),
  };
  const rotation = pdfium.guard(() => api.EPDF_GetPageRotationByIndex(document, page));
  return createGeometry(shown, rotation);
}

/** Reads FS_RECTF: left, top, right, bottom as floats. */
export function readRect({ memory }: Pdfium, pointer: number): PageBox {
  return {
    left: memory.float32(pointer),
    top: memory.float32(pointer + 4),
    right: memory.float32(pointer + 8),
    bottom: memory.float32(pointer + 12),
  };
}

/**
 * The box of an object, in the space of the page or form that it stands in; null where PDFium knows of none.
 *
 * @param object FPDF_PAGEOBJECT
 * @param out room for four floats
 */
export function boundsOf({ api, memory }: Pdfium, object: number, out: number): PageBox | null {
  if (!api.FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)) return null;
  return {
    left: memory.float32(out),
    bottom: memory.float32(out + 4),
    right: memory.float32(out + 8),
    top: memory.float32(out + 12),
  };
}

/**
 * What a character's ink covers, in the page's own space; null where PDFium knows of no box.
 *
 * @param textPage FPDF_TEXTPAGE
 * @param out room for four doubles
 */
export function inkBoxOf(
  { api, memory }: Pdfium,
  textPage: number,
  character: number,
  out: number,
): PageBox | null {
  if (!api.FPDFText_GetCharBox(textPage, character, out, out + 8, out + 16, out + 24)) return null;
  return {
    left: memory.float64(out),
    right: memory.float64(out + 8),
    bottom: memory.float64(out + 16),
    top: memory.float64(out + 24),
  };
}

/**
 * What leads from an object's own space to that of the page or form that it stands in; null where PDFium knows of none.
 *
 * @param object FPDF_PAGEOBJECT
 * @param out room for six floats
 */
export function matrixOf({ api, memory }: Pdfium, object: number, out: number): Matrix | null {
  if (!api.FPDFPageObj_GetMatrix(object, out)) return null;
  const at = (index: number): number => memory.float32(out + 4 * index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
