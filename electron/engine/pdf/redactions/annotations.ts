import { AppError } from '../../../../shared/errors/app-error.ts';
import { readRect, someAnnotation, type PageBox, type Pdfium, type PdfPage } from '../pdfium/index.ts';

/** An annotation that may lie over a page's words. */
export interface Annotation {
  /** Where it lies, in the page's own space: the lines it marks, or its rectangle. */
  readonly areas: readonly PageBox[];
  /** Whether it marks what is to be redacted (ISO 32000-2 §12.5.6.23). */
  readonly isRedaction: boolean;
  /** Whether it shows words of its own: a form field, or a comment written on the page. */
  readonly hasWords: boolean;
}

const maxAnnotations = 5_000;
/** FPDF_ANNOT_REDACT. */
const redaction = 28;
/** FPDF_ANNOT_FREETEXT, FPDF_ANNOT_WIDGET. */
const worded = new Set([3, 20]);
/** Notes, links, popups, files and sounds: they cover nothing but by chance. */
const unseen = new Set([1, 2, 16, 17, 18]);
/** Hidden or NoView (ISO 32000-1 §12.5.3). */
const hiddenFlags = 2 | 32;

/**
 * A page's annotations that show, and those that mark what is to be redacted.
 *
 * @throws AppError PDF_LIMIT_EXCEEDED past 5,000 annotations
 */
export function annotationsOver(pdfium: Pdfium, page: PdfPage): Annotation[] {
  const { api, memory } = pdfium;
  return pdfium.guard(() => {
    const annotations: Annotation[] = [];
    if (api.FPDFPage_GetAnnotCount(page.handle) > maxAnnotations)
      throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'annotations on a page' });
    someAnnotation(pdfium, page.handle, maxAnnotations, (annotation) => {
      const subtype = api.FPDFAnnot_GetSubtype(annotation);
      if (!unseen.has(subtype) && (api.FPDFAnnot_GetFlags(annotation) & hiddenFlags) === 0)
        annotations.push({
          areas: memory.withBytes(32, (out) => areasOf(pdfium, annotation, out)),
          isRedaction: subtype === redaction,
          hasWords: worded.has(subtype),
        });
      return false;
    });
    return annotations;
  });
}

function areasOf(pdfium: Pdfium, annotation: number, out: number): PageBox[] {
  const { api, memory } = pdfium;
  const count = Math.min(maxAnnotations, api.FPDFAnnot_CountAttachmentPoints(annotation));
  const lines: PageBox[] = [];
  for (let at = 0; at < count; at += 1) {
    // FS_QUADPOINTSF: four points, x then y.
    if (!api.FPDFAnnot_GetAttachmentPoints(annotation, at, out)) continue;
    const x = [0, 8, 16, 24].map((offset) => memory.float32(out + offset));
    const y = [4, 12, 20, 28].map((offset) => memory.float32(out + offset));
    lines.push({ left: Math.min(...x), right: Math.max(...x), bottom: Math.min(...y), top: Math.max(...y) });
  }
  if (lines.length > 0) return lines;
  return api.FPDFAnnot_GetRect(annotation, out) ? [readRect(pdfium, out)] : [];
}
