import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import { pdfiumWasmPath } from '../assemble/testing.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { listPages, PdfObjects } from '../objects/index.ts';
import { pdfOf } from '../objects/testing.ts';
import { leftBehind } from './left-behind.ts';
import { loadPdfium, openPdf, readOutline } from '../pdfium/index.ts';
import { bytesSource } from '../pdf-source.ts';

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterEach(() => rmSync(at('copy.pdf'), { force: true }));
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;
const words = (text: string) => `BT /F 12 Tf 72 700 Td (${text}) Tj ET\n`;
/** A form whose letters have codes that only its font reads: nobody who looks into the file finds the words, and everybody can draw them. */
const codes = Buffer.from([...'Jane Roe'].map((letter) => letter.charCodeAt(0) + 96)).toString('hex');
const names = Array.from({ length: 90 }, (_, i) => String.fromCharCode(i + 32)).map((sign) =>
  /[A-Za-z]/.test(sign) ? sign : 'space',
);
const coded = (entries = '') =>
  stream(
    `/Type/XObject/Subtype/Form/BBox[0 0 200 30]/Resources<</Font<</F 5 0 R>>>>${entries}`,
    `BT /F 12 Tf 4 9 Td <${codes}> Tj ET`,
  );
const form = (entries = '') =>
  stream(`/Type/XObject/Subtype/Form/BBox[0 0 200 30]${entries}`, '0 0 3 3 re f');

/** A page, redacted of a name; objects of the caller's begin at 8. */
function redact(
  content: string,
  entries: string,
  more: readonly string[],
  catalog = '',
  wishes: Pick<Parameters<TestEngine['client']['pdf.redact']>[0], 'terms' | 'areas'> = {
    terms: ['Jane Roe'],
  },
): Promise<RedactedCopy> {
  const pdf = pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[6 0 R]>>',
    '<</Font<</F 4 0 R>>/XObject<</X 8 0 R>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[128/${names.join('/')}]>>>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 3 0 R/Contents 7 0 R${entries}>>`,
    stream('', words('One.') + content),
    ...more,
  ]);
  writeFileSync(at('source.pdf'), pdf);
  return t.client['pdf.redact']({
    source: { path: at('source.pdf') },
    target: { path: at('copy.pdf') },
    ...wishes,
  });
}
const copied = () => readFileSync(at('copy.pdf'), 'latin1');

const stamp = (entries: string) => `/Annots[<</Type/Annot/Subtype/Stamp/Rect[72 500 272 530]${entries}>>]`;

test.each<[string, string, readonly string[]]>([
  ['a hidden annotation', stamp('/F 2/AP<</N 8 0 R>>'), [coded()]],
  ['what a click on an annotation shows', stamp('/AP<</N 9 0 R/D 8 0 R>>'), [coded(), form()]],
  ['a state that an annotation is not in', stamp('/AS/A/AP<</N<</A 9 0 R/B 8 0 R>>>>'), [coded(), form()]],
  ['a form that a page without an end of its state names', '', [coded()]],
])('%s stays behind', async (_, entries, more) => {
  const copy = await redact(' q ', entries, more);
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(copied()).not.toContain(codes);
});

test('a page is drawn anew where its content does not tell which of the forms that it names it shows', async () => {
  const copy = await redact(' Q Q ', '', [coded()]);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  expect(copied()).not.toContain(codes);
});

test('an annotation that only programs which do not know its kind hide is read', async () => {
  const copy = await redact('', stamp('/F 1/AP<</N 8 0 R>>'), [coded()]);
  expect(copy).toMatchObject({ redactions: [{ kind: 'term' }], redrawnPages: [1], proof: { ok: true } });
});

const hidden = Buffer.from('Jane Roe').toString('base64');
test.each<[string, readonly string[]]>([
  [
    'their metadata',
    [form('/Metadata 9 0 R'), stream('/Type/Metadata/Subtype/XML', `<x><b>${hidden}</b></x>`)],
  ],
  ['data of programs', [form('/PieceInfo<</App<</Private 9 0 R>>>>'), stream('', hidden)]],
  ['files that belong to them', [form('/AF[9 0 R]'), `<</Type/Filespec/F(${hidden})>>`]],
])('%s are left out of drawings that come along', async (_, more) => {
  const copy = await redact('/X Do', '', more);
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(copied()).not.toContain(hidden);
});

