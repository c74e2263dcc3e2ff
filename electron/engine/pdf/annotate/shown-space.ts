import type { NoteRect } from '../../../../shared/model/notes.ts';
import type { SourcePage } from '../objects/index.ts';

type Point = readonly [number, number];

/** Maps from a page as shown (points from its top left, rotation applied) to the page's own space (ISO 32000-1 §8.3.2.3). */
export interface ShownSpace {
  /** Points. */
  readonly width: number;
  readonly height: number;
  point(x: number, y: number): Point;
  /** The part of a rectangle that is on the page; null where none is. */
  within(rect: NoteRect): NoteRect | null;
  /** The corners of a rectangle: top left, top right, bottom left, bottom right as shown. */
  corners(rect: NoteRect): readonly [Point, Point, Point, Point];
}

/** @example shownSpace({ shownBox: [0, 0, 612, 792], turns: 0 }).point(72, 72) // [72, 720] */
export function shownSpace({ shownBox, turns }: Pick<SourcePage, 'shownBox' | 'turns'>): ShownSpace {
  const [left, bottom, right, top] = shownBox;
  const point = (x: number, y: number): Point => {
    switch (turns) {
      case 1:
        return [left + y, bottom + x];
      case 2:
        return [right - x, bottom + y];
      case 3:
        return [right - y, top - x];
      default:
        return [left + x, top - y];
    }
  };
  const isSideways = turns % 2 === 1;
  const [across, up] = [right - left, top - bottom];
  const [shownWidth, shownHeight] = isSideways ? [up, across] : [across, up];
  return {
    width: shownWidth,
    height: shownHeight,
    point,
    within({ x, y, width, height }) {
      const [from, to] = [Math.max(0, x), Math.min(shownWidth, x + width)];
      const [above, below] = [Math.max(0, y), Math.min(shownHeight, y + height)];
      return from < to && above < below
        ? { x: from, y: above, width: to - from, height: below - above }
        : null;
    },
    corners: ({ x, y, width, height }) => [
      point(x, y),
      point(x + width, y),
      point(x, y + height),
      point(x + width, y + height),
    ],
  };
}
