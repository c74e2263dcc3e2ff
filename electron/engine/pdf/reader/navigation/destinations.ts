import type { Destination } from '../../../../../shared/contract/reader.ts';
import type { Pdfium } from '../../pdfium/library.ts';
import { geometryOf } from '../../pdfium/geometry.ts';

const actionGoTo = 1;
const fitH = 3;
const fitR = 5;
const fitBH = 7;

/**
 * Where a destination of a document leads, as shown; null when it leads nowhere.
 *
 * @param document FPDF_DOCUMENT
 * @param destination FPDF_DEST, 0 for none
 */
export function readDestination(pdfium: Pdfium, document: number, destination: number): Destination | null {
  if (destination === 0) return null;
  const page = pdfium.api.FPDFDest_GetDestPageIndex(document, destination);
  if (page < 0 || page >= pdfium.api.FPDF_GetPageCount(document)) return null;
  const place = readPlace(pdfium, destination);
  return { page, y: place && heightOnPage(pdfium, document, page, place) };
}

/**
 * The destination of a link or a bookmark: its own, or that of its action, where that goes to a place of the document.
 *
 * @param direct FPDF_DEST, 0 for none
 * @param action asked for where there is none
 * @returns FPDF_DEST, 0 for none
 */
export function destinationOf(
  { api }: Pdfium,
  document: number,
  direct: number,
  action: () => number,
): number {
  if (direct !== 0) return direct;
  const found = action();
  return found !== 0 && api.FPDFAction_GetType(found) === actionGoTo
    ? api.FPDFAction_GetDest(document, found)
    : 0;
}

/** The point a destination names in the axes of its page; null when it names the page alone (ISO 32000-2 §12.3.2.2). */
function readPlace(
  { api, memory }: Pdfium,
  destination: number,
): { x: number | null; y: number | null } | null {
  return memory.withBytes(32, (pointer) => {
    const at = (index: number) => pointer + index * 4;
    if (api.FPDFDest_GetLocationInPage(destination, at(0), at(1), at(2), at(3), at(4), at(5))) {
      const x = memory.int32(at(0)) === 0 ? null : memory.float32(at(3));
      const y = memory.int32(at(1)) === 0 ? null : memory.float32(at(4));
      return x === null && y === null ? null : { x, y };
    }
    const view = api.FPDFDest_GetView(destination, at(0), at(1));
    const count = memory.int32(at(0));
    if ((view === fitH || view === fitBH) && count >= 1) return { x: null, y: memory.float32(at(1)) };
    // FitR: left, bottom, right, top.
    if (view === fitR && count >= 4) return { x: memory.float32(at(1)), y: memory.float32(at(4)) };
    return null;
  });
}

/** Points from the top as shown, from the page's boxes alone: the page itself, which may be large, is not loaded. */
function heightOnPage(
  pdfium: Pdfium,
  document: number,
  page: number,
  place: { x: number | null; y: number | null },
): number | null {
  const { api, memory } = pdfium;
  const { box, point, rect } = geometryOf(pdfium, document, page);
  const size = memory.withBytes(8, (pointer) =>
    api.FPDF_GetPageSizeByIndexF(document, page, pointer)
      ? { width: memory.float32(pointer), height: memory.float32(pointer + 4) }
      : null,
  );
  const { width, height } = rect(box);
  // A page whose boxes contradict the size it is shown at: land on its top.
  if (!size || Math.abs(width - size.width) > 1 || Math.abs(height - size.height) > 1) return null;
  const shown = point(place.x ?? box.left, place.y ?? box.top);
  return Math.min(Math.max(shown.y, 0), size.height);
}
