import { expect, test } from 'vitest';
import { pdfOf } from '../objects/testing.ts';
import { withPdf } from '../reader/testing.ts';
import { appearanceText } from './appearance-text.ts';

const stream = (content: string, entries = '') =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const font =
  '/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>/Z<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>';
const look = (content: string) => stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 300 20]${font}`);
const says = (words: string) => look(`BT /F 12 Tf 2 5 Td (${words}) Tj ET`);

/** What appearances on a page show beyond `said`: those of its annotations stand in object 6. */
const shownBy = (annotations: string, appearance: string, said = '') =>
  withPdf(
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 500 500]>>',
      `<</Type/Page/Parent 2 0 R/Contents 4 0 R${font}/Annots[5 0 R]>>`,
      stream('0 0 9 9 re f BT /F 12 Tf 72 400 Td (The page) Tj 0 -20 Td (itself) Tj ET'),
      `<</Type/Annot/Rect[72 200 372 220]${annotations}/AP<</N 6 0 R>>>>`,
      appearance,
    ]),
    (pdf) => pdf.withPage(0, (page) => appearanceText(pdf, page, said)),
  );

test.each([
  ['a stamp', '/Subtype/Stamp'],
  ['a signature', '/Subtype/Widget/FT/Sig/T(seal)'],
  ['a link', '/Subtype/Link'],
])('words are read that only the appearance of %s shows, and none of the page itself', async (_, kind) => {
  expect(await shownBy(kind, says('Received by chambers'))).toBe('Received by chambers');
});

test.each([
  ['that is hidden', '/Subtype/Stamp/F 2', says('Received')],
  ['that draws no words', '/Subtype/Stamp', look('0 0 300 20 re f')],
  ['that is a tick', '/Subtype/Widget/FT/Btn/T(agreed)', look('BT /Z 12 Tf 2 5 Td (4) Tj ET')],
])('nothing is read of an annotation %s', async (_, kind, appearance) => {
  expect(await shownBy(kind, appearance)).toBe('');
});

test('what an annotation says for itself is not read twice; what it shows otherwise is', async () => {
  const field = '/Subtype/Widget/FT/Tx/T(sum)/V(1234)';
  expect(await shownBy(field, says('1 2 3 4'), '1234')).toBe('');
  expect(await shownBy(field, says('$1,234.00'), '1234')).toBe('$1,234.00');
});
