import type { PdfDocument } from './document.ts';
import { saveCopy } from './document.ts';
import type { Pdfium } from './library.ts';

/** What a new document says of itself: PDFium writes when it was made, of which the same pages must give no other bytes. */
const properties = ['CreationDate', 'Creator'];

/**
 * One PDF of the pages of several, in order: pages alone, without bookmarks, names and forms.
 *
 * @param open opens one after the other, with its pages that are wanted, from 1, or null for all; each is closed before the next
 * @returns null where PDFium cannot read all of the pages, or not write them
 */
export function joinPages(
  pdfium: Pdfium,
  open: Iterable<{ document: PdfDocument; only: readonly number[] | null }>,
): Uint8Array | null {
  const { api, guard } = pdfium;
  const joined = guard(() => api.FPDF_CreateNewDocument());
  try {
    let pages = 0;
    for (const { document, only } of open) {
      const { handle, pageCount } = document;
      const isTaken = guard(() =>
        only
          ? api.FPDF_ImportPages(joined, handle, only.join(','), pages)
          : // A null pointer for the list of pages: all.
            api.FPDF_ImportPagesByIndex(joined, handle, 0, 0, pages),
      );
      if (!isTaken) return null;
      pages += only?.length ?? pageCount;
    }
    for (const property of properties) guard(() => api.EPDF_SetMetaText(joined, property, 0));
    return saveCopy(pdfium, joined);
  } finally {
    if (!pdfium.isBroken) api.FPDF_CloseDocument(joined);
  }
}
