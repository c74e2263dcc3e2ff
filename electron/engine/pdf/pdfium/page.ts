import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { someAnnotation } from './annotations.ts';
import { boundsOf, createGeometry, readRect, type PageBox } from './geometry.ts';
import type { Pdfium } from './library.ts';
import { putQuarters, type StoredJpeg } from './quarter-pictures.ts';
import { raiseFigures } from './raised-figures.ts';
import { undrawnText } from './undrawn-text.ts';

/** FPDF_RenderPageBitmap: annotations too, RGBA instead of BGRA. */
const annotationsToo = 0x01;
const rgbaOrder = 0x10;
const white = [255, 255, 255] as const;
/** FPDFBitmap_BGRx: four bytes a pixel, alpha unused. */
const bitmapFormat = 3;
/** 100 megapixels: 400 MB, a letter page at 1,000 dpi. */
const maxPixels = 100_000_000;
/** Characters of one page past which it is no page of text. */
const maxCharacters = 5_000_000;
/** Objects of one page that are looked at; what stands after them is not. */
const maxObjects = 50_000;
const textObject = 1;
const pathObject = 2;
const imageObject = 3;
const formObject = 5;
/** FPDF_ANNOT_WIDGET. */
const widget = 20;
/** Annotations of one page among which fields are looked for. */
const maxAnnotations = 20_000;

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, rows from the top. */
  readonly rgba: Uint8Array<ArrayBuffer>;
}

interface RenderOptions {
  /** What it is drawn on: red, green and blue, of 255; left out for white. */
  readonly ground?: readonly [number, number, number];
  /** Left out for yes. */
  readonly hasAnnotations?: boolean;
  /** Form fields too, and signatures; left out for no. */
  readonly hasFields?: boolean;
  /** It alone, in pixels of the whole; left out for all of it. */
  readonly part?: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** A page on loan from `PdfDocument.withPage`. */
export interface PdfPage {
  /** FPDF_PAGE, for calls that are not wrapped here. */
  readonly handle: number;
  /** From 0. */
  readonly index: number;
  /** Points, as shown: rotated and cropped. */
  readonly width: number;
  readonly height: number;
  /** The page's own quarter turns clockwise, 0 to 3. */
  readonly rotation: number;
  /** Turns a rectangle of the page's own space (y upwards) into one as shown (y downwards from the top left). */
  toShown(box: PageBox): Rect;
  /** Turns a point of the page's own space into one as shown. */
  pointToShown(x: number, y: number): { x: number; y: number };
  /**
   * Lends FPDF_TEXTPAGE.
   * @throws AppError PDF_PAGE_UNREADABLE, PDF_LIMIT_EXCEEDED when the page claims more than 5 million characters
   */
  withText<T>(use: (textPage: number, characters: number) => T): T;
  /** The text in reading order; lines end in \n. */
  text(): string;
  /** Where characters stand that `render` does not draw, as other programs may: see `undrawnText`. */
  undrawnText(): Rect[];
  /** Puts pictures of a quarter of the dots in place of some JPEGs, where `render` at that scale shows no more: see `putQuarters`. */
  putQuarters(jpegs: readonly StoredJpeg[], scale: number): void;
  /** What the page shows: whether any text is set, the share of the page its largest image covers, and drawn paths. */
  content(): { hasText: boolean; imageShare: number; paths: number };
  /**
   * Draws the page.
   * @param scale pixels a point
   * @throws AppError PDF_LIMIT_EXCEEDED past 100 megapixels, PDF_PAGE_UNREADABLE
   */
  render(scale: number, options?: RenderOptions): Bitmap;
  close(): void;
}

/** Loads a page, from 0. Only `PdfDocument.withPage` calls it, which also closes it. @throws AppError PDF_PAGE_UNREADABLE */
export function openPage(pdfium: Pdfium, document: number, index: number): PdfPage {
  const { api, memory } = pdfium;
  const unreadable = () => new AppError('PDF_PAGE_UNREADABLE', { page: index + 1 });
  const handle = pdfium.guard(() => api.FPDF_LoadPage(document, index));
  if (handle === 0) throw unreadable();
  const width = api.FPDF_GetPageWidthF(handle);
  const height = api.FPDF_GetPageHeightF(handle);
  const rotation = api.FPDFPage_GetRotation(handle);
  const box = memory.withBytes(16, (rect) => {
    api.FPDF_GetPageBoundingBox(handle, rect);
    return readRect(pdfium, rect);
  });
  const geometry = createGeometry(box, rotation);

  const page: PdfPage = {
    handle,
    index,
    width,
    height,
    rotation,
    pointToShown: geometry.point,
    toShown: geometry.rect,
    withText(use) {
      const textPage = pdfium.guard(() => api.FPDFText_LoadPage(handle));
      if (textPage === 0) throw unreadable();
      try {
        const characters = Math.max(0, api.FPDFText_CountChars(textPage));
        if (characters > maxCharacters) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'text on a page' });
        return pdfium.guard(() => use(textPage, characters));
      } finally {
        if (!pdfium.isBroken) api.FPDFText_ClosePage(textPage);
      }
    },
    text: () => page.withText((textPage, characters) => textOf(pdfium, textPage, characters)),
    putQuarters: (jpegs, scale) => putQuarters(pdfium, handle, jpegs, scale),
    undrawnText: () => undrawnText(pdfium, page),
    content: () => pdfium.guard(() => contentOf(pdfium, handle, box)),
    render: (scale, options = {}) => drawPage(pdfium, document, page, { scale, ...options }),
    close() {
      if (!pdfium.isBroken) api.FPDF_ClosePage(handle);
    },
  };
  return page;
}

