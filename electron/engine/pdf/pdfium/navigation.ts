import type { Destination, OutlineNode, Rect } from '../../../../shared/contract/reader.ts';
import type { z } from 'zod';
import type { PdfDocument } from './document.ts';
import { geometryOf, readRect, type Geometry } from './geometry.ts';
import type { PdfPage } from './page.ts';

export type PdfDestination = z.infer<typeof Destination>;
export interface PdfLink {
  readonly rect: Rect;
  readonly destination: PdfDestination | null;
  readonly uri: string | null;
}

const goToAction = 1;
const uriAction = 3;
const launchAction = 4;
/** Hostile outlines loop or branch without end. */
const maxBookmarks = 50_000;
const maxDepth = 64;
const maxLinks = 20_000;

/**
 * The bookmarks, with where each leads. Loops are cut, and what goes past 50,000 bookmarks or 64 levels is left out.
 */
export function readOutline(document: PdfDocument): OutlineNode[] {
  const { pdfium, handle } = document;
  const { api, memory } = pdfium;
  const geometries = new Map<number, Geometry>();
  const seen = new Set<number>();

  function readLevel(parent: number, depth: number): OutlineNode[] {
    const nodes: OutlineNode[] = [];
    let bookmark = api.FPDFBookmark_GetFirstChild(handle, parent);
    while (bookmark !== 0 && !seen.has(bookmark) && seen.size < maxBookmarks) {
      seen.add(bookmark);
      const current = bookmark;
      nodes.push({
        title: memory.utf16((pointer, bytes) => api.FPDFBookmark_GetTitle(current, pointer, bytes), 10_000),
        destination: readDestination(document, bookmarkDestination(current), geometries),
        children: depth < maxDepth ? readLevel(current, depth + 1) : [],
      });
      bookmark = api.FPDFBookmark_GetNextSibling(handle, current);
    }
    return nodes;
  }

  function bookmarkDestination(bookmark: number): number {
    const direct = api.FPDFBookmark_GetDest(handle, bookmark);
    if (direct !== 0) return direct;
    const action = api.FPDFBookmark_GetAction(bookmark);
    return action !== 0 && api.FPDFAction_GetType(action) === goToAction
      ? api.FPDFAction_GetDest(handle, action)
      : 0;
  }

  return pdfium.guard(() => readLevel(0, 1));
}

/** How many bookmarks an outline holds, all levels. */
export function countBookmarks(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countBookmarks(node.children), 0);
}

/** A page's link annotations; those that lead nowhere we show (launch, another file) have neither destination nor URI. */
export function readLinks(document: PdfDocument, page: PdfPage): PdfLink[] {
  const { pdfium, handle } = document;
  const { api, memory } = pdfium;
  const geometries = new Map<number, Geometry>();
  const links: PdfLink[] = [];
  forEachLink(document, page, (link) => {
    const rect = memory.withBytes(16, (box) =>
      api.FPDFLink_GetAnnotRect(link, box) ? page.toShown(readRect(pdfium, box)) : null,
    );
    if (!rect) return;
    const action = api.FPDFLink_GetAction(link);
    const type = action === 0 ? 0 : api.FPDFAction_GetType(action);
    const goal =
      api.FPDFLink_GetDest(handle, link) ||
      (type === goToAction ? api.FPDFAction_GetDest(handle, action) : 0);
    links.push({
      rect,
      destination: readDestination(document, goal, geometries),
      uri: type === uriAction ? readUri(document, action) : null,
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

function readDestination(
  { pdfium, handle, pageCount }: PdfDocument,
  destination: number,
  geometries: Map<number, Geometry>,
): PdfDestination | null {
  if (destination === 0) return null;
  const { api, memory } = pdfium;
  const page = api.FPDFDest_GetDestPageIndex(handle, destination);
  if (page < 0 || page >= pageCount) return null;
  return memory.withBytes(24, (out) => {
    // FPDF_BOOL hasX, hasY, hasZoom; FS_FLOAT x, y, zoom.
    const isRead = api.FPDFDest_GetLocationInPage(
      destination,
      out,
      out + 4,
      out + 8,
      out + 12,
      out + 16,
      out + 20,
    );
    if (!isRead || memory.int32(out + 4) === 0) return { page, y: null };
    const x = memory.int32(out) === 0 ? 0 : memory.float32(out + 12);
    let geometry = geometries.get(page);
    if (!geometry) geometries.set(page, (geometry = geometryOf(pdfium, handle, page)));
    return { page, y: Math.max(0, geometry.point(x, memory.float32(out + 16)).y) };
  });
}

function readUri({ pdfium, handle }: PdfDocument, action: number): string | null {
  const { api, memory } = pdfium;
  const bytes = Math.min(api.FPDFAction_GetURIPath(handle, action, 0, 0), 8_192);
  if (bytes <= 1) return null;
  return memory.withBytes(bytes, (pointer) => {
    api.FPDFAction_GetURIPath(handle, action, pointer, bytes);
    return new TextDecoder().decode(memory.view(pointer, bytes - 1));
  });
}
