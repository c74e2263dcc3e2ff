import { AppError } from '../../../../shared/errors/app-error.ts';
import { identity, multiply, type Matrix } from '../objects/index.ts';
import { boundsOf, matrixOf, type PageBox, type Pdfium } from '../pdfium/index.ts';

/** Red, green and blue, of 255. */
export type Color = readonly [number, number, number];

/** Text of a page, or something else that it paints and that can lie over it. */
export interface PaintedObject {
  /** FPDF_PAGEOBJECT. */
  readonly handle: number;
  readonly kind: 'text' | 'drawing' | 'picture';
  /** In the page's own space; empty where PDFium knows of none. */
  readonly box: PageBox;
  /** Whether it is text without ink, as recognized words are behind a scan (ISO 32000-1 §9.3.6), or whose ink lets all through. */
  readonly isInkless: boolean;
  /** Of text and of drawings, what they are filled with, or stroked where they are not filled; null where that is no plain color. */
  readonly color: Color | null;
  /** Whether it is a line so fine that only many of them cover a letter. */
  readonly isFine: boolean;
  /** Of a picture, how many dots it has. */
  readonly dots: number;
  /** Of a picture, what leads from the square of one by one that it fills to the page's own space (ISO 32000-1 §8.9.5.1). */
  readonly square: Matrix;
}

/** A page with more objects is not looked at. */
const maxObjects = 250_000;
/** PDFium reads no forms within forms that are deeper. */
const maxDepth = 40;
const kinds: Readonly<Record<number, PaintedObject['kind']>> = {
  1: 'text',
  2: 'drawing',
  3: 'picture',
  4: 'drawing',
};
const pathObject = 2;
const formObject = 5;
/** A finer line alone covers no letter, in points; nor does anything that lets more than a hint of it through, of 255. */
const leastLine = 3;
const leastAlpha = 240;
/** Text rendering modes without ink, and that of letters which are only filled. */
const inkless = new Set([3, 7]);
const filled = 0;

/** Reads objects of a page into memory that is lent for all of them. */
interface Reader {
  readonly pdfium: Pdfium;
  /** Room for six numbers. */
  readonly out: number;
}

/**
 * What a page paints, from the lowest to the topmost, that of its forms included.
 *
 * @param page FPDF_PAGE
 * @throws AppError PDF_LIMIT_EXCEEDED past 250,000 objects; PDF_DAMAGED when PDFium breaks
 */
export function paintedObjects(pdfium: Pdfium, page: number): PaintedObject[] {
  return objectsAs(pdfium, page, readObject);
}

/** Texts of a page that have no ink, by their handles. @param page FPDF_PAGE @throws AppError as `paintedObjects` does */
export const inklessTexts = (pdfium: Pdfium, page: number): ReadonlySet<number> =>
  new Set(paintedObjects(pdfium, page).flatMap(({ isInkless, handle }) => (isInkless ? handle : [])));

/**
 * Every object of a page but forms, whose own are among them, whether it paints anything or not.
 *
 * @param page FPDF_PAGE
 * @returns how many parts the outline of each has, 0 for what is none
 * @throws AppError as `paintedObjects` does
 */
export function everyObject(
  pdfium: Pdfium,
  page: number,
): (Pick<PaintedObject, 'handle' | 'box'> & { segments: number })[] {
  return objectsAs(pdfium, page, (reader, handle, type, matrix) => ({
    handle,
    box: boxOf(reader, handle, matrix),
    segments: type === pathObject ? pdfium.api.FPDFPath_CountSegments(handle) : 0,
  }));
}

/**
 * What is shown of text that is clipped, by the object that writes it: the smallest box that holds all that its clips leave. Text without ink
 * is not among it: recognized words are never seen.
 *
 * @param page FPDF_PAGE
 * @throws AppError as `paintedObjects` does
 */
export function clipsOfText(pdfium: Pdfium, page: number): ReadonlyMap<number, PageBox> {
  const { api } = pdfium;
  const clips = objectsAs(pdfium, page, (reader, handle, type, matrix, outer) => {
    if (kinds[type] !== 'text' || inkless.has(api.FPDFTextObj_GetTextRenderMode(handle))) return null;
    const clip = clipOf(reader, handle, matrix, outer);
    return clip && ([handle, clip] as const);
  });
  return new Map(clips);
}

/**
 * What the clips of an object leave, in the page's own space; null where it has none.
 *
 * @param outer what the clips of the forms around it leave
 */
function clipOf(reader: Reader, object: number, matrix: Matrix, outer: PageBox | null): PageBox | null {
  const { pdfium, out } = reader;
  const { api, memory } = pdfium;
  const clip = api.FPDFPageObj_GetClipPath(object);
  let left = outer;
  for (let path = 0; clip !== 0 && path < api.FPDFClipPath_CountPaths(clip); path += 1) {
    const count = api.FPDFClipPath_CountPathSegments(clip, path);
    if (count <= 0) continue;
    const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
    for (let at = 0; at < count; at += 1) {
      if (!api.FPDFPathSegment_GetPoint(api.FPDFClipPath_GetPathSegment(clip, path, at), out, out + 4))
        return left;
      const [x, y] = [memory.float32(out), memory.float32(out + 4)];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.bottom = Math.min(box.bottom, y);
      box.top = Math.max(box.top, y);
    }
    left = commonBox(left, placedBox(box, matrix));
  }
  return left;
}

/** What two boxes have in common; where they have nothing, a point. */
function commonBox(one: PageBox | null, other: PageBox): PageBox {
  if (one === null) return other;
  const [left, bottom] = [Math.max(one.left, other.left), Math.max(one.bottom, other.bottom)];
  const [right, top] = [Math.min(one.right, other.right), Math.min(one.top, other.top)];
  return { left, bottom, right: Math.max(left, right), top: Math.max(bottom, top) };
}

