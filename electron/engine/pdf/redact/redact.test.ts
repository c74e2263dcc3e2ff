import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { encryptPdf, hasQpdf, writePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf, type PdfPage } from '../pdfium/index.ts';
import { pdfiumWasmPath } from '../assemble/testing.ts';

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterEach(() => rmSync(at('copy.pdf'), { force: true }));
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;
const words = (text: string, x = 72, y = 700) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;

interface Paper {
  readonly content: string;
  /** Entries of the page's own. */
  readonly entries?: string;
}

/** A letter page for each content, all with one dictionary of resources; objects of the caller's begin at 20, pages at 10. */
function paper(pages: readonly Paper[], more: readonly string[] = [], catalog = ''): Buffer {
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  const all: string[] = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Font<</F 4 0 R>>/XObject<</Inner 5 0 R/Shared 6 0 R>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream('/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources 3 0 R', words('Inner Jane Roe', 72, 300)),
    stream('/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources 3 0 R', words('Letterhead', 72, 750)),
    ...Array.from({ length: 3 }, () => '<<>>'),
  ];
  for (const [i, { content, entries = '' }] of pages.entries())
    all.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 3 0 R/Contents ${11 + 2 * i} 0 R${entries}>>`,
      stream('', content),
    );
  while (all.length < 19) all.push('<<>>');
  return pdfOf([...all, ...more]);
}

type Wishes = Partial<Parameters<TestEngine['client']['pdf.redact']>[0]>;

async function redact(pdf: Uint8Array, wishes: Wishes): Promise<RedactedCopy> {
  writeFileSync(at('source.pdf'), pdf);
  const copy = await t.client['pdf.redact']({
    source: { path: at('source.pdf') },
    target: { path: at('copy.pdf') },
    ...wishes,
  });
  // The original is as it was, and nothing stands beside the copy.
  expect(readFileSync(at('source.pdf')).equals(pdf)).toBe(true);
  expect(readdirSync(t.folder).filter((name) => name.includes('.partial'))).toEqual([]);
  return copy;
}

async function onPage<T>(page: number, use: (page: PdfPage) => T): Promise<T> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(readFileSync(at('copy.pdf'))));
  try {
    return document.withPage(page - 1, use);
  } finally {
    document.close();
  }
}
const textOf = (page: number) => onPage(page, (opened) => opened.text());
/** Of the finished file, with its streams unpacked. */
function everything(): string {
  const file = readFileSync(at('copy.pdf'));
  let text = file.toString('latin1');
  for (const { index } of text.matchAll(/stream\n/g))
    try {
      text += inflateSync(file.subarray(index + 7)).toString('latin1');
    } catch {
      // It is not packed.
    }
  return text;
}
/** Mean darkness of an area as shown, 0 to 255. */
const lightnessAt = (page: number, x: number, y: number) =>
  onPage(page, (opened) => {
    const { rgba, width } = opened.render(1);
    return rgba[(Math.round(y) * width + Math.round(x)) * 4]!;
  });

const statement = words('Declarant Jane Roe lives in Seattle.') + words('She is a nurse.', 72, 680);

describe('words are removed', () => {
  test('from text, picture and file, and the rest stays to be searched', async () => {
    const copy = await redact(paper([{ content: statement }, { content: words('Nothing here.') }]), {
      terms: ['jane roe', 'Jane Rowe'],
    });
    expect(copy).toMatchObject({
      termsNotFound: [2],
      redactions: [{ page: 1, kind: 'term' }],
      proof: { text: true, pixels: true, objects: true, revisions: true, glyphPositions: true, ok: true },
      pages: 2,
      redrawnPages: [1],
      recognisedPages: [],
    });
    expect((await textOf(1)).replaceAll(/\s+/g, ' ')).toBe('Declarant lives in Seattle. She is a nurse.');
    expect(await textOf(2)).toBe('Nothing here.');
    const { x, y, width, height } = copy.redactions[0]!.area;
    expect(await lightnessAt(1, x + width / 2, y + height / 2)).toBe(0);
    expect(await lightnessAt(1, x + width / 2, y - 5)).toBe(255);
    expect(everything()).not.toMatch(/Jane|Roe/);
    // A page that loses nothing is carried over as it is.
    expect(everything()).toContain(words('Nothing here.'));
  });

  test('on pages that are turned and cropped, which keep their size and turn', async () => {
    const entries = '/Rotate 90/CropBox[50 100 512 742]';
    const copy = await redact(paper([{ content: statement, entries }]), { terms: ['Jane Roe'] });
    expect(await onPage(1, ({ width, height, rotation }) => ({ width, height, rotation }))).toEqual({
      width: 642,
      height: 462,
      rotation: 1,
    });
    const { x, y, width, height } = copy.redactions[0]!.area;
    // Words that ran across run down now.
    expect(height).toBeGreaterThan(width);
    expect(await lightnessAt(1, x + width / 2, y + height / 2)).toBe(0);
    expect((await textOf(1)).replaceAll(/\s+/g, ' ')).toContain('Declarant lives in Seattle.');
  });

  test.each([
    ['in white', `1 g ${words('Jane Roe')}`],
    ['unseen', words('Jane Roe').replace('/F 12 Tf', '/F 12 Tf 3 Tr')],
    ['beneath a box', `${words('Jane Roe')} 70 690 200 30 re f`],
    ['outside the page', words('Jane Roe', 800, 900)],
    ['letter by letter', [...'Jane Roe'].map((letter, i) => words(letter, 72 + 14 * i)).join('')],
    [
      'in parts with others in between',
      [words('Jan'), words('and others', 72, 600), words('e Roe', 91.4, 700)].join(''),
    ],
    [
      'around a raised figure',
      'BT /F 12 Tf 72 700 Td (Jane) Tj 5 Ts /F 7 Tf (3) Tj 0 Ts /F 12 Tf ( Roe) Tj ET',
    ],
    ['in a form', '/Inner Do'],
    ['kerned', 'BT /F 12 Tf 72 700 Td [(Ja) 40 (ne R) -20 (oe)] TJ ET'],
  ])('%s', async (_, content) => {
    const copy = await redact(paper([{ content }]), { terms: ['Jane Roe'] });
    expect(copy.redactions.length).toBeGreaterThan(0);
    expect(await textOf(1)).not.toMatch(/Jane|Roe/);
    expect(everything()).not.toMatch(/Jane/);
  });

  test('and what other pages only name among their resources does not come along', async () => {
    await redact(paper([{ content: '/Inner Do /Shared Do' }, { content: `${words('Other')} /Shared Do` }]), {
      areas: [{ page: 1, area: { x: 60, y: 470, width: 200, height: 40 } }],
    });
    expect(everything()).not.toMatch(/Inner Jane/);
    expect(await textOf(2)).toContain('Letterhead');
  });

  test('from comments, addresses, bookmarks and fields', async () => {
    const copy = await redact(
      paper(
        [
          { content: words('One'), entries: '/Annots[20 0 R]' },
          { content: words('Two'), entries: '/Annots[21 0 R]' },
          { content: words('Three'), entries: '/Annots[22 0 R]' },
        ],
        [
          '<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents(ask Jane Roe)/T(Clerk)>>',
          '<</Type/Annot/Subtype/Link/Rect[72 690 100 710]/A<</S/URI/URI(https://example.org/Jane Roe)>>>>',
          '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Jane Roe of Kent)/DA(/F 12 Tf 0 g)/Rect[72 500 300 520]>>',
          '<</First 24 0 R/Last 24 0 R/Count 1>>',
          '<</Title(Statement of Jane Roe)/Parent 23 0 R/Dest[12 0 R/Fit]>>',
        ],
        '/Outlines 23 0 R/AcroForm<</Fields[22 0 R]/DR<</Font<</F 4 0 R>>>>>>',
      ),
      { terms: ['Jane Roe'] },
    );
    expect(copy.redactions.map(({ page, kind }) => [page, kind])).toEqual([
      [1, 'comment'],
      [2, 'comment'],
      [3, 'term'],
    ]);
    expect(everything()).not.toMatch(/Jane/);
    expect(everything()).toContain('[Redacted]');
    expect((await textOf(3)).replaceAll(/\s+/g, ' ')).toBe('Three of Kent');
  });

  test('from a comment that shows what it says, beneath a highlight without a picture, on a page with the boxes of its parent', async () => {
    const copy = await redact(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>',
        '<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[4 0 R 5 0 R]>>',
        '<</Type/Annot/Subtype/FreeText/Rect[100 600 300 630]/Contents(Ask Jane Roe today)/AP<</N 6 0 R>>>>',
        '<</Type/Annot/Subtype/Highlight/Rect[100 600 300 630]/C[1 1 0]/QuadPoints[100 630 300 630 100 600 300 600]>>',
        stream(
          '/Type/XObject/Subtype/Form/BBox[0 0 200 30]/Resources<</Font<</F 7 0 R>>>>',
          words('Ask Jane Roe today', 4, 10),
        ),
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      ]),
      { terms: ['Jane Roe'] },
    );
    expect(copy.redactions.map(({ kind }) => kind)).toEqual(['term', 'comment']);
    expect(await textOf(1)).toMatch(/Ask\s+today/);
    const [width, height, blue] = await onPage(1, (opened) => {
      const drawn = opened.render(1);
      return [drawn.width, drawn.height, drawn.rgba[(842 - 626) * drawn.width * 4 + 290 * 4 + 2]];
    });
    expect([width, height]).toEqual([595, 842]);
    // The highlight is there as it was.
    expect(blue).toBeLessThan(99);
  });

  test('on pages with lines finer than any pixel, which are drawn heavier the coarser they are drawn', async () => {
    const heading = (y: number) => `2 Tr 0.01 w BT /F 9 Tf 72 ${y} Td (${'MWBH#@&8'.repeat(9)}) Tj ET\n`;
    const dense = Array.from({ length: 40 }, (_, line) => heading(600 - 8 * line)).join('');
    const copy = await redact(paper([{ content: words('Jane Roe') + dense }]), { terms: ['Jane Roe'] });
    expect(copy.proof.ok).toBe(true);
  });

  test('from what the file says of itself and said before', async () => {
    const before = paper([{ content: words('For Jane Roe') }]);
    const again = `11 0 obj\n${stream('', words('For a client'))}\nendobj\n`;
    const start = before.length;
    const reference = /startxref\n(\d+)/.exec(before.toString('latin1'))![1];
    const revised = Buffer.concat([
      before,
      Buffer.from(
        `${again}xref\n11 1\n${String(start).padStart(10, '0')} 00000 n \ntrailer\n<</Size 12/Root 1 0 R/Prev ${reference}/Info<</Title(Roe)>>>>\nstartxref\n${start + again.length}\n%%EOF\n`,
        'latin1',
      ),
    ]);
    const copy = await redact(revised, { terms: ['Jane Roe'] });
    expect(copy.redactions).toEqual([]);
    expect(await textOf(1)).toBe('For a client');
    expect(everything()).not.toMatch(/Jane|Roe/);
  });

  test.skipIf(!hasQpdf())('from a file that is protected against changes', async () => {
    await writePdf(at('plain.pdf'), 'Declarant Jane Roe lives in Seattle.');
    encryptPdf(at('plain.pdf'), at('protected.pdf'), '');
    await redact(readFileSync(at('protected.pdf')), { terms: ['Jane Roe'] });
    expect(await textOf(1)).not.toMatch(/Jane/);
  });
});

describe('a page that says it unseen is drawn anew', () => {
  const wide = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  const annotation = (entries: string) => `/Annots[<</Type/Annot${entries}>>]`;

  test.each<[string, string, string, string[]]>([
    [
      'in what stands for a word',
      `/Span<</E ${wide('Jane Roe')}>>BDC ${words('J.R.', 72, 600)} EMC `,
      '',
      [],
    ],
    ['in a remark', '% Jane Roe\n', '', []],
    ['by a name', '/Jane#20Roe BMC EMC ', '', []],
    [
      'in an address, by codes',
      '',
      annotation('/Subtype/Link/Rect[72 690 100 710]/A<</S/URI/URI(https://x.test/?q=%4Aane%20Roe)>>'),
      [],
    ],
    [
      'in what a camera wrote into its picture',
      'q 50 0 0 50 72 500 cm /Picture Do Q ',
      '/Resources<</Font<</F 4 0 R>>/XObject<</Picture 20 0 R>>>>',
      [
        stream(
          '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[/ASCIIHexDecode/DCTDecode]',
          `${Buffer.from('\xff\xd8\xff\xfe\x00\x10by Jane Roe...\xff\xda', 'latin1').toString('hex')}>`,
        ),
      ],
    ],
    [
      'in a font that shows it as one sign elsewhere',
      '',
      '/Resources<</Font<</F 20 0 R>>>>',
      [
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 21 0 R>>',
        stream(
          '',
          `begincmap 2 beginbfchar <01> ${wide('Jane Roe').replace('FEFF', '')} <02> <0041> endbfchar`,
        ),
      ],
    ],
  ])('%s', async (_, content, entries, more) => {
    const pdf = paper(
      [{ content: statement }, { content: content + words('Two.'), entries }, { content: words('Three.') }],
      more,
    );
    const copy = await redact(pdf, { terms: ['Jane Roe'] });
    expect(copy).toMatchObject({ redrawnPages: [1, 2], proof: { ok: true } });
    expect(everything()).not.toMatch(/Jane|4Aane|4A0061006E0065/i);
    expect(await textOf(2)).toContain('Two.');
  });

  test('and what is shown is looked at, whatever stands for it', async () => {
    const glyphs = [...'Jane Roe'].map((letter) => (letter.charCodeAt(0) + 96).toString(16)).join('');
    const names = Array.from({ length: 90 }, (_, i) => String.fromCharCode(i + 32)).map((sign) =>
      /[A-Za-z]/.test(sign) ? sign : 'space',
    );
    const copy = await redact(
      paper(
        [
          {
            content: `/Span<</ActualText(a client)>>BDC BT /G 12 Tf 72 700 Td <${glyphs}> Tj ET EMC ${words('Two.', 72, 600)}`,
            entries: '/Resources<</Font<</F 4 0 R/G 20 0 R>>>>',
          },
        ],
        [`<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[128/${names.join('/')}]>>>>`],
      ),
      { terms: ['Jane Roe'] },
    );
    expect(copy).toMatchObject({ redactions: [{ page: 1, kind: 'term' }], proof: { ok: true } });
    const { x, y, width, height } = copy.redactions[0]!.area;
    expect(await lightnessAt(1, x + width / 2, y + height / 2)).toBe(0);
    expect((await textOf(1)).trim()).toBe('Two.');
  });
});

test('words that go on over the end of a page, past its number and the head of the next, are removed on both', async () => {
  const pdf = paper([
    { content: words('1. Declarant Jane', 72, 90) + words('- 1 -', 300, 40) },
    { content: words('No. 24-100', 72, 750) + words('Roe, a nurse of Seat-', 72, 700) },
    { content: words('tle, left.', 72, 700) },
  ]);
  const copy = await redact(pdf, { terms: ['Jane Roe', 'Seattle'] });
  expect(copy).toMatchObject({ redrawnPages: [1, 2, 3], proof: { ok: true } });
  const texts = await Promise.all([1, 2, 3].map(textOf));
  expect(texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
    '1. Declarant - 1 -',
    'No. 24-100 , a nurse of',
    ', left.',
  ]);
});

test('a name that goes on in the next line of its cell or column is removed, and what stands beside it stays', async () => {
  const rows = ['In the matter of Jane', 'Roe and others,', 'petitioners.'].map(
    (left, row) => words(left, 72, 700 - 14 * row) + words(`right of row ${row}`, 320, 700 - 14 * row),
  );
  const copy = await redact(paper([{ content: rows.join('') }]), { terms: ['Jane Roe'] });
  expect(copy).toMatchObject({ redactions: [{ kind: 'term' }, { kind: 'term' }], proof: { ok: true } });
  expect((await textOf(1)).replaceAll(/\s+/g, ' ')).toBe(
    'In the matter of right of row 0 and others, right of row 1 petitioners. right of row 2',
  );
});

test('names of layers and headings of their list that say it are left out, and what they hide stays hidden', async () => {
  const layered = paper(
    [
      {
        content: `/OC /L BDC 0 g 100 100 200 200 re f EMC /OC /M BDC ${words('One')} EMC`,
        entries: '/Resources<</Font<</F 4 0 R>>/Properties<</L 20 0 R/M 21 0 R>>>>',
      },
      { content: statement },
    ],
    [
      '<</Type/OCG/Name(For Jane Roe only)/Usage<</CreatorInfo<</Creator(Jane Roe)/Subtype/Artwork>>/Print<</PrintState/OFF>>>>>>',
      '<</Type/OCG/Name(Base)>>',
    ],
    '/OCProperties<</OCGs[20 0 R 21 0 R]/D<</Order[[(Jane Roe) 20 0 R 21 0 R]]/OFF[20 0 R]>>>>',
  );
  const copy = await redact(layered, { terms: ['Jane Roe'] });
  expect(copy).toMatchObject({ redrawnPages: [2], proof: { ok: true } });
  expect(everything()).not.toMatch(/Jane/);
  expect(everything()).toMatch(/Layer 1.*PrintState\s*\/OFF/s);
  expect(everything()).toContain('Base');
  expect(await lightnessAt(1, 200, 592)).toBe(255);
});

describe('words that are shown, but not as a page’s text, are recognised and painted over', () => {
  const line = words('Jane Roe signed', 5, 6);
  const form = (entries: string) => stream(`${entries}/Resources<</Font<</F 4 0 R>>>>`, line);
  const all = '72 500 150 20 re f ';
  const widthOfA = 9_000;

  test.each<[string, string, string, string[]]>([
    [
      'in a pattern',
      `/Pattern cs /P scn ${all}`,
      '/Pattern<</P 20 0 R>>',
      [
        form(
          '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 150 20]/XStep 150/YStep 20/Matrix[1 0 0 1 72 500]',
        ),
      ],
    ],
    [
      'in a mask that a color shines through',
      `/S gs ${all}`,
      '/ExtGState<</S<</SMask<</S/Alpha/G 20 0 R>>>>>>',
      [form('/Type/XObject/Subtype/Form/BBox[0 0 150 20]/Matrix[1 0 0 1 72 500]/Group<</S/Transparency>>')],
    ],
    [
      'in a letter that letters draw',
      'BT /T 1 Tf 72 500 Td (a) Tj ET',
      '/Font<</F 4 0 R/T 20 0 R>>',
      [
        `<</Type/Font/Subtype/Type3/FontBBox[0 0 150 20]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[${widthOfA}]/Encoding<</Differences[97/a]>>/CharProcs<</a 21 0 R>>/Resources<</Font<</F 4 0 R>>>>>>`,
        stream('', `${widthOfA} 0 d0 ${line}`),
      ],
    ],
    [
      'in a small picture among words',
      'q 144 0 0 16 72 500 cm /Picture Do Q',
      '/XObject<</Picture 20 0 R>>',
      [],
    ],
  ])(
    '%s',
    async (_, content, resources, more) => {
      const fonts = resources.startsWith('/Font') ? '' : '/Font<</F 4 0 R>>';
      const objects = more.length > 0 ? more : [await pictureOfLine(line)];
      const entries = `/Resources<<${fonts}${resources}>>`;
      const pdf = paper([{ content: `${words('Words that all can read.')}${content}`, entries }], objects);
      const copy = await redact(pdf, { terms: ['Jane Roe'] });
      expect(copy).toMatchObject({
        redactions: [{ page: 1, kind: 'term' }],
        recognisedPages: [1],
        proof: { ok: true },
      });
      const { x, y, width, height } = copy.redactions[0]!.area;
      expect([Math.abs(x - 72) < 6, Math.abs(y + height / 2 - 284) < 8]).toEqual([true, true]);
      expect(await lightnessAt(1, x + width / 2, y + height / 2)).toBe(0);
    },
    120_000,
  );

  /** A picture of a line of 144 by 16 points. */
  async function pictureOfLine(content: string): Promise<string> {
    const { width, rows } = await drawn(paper([{ content }]));
    const part = Array.from({ length: 66 }, (_, y) =>
      rows.slice((3300 - 66 + y) * width, (3300 - 66 + y) * width + 600),
    );
    return stream(
      '/Type/XObject/Subtype/Image/Width 600/Height 66/ColorSpace/DeviceGray/BitsPerComponent 8',
      part.join(''),
    );
  }
});

test.each(['Adobe', 'Identity', 'Copy', 'Redacted', 'Forthwith'])(
  'a word that is of the format’s own, or that the copy says of itself, is removed: %s',
  async (word) => {
    const outline = [
      '<</First 21 0 R/Last 21 0 R/Count 1>>',
      `<</Title(${word})/Parent 20 0 R/Dest[10 0 R/Fit]>>`,
    ];
    const pdf = paper([{ content: words(`${word} v. Roe`) }], outline, '/Outlines 20 0 R');
    const copy = await redact(pdf, { terms: [word] });
    expect(copy).toMatchObject({ redactions: [{ page: 1 }], proof: { ok: true } });
    expect((await textOf(1)).trim()).toBe('v. Roe');
  },
);

test('words that only a sign without meaning parts are told apart by the room it takes', async () => {
  const widths = Array.from({ length: 126 }, () => 500).join(' ');
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 126/Widths[${widths}]/Encoding<</Differences[1/gap]>>>>`,
    stream('', 'BT /F 12 Tf 72 700 Td (Jane\\001Roe) Tj ET'),
  ]);
  const copy = await redact(pdf, { terms: ['Jane'] });
  expect(copy.redactions).toHaveLength(1);
  expect(await textOf(1)).not.toMatch(/Jane/);
});

