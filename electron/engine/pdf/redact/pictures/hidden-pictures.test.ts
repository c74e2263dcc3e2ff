import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { RedactedCopy } from '../../../../../shared/contract/redactions.ts';
import { isWithin } from '../../../../../shared/domain/rect.ts';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { pdfOf } from '../../objects/testing.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { bytesSource } from '../../pdf-source.ts';

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
async function pictureOfWords(text: string, dots = width): Promise<string> {
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 288 36]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream('', `BT /F 14 Tf 10 12 Td (${text}) Tj ET`),
  ]);
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(pdf));
  try {
    const { rgba } = document.withPage(0, (page) => page.render(dots / page.width));
    return Buffer.from(rgba.filter((_, i) => i % 4 === 0)).toString('latin1');
  } finally {
    document.close();
  }
}

/** What a picture of 1200 by 150 dots begins with. */
const samples = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`;
const grey = `${samples}/ColorSpace/DeviceGray`;
const plain = (shade: number) => String.fromCharCode(shade).repeat(width * height);
/** A bit for each dot, dark ones 0. */
const bits = () =>
  Array.from({ length: (width * height) / 8 }, (_, at) =>
    String.fromCharCode(
      Number.parseInt(
        Array.from(picture.slice(at * 8, at * 8 + 8), (dot) => (dot < '\x80' ? 0 : 1)).join(''),
        2,
      ),
    ),
  ).join('');

/** Small pages, which are drawn and recognized in less time, that may show the picture, redacted of the name in it. @param shown instead of the picture, and what it leads to */
function redact(
  contents: readonly string[],
  entries = '',
  [shown = stream(grey, picture), another = '<<>>']: readonly string[] = [],
): Promise<RedactedCopy> {
  const kids = contents.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[42 0 R]/D<</OFF[42 0 R]>>>>>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]>>`,
    '<</Font<</F 4 0 R>>/XObject<</P 5 0 R/Form 40 0 R>>/ExtGState<</Unseen<</ca 0>>/Half<</ca 0.5>>>>/Pattern<</Tile 41 0 R>>/Properties<</Off 42 0 R>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    shown,
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[60 480 372 720]/Resources 3 0 R/Contents ${7 + 2 * i} 0 R${entries}>>`,
      stream('', line('Declaration in support of the motion.') + content),
    ]),
  ];
  while (objects.length < 38) objects.push('<<>>');
  const drawing = `/BBox[0 0 612 792]/Resources<</XObject<</P 5 0 R>>>>`;
  objects.push(
    another,
    stream(`/Type/XObject/Subtype/Form${drawing}/Group<</S/Transparency>>`, shownAt(72, 500)),
    stream(`/PatternType 1/PaintType 1/TilingType 1/XStep 612/YStep 792${drawing}`, shownAt(72, 500)),
    '<</Type/OCG/Name(Base)>>',
  );
  const pdf = pdfOf(objects);
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
  ['cropped by its page', shownAt(72, 500), '/CropBox[60 600 372 720]'],
  ['off the page', shownAt(400, 500)],
  ['too small to be read', 'q 16 0 0 2 72 500 cm /P Do Q'],
  ['let through', `q /Unseen gs ${shownAt(72, 500)}Q`],
  [
    'beneath boxes that let a little through',
    `${shownAt(72, 500)}/Half gs 0 g ${'72 500 288 36 re f '.repeat(12)}`,
  ],
  [
    'beneath letters',
    `${shownAt(72, 500)}BT /F 60 Tf 40 Tz 72 495 Td ${'2 2 Td (MMMMMMMMMMMMMMMM) Tj '.repeat(9)}ET`,
  ],
  ['cut out by a letter', `q BT /F 12 Tf 7 Tr 72 500 Td (.) Tj ET ${shownAt(72, 500)}Q`],
  ['in a drawing that is let through', 'q /Unseen gs /Form Do Q'],
  ['in a drawing that is cropped', 'q 0 0 9 9 re W n /Form Do Q'],
  ['in a pattern of which little is seen', '/Pattern cs /Tile scn 72 500 2 2 re f'],
  ['in a layer that is off', `/OC /Off BDC ${shownAt(72, 500)}EMC`],
])('a picture that says it %s does not come along', async (_, content, entries) => {
  const copy = await redact([content], entries);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  expect(hasPicture()).toBe(false);
});

test.each<[string, () => readonly [string, string?]]>([
  [
    'behind a mask of which nothing is seen',
    () => [stream(`${grey}/SMask 39 0 R`, picture), stream(grey, plain(0))],
  ],
  ['as the mask of a white one', () => [stream(`${grey}/SMask 39 0 R`, plain(255)), stream(grey, picture)]],
  [
    'behind a stencil that lets nothing through',
    () => [
      stream(`${grey}/Mask 39 0 R`, picture),
      stream('/Subtype/Image/ImageMask true/Width 8/Height 1/BitsPerComponent 1', '\xff'),
    ],
  ],
  ['with all of its colors masked out', () => [stream(`${grey}/Mask[0 255]`, picture)]],
  ['with all of its colors made one', () => [stream(`${grey}/Decode[0 0]`, picture)]],
  ['with all of its colors made nearly one', () => [stream(`${grey}/Decode[0.99 1]`, picture)]],
  [
    'with a palette of one color',
    () => [stream(`${samples}/ColorSpace[/Indexed/DeviceGray 255<${'ff'.repeat(256)}>]`, picture)],
  ],
  [
    'in rows that it does not say it has',
    () => [stream(grey.replace(`/Height ${height}`, '/Height 4'), picture)],
  ],
  [
    'in the color of the paper',
    () => [
      stream(`/Subtype/Image/ImageMask true/Width ${width}/Height ${height}/BitsPerComponent 1`, bits()),
    ],
  ],
])('a picture that says it %s does not come along', async (_, objects) => {
  const copy = await redact([`1 g ${shownAt(72, 500)}`], '', objects() as readonly string[]);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  expect(hasPicture()).toBe(false);
});

test('a picture that stands for another, as on paper, is left out', async () => {
  const copy = await redact([shownAt(72, 500)], '', [
    stream(
      `${grey.replace('1200', '100').replace('150', '100')}/Alternates[<</Image 39 0 R>>]`,
      plain(200).slice(0, 1e4),
    ),
    stream(grey, picture),
  ]);
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(hasPicture()).toBe(false);
});

test('nor does one that another page shows too small to be read', async () => {
  const copy = await redact([shownAt(72, 500), 'q 16 0 0 2 72 500 cm /P Do Q']);
  expect(copy).toMatchObject({
    redactions: [{ page: 1 }, { page: 2 }],
    redrawnPages: [1, 2],
    proof: { ok: true },
  });
  expect(hasPicture()).toBe(false);
});

/** Letters of 2.5 points, 23 dots a point. */
const small = 'q 51.43 0 0 6.43 72 500 cm /P Do Q';
/** Where the name's letters are then, as shown. */
const smallName = { x: 30, y: 216.5, width: 10, height: 1 };
test.each<[string, string, Rect, string?, string?]>([
  ['small', small, smallName],
  ['small, on a page that is turned', small, { x: 22.5, y: 30, width: 1, height: 10 }, '/Rotate 90'],
  ['small and sideways', 'q 0 51.43 -6.43 0 80 500 cm /P Do Q', { x: 16.5, y: 192, width: 1, height: 10 }],
  ['small, twice in the same place', small + small, smallName],
  ['small, in a drawing', 'q 0.17857 0 0 0.17857 59.143 410.715 cm /Form Do Q', smallName],
  ['faint', shownAt(72, 500), { x: 112, y: 198, width: 59, height: 10 }, '', '/Decode[0.9 1]'],
])('words that a picture shows %s are painted over', async (_, content, name, entries, more = '') => {
  const copy = await redact([content], entries, [stream(grey + more, picture)]);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  expect(copy.redactions.some(({ area }) => isWithin(name, area))).toBe(true);
  expect(hasPicture()).toBe(false);
});

test.each<[string, string]>([
  ['alone', ''],
  ['beside others', line('Jane Roe')],
])('words that the mask of a black picture shows faint, %s, are painted over', async (_, content) => {
  const mask = stream(`${grey}/Decode[0.08 0]`, picture);
  const pictures = [stream(`${grey}/SMask 39 0 R`, plain(0)), mask];
  const copy = await redact([shownAt(72, 500) + content], '', pictures);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  const name = { x: 112, y: 198, width: 59, height: 10 };
  expect(copy.redactions.some(({ area }) => isWithin(name, area))).toBe(true);
});

test('where nobody sees what a picture says, nothing is painted', async () => {
  const copy = await redact([`q 72 500 60 36 re W n ${shownAt(72, 500)}Q`]);
  expect(copy).toMatchObject({ redactions: [], redrawnPages: [1], proof: { ok: true } });
});

test('a picture that does not say it comes along, whatever lies over it', async () => {
  const said = picture;
  picture = await pictureOfWords('The declarant lives in Seattle.');
  const copy = await redact([`${shownAt(72, 500)}0 g 72 500 288 36 re f`]);
  picture = said;
  expect(copy).toMatchObject({ redrawnPages: [], proof: { ok: true } });
  expect(hasPicture()).toBe(true);
});

test('parts of one picture, as strips of a scan are, do not come along hidden, whatever each says by itself', async () => {
  const said = picture;
  picture = await pictureOfWords('The declarant lives in Seattle.');
  const copy = await redact([`${shownAt(72, 500)}${shownAt(72, 536)}0 g 72 500 288 36 re f`]);
  picture = said;
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
  expect(hasPicture()).toBe(false);
});

test('nor does a small picture whose letters are a few dots high', async () => {
  const [wide, high] = [80, 36];
  const rows = await pictureOfWords('Jane Roe', 288);
  const small = Array.from({ length: high }, (_, y) => rows.slice(y * 288, y * 288 + wide)).join('');
  const entries = grey.replace(`/Width ${width}/Height ${height}`, `/Width ${wide}/Height ${high}`);
  const copy = await redact([`q 80 0 0 36 72 500 cm /P Do Q 0 g 72 500 80 36 re f`], '', [
    stream(entries, small),
  ]);
  expect(copy).toMatchObject({ redrawnPages: [1], proof: { ok: true } });
});
