import { expect, test } from 'vitest';
import { bytesSource } from '../../pdf-source.ts';
import { contentResources, PdfObjects } from '../index.ts';
import { pdfOf } from '../testing.ts';

const reachOf = (kind: string, box: string) => {
  const resources = Buffer.from(
    `<</Font<</F<</Type/Font/Subtype/${kind}/FirstChar 65/LastChar 65/Widths[500]/FontDescriptor<</Type/FontDescriptor${box}>>>>>>>>`,
  );
  const objects = PdfObjects.open(
    bytesSource(pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>'])),
  );
  const font = contentResources(objects, { bytes: resources, start: 0, end: resources.length }).font!('F');
  return [font!.below, font!.above];
};

test.each([
  ['brackets that hang down', 'Type1', '/FontBBox[-24 -2960 1454 1772]', [2.96, 1.772]],
  ['ordinary letters', 'Type1', '/FontBBox[-40 -250 1009 750]', [0.35, 1.1]],
  ['a box that was never filled in', 'Type1', '/FontBBox[0 0 0 0]', [0.35, 1.1]],
  ['a box of anything', 'Type1', '/FontBBox[-32768 -32768 32767 32767]', [4, 4]],
  ['no box', 'Type1', '', [0.35, 1.1]],
  [
    'thousands of characters, few of which are shown',
    'TrueType',
    '/FontBBox[-1475 -2463 2867 3117]',
    [0.35, 1.1],
  ],
])('a font of %s reaches as far as its kind and box say', (_, kind, box, expected) => {
  expect(reachOf(kind, box)).toEqual(expected);
});
