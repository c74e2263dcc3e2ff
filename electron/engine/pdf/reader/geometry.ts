import type { Rect } from '../../../../shared/contract/reader.ts';
import { overlap } from '../../../../shared/domain/rect.ts';

/** Whether any part of a rectangle lies on a page of that size. */
export function isOnPage(rect: Rect, { width, height }: { width: number; height: number }): boolean {
  return overlap(rect, { x: 0, y: 0, width, height });
}