test('identifiers go, but for what Rule 5.2(a) lets stay', async () => {
  // What stays of two in columns is no number of its own.
  const columns = words('000998872468', 72, 626) + words('021000021', 220, 626);
  const headings = words('Account Number', 72, 640) + words('Routing Number', 220, 640);
  const content = words('SSN 123-45-6789, date of birth: 04/03/1980. Account No. 4000 1234 5678');
  const copy = await redact(paper([{ content: content + headings + columns }]), { hasIdentifiers: true });
  expect(copy.redactions.map(({ kind }) => kind).join(' ')).toMatch(/^ssn birthDate( account){3}$/);
  const text = await textOf(1);
  expect(text).not.toMatch(/6789|04.03|4000|1234|9988|02100/);
  expect(text).toMatch(/1980[^]*5678[^]*2468\s+0021/);
});

test('words of an area that stand elsewhere are told by their pages', async () => {
  const area = { x: 60, y: 80, width: 300, height: 16 };
  const copy = await redact(
    paper([{ content: statement }, { content: statement }, { content: words('x') }]),
    {
      areas: [{ page: 1, area }],
    },
  );
  expect(copy).toMatchObject({ redactions: [{ page: 1, kind: 'area', area }], sameWordsOn: [2] });
  expect((await textOf(1)).trim()).toBe('She is a nurse.');
});

