import { describe, expect, test } from 'vitest';
import {
  findPage,
  fitScale,
  fullSize,
  gap,
  layOut,
  pageAt,
  pageName,
  pagesBetween,
  placeAt,
  placeOn,
  rowWith,
  stepScale,
  topOf,
  type PageShape,
} from './page-layout.ts';

const letter = (label: string | null = null): PageShape => ({ width: 612, height: 792, label });
const wide: PageShape = { width: 1_224, height: 792, label: null };

test('pages stand under one another with a gap around each', () => {
  const layout = layOut([letter(), wide, letter()], 0.5);
  expect([...layout.tops]).toEqual([gap, gap + 396 + gap, gap + 2 * (396 + gap)]);
  expect([...layout.rowTops]).toEqual([...layout.tops, gap + 3 * (396 + gap)]);
  expect(layout.width).toBe(612 + 2 * gap);
});

test('the width is fitted to the usual page, within limits', () => {
  expect(fitScale([letter(), wide, letter()], 612)).toBe(1);
  expect(fitScale([letter()], 10)).toBe(0.1 * fullSize);
  expect(fitScale([letter()], 100_000)).toBe(4 * fullSize);
});

test('where the width is fitted, a page too wide for it is made smaller by itself', () => {
  const layout = layOut([letter(), wide], 1, { fitWidthPx: 612 });
  expect([...layout.scales]).toEqual([1, 0.5]);
  expect(layout.width).toBe(612 + 2 * gap);
  expect(layout.height).toBe(gap + 792 + gap + 396 + gap);
});

test('two pages stand side by side, the first alone where it is a cover', () => {
  const pages = [letter(), letter(), letter(), letter()];
  const book = layOut(pages, 1, { view: 'two', isCoverAlone: true });
  expect([...book.rows]).toEqual([0, 1, 3, 4]);
  expect([...book.lefts]).toEqual([gap / 2, -612 - gap / 2, gap / 2, gap / 2]);
  expect(book.tops[1]).toBe(book.tops[2]);
  expect(book.width).toBe(2 * 612 + gap + 2 * gap);
  const pairs = layOut(pages, 1, { view: 'two' });
  expect([...pairs.rows]).toEqual([0, 2, 4]);
  expect(rowWith(pairs, 3)).toEqual({ first: 2, last: 3 });
  expect(pagesBetween(pairs, 0, 100)).toEqual({ first: 0, last: 1 });
});

test('side by side, each page has half of the width that is fitted', () => {
  const width = 2 * 306 + gap;
  expect(fitScale([letter()], width, { view: 'two' })).toBe(0.5);
  const layout = layOut([letter(), wide], 1, { view: 'two', fitWidthPx: 2 * 612 + gap });
  expect([...layout.scales]).toEqual([1, 0.5]);
});

test('one page at a time is all there is, in the middle of the room it leaves', () => {
  const layout = layOut([letter(), wide, letter()], 0.5, { view: 'single', only: 1, roomPx: 1_000 });
  expect(layout.tops[1]).toBe(302);
  expect(layout.height).toBe(1_000);
  expect(pagesBetween(layout, 0, 1_000)).toEqual({ first: 1, last: 1 });
  expect(topOf(layout, { page: 1, part: 0 })).toBe(302);
});

test('the whole page is fitted where its height is the narrower', () => {
  expect(fitScale([letter()], 612, { heightPx: 396 })).toBe(0.5);
  const layout = layOut([letter(), { width: 612, height: 1_584, label: null }], 0.5, { fitHeightPx: 396 });
  expect([...layout.scales]).toEqual([0.5, 0.25]);
});

test('a height on a page is a place in its row', () => {
  const layout = layOut([wide, letter(), letter()], 2, { view: 'two' });
  const place = placeOn(layout, 1, 100);
  expect(place.page).toBe(1);
  expect(topOf(layout, place)).toBeCloseTo(layout.tops[1]! + 200);
});

test('a height lies on its page, and in a gap on the page above', () => {
  const layout = layOut([letter(), letter(), letter()], 1);
  expect(pageAt(layout, -50)).toBe(0);
  expect(pageAt(layout, layout.tops[1]! - 1)).toBe(0);
  expect(pageAt(layout, layout.tops[1]!)).toBe(1);
  expect(pageAt(layout, 1_000_000)).toBe(2);
  expect(pagesBetween(layout, layout.tops[0]!, layout.tops[1]! + 5)).toEqual({ first: 0, last: 1 });
});

test('a place stays the same place at another zoom', () => {
  const pages = Array.from({ length: 50 }, () => letter());
  const [small, large] = [layOut(pages, 0.7), layOut(pages, 2.9)];
  const place = placeAt(small, 12_345);
  expect(placeAt(large, topOf(large, place)).page).toBe(place.page);
  expect(placeAt(large, topOf(large, place)).part).toBeCloseTo(place.part, 2);
});

test('pages that would be higher together than a browser scrolls are made smaller', () => {
  const layout = layOut(
    Array.from({ length: 9_000 }, () => letter()),
    4 * fullSize,
  );
  expect(layout.height).toBeLessThanOrEqual(32_000_000);
  expect(layout.height).toBeGreaterThan(31_900_000);
  expect(layout.scale).toBe(layout.scales[8_999]);
});

test('zoom goes by steps and stops at its ends', () => {
  expect(stepScale(fullSize, 1)).toBeCloseTo(1.1 * fullSize);
  expect(stepScale(fullSize, -1)).toBeCloseTo(0.9 * fullSize);
  expect(stepScale(1.05 * fullSize, 1)).toBeCloseTo(1.1 * fullSize);
  expect(stepScale(4 * fullSize, 1)).toBeCloseTo(4 * fullSize);
  expect(stepScale(0.25 * fullSize, -1)).toBeCloseTo(0.25 * fullSize);
});

describe('a page is found', () => {
  const pages = [
    letter('i'),
    letter('ii'),
    letter('iv'),
    letter('AMZ000123'),
    letter('AMZ000124'),
    letter('2'),
  ];
  test.each([
    ['by its label', 'AMZ000123', 3],
    ['by its label in any case', ' Iv ', 2],
    ['by its label before its number', '2', 5],
    ['by its number', '3', 2],
    ['by the digits its label ends in', '124', 4],
    ['not at all when there is none such', '99', null],
    ['not at all for other words', 'xii', null],
    ['not at all when nothing was typed', '  ', null],
  ])('%s', (_name, typed, page) => {
    expect(findPage(pages, typed)).toBe(page);
  });
});

test('a page is named to the ear by number and label', () => {
  const pages = [letter(), letter('AMZ000012')];
  expect(pageName(pages, 0)).toBe('Page 1 of 2');
  expect(pageName(pages, 1)).toBe('Page 2 of 2, AMZ000012');
});
