import type { PdfDocument } from './document.ts';
import { saveCopy } from './document.ts';
import type { Pdfium } from './library.ts';

/** What a new document says of itself: PDFium writes when it was made, of which the same pages must give no other bytes. */
const properties = ['CreationDate', 'Creator'];

/**
 * One PDF of all pages of several, in order: pages alone, without bookmarks, names and forms.
 *
 * @param open opens one after the other; each is closed before the next
 * @returns null where PDFium cannot read all of the pages, or not write them
 */
export function joinPages(pdfium: Pdfium, open: Iterable<PdfDocument>): Uint8Array | null {
  const { api, guard } = pdfium;
  const joined = guard(() => api.FPDF_CreateNewDocument());
  try {
    let pages = 0;
    for (const { handle, pageCount } of open) {
      // A null pointer for the list of pages: all.
      if (!guard(() => api.FPDF_ImportPagesByIndex(joined, handle, 0, 0, pages))) return null;
      pages += pageCount;
    }
    for (const property of properties) guard(() => api.EPDF_SetMetaText(joined, property, 0));
    return saveCopy(pdfium, joined);
  } finally {
    if (!pdfium.isBroken) api.FPDF_CloseDocument(joined);
  }
}
