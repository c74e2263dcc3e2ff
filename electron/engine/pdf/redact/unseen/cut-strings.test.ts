import { expect, test } from 'vitest';
import { listPages, PdfObjects } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { cutsStrings } from './cut-strings.ts';

/** A page whose content is in several streams. */
function pageOf(parts: readonly string[]): boolean {
  const streams = parts.map((part) => `<</Length ${part.length}>>\nstream\n${part}\nendstream`);
  const contents = parts.map((_, at) => `${4 + at} 0 R`).join(' ');
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[${contents}]>>`,
    ...streams,
  ]);
  const objects = PdfObjects.open(bytesSource(pdf));
  return cutsStrings(objects, listPages(objects).at(0));
}

test.each([
  ['a word', ['BT (Jane R', 'oe) Tj ET'], true],
  ['a word in hex', ['BT <4a61', '6e65> Tj ET'], true],
  ['a word within a list', ['BT [(Ja) 20 (n', 'e)] TJ ET'], true],
  ['a word behind a dictionary', ['/P <</MCID 1>> BDC (Ja', 'ne) Tj EMC'], true],
  ['no word: whole ones in two streams', ['BT (Jane) Tj', '(Roe) Tj ET'], false],
  ['no word: a list', ['BT [(Jane) 20', '(Roe)] TJ ET'], false],
  ['no word: brackets within one', [String.raw`BT (Jane \( \(Roe (Doe)) Tj`, 'ET'], false],
  ['no word: a picture whose bytes look so', ['BI /W 1/H 1/BPC 8/CS/G ID ( EI Q', 'q Q'], false],
  ['no word: a remark', ['% (no word\nq', 'Q'], false],
  ['no word: the end of a page', ['q', 'BT (Jane'], false],
])('%s is cut in two', (_, parts, isCut) => {
  expect(pageOf(parts)).toBe(isCut);
});
