import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bitmap } from '../pdfium/index.ts';
import { differingArea, isInked } from './compare-pixels.ts';

const size = 200;
type Area = readonly [left: number, top: number, width: number, height: number];

/** White paper with areas of a gray. */
function paper(grey: number, ...areas: readonly Area[]): Bitmap {
  const rgba = new Uint8Array(size * size * 4).fill(255);
  for (const [left, top, width, height] of areas)
    for (let y = top; y < top + height; y += 1)
      for (let x = left; x < left + width; x += 1)
        rgba.fill(grey, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return { width: size, height: size, rgba };
}
const place = fc.integer({ min: 2, max: size - 10 });

test('a full stop that went is found wherever it stood', () => {
  fc.assert(
    fc.property(place, place, (x, y) => {
      const area = differingArea(paper(0, [x, y, 2, 2]), paper(0), []);
      expect(area).toMatchObject({ left: expect.any(Number) });
      expect([area!.left <= x, area!.right >= x + 2, area!.top <= y, area!.bottom >= y + 2]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(differingArea(paper(0), paper(0, [x, y, 2, 2]), [])).not.toBeNull();
    }),
  );
});

test('what moved by a pixel, or is a shade lighter, is the same', () => {
  expect(differingArea(paper(0, [40, 40, 60, 3]), paper(0, [41, 41, 60, 3]), [])).toBeNull();
  expect(differingArea(paper(0, [40, 40, 60, 3]), paper(60, [40, 40, 60, 3]), [])).toBeNull();
  expect(differingArea(paper(0, [40, 40, 60, 3]), paper(0, [43, 43, 60, 3]), [])).not.toBeNull();
});

test('a pale surface that went is found, and what is ignored is not', () => {
  const pale = paper(230, [60, 60, 120, 120]);
  expect(differingArea(pale, paper(255), [])).not.toBeNull();
  expect(differingArea(pale, paper(255), [{ left: 60, top: 60, right: 180, bottom: 180 }])).toBeNull();
});

test('an area is inked where it shows more than its ground', () => {
  const area = { left: 20, top: 20, right: 80, bottom: 40 };
  expect(isInked(paper(0), area)).toBe(false);
  expect(isInked(paper(0, [0, 0, size, size]), area)).toBe(false);
  expect(isInked(paper(0, [30, 30, 10, 2]), area)).toBe(true);
});
