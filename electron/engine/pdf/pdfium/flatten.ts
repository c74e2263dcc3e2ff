import { AppError } from '../../../../shared/errors/app-error.ts';
import { someAnnotation } from './annotations.ts';
import type { PdfDocument } from './document.ts';
import { readRect } from './geometry.ts';

/** FPDFPage_Flatten: as it is shown on a screen; 0 says that it failed. */
const asShown = 0;
const failed = 0;
/** An annotation of a kind that programs do not know is not to be shown (ISO 32000-1 table 165); they all show the known ones, and PDFium none. */
const invisible = 1;

/**
 * Makes the annotations of a page part of it, as they are drawn, for as long as the document is open; the page must be opened again to see
 * it so. PDFium passes over those without a picture of their own (many highlights and strike-outs), which it makes for them when the page
 * is drawn; and it treats a page that inherits its boxes as letter paper.
 *
 * @param index from 0
 * @throws AppError PDF_PAGE_UNREADABLE
 */
export function flattenAnnotations(document: PdfDocument, index: number): void {
  const { api, guard, memory } = document.pdfium;
  document.withPage(index, (page) => {
    const { handle } = page;
    const count = guard(() => api.FPDFPage_GetAnnotCount(handle));
    if (count === 0) return;
    page.render(1 / Math.max(page.width, page.height));
    const hasFailed = guard(() => {
      someAnnotation(document.pdfium, handle, count, (annotation) => {
        api.FPDFAnnot_SetFlags(annotation, api.FPDFAnnot_GetFlags(annotation) & ~invisible);
        return false;
      });
      const box = memory.withBytes(16, (out) => {
        api.FPDF_GetPageBoundingBox(handle, out);
        return readRect(document.pdfium, out);
      });
      const corners = [box.left, box.bottom, box.right, box.top] as const;
      api.FPDFPage_SetMediaBox(handle, ...corners);
      api.FPDFPage_SetCropBox(handle, ...corners);
      return api.FPDFPage_Flatten(handle, asShown) === failed;
    });
    if (hasFailed) throw new AppError('PDF_PAGE_UNREADABLE', { page: index + 1 });
  });
}
