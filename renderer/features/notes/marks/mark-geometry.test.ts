import { describe, expect, it } from 'vitest';
import {
  boxBetween,
  draggedBox,
  inReadingOrder,
  mergedByLine,
  resizeCursor,
  spreadPins,
  steppedBox,
} from './mark-geometry.ts';

const shape = { width: 612, height: 792 };
const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('the place of marks on a page', () => {
  it('gives their order as they are read, those of the whole page first', () => {
    const marks = [
      { name: 'second line', rects: [rect(72, 120, 50, 12)] },
      { name: 'right', rects: [rect(300, 101, 50, 12)] },
      { name: 'page', rects: [] },
      { name: 'left', rects: [rect(72, 103, 50, 12)] },
    ];
    expect(inReadingOrder(marks).map(({ name }) => name)).toEqual(['page', 'left', 'right', 'second line']);
  });
});

describe('pieces of selected text', () => {
  it('become one rectangle a line', () => {
    const pieces = [
      rect(72, 100, 40, 12),
      rect(112, 101, 60, 11),
      rect(72, 118, 30, 12),
      rect(90, 118, 0, 12),
    ];
    expect(mergedByLine(pieces)).toEqual([rect(72, 100, 100, 12), rect(72, 118, 30, 12)]);
  });
});

describe('a box that is drawn', () => {
  it('lies between the corners, whichever came first, and on the page', () => {
    expect(boxBetween({ x: 200, y: 300 }, { x: 100, y: 250 }, shape)).toEqual(rect(100, 250, 100, 50));
    expect(boxBetween({ x: 600, y: 780 }, { x: 900, y: -5 }, shape)).toEqual(rect(600, 0, 12, 780));
  });

  it('moves by arrows and stops at the edges', () => {
    const box = rect(10, 700, 100, 80);
    expect(steppedBox(box, 'ArrowRight', 12, false, shape)).toEqual(rect(22, 700, 100, 80));
    expect(steppedBox(box, 'ArrowLeft', 12, false, shape)).toEqual(rect(0, 700, 100, 80));
    expect(steppedBox(box, 'ArrowDown', 40, false, shape)).toEqual(rect(10, 712, 100, 80));
  });

  it('grows and shrinks by arrows, never off the page and never to nothing', () => {
    const box = rect(500, 700, 100, 8);
    expect(steppedBox(box, 'ArrowRight', 40, true, shape)).toEqual(rect(500, 700, 112, 8));
    expect(steppedBox(box, 'ArrowUp', 12, true, shape)).toEqual(rect(500, 700, 100, 6));
    expect(steppedBox(box, 'Enter', 12, true, shape)).toBeNull();
  });
});

describe('a box that is dragged', () => {
  const box = rect(100, 200, 50, 40);

  it('moves as a whole by its edge, and stays on its page', () => {
    expect(draggedBox(box, { x: 0, y: 0 }, { x: 12.5, y: -30 }, shape)).toEqual(rect(112.5, 170, 50, 40));
    expect(draggedBox(box, { x: 0, y: 0 }, { x: 9_000, y: -9_000 }, shape)).toEqual(rect(562, 0, 50, 40));
  });

  it('grows and shrinks by a side or a corner, never off the page and never to nothing', () => {
    expect(draggedBox(box, { x: 1, y: 0 }, { x: 20, y: 99 }, shape)).toEqual(rect(100, 200, 70, 40));
    expect(draggedBox(box, { x: -1, y: -1 }, { x: -10, y: 10 }, shape)).toEqual(rect(90, 210, 60, 30));
    expect(draggedBox(box, { x: 1, y: 1 }, { x: 9_000, y: -9_000 }, shape)).toEqual(rect(100, 200, 512, 6));
    expect(draggedBox(box, { x: -1, y: 1 }, { x: 9_000, y: 9_000 }, shape)).toEqual(rect(144, 200, 6, 592));
  });
});

describe('the cursor over a handle', () => {
  const around = [
    { x: 0, y: -1 },
    { x: 1, y: -1 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
    { x: -1, y: 1 },
    { x: -1, y: 0 },
    { x: -1, y: -1 },
  ] as const;

  it('points along the side or the corner, as the page is shown', () => {
    const upright = ['ns', 'nesw', 'ew', 'nwse', 'ns', 'nesw', 'ew', 'nwse'];
    const onItsSide = ['ew', 'nwse', 'ns', 'nesw', 'ew', 'nwse', 'ns', 'nesw'];
    const at = (turn: number) => around.map((grip) => resizeCursor(grip, turn));
    expect([0, 1, 2, 3].map(at)).toEqual([upright, onItsSide, upright, onItsSide]);
  });
});

describe('pins in the margin', () => {
  it('stand where they belong, and below one another where they would overlap', () => {
    const pins = [
      { id: 'third', top: 40 },
      { id: 'first', top: 10 },
      { id: 'second', top: 12 },
      { id: 'far', top: 300 },
    ];
    expect(Object.fromEntries(spreadPins(pins, 28))).toEqual({ first: 10, second: 38, third: 66, far: 300 });
  });
});
