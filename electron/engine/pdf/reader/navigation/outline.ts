import type { OutlineNode } from '../../../../../shared/contract/reader.ts';
import type { Pdfium } from '../../pdfium/library.ts';
import { readDestination } from './destinations.ts';

const nodeLimit = 20_000;
const depthLimit = 32;
const titleLetters = 500;
const actionGoTo = 1;

/**
 * A document's bookmarks with where they lead. Loops and outlines beyond the limits are cut, never followed for ever.
 *
 * @param document FPDF_DOCUMENT
 */
export function readOutline(pdfium: Pdfium, document: number): OutlineNode[] {
  const { api, memory } = pdfium;
  const seen = new Set<number>();

  const readLevel = (parent: number, depth: number): OutlineNode[] => {
    const nodes: OutlineNode[] = [];
    let bookmark = api.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && !seen.has(bookmark) && seen.size < nodeLimit) {
      seen.add(bookmark);
      nodes.push({
        title: memory
          .utf16((pointer, bytes) => api.FPDFBookmark_GetTitle(bookmark, pointer, bytes))
          .replaceAll(/\s+/g, ' ')
          .trim()
          .slice(0, titleLetters),
        destination: readDestination(pdfium, document, destinationOf(bookmark)),
        children: depth < depthLimit ? readLevel(bookmark, depth + 1) : [],
      });
      bookmark = api.FPDFBookmark_GetNextSibling(document, bookmark);
    }
    return nodes;
  };

  const destinationOf = (bookmark: number): number => {
    const direct = api.FPDFBookmark_GetDest(document, bookmark);
    if (direct !== 0) return direct;
    const action = api.FPDFBookmark_GetAction(bookmark);
    return action !== 0 && api.FPDFAction_GetType(action) === actionGoTo
      ? api.FPDFAction_GetDest(document, action)
      : 0;
  };

  return readLevel(0, 0);
}
