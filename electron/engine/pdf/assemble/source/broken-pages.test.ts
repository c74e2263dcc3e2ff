import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, hasQpdf, popplerText } from '../../../testing/pdf-files.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bindAll } from '../testing.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-broken-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const flate = '/Filter/FlateDecode';
const words = 'BT /F 12 Tf 72 400 Td (Fairwater) Tj ET';
const lines = Array.from({ length: 400 }, (_, i) => `${(i * 7_919) % 612} 400 m 9 ${(i * 977) % 792} l S`);

/** Assembles a page of a stream and a font, and has qpdf find nothing wrong. */
async function bind(content: string, entries: string, ...fonts: string[]) {
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}${entries}>>\nstream\n${content}\nendstream`,
    ...fonts,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
  const { path, items } = await bindAll([source], join(folder, 'binder.pdf'));
  execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  return { codes: items[0]!.findings.map(({ code }) => code), text: popplerText(path, '-f', '3') };
}

describe.skipIf(!hasQpdf() || !hasPoppler())('a page', () => {
  test('whose operators are cut off shows what there is of them and its marks, and is told of', async () => {
    const cut = deflateSync([words, ...lines].join('\n'))
      .toString('latin1')
      .slice(0, -900);
    const { codes, text } = await bind(cut, flate);
    expect(codes).toContain('PAGE_CONTENT_DAMAGED');
    expect(text).toMatch(/Fairwater[^]*AMZ000001/);
  });

  test('of a filter that nobody knows bears its marks, and is told of', async () => {
    const { codes, text } = await bind('\x81'.repeat(99), '/Filter/NoSuch');
    expect(codes).toContain('PAGE_CONTENT_DAMAGED');
    expect(text).toContain('AMZ000001');
  });

  test.each([
    ['runs of runs', '8181>', `/Filter[/ASCIIHexDecode${'/RunLengthDecode'.repeat(8)}]`],
    [
      'what is packed twice',
      deflateSync(deflateSync(Buffer.alloc(3e8))).toString('latin1'),
      '/Filter[/FlateDecode/FlateDecode]',
    ],
  ])(
    'of %s, which no program reads to its end, stands empty with its marks, and is told of',
    async (_, content, entries) => {
      const { codes, text } = await bind(content, entries);
      expect(codes).toContain('CONTENT_TOO_LARGE');
      expect(text).toContain('AMZ000001');
    },
  );

  // In bytes of 36 a row, each row with the bytes of the one before taken off.
  const predicted = deflateSync(
    Buffer.from(`\0${words.padEnd(72).slice(0, 36)}\0${words.padEnd(72).slice(36)}`, 'latin1'),
  );
  test.each([
    ['its filter', '/F/FlateDecode', deflateSync(words)],
    ['its predictor', '/Filter/FlateDecode/DP<</Predictor 12/Columns 36>>', predicted],
  ])(
    'that names %s in short, which only some programs take, shows its words, and is told of',
    async (_, entries, packed) => {
      const { codes, text } = await bind(packed.toString('latin1'), entries);
      expect(codes).toContain('PAGE_CONTENT_DAMAGED');
      expect(text).toMatch(/Fairwater[^]*AMZ000001/);
    },
  );

  test('of several streams, of which one names its filter in short, keeps the words of all', async () => {
    const part = (text: string, entries: string) => {
      const packed = deflateSync(`BT /F 12 Tf 72 ${text.length * 50} Td (${text}) Tj ET q 2 0 0 2 0 0 cm`);
      return stream(packed.toString('latin1'), entries);
    };
    const source = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 +-612 792]/Contents[4 0 R 5 0 R]/Resources<</Font<</F 6 0 R>>>>/Rotate 91>>',
      part('Fairwater', flate),
      part('North', '/F[/Fl]'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ]);
    const { path, items } = await bindAll([source], join(folder, 'binder.pdf'));
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
    expect(items[0]!.findings.map(({ code }) => code)).toEqual([
      'PAGE_CONTENT_DAMAGED',
      'PAGE_TURN_UNCLEAR',
      'PAGE_SIZE_UNCLEAR',
    ]);
    const text = popplerText(path, '-f', '3');
    for (const word of ['Fairwater', 'North', 'AMZ000001']) expect(text).toContain(word);
  });

  test('whose operators were never packed, though they say so, shows them', async () => {
    const { codes, text } = await bind(words, flate);
    expect(codes).toEqual(['PAGE_CONTENT_WRAPPED']);
    expect(text).toMatch(/Fairwater[^]*AMZ000001/);
  });

  const reading = `/Span<</ActualText(Northgate)>>BDC ${words}`;

  test.each([
    ['', reading],
    [' behind an EMC too many', `EMC ${reading}`],
    [' before a Q too many, at which readers stop', `${reading} Q EMC`],
    [' before a string without an end', `${reading} (EMC`],
    [' before a picture without an end', `${reading} BI/W 2/H 2/BPC 8/CS/G ID abcd`],
  ])('that leaves a word’s reading open%s bears its marks beside it', async (_, content) => {
    const { codes, text } = await bind(content, '');
    expect(codes).toEqual(['PAGE_CONTENT_WRAPPED']);
    expect(text).toMatch(/Northgate[^]*AMZ000001/);
  });

  test.each(['/A#zz gs', 'BT <zz> Tj ET', '/P <</A>> BDC EMC', '/P <<1 2>> BDC EMC'])(
    'with %s, of which programs complain, is bound so that they do not',
    async (odd) => {
      const { codes, text } = await bind(`${words} ${odd}`, '');
      expect(codes).toEqual(['PAGE_CONTENT_WRAPPED']);
      expect(text).toMatch(/Fairwater[^]*AMZ000001/);
    },
  );

  test('with a reference in an object’s place brings what that leads to', async () => {
    expect((await bind(words, '', '6 0 R')).text).toContain('Fairwater');
  });
});

test('what untidy content draws is kept once, and blended in the page’s group, not once more in one of its own', async () => {
  const content = `q ${words}`;
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Group<</S/Transparency>>/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
  const { bytes, items } = await bindAll([source], join(folder, 'group.pdf'));
  expect(items[0]!.findings.map(({ code }) => code)).toEqual(['PAGE_CONTENT_WRAPPED']);
  expect(bytes.toString('latin1').match(/\/S ?\/Transparency/g)).toHaveLength(1);
  expect(bytes.toString('latin1').split(content)).toHaveLength(2);
});

const opened = '/Span<</ActualText(Northgate)>>BDC/OC/L BDC';
const stream = (content: string, entries: string) =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const form = '/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources';

test.skipIf(!hasQpdf() || !hasPoppler()).each([
  ['a form', '/X Do', stream(opened, `${form}<</Properties<</L 7 0 R>>>>`)],
  [
    'a form within a form',
    'q/X Do Q',
    stream('/X Do', `${form}<</XObject<</X 9 0 R>>>>`),
    stream(opened, `${form}<</Properties<</L 7 0 R>>>>`),
  ],
  [
    'a form that is cut short',
    '/X Do',
    stream(`${opened} EMC EMC EMC ${opened} (`, `${form}<</Properties<</L 7 0 R>>>>`),
  ],
  ['a form with a Q too many', '/X Do', stream(`${opened} Q EMC EMC`, `${form}<</Properties<</L 7 0 R>>>>`)],
  ['a drawn glyph', 'BT/G 12 Tf(a)Tj ET', stream(`9 0 d0 ${opened}`, '')],
])(
  'what %s leaves open neither hides the marks of its page nor keeps them from being read',
  async (_, draw, ...made) => {
    const content = `${words}\n${draw}`;
    const source = pdfOf([
      '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G 6 0 R>>/XObject<</X 8 0 R>>>>>>',
      stream(content, ''),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/CharProcs<</a 8 0 R>>/Resources<</Properties<</L 7 0 R>>>>>>',
      '<</Type/OCG/Name(Hidden)>>',
      ...made,
    ]);
    const { path } = await bindAll([source], join(folder, 'open-marks.pdf'));
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
    expect(popplerText(path, '-f', '3')).toMatch(/Fairwater[^]*AMZ000001/);
    // The last eighth of the page is white but for what we drew.
    const foot = execFileSync('pdftoppm', [
      '-r',
      '36',
      '-f',
      '3',
      '-l',
      '3',
      '-y',
      '346',
      '-H',
      '50',
      '-gray',
      path,
    ]);
    expect(foot.subarray(20).some((dot) => dot < 128)).toBe(true);
  },
);

test.skipIf(!hasPoppler()).each([
  ['a stamp', '/Subtype/Stamp'],
  ['a form field', '/Subtype/Widget/FT/Tx/T(a)'],
])('what %s leaves open keeps nothing after it from being read', async (_, entries) => {
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>';
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>',
    '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>',
    `${page}/Annots[<</Type/Annot${entries}/F 4/Rect[9 9 99 59]/AP<</N 7 0 R>>>>]>>`,
    `${page}>>`,
    stream(words, ''),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    stream(`/Span<</ActualText(Northgate)>>BDC ${words}`, `${form}<</Font<</F 6 0 R>>>>`),
  ]);
  const { path } = await bindAll([source], join(folder, 'appearance.pdf'));
  expect(popplerText(path, '-f', '3')).toMatch(/AMZ000001[^]*Fairwater[^]*AMZ000002/);
});

test.skipIf(!hasQpdf() || !hasPoppler()).each([
  ['more pages than it has', '/Count 9/Kids[3 0 R 4 0 R]'],
  ['null among its pages', '/Count 4/Kids[3 0 R null 7 0 R 4 0 R]'],
])('a file whose page tree counts %s is bound with those it has, and is told of', async (_, tree) => {
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages${tree}/MediaBox[0 0 612 792]/Resources<</Font<</F 6 0 R>>>>>>`,
    '<</Type/Page/Parent 2 0 R/Contents 5 0 R>>',
    '<</Type/Page/Parent 2 0 R/Contents 5 0 R/Rotate 90>>',
    stream(words, ''),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    'null',
  ]);
  const { path, items } = await bindAll([source], join(folder, 'miscounted.pdf'));
  expect(items[0]!.findings.map(({ code }) => code)).toEqual(['SOURCE_REPAIRED']);
  expect(popplerText(path, '-f', '3')).toMatch(/Fairwater[^]*AMZ000001[^]*Fairwater[^]*AMZ000002/);
});