const link = (address: string) => `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]${address}>>]`;
test.each<[string, string, readonly string[]]>([
  ['rich text whose marks part it', link('/RC(<p>Ja<b>ne</b> &#82;oe</p>)'), [form()]],
  [
    'what follows the end of packed bytes',
    '',
    [
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode',
        `${deflateSync('0 0 3 3 re f').toString('latin1')}Jane Roe`,
      ),
    ],
  ],
  [
    'what follows the end of digits',
    '',
    [stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/ASCIIHexDecode', '71> Jane Roe')],
  ],
  [
    'what follows the last row of a picture',
    '',
    [
      stream(
        '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
        deflateSync('~Jane Roe').toString('latin1'),
      ),
    ],
  ],
  [
    'the data of a font',
    '',
    [
      form('/Resources<</Font<</G 9 0 R>>>>'),
      '<</Type/Font/Subtype/TrueType/BaseFont/Script/FontDescriptor<</Type/FontDescriptor/FontFile2 10 0 R>>>>',
      stream('/Length1 40', '\0\x01\0\0 by Jane Roe'),
    ],
  ],
  [
    'a drawing that passes for the data of a font',
    '',
    [stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length1 1', '/Span<</E(Jane\\040Roe)>>BDC EMC')],
  ],
  [
    'a profile of colors',
    '',
    [
      stream(
        '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace[/ICCBased 9 0 R]/BitsPerComponent 8',
        '~',
      ),
      stream('/N 1/Alternate/DeviceGray', [...'Jane Roe'].map((letter) => `\0${letter}`).join('')),
    ],
  ],
])('%s that says it has its page drawn anew', async (_, entries, more) => {
  const copy = await redact('q 9 0 0 9 0 0 cm /X Do Q', entries, more);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
});

test('a bookmark that leads to an address which says it leads nowhere', async () => {
  const bookmarks = [
    form(),
    '<</First 10 0 R/Last 10 0 R/Count 1>>',
    '<</Title(Statement)/Parent 9 0 R/A<</S/URI/URI(https://x.test/Jane%20Roe)>>>>',
  ];
  const copy = await redact('', '', bookmarks, '/Outlines 9 0 R');
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(copied()).toMatch(/Outlines/);
  expect(copied()).not.toMatch(/x\.test/);
});

async function titlesOfCopy(): Promise<string[]> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(readFileSync(at('copy.pdf'))));
  try {
    return readOutline(document).map(({ title }) => title);
  } finally {
    document.close();
  }
}

test('bookmarks of which one ends and the next begins with it lose their titles', async () => {
  const bookmarks = [
    form(),
    '<</First 10 0 R/Last 12 0 R/Count 3>>',
    '<</Title(Statement of Jane)/Parent 9 0 R/Next 11 0 R/Dest[6 0 R/Fit]>>',
    '<</Title(Roe, a nurse)/Parent 9 0 R/Prev 10 0 R/Next 12 0 R/Dest[6 0 R/Fit]>>',
    '<</Title(Exhibits)/Parent 9 0 R/Prev 11 0 R/Dest[6 0 R/Fit]>>',
  ];
  const copy = await redact('', '', bookmarks, '/Outlines 9 0 R');
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(await titlesOfCopy()).toEqual(['[Redacted]', '[Redacted]', 'Exhibits']);
});

test('bookmarks that say what an area took away lose their titles, as a heading does that is a bookmark too', async () => {
  const bookmarks = [
    form(),
    '<</First 10 0 R/Last 12 0 R/Count 3>>',
    '<</Title(Statement of JANE ROE)/Parent 9 0 R/Next 11 0 R/Dest[6 0 R/Fit]>>',
    '<</Title(By Declarant Jane Roe, a nurse)/Parent 9 0 R/Prev 10 0 R/Next 12 0 R>>',
    '<</Title(The case of all)/Parent 9 0 R/Prev 11 0 R/Dest[6 0 R/Fit]>>',
  ];
  const heading = 'BT /F 12 Tf 72 600 Td (Declarant Jane Roe) Tj ET';
  const areas = [{ page: 1, area: { x: 60, y: 180, width: 200, height: 16 } }];
  const copy = await redact(heading, '', bookmarks, '/Outlines 9 0 R', { areas });
  expect(copy.proof.ok).toBe(true);
  expect(await titlesOfCopy()).toEqual(['[Redacted]', '[Redacted]', 'The case of all']);
});

test('scans that share a table of shapes with a page that is drawn anew are drawn anew too', () => {
  const scan = (table: number) =>
    stream(
      `/Subtype/Image/Width 8/Height 8/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals ${table} 0 R>>`,
      'x',
    );
  const page = (image: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X ${image} 0 R>>>>/Contents 6 0 R>>`;
  const bodies = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>'];
  bodies.push(...[7, 8, 9].map(page), stream('', '/X Do'), scan(10), scan(10), scan(11));
  const objects = PdfObjects.open(
    bytesSource(pdfOf([...bodies, stream('', 'shapes'), stream('', 'others')])),
  );
  const original = { objects, pages: listPages(objects) } as unknown as PdfOriginal;
  expect(leftBehind(original, new Set([0])).unclear).toEqual([1]);
});
