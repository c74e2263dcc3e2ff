import type { PdfDocument } from './document.ts';
import type { PdfPage } from './page.ts';

const maxAnnotations = 5_000;
/** FPDF_ANNOT_FILEATTACHMENT. */
const fileAttachment = 17;
/** Sound, movie, screen, 3D and rich media (ISO 32000-2 §12.5.6). */
const media: ReadonlySet<number> = new Set([18, 19, 21, 25, 26]);

/** How many annotations of a page carry a file, and how many sound, video or a model in three dimensions. */
export function countCarriers({ pdfium }: PdfDocument, page: PdfPage): { files: number; media: number } {
  const { api } = pdfium;
  return pdfium.guard(() => {
    const found = { files: 0, media: 0 };
    const count = Math.min(maxAnnotations, api.FPDFPage_GetAnnotCount(page.handle));
    for (let at = 0; at < count; at += 1) {
      const annotation = api.FPDFPage_GetAnnot(page.handle, at);
      if (annotation === 0) continue;
      const subtype = api.FPDFAnnot_GetSubtype(annotation);
      if (subtype === fileAttachment) found.files++;
      if (media.has(subtype)) found.media++;
      api.FPDFPage_CloseAnnot(annotation);
    }
    return found;
  });
}
