import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePageRanges } from './page-ranges.ts';

test('pages come in the order asked for, each once', () => {
  expect(parsePageRanges('3,1-2,2-4', 5)).toEqual([3, 1, 2, 4]);
  expect(parsePageRanges('4-', 5)).toEqual([4, 5]);
  expect(parsePageRanges(undefined, 3)).toEqual([1, 2, 3]);
});

test.each(['0', '6', '2-6', '0-2', '1-999999999999', '1,7'])(
  '%s names a page that is not there',
  (ranges) => {
    expect(() => parsePageRanges(ranges, 5)).toThrow(expect.objectContaining({ code: 'PDF_PAGE_NOT_FOUND' }));
  },
);

test('a range that runs backwards is told with the one that was meant', () => {
  expect(() => parsePageRanges('4-2', 5)).toThrow(/write 2-4/);
});

test('any list of pages comes back as it was written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (pages) => {
      expect(parsePageRanges(pages.join(','), 500)).toEqual(pages);
    }),
  );
});