/** What a page shows, without what it says; its forms are looked into. Must be called within `guard`. */
function contentOf(pdfium: Pdfium, page: number, box: PageBox): ReturnType<PdfPage['content']> {
  const { api, memory } = pdfium;
  const found = { hasText: false, imageShare: 0, paths: 0 };
  let left = maxObjects;
  const hasImage = (object: number, depth: number): boolean => {
    const type = api.FPDFPageObj_GetType(object);
    if (type === textObject) found.hasText = true;
    if (type === pathObject) found.paths++;
    if (type !== formObject || depth >= 8) return type === imageObject;
    let isFound = false;
    const count = api.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count && left-- > 0; i++)
      isFound = hasImage(api.FPDFFormObj_GetObject(object, i), depth + 1) || isFound;
    return isFound;
  };
  const area = api.FPDF_GetPageWidthF(page) * api.FPDF_GetPageHeightF(page);
  /** The share of the page's area that an object's box covers. */
  const shareOf = (object: number) =>
    memory.withBytes(16, (out) => {
      const bounds = boundsOf(pdfium, object, out);
      if (!bounds) return 0;
      const across = Math.min(bounds.right, box.right) - Math.max(bounds.left, box.left);
      const down = Math.min(bounds.top, box.top) - Math.max(bounds.bottom, box.bottom);
      return across > 0 && down > 0 ? (across * down) / area : 0;
    });
  const count = api.FPDFPage_CountObjects(page);
  for (let i = 0; i < count && left-- > 0; i++) {
    const object = api.FPDFPage_GetObject(page, i);
    if (hasImage(object, 0)) found.imageShare = Math.max(found.imageShare, shareOf(object));
  }
  return found;
}

/** @throws AppError as `PdfPage.render` does */
function drawPage(
  pdfium: Pdfium,
  document: number,
  { handle, width, height }: PdfPage,
  {
    scale,
    ground = white,
    hasAnnotations = true,
    hasFields = false,
    part,
  }: RenderOptions & { scale: number },
): Bitmap {
  const { api, memory } = pdfium;
  const whole = {
    right: Math.max(1, Math.round(width * scale)),
    bottom: Math.max(1, Math.round(height * scale)),
  };
  const { left, top, right, bottom } = part ?? { left: 0, top: 0, ...whole };
  const [pixelWidth, pixelHeight] = [right - left, bottom - top];
  if (!(pixelWidth * pixelHeight <= maxPixels)) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'pixels' });
  const flags = rgbaOrder | (hasAnnotations ? annotationsToo : 0);
  return pdfium.guard(() => {
    const bitmap = api.FPDFBitmap_CreateEx(pixelWidth, pixelHeight, bitmapFormat, 0, 0);
    if (bitmap === 0) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'memory' });
    const [red, green, blue] = ground;
    // It fills in the order BGRA whatever the order of drawing is.
    const filling = ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    api.FPDFBitmap_FillRect(bitmap, 0, 0, pixelWidth, pixelHeight, filling);
    const place = [-left, -top, whole.right, whole.bottom] as const;
    api.FPDF_RenderPageBitmap(bitmap, handle, ...place, 0, flags);
    if (hasFields)
      drawFields(pdfium, document, handle, (form) =>
        api.FPDF_FFLDraw(form, bitmap, handle, ...place, 0, flags),
      );
    const pixels = memory.view(api.FPDFBitmap_GetBuffer(bitmap), pixelWidth * pixelHeight * 4);
    const rgba = new Uint8Array(pixels);
    api.FPDFBitmap_Destroy(bitmap);
    return { width: pixelWidth, height: pixelHeight, rgba };
  });
}

/**
 * Draws a page's form fields, signatures among them, over what was drawn of it: PDFium leaves them out where it draws all other annotations.
 * Those without a picture of their own get one for as long as the document is open. Must be called within `guard`.
 *
 * @param draw draws them, given FPDF_FORMHANDLE
 */
function drawFields(pdfium: Pdfium, document: number, page: number, draw: (form: number) => void): void {
  const { api } = pdfium;
  const isField = (annotation: number) => api.FPDFAnnot_GetSubtype(annotation) === widget;
  if (!someAnnotation(pdfium, page, maxAnnotations, isField)) return;
  const info = api.PDFiumExt_OpenFormFillInfo();
  const form = api.PDFiumExt_InitFormFillEnvironment(document, info);
  // It colors fields that can be filled in, unless told otherwise.
  api.FPDF_SetFormFieldHighlightAlpha(form, 0);
  draw(form);
  api.FORM_OnBeforeClosePage(page, form);
  api.PDFiumExt_ExitFormFillEnvironment(form);
  api.PDFiumExt_CloseFormFillInfo(info);
}

const decoder = new TextDecoder('utf-16le');

/**
 * The text of a page in PDFium's reading order; lines end in \n, those broken within a word in a hyphen and \n; figures raised behind a word
 * are written as such.
 *
 * @param textPage FPDF_TEXTPAGE, on loan from `PdfPage.withText` with its count of characters
 */
export function textOf(pdfium: Pdfium, textPage: number, characters: number): string {
  if (characters === 0) return '';
  const { api, memory } = pdfium;
  const text = memory.withBytes((characters + 1) * 2, (buffer) => {
    const written = api.FPDFText_GetText(textPage, 0, characters, buffer);
    return decoder.decode(memory.view(buffer, Math.max(0, written - 1) * 2));
  });
  return plainText(raiseFigures(pdfium, textPage, text));
}

/** PDFium ends lines in \r\n and writes U+FFFE or U+0002 for a hyphen with the line's end after it. */
function plainText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll(/[\u0002\ufffe]\n?/g, '-\n')
    .replaceAll('\0', '');
}
