import { expect, test } from 'vitest';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { showsAllButAreas } from './compare-pictures.ts';

const hairlines = Array.from({ length: 60 }, (_, i) => `0 w 72 ${700 - i} m 300 ${700 - i} l S\n`).join('');
const word = (text: string) => `BT /F 12 Tf 72 500 Td (${text}) Tj ET\n`;

/** Two pages of these contents, held against each other. */
async function alike(one: string, other: string): Promise<boolean> {
  const content = (text: string) => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
  const page = (contents: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 7 0 R>>>>/Contents ${contents} 0 R>>`;
  const document = openPdf(
    await loadPdfium(pdfiumWasmPath),
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>',
        page(5),
        page(6),
        content(one),
        content(other),
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ]),
    ),
  );
  try {
    return document.withPage(0, (before) =>
      document.withPage(1, (after) => showsAllButAreas(before, after, [])),
    );
  } finally {
    document.close();
  }
}

test('a word that is missing or another one is seen, however fine the lines beside it', async () => {
  expect(await alike(hairlines + word('notice'), hairlines + word('notice'))).toBe(true);
  expect(await alike(hairlines + word('MMMM'), hairlines)).toBe(false);
  expect(await alike(hairlines, hairlines + word('MMMM'))).toBe(false);
  expect(await alike(word('WWWW'), hairlines + word('WWWW'))).toBe(false);
});