/**
 * @param read reads one that is no form, in the space that a matrix leads from, with what the clips of the forms around it leave; those for
 *   which it has nothing are left out
 */
function objectsAs<T>(
  pdfium: Pdfium,
  page: number,
  read: (reader: Reader, handle: number, type: number, matrix: Matrix, clip: PageBox | null) => T | null,
): T[] {
  const { api, memory } = pdfium;
  const objects: T[] = [];
  let left = maxObjects;
  const add = (reader: Reader, handle: number, matrix: Matrix, clip: PageBox | null, depth: number): void => {
    if (left-- <= 0) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'objects on a page' });
    const type = api.FPDFPageObj_GetType(handle);
    if (type !== formObject) {
      const object = read(reader, handle, type, matrix, clip);
      if (object) objects.push(object);
      return;
    }
    if (depth >= maxDepth) return;
    const own = matrixFrom(reader, handle, matrix);
    const kept = clipOf(reader, handle, matrix, clip);
    const count = api.FPDFFormObj_CountObjects(handle);
    for (let i = 0; i < count; i += 1)
      add(reader, api.FPDFFormObj_GetObject(handle, i), own, kept, depth + 1);
  };
  return pdfium.guard(() =>
    memory.withBytes(24, (out) => {
      const count = api.FPDFPage_CountObjects(page);
      for (let i = 0; i < count; i += 1)
        add({ pdfium, out }, api.FPDFPage_GetObject(page, i), identity, null, 0);
      return objects;
    }),
  );
}

/** @returns null for what paints nothing, or lets the page through */
function readObject(reader: Reader, handle: number, type: number, matrix: Matrix): PaintedObject | null {
  const kind = kinds[type];
  if (!kind) return null;
  const { api } = reader.pdfium;
  const paint = type === pathObject ? paintOfPath(reader, handle, matrix) : { color: null, isFine: false };
  if (!paint) return null;
  const mode = kind === 'text' ? api.FPDFTextObj_GetTextRenderMode(handle) : null;
  const fill = kind === 'text' ? readColor(reader, handle, api.FPDFPageObj_GetFillColor) : null;
  return {
    handle,
    kind,
    box: boxOf(reader, handle, matrix),
    isInkless: mode !== null && (inkless.has(mode) || (mode === filled && fill?.alpha === 0)),
    ...paint,
    ...(kind === 'text' && { color: fill?.color ?? null }),
    dots: kind === 'picture' ? dotsOf(reader, handle) : 0,
    square: kind === 'picture' ? matrixFrom(reader, handle, matrix) : identity,
  };
}

function paintOfPath(
  reader: Reader,
  path: number,
  matrix: Matrix,
): Pick<PaintedObject, 'color' | 'isFine'> | null {
  const { pdfium, out } = reader;
  const { api, memory } = pdfium;
  if (!api.FPDFPath_GetDrawMode(path, out, out + 4)) return null;
  const [isFilled, isStroked] = [memory.int32(out) !== 0, memory.int32(out + 4) !== 0];
  const fill = isFilled ? readColor(reader, path, api.FPDFPageObj_GetFillColor) : null;
  if (fill && fill.alpha >= leastAlpha) return { color: fill.color, isFine: false };
  const stroke = isStroked ? readColor(reader, path, api.FPDFPageObj_GetStrokeColor) : null;
  if (!stroke || stroke.alpha < leastAlpha || !api.FPDFPageObj_GetStrokeWidth(path, out)) return null;
  const width = memory.float32(out);
  return {
    color: stroke.color,
    isFine: width * scaleOf(matrixFrom(reader, path, matrix)) < leastLine,
  };
}

type ReadColor = Pdfium['api']['FPDFPageObj_GetFillColor'];

function readColor(
  { pdfium: { memory }, out }: Reader,
  object: number,
  read: ReadColor,
): { color: Color; alpha: number } | null {
  if (!read(object, out, out + 4, out + 8, out + 12)) return null;
  const color: Color = [memory.int32(out), memory.int32(out + 4), memory.int32(out + 8)];
  return { color, alpha: memory.int32(out + 12) };
}

function dotsOf({ pdfium: { api, memory }, out }: Reader, picture: number): number {
  if (!api.FPDFImageObj_GetImagePixelSize(picture, out, out + 4)) return 0;
  return memory.int32(out) * memory.int32(out + 4);
}

function boxOf({ pdfium, out }: Reader, object: number, matrix: Matrix): PageBox {
  const bounds = boundsOf(pdfium, object, out);
  return bounds ? placedBox(bounds, matrix) : { left: 0, bottom: 0, right: 0, top: 0 };
}

/** A box by another space: the smallest there that holds it. */
export function placedBox({ left, bottom, right, top }: PageBox, [a, b, c, d, e, f]: Matrix): PageBox {
  const across = [a * left + c * bottom, a * left + c * top, a * right + c * bottom, a * right + c * top];
  const upward = [b * left + d * bottom, b * left + d * top, b * right + d * bottom, b * right + d * top];
  return {
    left: Math.min(...across) + e,
    bottom: Math.min(...upward) + f,
    right: Math.max(...across) + e,
    top: Math.max(...upward) + f,
  };
}

/** What leads from an object's own space to the page's. @param around what leads there from the space that it stands in */
function matrixFrom({ pdfium, out }: Reader, object: number, around: Matrix): Matrix {
  return multiply(matrixOf(pdfium, object, out) ?? identity, around);
}

/** By how much a transformation makes a line broader, about. */
const scaleOf = ([a, b, c, d]: Matrix) => Math.sqrt(Math.abs(a * d - b * c));
