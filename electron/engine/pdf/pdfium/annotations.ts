import type { PdfDocument } from './document.ts';
import type { Pdfium } from './library.ts';
import type { PdfPage } from './page.ts';

const maxAnnotations = 5_000;
/** FPDF_ANNOT_FILEATTACHMENT. */
const fileAttachment = 17;
/** Sound, movie, screen, 3D and rich media (ISO 32000-2 §12.5.6). */
const media: ReadonlySet<number> = new Set([18, 19, 21, 25, 26]);

/**
 * Goes through the annotations of a page, each open for the time of a call. Must be called within `guard`.
 *
 * @param page FPDF_PAGE
 * @param most of them that are looked at
 * @param look is given FPDF_ANNOTATION; where it returns true, those after it are not looked at
 * @returns whether it did
 */
export function someAnnotation(
  { api }: Pdfium,
  page: number,
  most: number,
  look: (annotation: number) => boolean,
): boolean {
  const count = Math.min(most, api.FPDFPage_GetAnnotCount(page));
  for (let at = 0; at < count; at += 1) {
    const annotation = api.FPDFPage_GetAnnot(page, at);
    if (annotation === 0) continue;
    const isEnough = look(annotation);
    api.FPDFPage_CloseAnnot(annotation);
    if (isEnough) return true;
  }
  return false;
}

/** How many annotations of a page carry a file, and how many sound, video or a model in three dimensions. */
export function countCarriers({ pdfium }: PdfDocument, page: PdfPage): { files: number; media: number } {
  const { api } = pdfium;
  return pdfium.guard(() => {
    const found = { files: 0, media: 0 };
    someAnnotation(pdfium, page.handle, maxAnnotations, (annotation) => {
      const subtype = api.FPDFAnnot_GetSubtype(annotation);
      if (subtype === fileAttachment) found.files++;
      if (media.has(subtype)) found.media++;
      return false;
    });
    return found;
  });
}
