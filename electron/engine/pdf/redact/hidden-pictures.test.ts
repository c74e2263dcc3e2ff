import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import { pdfiumWasmPath } from '../assemble/testing.ts';
import { pdfOf } from '../objects/testing.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { bytesSource } from '../pdf-source.ts';

let t: TestEngine;
let picture: string;
beforeAll(async () => {
  t = await beginTest();
  picture = await pictureOfWords('The declarant Jane Roe lives in Seattle.');
});
afterEach(() => rmSync(at('copy.pdf'), { force: true }));
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;
const [width, height] = [1200, 150];
/** 288 points wide, from its lower left corner. */
const shownAt = (x: number, y: number) => `q 288 0 0 36 ${x} ${y} cm /P Do Q\n`;
const line = (text: string) => `BT /F 12 Tf 72 700 Td (${text}) Tj ET\n`;

/** The dots of a line as a scanner keeps them, a byte each. */
async function pictureOfWords(text: string): Promise<string> {
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 288 36]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream('', `BT /F 14 Tf 10 12 Td (${text}) Tj ET`),
  ]);
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(pdf));
  try {
    const { rgba } = document.withPage(0, (page) => page.render(width / page.width));
    return Buffer.from(rgba.filter((_, i) => i % 4 === 0)).toString('latin1');
  } finally {
    document.close();
  }
}

/** Pages that may show the picture, redacted of the name in it. */
function redact(contents: readonly string[], entries = ''): Promise<RedactedCopy> {
  const kids = contents.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]>>`,
    '<</Font<</F 4 0 R>>/XObject<</P 5 0 R>>/ExtGState<</Unseen<</ca 0>>>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`,
      picture,
    ),
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 3 0 R/Contents ${7 + 2 * i} 0 R${entries}>>`,
      stream('', line('Declaration in support of the motion.') + content),
    ]),
  ]);
  writeFileSync(at('source.pdf'), pdf);
  return t.client['pdf.redact']({
    source: { path: at('source.pdf') },
    target: { path: at('copy.pdf') },
    terms: ['Jane Roe'],
  });
}

const hasPicture = () => readFileSync(at('copy.pdf'), 'latin1').includes(`/Width ${width}`);

test.each<[string, string, string?]>([
  ['beneath a black box', `${shownAt(72, 500)}0 g 72 500 288 36 re f`],
  ['beneath a white one', `${shownAt(72, 500)}1 g 72 500 288 36 re f`],
  ['cropped by a path', `q 72 500 60 36 re W n ${shownAt(72, 500)}Q`],
  ['cropped by its page', shownAt(72, 100), '/CropBox[0 200 612 792]'],
  ['off the page', shownAt(600, 500)],
  ['too small to be read', 'q 16 0 0 2 72 500 cm /P Do Q'],
  ['let through', `q /Unseen gs ${shownAt(72, 500)}Q`],
])('a picture that says it %s does not come along', async (_, content, entries) => {
  const copy = await redact([content], entries);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  expect(hasPicture()).toBe(false);
});

test('nor does one that another page shows too small to be read', async () => {
  const copy = await redact([shownAt(72, 500), 'q 16 0 0 2 72 500 cm /P Do Q']);
  expect(copy).toMatchObject({ redactions: [{ page: 1 }], redrawnPages: [1, 2], proof: { ok: true } });
  expect(hasPicture()).toBe(false);
});

test('a picture that does not say it comes along, whatever lies over it', async () => {
  const said = picture;
  picture = await pictureOfWords('The declarant lives in Seattle.');
  const copy = await redact([`${shownAt(72, 500)}0 g 72 500 288 36 re f`]);
  picture = said;
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(hasPicture()).toBe(true);
});
