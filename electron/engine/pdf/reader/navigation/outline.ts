import type { OutlineNode } from '../../../../../shared/contract/reader.ts';
import type { Pdfium } from '../../pdfium/library.ts';
import { destinationOf, readDestination } from './destinations.ts';

/** As many as exhibits carry. */
const nodeLimit = 50_000;
const levelLimit = 64;
const titleLetters = 500;

interface Outline {
  outline: OutlineNode[];
  /** Whether there are more than the limits let through. */
  isOutlineCut: boolean;
}

/**
 * A document's bookmarks with where they lead. Loops and outlines beyond the limits are cut, never followed forever.
 *
 * @param document FPDF_DOCUMENT
 */
export function readOutline(pdfium: Pdfium, document: number): Outline {
  const { api, memory } = pdfium;
  const seen = new Set<number>();
  let isOutlineCut = false;

  const readLevel = (parent: number, level: number): OutlineNode[] => {
    const nodes: OutlineNode[] = [];
    let bookmark = api.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && !seen.has(bookmark)) {
      if (level > levelLimit || seen.size === nodeLimit) {
        isOutlineCut = true;
        break;
      }
      seen.add(bookmark);
      const direct = api.FPDFBookmark_GetDest(document, bookmark);
      const action = () => api.FPDFBookmark_GetAction(bookmark);
      nodes.push({
        title: memory
          .utf16((pointer, bytes) => api.FPDFBookmark_GetTitle(bookmark, pointer, bytes))
          .replaceAll(/\s+/g, ' ')
          .trim()
          .slice(0, titleLetters),
        destination: readDestination(pdfium, document, destinationOf(pdfium, document, direct, action)),
        children: readLevel(bookmark, level + 1),
      });
      bookmark = api.FPDFBookmark_GetNextSibling(document, bookmark);
    }
    return nodes;
  };

  const outline = readLevel(0, 1);
  return { outline, isOutlineCut };
}
