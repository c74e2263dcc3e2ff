import type { CSSProperties } from 'react';
import type { Rect } from '../../../../shared/contract/reader.ts';
import type { PageShape } from './page-layout.ts';

/** Quarter turns clockwise by which pages are shown turned, beyond the turn a page has itself. */
export type Turn = 0 | 1 | 2 | 3;

/** Pages as they are laid out once turned. */
export function turnShapes(pages: readonly PageShape[], turn: Turn): readonly PageShape[] {
  return turn % 2 === 0 ? pages : pages.map((page) => ({ ...page, width: page.height, height: page.width }));
}

/**
 * Where a rectangle of a page is once the page is turned. Points.
 *
 * @param shape the page before it is turned
 */
export function turnRect(
  { x, y, width, height }: Rect,
  shape: { readonly width: number; readonly height: number },
  turn: Turn,
): Rect {
  switch (turn) {
    case 0:
      return { x, y, width, height };
    case 1:
      return { x: shape.height - y - height, y: x, width: height, height: width };
    case 2:
      return { x: shape.width - x - width, y: shape.height - y - height, width, height };
    case 3:
      return { x: y, y: shape.width - x - width, width: height, height: width };
  }
}

/** The rectangle of the page for a rectangle of the turned page: the inverse of `turnRect`. */
export function unturnRect(
  rect: Rect,
  shape: { readonly width: number; readonly height: number },
  turn: Turn,
): Rect {
  const turned = turn % 2 === 0 ? shape : { width: shape.height, height: shape.width };
  return turnRect(rect, turned, ((4 - turn) % 4) as Turn);
}

/**
 * Turns what a page holds about its corner, so that it fills the turned page.
 *
 * @param width of the page before it is turned, in CSS pixels
 * @param height likewise
 */
export function turnStyle(turn: Turn, width: number, height: number): CSSProperties {
  if (turn === 0) return { width, height };
  const shift = [
    [0, 0],
    [height, 0],
    [width, height],
    [0, width],
  ][turn]!;
  return {
    width,
    height,
    transformOrigin: '0 0',
    transform: `translate(${shift[0]}px, ${shift[1]}px) rotate(${turn * 90}deg)`,
  };
}
