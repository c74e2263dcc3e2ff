import { describe, expect, it } from 'vitest';
import { InkMap } from './ink-map.ts';
import { otherSpots } from './line-places.ts';
import type { Box } from '../../objects/index.ts';
import type { PagePicture } from './page-look.ts';
import { PageSight, LookAllowance } from './page-sight.ts';
import { PageView } from './page-view.ts';
import { findStickerSpot } from './sticker-place.ts';

type Color = readonly [number, number, number];

const [width, height] = [102, 132];
const white: Color = [255, 255, 255];

/** A picture of so many pixels each way, of what each pixel is. */
function pictureOf(colorAt: (x: number, y: number) => Color): PagePicture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rgba.set([...colorAt(x, y), 255], (y * width + x) * 4);
  return { width, height, rgba };
}

/** Numbers from 0 to before 1, the same each time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}

const isIn = (x: number, y: number, [left, top, right, bottom]: Box) =>
  x >= left && x < right && y >= top && y < bottom;

/** Whether a pixel, counted from the upper left corner, is free. */
const isFreeAt = (map: InkMap, x: number, y: number) =>
  map.isFree((x + 0.25) / width, 1 - (y + 0.75) / height, (x + 0.75) / width, 1 - (y + 0.25) / height);

/** An answer for each pixel, row by row from the top. */
function eachPixel(answer: (x: number, y: number) => boolean): boolean[][] {
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => answer(x, y)));
}

describe('ink on a page', () => {
  it('is what differs from clean paper, in its darkest color or in another', () => {
    const marks: readonly [Box, Color][] = [
      [
        [10, 10, 14, 14],
        [0, 0, 0],
      ],
      [
        [20, 30, 25, 35],
        [255, 255, 200],
      ],
      [
        [60, 100, 61, 101],
        [247, 247, 247],
      ],
      [
        [90, 131, 102, 132],
        [255, 200, 220],
      ],
    ];
    const map = new InkMap(pictureOf((x, y) => marks.find(([box]) => isIn(x, y, box))?.[1] ?? white));
    expect(eachPixel((x, y) => isFreeAt(map, x, y))).toEqual(
      eachPixel((x, y) => !marks.some(([box]) => isIn(x, y, box))),
    );
  });

  it('is not the grain of scanned paper, but the edges of what stands on it', () => {
    const next = sequence(7);
    const stain: Box = [40, 60, 60, 80];
    const map = new InkMap(
      pictureOf((x, y) => {
        const tone = Math.round((isIn(x, y, stain) ? 150 : 235) + next() * 8);
        return [tone, tone, tone];
      }),
    );
    expect(map.isFree(0, 0.45, 1, 0)).toBe(true);
    expect(map.isFree(0, 0, 0.3, 1)).toBe(true);
    expect(isFreeAt(map, 40, 60)).toBe(false);
    expect(isFreeAt(map, 50, 70)).toBe(false);
    expect(isFreeAt(map, 59, 79)).toBe(false);
  });

  it('covers all of a photograph', () => {
    const map = new InkMap(pictureOf((x, y) => [(x * 2) & 255, (y * 2) & 255, (x + y) & 255]));
    expect(map.isFree(0.5, 0.5, 0.51, 0.51)).toBe(false);
    expect(map.isFree(0.5, 0.5, 0.5, 0.5)).toBe(true);
  });

  it('is told the same in whatever order rows are asked about, up to where it ends in the row', () => {
    const next = sequence(3);
    const spots = Array.from({ length: 30 }, () => [next() * width, next() * height] as const);
    const picture = pictureOf((x, y) =>
      spots.some(([left, top]) => isIn(x, y, [left, top, left + 4, top + 3])) ? [90, 0, 0] : white,
    );
    const down = new InkMap(picture);
    const up = new InkMap(picture);
    const first = eachPixel((x, y) => isFreeAt(down, x, y));
    const second = eachPixel((x, y) => isFreeAt(up, x, height - 1 - y));
    expect(second.toReversed()).toEqual(first);
    const ends = first.map((_, y) =>
      Math.round(down.inkEnd(0, 1 - (y + 0.75) / height, 1, 1 - (y + 0.25) / height) * width),
    );
    expect(ends).toEqual(first.map((row) => row.lastIndexOf(false) + 1));
  });
});

describe('the search for a free place', () => {
  it('finds the place that asking about each would find', async () => {
    const next = sequence(11);
    const view = new PageView({ shownBox: [0, 0, 612, 792], turns: 0, userUnit: 1 });
    const size = { width: 120, height: 44 };
    let inside = 0;
    for (let round = 0; round < 6; round += 1) {
      const spots = new Set(
        Array.from({ length: 20 + round * 250 }, () => Math.floor(next() * width * height)),
      );
      // Edges that leave no room, so that what is free lies inside.
      const picture = pictureOf((x, y) =>
        isIn(x, y, [14, 20, width - 14, height - 14]) && !spots.has(y * width + x) ? white : [0, 0, 0],
      );
      const sight = new PageSight(view, {
        isFree: () => false,
        taken: [[200, 300, 260, 340]],
        pictureBytes: 0,
        picture: () => Promise.resolve(picture),
        foresee: () => {},
      });
      await sight.look(new LookAllowance(1, false));
      const isFree = (area: Box) => sight.isFree(area);
      const one = findStickerSpot(view, size, 'bottomRight', sight);
      expect(one).toEqual(findStickerSpot(view, size, 'bottomRight', { isFree, pastInk: () => -Infinity }));
      if (one !== null) inside += 1;
    }
    expect(inside).toBeGreaterThan(1);
    expect(inside).toBeLessThan(6);
  });

  it.each([
    ['of large units', { shownBox: [0, 0, 612, 792], turns: 0, userUnit: 10_000 }],
    ['of great height', { shownBox: [0, 0, 40, 8e6], turns: 0, userUnit: 1 }],
    ['of great width', { shownBox: [0, 0, 8e6, 200], turns: 0, userUnit: 1 }],
  ] as const)('tries no more places on a page %s than on a large plan', (_, space) => {
    const view = new PageView(space);
    const size = { width: 120, height: 44 };
    let tried = 0;
    const tryOne = () => {
      tried += 1;
      if (tried > 250_000) throw new Error('it goes on and on');
      return false;
    };
    expect(
      findStickerSpot(view, size, 'bottomRight', { isFree: tryOne, pastInk: () => -Infinity }),
    ).toBeNull();
    expect(tried).toBeGreaterThan(100);
    tried = 0;
    for (const { area } of otherSpots(view, size, 'right')) if (area[0] >= 0) tryOne();
    expect(tried).toBeGreaterThan(1);
  });
});