test('words in a picture are recognised, and painted over', async () => {
  const [width, height] = [1700, 600];
  const picture = await drawn(paper([{ content: `2 0 0 2 -100 -700 cm ${words('Jane Roe signed this.')}` }]));
  const samples = Array.from({ length: height }, (_, y) =>
    picture.rows.slice(y * picture.width, y * picture.width + width),
  ).join('');
  const copy = await redact(scanned(samples, width, height), { terms: ['Jane Roe'] });
  expect(copy).toMatchObject({ redactions: [{ page: 1, kind: 'term' }], recognisedPages: [1] });
  const { x, y, width: across, height: down } = copy.redactions[0]!.area;
  expect(await lightnessAt(1, x + across / 2, y + down / 2)).toBe(0);
}, 120_000);

/** The first page of a PDF at 300 dpi in shades of gray, a letter for each dot, row by row. */
async function drawn(pdf: Buffer): Promise<{ width: number; rows: string }> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(pdf));
  try {
    const { width, rgba } = document.withPage(0, (page) => page.render(300 / 72));
    return { width, rows: Buffer.from(rgba.filter((_, at) => at % 4 === 0)).toString('latin1') };
  } finally {
    document.close();
  }
}

/** A page of one picture. */
function scanned(samples: string, width: number, height: number): Buffer {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 216]/Resources<</XObject<</Scan 4 0 R>>>>/Contents 5 0 R>>',
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`,
      samples,
    ),
    stream('', 'q 612 0 0 216 0 0 cm /Scan Do Q'),
  ]);
}

describe('there is no copy', () => {
  const codeOf = (wishes: Wishes, pdf = paper([{ content: statement }])) =>
    redact(pdf, wishes).then(
      () => 'done',
      (error: { code: string }) =>
        existsSync(at('copy.pdf')) && error.code !== 'FILE_EXISTS' ? 'left' : error.code,
    );

  test('where something of it is left', async () => {
    const layered = paper(
      [
        {
          content: `/OC /L BDC ${words('One')} EMC`,
          entries: '/Resources<</Font<</F 4 0 R>>/Properties<</L 20 0 R>>>>',
        },
      ],
      ['<</Type/OCG/Name(Notes)/Remark(For Jane Roe only)>>'],
      '/OCProperties<</OCGs[20 0 R]/D<</Order[20 0 R]>>>>',
    );
    expect(await codeOf({ terms: ['Jane Roe'] }, layered)).toBe('REDACTION_NOT_PROVEN');
  });

  test.each<[string, Wishes, string]>([
    ['where nothing is asked for', {}, 'INVALID_INPUT'],
    [
      'for a page that is not there',
      { areas: [{ page: 2, area: { x: 0, y: 0, width: 9, height: 9 } }] },
      'PDF_PAGE_NOT_FOUND',
    ],
    [
      'for a place beside the page, as one in pixels may be',
      { areas: [{ page: 1, area: { x: 700, y: 900, width: 400, height: 40 } }] },
      'INVALID_INPUT',
    ],
    [
      'for a place without a width',
      { areas: [{ page: 1, area: { x: 70, y: 90, width: 0, height: 40 } }] },
      'INVALID_INPUT',
    ],
    ['of what is not there', { terms: ['x'], source: { path: '/nowhere/a.pdf' } }, 'FILE_NOT_FOUND'],
    [
      'in a folder that is not there',
      { terms: ['x'], target: { path: '/nowhere/a.pdf' } },
      'FILE_UNWRITABLE',
    ],
  ])('%s', async (_, wishes, code) => {
    expect(await codeOf(wishes)).toBe(code);
  });

  test('in the place of another file', async () => {
    writeFileSync(at('copy.pdf'), 'mine');
    expect(await codeOf({ terms: ['Jane'] })).toBe('FILE_EXISTS');
    expect(readFileSync(at('copy.pdf'), 'utf8')).toBe('mine');
  });

  test('of what is no PDF', async () => {
    expect(await codeOf({ terms: ['x'] }, Buffer.from('words'))).toBe('PDF_NOT_A_PDF');
  });
});
