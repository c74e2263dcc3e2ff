import type { Rect } from '../../../../shared/contract/reader.ts';

/** A page's box in its own axes, y counting upwards. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Where a point of a page lies as shown, from the page's box and its own rotation alone (ISO 32000-2 §7.7.3.3).
 *
 * @param box what is shown: the crop box within the media box
 * @param quarterTurns the page's rotation clockwise, in quarters: 0 to 3
 * @returns points from the top left
 * @example pointToShown({ left: 0, bottom: 0, right: 612, top: 792 }, 0, { x: 72, y: 720 }) // { x: 72, y: 72 }
 */
export function pointToShown(
  { left, bottom, right, top }: Box,
  quarterTurns: number,
  { x, y }: { x: number; y: number },
): { x: number; y: number } {
  switch (((quarterTurns % 4) + 4) % 4) {
    case 1:
      return { x: y - bottom, y: x - left };
    case 2:
      return { x: right - x, y: y - bottom };
    case 3:
      return { x: top - y, y: right - x };
    default:
      return { x: x - left, y: top - y };
  }
}

/** Whether any part of a rectangle lies on a page of that size. */
export function isOnPage(rect: Rect, size: { width: number; height: number }): boolean {
  return rect.x < size.width && rect.y < size.height && rect.x + rect.width > 0 && rect.y + rect.height > 0;
}
