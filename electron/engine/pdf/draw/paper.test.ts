import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FontShelf } from './font-shelf.ts';
import { margin, Paper } from './paper.ts';
import { Typesetter } from './typesetter.ts';

const type = new Typesetter(new FontShelf(join(import.meta.dirname, '../../../../assets/fonts')), () => 0);

/** How many lines of a row each page holds, in order: the thin line ends a row. */
function linesOfRows(lines: number): number[] {
  const paper = new Paper(type, { total: 1, running: '', foot: '' });
  for (let row = 0; row < 60; row += 1) {
    const below = Array.from({ length: lines - 1 }, () => ({ text: 'Order' }));
    paper.row([{ x: margin, text: 'Order', below }]);
  }
  return paper.finish().flatMap(({ content }) =>
    content
      .split('0.8 G')
      .slice(0, -1)
      .map((row) => row.match(/Tj/g)?.length ?? 0),
  );
}

test.each([1, 2, 3])('a row of %i lines is on one page', (lines) => {
  expect(linesOfRows(lines)).toEqual(Array.from({ length: 60 }, () => lines));
});

test('of a longer row no line is alone on a page', () => {
  expect(Math.min(...linesOfRows(4))).toBeGreaterThanOrEqual(2);
  expect(Math.min(...linesOfRows(5))).toBeGreaterThanOrEqual(2);
});
