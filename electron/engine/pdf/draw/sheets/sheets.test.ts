import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SlipSheetText } from '../../assemble/plan.ts';
import { bytesSource } from '../../pdf-source.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { drawnBytes } from '../drawn-bytes.ts';
import type { DrawnPage } from '../drawn-page.ts';
import { FontShelf } from '../font-shelf.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawSlipSheet } from './slip-sheet.ts';
import { drawStandIn } from './stand-in.ts';

const root = join(import.meta.dirname, '../../../../..');
const shelf = new FontShelf(join(root, 'assets/fonts'));
const plain: SlipSheetText = {
  caption: [],
  heading: 'EXHIBIT A',
  belonging: '',
  title: 'Hosting agreement',
  lines: [],
  notice: '',
};

/** A drawn page's links, and its words as PDFium reads them inside the sheet’s margins, white space apart. */
async function read(draw: (type: Typesetter) => DrawnPage): Promise<{ text: string; links: number }> {
  let links = 0;
  const { bytes } = drawnBytes(shelf, 'x', (type) => {
    const page = draw(type);
    links = page.links.length;
    return [{ ...page, pictures: [] }];
  });
  const document = openPdf(
    await loadPdfium(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm')),
    bytesSource(bytes),
  );
  try {
    const { api, memory } = document.pdfium;
    const text = document.withPage(0, (page) =>
      page.withText((textPage, characters) =>
        memory.withBytes((characters + 1) * 2, (buffer) => {
          const written = api.FPDFText_GetBoundedText(textPage, 36, 738, 576, 36, buffer, characters);
          return Buffer.from(memory.view(buffer, written * 2)).toString('utf16le');
        }),
      ),
    );
    return { text: text.replaceAll(/[\s\0]+/g, ''), links };
  } finally {
    document.close();
  }
}

test('a slip sheet shows what it is given, top to bottom, and leads back to the index', async () => {
  const text = {
    ...plain,
    caption: [
      'United States District Court for the District of Oregon',
      'FAIRWATER LLC,',
      'Plaintiff,',
      'v.',
      'NORTHGATE HOSTING, INC.,',
      'Defendant.',
      'No. 3:26-cv-00412',
    ],
    belonging: 'to Declaration of Jane Smith',
    lines: ['pp. 3–7 of 40'],
    notice: 'CONFIDENTIAL',
  };
  const { text: shown, links } = await read((type) => drawSlipSheet(text, type, { hasIndex: true }));
  for (const words of ['UNITEDSTATESDISTRICTCOURT', 'FAIRWATERLLC,', 'No.3:26-cv-00412'])
    expect(shown).toContain(words);
  expect(shown).toContain(
    'EXHIBITAtoDeclarationofJaneSmithHostingagreementpp.3–7of40CONFIDENTIALBacktoindex',
  );
  expect(links).toBe(2);
});

test('without an index it leads nowhere', async () => {
  const { text, links } = await read((type) => drawSlipSheet(plain, type, { hasIndex: false }));
  expect(text).not.toContain('index');
  expect(links).toBe(0);
});

test.each([
  ['one word of 300 characters', 'W'.repeat(300)],
  ['300 characters of words', 'Exchange of notices '.repeat(15).trim()],
  ['a script without spaces', '主机托管协议'.repeat(50)],
])('a title of %s is whole, inside the margins', async (_, title) => {
  const long = {
    ...plain,
    title,
    caption: ['A court of a long name '.repeat(9), 'Party '.repeat(60), '26-1'],
    notice: 'N'.repeat(80),
  };
  const { text } = await read((type) => drawSlipSheet(long, type, { hasIndex: true }));
  expect(text).toContain(title.replaceAll(' ', ''));
  expect(text).toContain('N'.repeat(80));
});

test('the page that stands for an exhibit says so, and leaves its foot free', async () => {
  const text = { heading: 'EXHIBIT C FILED UNDER SEAL', lines: ['Customer list', 'ab12'.repeat(16)] };
  const { text: shown } = await read((type) => drawStandIn(text, type));
  expect(shown).toBe(`EXHIBITCFILEDUNDERSEALCustomerlist${'ab12'.repeat(16)}`);
});
