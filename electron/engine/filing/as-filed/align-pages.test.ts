import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PagePrint } from '../../pdf/as-filed/page-prints.ts';
import { alignPages } from './align-pages.ts';

const blankLooks = new Uint8Array(768);
/** A page of words of its own. */
const page = (number: number): PagePrint => ({
  words: Array.from({ length: 20 }, (_, at) => number * 100 + at),
  looks: blankLooks,
});
/** Pages without words, each dark in a place of its own. */
const scan = (number: number): PagePrint => {
  const looks = new Uint8Array(768);
  looks.fill(120, number * 16, number * 16 + 16);
  return { words: [], looks };
};
const pages = (...numbers: number[]) => numbers.map(page);

test('pages that are left out and that came are found anywhere', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 39 }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (count, from, length, isScan) => {
        const all = Array.from({ length: count }, (_, at) => (isScan ? scan(at) : page(at)));
        const start = from % count;
        const cut = all.toSpliced(start, length);
        const gone = Array.from({ length: Math.min(length, count - start) }, (_, at) => start + at);
        const left = alignPages(all, cut);
        expect([left.missing, left.extra, left.moved]).toEqual([gone, [], []]);
        const came = alignPages(cut, all);
        expect([came.missing, came.extra, came.moved]).toEqual([[], gone, []]);
      },
    ),
  );
});

test('a page that stands elsewhere is moved, not gone and come', () => {
  expect(alignPages(pages(1, 2, 3, 4, 5), pages(1, 3, 4, 5, 2))).toMatchObject({
    moved: [{ sent: 1, returned: 4 }],
    missing: [],
    extra: [],
  });
});

test('a page in place of another is compared with it; two in place of one are not', () => {
  const replaced = alignPages(pages(1, 2, 3), pages(1, 9, 3));
  expect(replaced.pairs).toEqual([0, 1, 2].map((at) => ({ sent: at, returned: at })));
  expect(replaced.likeness).toBeCloseTo(2 / 3);
  expect(alignPages(pages(1, 2, 3), pages(1, 8, 9, 3))).toMatchObject({ missing: [1], extra: [1, 2] });
});

test('a page that cannot be read is compared with what stands in its place, and otherwise reported as unread', () => {
  expect(alignPages([page(1), null, page(3)], pages(1, 2, 3)).pairs).toHaveLength(3);
  expect(alignPages(pages(1, 3), [page(1), null, page(3)])).toMatchObject({
    extra: [],
    unread: { sent: [], returned: [1] },
  });
});

test('thousands of pages of which some came and some went are aligned within a band', () => {
  const all = Array.from({ length: 3_000 }, (_, at) => page(at));
  const other = all.toSpliced(2_000, 10).toSpliced(0, 0, ...pages(9_001, 9_002));
  const { missing, extra, pairs } = alignPages(all, other);
  expect(missing).toEqual(Array.from({ length: 10 }, (_, at) => 2_000 + at));
  expect(extra).toEqual([0, 1]);
  expect(pairs).toHaveLength(2_990);
});
