import type { PageLink } from '../../../../../shared/contract/reader.ts';
import type { Pdfium } from '../../pdfium/library.ts';
import type { PdfPage } from '../../pdfium/page.ts';
import { destinationOf, readDestination } from './destinations.ts';

const actionUri = 3;
const linkLimit = 5_000;
const addressBytes = 2_000;

/**
 * The links of a page that lead somewhere: a place in the document, or an address.
 * Links that would run a program, a script or another file are not links here.
 *
 * @param document FPDF_DOCUMENT
 */
export function readLinks(pdfium: Pdfium, document: number, page: PdfPage): PageLink[] {
  const { api, memory } = pdfium;
  return memory.withBytes(24, (pointer) => {
    const links: PageLink[] = [];
    // PDFium keeps its place in the first number and gives the link in the second.
    for (let seen = 0; seen < linkLimit; seen++) {
      if (!api.FPDFLink_Enumerate(page.handle, pointer, pointer + 4)) break;
      const link = memory.int32(pointer + 4);
      const rect = pointer + 8;
      if (!api.FPDFLink_GetAnnotRect(link, rect)) continue;
      const direct = api.FPDFLink_GetDest(document, link);
      const target = destinationOf(pdfium, document, direct, () => api.FPDFLink_GetAction(link));
      const destination = readDestination(pdfium, document, target);
      const uri = destination ? null : readAddress(pdfium, document, link);
      if (!destination && !uri) continue;
      // FS_RECTF: left, top, right, bottom; files write the corners in any order.
      const [x1, y1, x2, y2] = [0, 4, 8, 12].map((offset) => memory.float32(rect + offset));
      links.push({
        rect: page.toShown({ left: x1!, top: y1!, right: x2!, bottom: y2! }),
        destination,
        uri,
      });
    }
    return links;
  });
}

function readAddress({ api, memory }: Pdfium, document: number, link: number): string | null {
  const action = api.FPDFLink_GetAction(link);
  if (action === 0 || api.FPDFAction_GetType(action) !== actionUri) return null;
  return memory.withBytes(addressBytes, (pointer) => {
    const bytes = api.FPDFAction_GetURIPath(document, action, pointer, addressBytes);
    // Longer than the buffer: nothing was written, and no one could check such an address by eye.
    if (bytes <= 1 || bytes > addressBytes) return null;
    return new TextDecoder().decode(memory.view(pointer, bytes - 1)).trim() || null;
  });
}
