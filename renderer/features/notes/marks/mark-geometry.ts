import type { CSSProperties } from 'react';
import { unite } from '../../../../shared/domain/rect.ts';
import type { NoteRect } from '../../../../shared/model/notes.ts';

/** Size of a page in points. */
export interface Shape {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in points as a part of its page, whatever size that is shown at. */
export function partStyle({ x, y, width, height }: NoteRect, shape: Shape): CSSProperties {
  return {
    left: `${(x / shape.width) * 100}%`,
    top: `${(y / shape.height) * 100}%`,
    width: `${(width / shape.width) * 100}%`,
    height: `${(height / shape.height) * 100}%`,
  };
}

/** Marks as they are read: from top to bottom, on one line from left to right; what has no place on the page comes first. */
export function inReadingOrder<M extends { readonly rects: readonly NoteRect[] }>(
  marks: readonly M[],
): readonly M[] {
  const placed = marks.map((mark) => ({ mark, first: mark.rects[0] }));
  return placed
    .toSorted((one, other) => {
      if (!one.first || !other.first) return Number(Boolean(one.first)) - Number(Boolean(other.first));
      const line = one.first.y + one.first.height / 2 - (other.first.y + other.first.height / 2);
      const isSameLine = Math.abs(line) < Math.min(one.first.height, other.first.height) / 2;
      return isSameLine ? one.first.x - other.first.x : line;
    })
    .map(({ mark }) => mark);
}

/** Rectangles of pieces of text put together line by line, as a mark over them has them. */
export function mergedByLine(pieces: readonly NoteRect[]): NoteRect[] {
  const lines: NoteRect[] = [];
  for (const piece of pieces) {
    if (piece.width <= 0 || piece.height <= 0) continue;
    const middle = piece.y + piece.height / 2;
    const at = lines.findIndex((line) => middle > line.y && middle < line.y + line.height);
    const line = lines[at];
    if (line) lines[at] = unite(line, piece);
    else lines.push(piece);
  }
  return lines;
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

/** The rectangle between two corners, kept on the page. */
export function boxBetween(
  one: { readonly x: number; readonly y: number },
  other: { readonly x: number; readonly y: number },
  shape: Shape,
): NoteRect {
  const [left, right] = [one.x, other.x].map((x) => within(x, 0, shape.width)).toSorted((a, b) => a - b);
  const [top, bottom] = [one.y, other.y].map((y) => within(y, 0, shape.height)).toSorted((a, b) => a - b);
  return { x: left!, y: top!, width: right! - left!, height: bottom! - top! };
}

/** Smallest side of a box, in points: anything smaller is a slip of the hand. */
export const leastSide = 6;

/**
 * A box after an arrow key: moved, or with its right and lower edge moved, and always on its page.
 *
 * @param step points
 * @returns null when the key is none of the arrows
 */
export function steppedBox(
  box: NoteRect,
  key: string,
  step: number,
  isResizing: boolean,
  shape: Shape,
): NoteRect | null {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!direction) return null;
  const side = isResizing ? 1 : 0;
  return draggedBox(box, { x: side, y: side }, { x: direction[0]! * step, y: direction[1]! * step }, shape);
}

/** Where a box is held: by its edge as a whole (0, 0), or by a side or corner (-1 left or top, 1 right or bottom). */
export interface Grip {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/**
 * A box after it was dragged: moved, or with the sides it was held by moved, and always on its page.
 *
 * @param by how far, in points
 * @example draggedBox(box, { x: 1, y: 0 }, { x: 20, y: 5 }, shape) // 20 points wider
 */
export function draggedBox(
  box: NoteRect,
  grip: Grip,
  by: { readonly x: number; readonly y: number },
  shape: Shape,
): NoteRect {
  const isMoved = grip.x === 0 && grip.y === 0;
  const drag = isMoved ? slid : stretched;
  const [x, width] = drag(box.x, box.width, by.x, shape.width, grip.x);
  const [y, height] = drag(box.y, box.height, by.y, shape.height, grip.y);
  return { x, y, width, height };
}

type Side = readonly [start: number, length: number];

function slid(start: number, length: number, by: number, most: number): Side {
  return [within(start + by, 0, most - length), length];
}

function stretched(start: number, length: number, by: number, most: number, side: -1 | 0 | 1): Side {
  if (side === 0) return [start, length];
  const end = start + length;
  if (side > 0) return [start, within(length + by, leastSide, most - start)];
  const next = within(start + by, 0, end - leastSide);
  return [next, end - next];
}

/** Which way the pointer points that sizes a box. */
export type ResizeCursor = 'ns' | 'ew' | 'nwse' | 'nesw';

const aroundBox: readonly ResizeCursor[] = ['ns', 'nesw', 'ew', 'nwse'];

/**
 * Which way the pointer points over a handle, on a page that is shown turned.
 *
 * @param turn quarter turns clockwise
 * @example resizeCursor({ x: 0, y: -1 }, 1) // 'ew': what was the upper side is the right one
 */
export function resizeCursor({ x, y }: Grip, turn: number): ResizeCursor {
  // From the upper side clockwise, in eighths; an opposite handle points the same way.
  const eighths = Math.round((Math.atan2(x, -y) / Math.PI) * 4) + 2 * turn;
  return aroundBox[((eighths % 4) + 4) % 4]!;
}

/** To a hundredth of a point: finer is noise of the pointer. */
export function roundedBox({ x, y, width, height }: NoteRect): NoteRect {
  const [left, top, wide, high] = [x, y, width, height].map((value) => Math.round(value * 100) / 100);
  return { x: left!, y: top!, width: wide!, height: high! };
}

/**
 * Keeps pins from overlapping: each is as near to where it belongs as the one above it allows.
 *
 * @param pins where each belongs, from the top of the page, in any order
 * @param gap from the top of one to the top of the next
 * @returns the place of each, by its id
 * @example spreadPins([{ id: 'a', top: 10 }, { id: 'b', top: 12 }], 28) // a at 10, b at 38
 */
export function spreadPins(
  pins: readonly { readonly id: string; readonly top: number }[],
  gap: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let least = -Infinity;
  for (const { id, top } of pins.toSorted((one, other) => one.top - other.top)) {
    const place = Math.max(top, least);
    places.set(id, place);
    least = place + gap;
  }
  return places;
}
