import { expect, test } from 'vitest';
import { turnRect, unturnRect, type Turn } from '../pages/turned.ts';
import { passageRect } from './passage.ts';

const shape = { width: 600, height: 800, label: null };
const frame = { left: 100, top: 50, width: 1_200, height: 1_600 };
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

test('the passage is what the selected lines cover, with a margin, in points of the page', () => {
  const lines = [box(300, 250, 700, 270), box(200, 280, 500, 300)];
  expect(passageRect(lines, frame, shape, 0)).toEqual({ x: 47.5, y: 94, width: 255, height: 37 });
});

test('what lies on another page is left out, and the margin stays on the page', () => {
  const lines = [box(100, 50, 300, 90), box(100, 5_000, 300, 5_040)];
  expect(passageRect(lines, frame, shape, 0)).toEqual({ x: 0, y: 0, width: 102.5, height: 26 });
  expect(passageRect([box(100, 5_000, 300, 5_040)], frame, shape, 0)).toBeNull();
});

test('a click covers nothing', () => {
  expect(passageRect([box(300, 250, 303, 253)], frame, shape, 0)).toBeNull();
});

test('on a turned page it is the same part of the page', () => {
  const turnedFrame = { left: 0, top: 0, width: 800, height: 600 };
  const part = { x: 60, y: 80, width: 200, height: 40 };
  const shown = turnRect(part, shape, 1);
  const seen = box(shown.x, shown.y, shown.x + shown.width, shown.y + shown.height);
  expect(passageRect([seen], turnedFrame, shape, 1, { x: 0, y: 0 })).toEqual(part);
});

test.each([0, 1, 2, 3] as const)(
  'a rectangle turned by %i quarters and back is where it was',
  (turn: Turn) => {
    const part = { x: 10, y: 20, width: 30, height: 40 };
    expect(unturnRect(turnRect(part, shape, turn), shape, turn)).toEqual(part);
  },
);
