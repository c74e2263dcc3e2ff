import type { Rect } from '../../../../shared/contract/reader.ts';
import type { PageShape } from '../pages/page-layout.ts';
import { unturnRect, type Turn } from '../pages/turned.ts';

/** A part of a page that is enlarged. */
export interface Passage {
  /** From 0. */
  readonly page: number;
  /** Points of the page as the document has it, not turned. */
  readonly rect: Rect;
  /** Its words, for those who do not see it; empty where they are not known. */
  readonly text: string;
}

/** Left free around words, in points: less beside them, where their neighbors are. */
const wordMargin = { x: 2.5, y: 6 };
/** Anything smaller was a click, not a drag. CSS pixels. */
const leastPx = 8;

/**
 * The part of a page that rectangles of the window cover.
 *
 * @param boxes rectangles in CSS pixels of the window
 * @param frame the page's own rectangle there
 * @param margin left free around them, in points
 * @returns points of the page not turned; null where nothing of the page is covered
 * @example passageRect([selectedLine], page.getBoundingClientRect(), shape, 0)
 */
export function passageRect(
  boxes: readonly Pick<DOMRectReadOnly, 'left' | 'top' | 'right' | 'bottom'>[],
  frame: Pick<DOMRectReadOnly, 'left' | 'top' | 'width' | 'height'>,
  shape: PageShape,
  turn: Turn,
  margin = wordMargin,
): Rect | null {
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height];
  const within = boxes.filter(
    (box) =>
      Math.min(box.right, right) - Math.max(box.left, frame.left) > 1 &&
      Math.min(box.bottom, bottom) - Math.max(box.top, frame.top) > 1,
  );
  if (within.length === 0) return null;
  const turned = turn % 2 === 0 ? shape : { width: shape.height, height: shape.width };
  const scale = turned.width / frame.width;
  const at = {
    left: Math.min(...within.map((box) => box.left)),
    top: Math.min(...within.map((box) => box.top)),
    right: Math.max(...within.map((box) => box.right)),
    bottom: Math.max(...within.map((box) => box.bottom)),
  };
  if (at.right - at.left < leastPx || at.bottom - at.top < leastPx / 2) return null;
  const x = Math.max(0, (at.left - frame.left) * scale - margin.x);
  const y = Math.max(0, (at.top - frame.top) * scale - margin.y);
  const rect = {
    x,
    y,
    width: Math.min(turned.width, (at.right - frame.left) * scale + margin.x) - x,
    height: Math.min(turned.height, (at.bottom - frame.top) * scale + margin.y) - y,
  };
  return unturnRect(rect, shape, turn);
}

/** Of the pages in the document, the one a rectangle of the window covers most of. */
export function pageUnder(pages: Element, box: DOMRectReadOnly): HTMLElement | null {
  let best: HTMLElement | null = null;
  let most = 0;
  for (const section of pages.querySelectorAll<HTMLElement>('section[data-page]:not([inert])')) {
    const frame = section.getBoundingClientRect();
    const width = Math.min(box.right, frame.right) - Math.max(box.left, frame.left);
    const height = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
    if (width <= 0 || height <= 0 || width * height <= most) continue;
    most = width * height;
    best = section;
  }
  return best;
}