test.each([
  ['a node that calls itself a page', '/Count 2/Kids[3 0 R]', '/Type/Page/Count 2/Kids[4 0 R 5 0 R]', 2],
  ['fewer pages counted than there are', '/Count 1/Kids[3 0 R]', '/Type/Pages/Count 1/Kids[4 0 R 5 0 R]', 1],
  [
    'a node that leads back to the top',
    '/Count 3/Kids[3 0 R 5 0 R]',
    '/Type/Pages/Count 2/Kids[4 0 R 2 0 R]',
    3,
  ],
])('a PDF with %s has the pages that the reader shows', async (_, top, node, pages) => {
  const page = (width: number) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} 400]>>`;
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages${top}>>`,
    `<<${node}/Parent 2 0 R>>`,
    page(300),
    page(310),
  ]);
  const { items } = await bindAll([source], join(folder, 'tree.pdf'));
  const { firstPage, lastPage, findings } = items[0]!;
  expect(lastPage! - firstPage! + 1).toBe(pages);
  expect(findings.map(({ code }) => code)).toEqual(['SOURCE_REPAIRED']);
});

test('a PDF with a page that nobody can read has an empty one in its place, and is told of', async () => {
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 3/Kids[3 0 R 2 0 R 4 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 310 400]>>',
  ]);
  const { items } = await bindAll([source], join(folder, 'lost.pdf'));
  const { firstPage, lastPage, findings } = items[0]!;
  expect(lastPage! - firstPage! + 1).toBe(3);
  expect(findings.map(({ code }) => code)).toEqual(['PAGE_NOT_READABLE', 'SOURCE_REPAIRED']);
});
