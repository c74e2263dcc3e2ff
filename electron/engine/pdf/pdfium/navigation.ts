import type { Destination, OutlineNode, PageLink } from '../../../../shared/contract/reader.ts';
import type { PdfDocument } from './document.ts';
import { geometryOf, readRect } from './geometry.ts';
import type { PdfPage } from './page.ts';

const goToAction = 1;
const uriAction = 3;
const launchAction = 4;
const fitH = 3;
const fitR = 5;
const fitBH = 7;
/** Hostile outlines loop or branch without end. */
const maxBookmarks = 50_000;
const maxDepth = 64;
const maxLinks = 20_000;
const maxAddressBytes = 8_192;

/**
 * The bookmarks, with where each leads. Loops are cut, and what goes past 50,000 bookmarks or 64 levels is left out.
 *
 * @param onCut called where any are left out
 */
export function readOutline(document: PdfDocument, onCut: () => void = () => undefined): OutlineNode[] {
  const { pdfium, handle } = document;
  const { api, memory } = pdfium;
  const seen = new Set<number>();

  function readLevel(parent: number, depth: number): OutlineNode[] {
    const nodes: OutlineNode[] = [];
    let bookmark = api.FPDFBookmark_GetFirstChild(handle, parent);
    while (bookmark !== 0 && !seen.has(bookmark)) {
      if (depth > maxDepth || seen.size === maxBookmarks) {
        onCut();
        break;
      }
      seen.add(bookmark);
      const current = bookmark;
      const direct = api.FPDFBookmark_GetDest(handle, current);
      nodes.push({
        title: memory.utf16((pointer, bytes) => api.FPDFBookmark_GetTitle(current, pointer, bytes), 10_000),
        destination: readDestination(document, direct, () => api.FPDFBookmark_GetAction(current)),
        children: readLevel(current, depth + 1),
      });
      bookmark = api.FPDFBookmark_GetNextSibling(handle, current);
    }
    return nodes;
  }

  return pdfium.guard(() => readLevel(0, 1));
}

/** How many bookmarks an outline holds, all levels. */
export function countBookmarks(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countBookmarks(node.children), 0);
}

/** A page's link annotations; those that lead nowhere we show (launch, another file) have neither destination nor URI. */
export function readLinks(document: PdfDocument, page: PdfPage): PageLink[] {
  const { pdfium, handle } = document;
  const { api, memory } = pdfium;
  const links: PageLink[] = [];
  forEachLink(document, page, (link) => {
    const rect = memory.withBytes(16, (box) =>
      api.FPDFLink_GetAnnotRect(link, box) ? page.toShown(readRect(pdfium, box)) : null,
    );
    if (!rect) return;
    const action = api.FPDFLink_GetAction(link);
    links.push({
      rect,
      destination: readDestination(document, api.FPDFLink_GetDest(handle, link), () => action),
      uri: action !== 0 && api.FPDFAction_GetType(action) === uriAction ? readUri(document, action) : null,
    });
  });
  return links;
}

/** How many link annotations a page has. */
export function countLinks(document: PdfDocument, page: PdfPage): number {
  let count = 0;
  forEachLink(document, page, () => count++);
  return count;
}

/** How many links of a page lead to an address of the web or of mail, and how many start a program or open a file. */
export function countOutwardLinks(document: PdfDocument, page: PdfPage): { web: number; launch: number } {
  const { api } = document.pdfium;
  const found = { web: 0, launch: 0 };
  forEachLink(document, page, (link) => {
    const action = api.FPDFLink_GetAction(link);
    const type = action === 0 ? 0 : api.FPDFAction_GetType(action);
    if (type === uriAction) found.web++;
    if (type === launchAction) found.launch++;
  });
  return found;
}

function forEachLink({ pdfium }: PdfDocument, page: PdfPage, visit: (link: number) => void): void {
  const { api, memory } = pdfium;
  pdfium.guard(() =>
    memory.withBytes(8, (state) => {
      // FPDFLink_Enumerate keeps its place in the first int and returns the link in the second.
      for (let i = 0; i < maxLinks && api.FPDFLink_Enumerate(page.handle, state, state + 4); i++)
        visit(memory.int32(state + 4));
    }),
  );
}

/**
 * Where a link or a bookmark leads, as shown; null when it leads nowhere in the document.
 *
 * @param direct FPDF_DEST of its own, 0 for none
 * @param actionOf its action, asked for where it has none
 */
function readDestination(document: PdfDocument, direct: number, actionOf: () => number): Destination | null {
  const { pdfium, handle, pageCount } = document;
  const { api } = pdfium;
  const action = direct === 0 ? actionOf() : 0;
  const isGoTo = action !== 0 && api.FPDFAction_GetType(action) === goToAction;
  const destination = isGoTo ? api.FPDFAction_GetDest(handle, action) : direct;
  if (destination === 0) return null;
  const page = api.FPDFDest_GetDestPageIndex(handle, destination);
  if (page < 0 || page >= pageCount) return null;
  const place = readPlace(document, destination);
  return { page, y: place && heightOnPage(document, page, place) };
}

/** A point in the axes of a page; null along one that is not named. */
interface NamedPlace {
  readonly x: number | null;
  readonly y: number | null;
}

/** The point a destination names; null when it names the page alone (ISO 32000-2 §12.3.2.2). */
function readPlace({ pdfium: { api, memory } }: PdfDocument, destination: number): NamedPlace | null {
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
function heightOnPage({ pdfium, handle }: PdfDocument, page: number, { x, y }: NamedPlace): number | null {
  const { api, memory } = pdfium;
  const { box, point, rect } = geometryOf(pdfium, handle, page);
  const size = memory.withBytes(8, (pointer) =>
    api.FPDF_GetPageSizeByIndexF(handle, page, pointer)
      ? { width: memory.float32(pointer), height: memory.float32(pointer + 4) }
      : null,
  );
  const { width, height } = rect(box);
  // A page whose boxes contradict the size it is shown at: land on its top.
  if (!size || Math.abs(width - size.width) > 1 || Math.abs(height - size.height) > 1) return null;
  return Math.min(Math.max(point(x ?? box.left, y ?? box.top).y, 0), size.height);
}

function readUri({ pdfium, handle }: PdfDocument, action: number): string | null {
  const { api, memory } = pdfium;
  const bytes = api.FPDFAction_GetURIPath(handle, action, 0, 0);
  if (bytes <= 1 || bytes > maxAddressBytes) return null;
  return memory.withBytes(bytes, (pointer) => {
    api.FPDFAction_GetURIPath(handle, action, pointer, bytes);
    return new TextDecoder().decode(memory.view(pointer, bytes - 1));
  });
}
