import { flattenAnnotations, someAnnotation, type PdfDocument, type PdfPage } from '../pdfium/index.ts';
import { readPlainText } from './plain-text.ts';

/** Annotations of one page whose appearances are looked at. */
const maxAnnotations = 2_000;
const popup = 16;
const widget = 20;
/** FPDF_FORMFIELD_CHECKBOX, _RADIOBUTTON: their ticks are letters in a symbol font. */
const ticks: ReadonlySet<number> = new Set([2, 3]);
const textObject = 1;
const formObject = 5;

/** Whether an annotation of a page brings a picture of what it shows (ISO 32000-1 §12.5.5), or is a field, which PDFium makes one for. */
export function hasAppearance({ pdfium }: PdfDocument, page: PdfPage): boolean {
  const { api } = pdfium;
  return pdfium.guard(() =>
    someAnnotation(pdfium, page.handle, maxAnnotations, (annotation) => {
      const kind = api.FPDFAnnot_GetSubtype(annotation);
      return kind === widget || (kind !== popup && api.FPDFAnnot_HasKey(annotation, 'AP'));
    }),
  );
}

/**
 * Words that only the appearances of a page's annotations show, such as those of a stamp or a signature, line by line. Annotations are
 * part of the page afterwards, or gone from it.
 *
 * @param said what the annotations say for themselves: lines of nothing else are left out
 * @throws AppError PDF_PAGE_UNREADABLE
 */
export function appearanceText(document: PdfDocument, page: PdfPage, said: string): string {
  const own = flattenWorded(document, page);
  if (own === null) return '';
  const shown = withAppearances(document, page.index, own, (flat) => readPlainText(document.pdfium, flat));
  const known = said.replaceAll(/\s+/g, '');
  return shown
    .split('\n')
    .filter((line) => !line.split(/\s+/).every((word) => known.includes(word)))
    .join('\n')
    .trim();
}

/**
 * Makes annotations whose appearances show words part of their page, and takes the others off it, for as long as the document is open.
 *
 * @returns how many objects the page had before; null where no appearance shows words
 * @throws AppError PDF_PAGE_UNREADABLE
 */
export function flattenWorded(document: PdfDocument, page: PdfPage): number | null {
  if (!hasAppearance(document, page) || !keepWorded(document, page)) return null;
  const { pdfium } = document;
  const own = pdfium.guard(() => pdfium.api.FPDFPage_CountObjects(page.handle));
  flattenAnnotations(document, page.index);
  return own;
}

/**
 * Lends a page of nothing but the appearances that `flattenWorded` made part of it.
 *
 * @param index of the page, from 0
 * @param own what `flattenWorded` returned
 * @throws AppError PDF_PAGE_UNREADABLE
 */
export function withAppearances<T>(
  document: PdfDocument,
  index: number,
  own: number,
  use: (page: PdfPage) => T,
): T {
  const { pdfium } = document;
  const { api } = pdfium;
  return document.withPage(index, (flat) => {
    pdfium.guard(() => {
      // What was flattened comes after all else.
      for (let left = own; left > 0; left -= 1) {
        const object = api.FPDFPage_GetObject(flat.handle, 0);
        if (api.FPDFPage_RemoveObject(flat.handle, object)) api.FPDFPageObj_Destroy(object);
      }
    });
    return use(flat);
  });
}

/** Takes annotations off a page whose appearances show no words. @returns whether any are left */
function keepWorded({ pdfium, handle }: PdfDocument, page: PdfPage): boolean {
  const { api } = pdfium;
  return pdfium.guard(() => {
    const form = api.PDFiumExt_OpenFormFillInfo();
    const environment = api.PDFiumExt_InitFormFillEnvironment(handle, form);
    const hasWords = (annotation: number) => {
      if (ticks.has(api.FPDFAnnot_GetFormFieldType(environment, annotation))) return false;
      const count = api.FPDFAnnot_GetObjectCount(annotation);
      for (let at = 0; at < count; at += 1) {
        const type = api.FPDFPageObj_GetType(api.FPDFAnnot_GetObject(annotation, at));
        if (type === textObject || type === formObject) return true;
      }
      return false;
    };
    let kept = 0;
    const all = api.FPDFPage_GetAnnotCount(page.handle);
    for (let index = all - 1; index >= 0; index -= 1) {
      const annotation = index < maxAnnotations ? api.FPDFPage_GetAnnot(page.handle, index) : 0;
      const isKept = annotation !== 0 && hasWords(annotation);
      if (annotation !== 0) api.FPDFPage_CloseAnnot(annotation);
      if (isKept) kept += 1;
      else api.FPDFPage_RemoveAnnot(page.handle, index);
    }
    api.PDFiumExt_ExitFormFillEnvironment(environment);
    api.PDFiumExt_CloseFormFillInfo(form);
    return kept > 0;
  });
}
