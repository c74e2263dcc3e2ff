import { expect, test } from 'vitest';
import { termFinder } from '../../../../shared/domain/redaction/index.ts';
import { pdfiumWasmPath } from '../assemble/testing.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { ownTexts } from './page-texts.ts';

/** Whether a name is found on a page. */
async function isFound(content: string): Promise<boolean> {
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>/ExtGState<</Clear<</ca 0>>/Full<</ca 1>>>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/OCG/Name(L)>>',
  ]);
  const pdfium = await loadPdfium(pdfiumWasmPath);
  const document = openPdf(pdfium, bytesSource(bytes));
  try {
    const find = termFinder(['Jane Roe']);
    return document.withPage(0, (page) => ownTexts(pdfium, page).some(({ text }) => find(text).length > 0));
  } finally {
    document.close();
  }
}

const line = (between: string) => `BT /F 12 Tf 72 700 Td (Jane) Tj ${between} ( Roe) Tj ET`;

test.each([
  ['white', line('1 g (xx) Tj 0 g')],
  ['without ink', line('3 Tr (xx) Tj 0 Tr')],
  ['transparent', line('/Clear gs (xx) Tj /Full gs')],
  ['minute', line('/F 1 Tf (xx) Tj /F 12 Tf')],
  ['in a layer', line('/OC/L BDC (xx) Tj EMC')],
  ['beneath a white box', `${line('(xx) Tj')} 1 g 98 695 13 15 re f`],
  [
    'cut off',
    'BT /F 12 Tf 72 700 Td (Jane) Tj ET q 0 0 9 9 re W n BT /F 12 Tf 99 700 Td (xx) Tj ET Q BT /F 12 Tf 111 700 Td (Roe) Tj ET',
  ],
])('a name is found as it is seen, around letters that are %s', async (_, content) => {
  expect(await isFound(content)).toBe(true);
});

test('letters that are seen part a name', async () => {
  expect(await isFound(line('(xx) Tj'))).toBe(false);
});
