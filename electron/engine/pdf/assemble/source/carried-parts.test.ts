import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, hasQpdf, popplerText } from '../../../testing/pdf-files.ts';
import { PdfObjects } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { PdfOutput } from '../output/pdf-output.ts';
import type { AssembleItem } from '../plan.ts';
import { bindAll, type BoundForTest } from '../testing.ts';
import { Carrier } from './carrier.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-parts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
/** Assembles with everything on, and has qpdf find nothing wrong. */
async function bind(
  sources: readonly Uint8Array[],
  changes: readonly Partial<AssembleItem>[] = [],
): Promise<BoundForTest> {
  made += 1;
  const bound = await bindAll(sources, join(folder, `binder-${made}.pdf`), { changes });
  execFileSync('qpdf', ['--check', bound.path], { stdio: 'ignore' });
  return bound;
}

const codesOf = ({ items }: BoundForTest, at = 0) => items[at]!.findings.map(({ code }) => code);
const messageOf = ({ items }: BoundForTest, code: string, at = 0) =>
  items[at]!.findings.find((finding) => finding.code === code)?.message;
/** Pages of an original that are carried, from 0. */
const only = (pageCount: number, ...selected: number[]): Partial<AssembleItem> => ({
  original: { kind: 'pdf', pageCount, selected },
});

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Entries = { [key: string]: Json };

/** A PDF's objects as qpdf reads them: by another program than the one that wrote it. */
class Read {
  readonly #objects: Entries;

  constructor(path: string) {
    const text = execFileSync('qpdf', ['--json=1', '--json-key=objects', path], { maxBuffer: 1e9 });
    this.#objects = (JSON.parse(text.toString()) as { objects: Entries }).objects;
  }

  /** A value with references followed, by keys and places. */
  at(from: Json, ...keys: (string | number)[]): Json {
    let value = this.#resolve(from);
    for (const key of keys) {
      if (value === null || typeof value !== 'object') return null;
      value = this.#resolve(Array.isArray(value) ? value[Number(key)] : value[key]);
    }
    return value;
  }

  get catalog(): Entries {
    return this.at(this.#objects['trailer']!, '/Root') as Entries;
  }

  /** Pages in order, as references. */
  get pages(): string[] {
    const walk = (node: Json): string[] =>
      (this.at(node, '/Kids') as string[]).flatMap((kid) =>
        this.at(kid, '/Type') === '/Page' ? [kid] : walk(kid),
      );
    return walk(this.catalog['/Pages']!);
  }

  annotations(page: string): Entries[] {
    return ((this.at(page, '/Annots') as Json[] | null) ?? []).map((each) => this.at(each) as Entries);
  }

  #resolve(value: Json | undefined): Json {
    const isReference = typeof value === 'string' && /^\d+ 0 R$/.test(value);
    return (isReference ? this.#objects[value] : value) ?? null;
  }
}

const stream = (content: string, entries = '') =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const font = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';
const words = (text: string, x = 72, y = 400) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`;
/** Lines of words over the whole page, so that nothing finds room on it. */
const fullPage = Array.from({ length: 78 }, (_, i) => words('Fairwater '.repeat(10), 4, 4 + i * 10)).join(
  '\n',
);

/** How dark a spot of a page is, from 0 for white to 255, at a dot a point; x and y from the lower left corner. */
function darkness(path: string, page: number, x: number, y: number): number {
  const ppm = execFileSync(
    'pdftoppm',
    ['-r', '72', '-gray', '-f', String(page), '-l', String(page), '-cropbox', path],
    { maxBuffer: 1e9 },
  );
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!;
  expect(y).toBeLessThan(Number(height));
  return 255 - ppm[head.length + (Number(height) - 1 - y) * Number(width) + x]!;
}

describe.skipIf(!hasQpdf() || !hasPoppler())('layers', () => {
  /** A page with a box on a layer of the name Notes, and a field on the same layer that shows another. */
  const layered = (start: string, usage = '') =>
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[4 0 R 5 0 R]/D<<${start}>>>>/AcroForm<</Fields[7 0 R]>>>>`,
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 6 0 R/Resources<</Properties<</N 4 0 R/S 5 0 R>>>>/Annots[7 0 R]>>',
      `<</Type/OCG/Name(Notes)/Intent[/View/Design]${usage}>>`,
      '<</Type/OCG/Name(Seals)>>',
      stream('/OC /N BDC 0 g 100 300 100 100 re f EMC /OC /S BDC 0 g 300 300 100 100 re f EMC'),
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(memo)/V(x)/F 4/OC 4 0 R/Rect[100 500 200 600]/AP<</N 8 0 R>>>>',
      stream('0 g 0 0 100 100 re f', '/Type/XObject/Subtype/Form/BBox[0 0 100 100]'),
    ]);
  const seen = (path: string, page: number) =>
    [
      [150, 350],
      [350, 350],
      [150, 550],
    ].map(([x, y]) => darkness(path, page, x!, y!) > 128);

  test('of an original that turns out to be broken are listed once, as those of what PDFium made of it', async () => {
    const source = layered('/Order[4 0 R 5 0 R]').toString('latin1');
    const broken = Buffer.from(
      source.replace(
        /(\/Length )(\d+)(?=[^]*?\/OC \/N BDC)/,
        (_, key: string, length: string) => `${key}${Number(length) + 7}`,
      ),
      'latin1',
    );
    const bound = await bind([broken]);
    expect(codesOf(bound, 0)).toContain('SOURCE_REPAIRED');
    const read = new Read(bound.path);
    const groups = read.at(read.catalog['/OCProperties']!, '/OCGs') as string[];
    expect(groups.map((group) => read.at(group, '/Name'))).toEqual(['Notes', 'Seals']);
  });

  test('of one name in two originals stay two, each shown or hidden as its own document begins', async () => {
    const usage = '/Usage<</Print<</PrintState/OFF>>>>';
    const sources = [
      layered('/OFF[4 0 R]/Order[(Both)[4 0 R 5 0 R]]/RBGroups[[4 0 R 5 0 R]]/Locked[5 0 R]'),
      layered('/Order[4 0 R]/AS[<</Event/Print/Category[/Print]/OCGs[4 0 R]>>]', usage),
      layered('/BaseState/OFF/ON[5 0 R]'),
    ];
    const bound = await bind(sources);
    const expected = [
      [false, true, false],
      [true, true, true],
      [false, true, false],
    ];
    for (const [at, source] of sources.entries()) {
      const path = join(folder, 'layered.pdf');
      writeFileSync(path, source);
      expect([at, seen(path, 1)]).toEqual([at, expected[at]]);
      expect([at, seen(bound.path, bound.items[at]!.firstPage!)]).toEqual([at, expected[at]]);
      expect(codesOf(bound, at)).toContain('LAYERS_CARRIED');
    }
    const read = new Read(bound.path);
    const properties = read.catalog['/OCProperties']!;
    const groups = read.at(properties, '/OCGs') as string[];
    expect(groups.map((group) => read.at(group, '/Name'))).toEqual(sources.flatMap(() => ['Notes', 'Seals']));
    expect(new Set(groups).size).toBe(6);
    expect(read.at(properties, '/D', '/OFF')).toEqual([groups[0], groups[4]]);
    expect(read.at(properties, '/D', '/Order')).toEqual([
      ['Exhibit 1', 'Both', [groups[0], groups[1]]],
      ['Exhibit 2', groups[2]],
    ]);
    expect(read.at(properties, '/D', '/RBGroups')).toEqual([[groups[0], groups[1]]]);
    expect(read.at(properties, '/D', '/Locked')).toEqual([groups[1]]);
    expect(read.at(properties, '/D', '/AS', 0, '/OCGs')).toEqual([groups[2]]);
    expect(read.at(groups[2]!)).toMatchObject({
      '/Intent': ['/View', '/Design'],
      '/Usage': { '/Print': { '/PrintState': '/OFF' } },
    });
  });
});

describe.skipIf(!hasQpdf())('annotations of a page that is drawn smaller to make room', () => {
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<<${font}>>/Annots[6 0 R 7 0 R 8 0 R 9 0 R 11 0 R]>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<${font}>>/Annots[12 0 R]>>`,
    stream(fullPage),
    '<</Type/Annot/Subtype/Highlight/Rect[100 200 300 220]/QuadPoints[100 220 300 220 100 200 300 200]/Popup 7 0 R/P 3 0 R/F 4/Contents(As agreed?)/AP<</N 10 0 R>>>>',
    '<</Type/Annot/Subtype/Popup/Rect[400 200 500 300]/Parent 6 0 R/P 3 0 R>>',
    '<</Type/Annot/Subtype/Text/Rect[100 200 120 220]/IRT 6 0 R/RT/R/P 3 0 R/F 4/Contents(No.)>>',
    '<</Type/Annot/Subtype/Ink/Rect[0 0 100 100]/InkList[[0 0 100 100][50 0 50 100]]/F 4/P 3 0 R/AP<</N 10 0 R>>>>',
    stream('1 1 0 rg 0 0 200 20 re f', '/Type/XObject/Subtype/Form/BBox[0 0 200 20]'),
    '<</Type/Annot/Subtype/Polygon/Rect[0 0 100 100]/Path[[0 0][100 0][100 100]]/F 4/P 3 0 R>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 50 50]/Dest[3 0 R/XYZ 100 200 null]>>',
  ]);

  test('move with it: their places, their pop-ups and their replies; links lead to where the words are now', async () => {
    const bound = await bind([source]);
    expect(codesOf(bound)).toContain('STICKER_PAGE_SCALED');
    const read = new Read(bound.path);
    const [first, second] = read.pages.slice(bound.items[0]!.firstPage! - 1);
    const [mark, popup, reply, ink, polygon] = read.annotations(first!);
    const [left, bottom, right, top] = mark!['/Rect'] as [number, number, number, number];
    const scale = (right - left) / 200;
    expect(scale).toBeGreaterThanOrEqual(0.8);
    expect(scale).toBeLessThan(1);
    // Toward the middle of the upper edge.
    const moved = (x: number, y: number) => [306 + (x - 306) * scale, 792 + (y - 792) * scale] as const;
    const near = (numbers: Json | undefined, ...points: (readonly [number, number])[]) =>
      points
        .flatMap(([x, y]) => moved(x, y))
        .forEach((value, i) => expect((numbers as number[])[i]).toBeCloseTo(value, 2));
    near(mark!['/Rect'], [100, 200], [300, 220]);
    near(mark!['/QuadPoints'], [100, 220], [300, 220], [100, 200], [300, 200]);
    near(popup!['/Rect'], [400, 200], [500, 300]);
    near(reply!['/Rect'], [100, 200], [120, 220]);
    near(read.at(ink!['/InkList']!, 1), [50, 0], [50, 100]);
    near(read.at(polygon!['/Path']!, 2), [100, 100]);
    expect(top - bottom).toBeCloseTo(20 * scale, 2);
    const [markId, popupId] = read.at(first!, '/Annots') as string[];
    expect(mark!['/Popup']).toBe(popupId);
    expect(popup!['/Parent']).toBe(markId);
    expect(reply!['/IRT']).toBe(markId);
    for (const annotation of [mark, popup, reply, ink, polygon]) expect(annotation!['/P']).toBe(first);
    expect(read.at(mark!, '/AP', '/N', '/BBox')).toEqual([0, 0, 200, 20]);
    const [page, kind, x, y] = read.annotations(second!)[0]!['/Dest'] as [string, string, number, number];
    expect([page, kind]).toEqual([first, '/XYZ']);
    near([x, y], [100, 200]);
  });
});

test.skipIf(!hasQpdf() || !hasPoppler())(
  'what a damaged table of objects hides from PDFium is carried all the same',
  async () => {
    let written = '%PDF-1.7\n';
    const add = (text: string) => {
      const at = written.length;
      written += text;
      return at;
    };
    const entries = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<${font}>>>>`,
      stream('BT /F 12 Tf 72 700 Td (As agreed in March) Tj ET'),
    ].map((body, at) => {
      const place = add(`${at + 1} 0 obj\n${body}\nendobj\n`);
      return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const before = add(`xref\n4 1\n${entries[3]}trailer\n<</Size 6/Root 1 0 R>>\n`);
    add(`5 0 obj\n${before}\nendobj\n`);
    // Where the section before it stands must be said directly (ISO 32000-1 table 15): PDFium reads the last one alone.
    const last = add(`xref\n0 4\n0000000000 65535 f \n${entries.slice(0, 3).join('')}`);
    add(`trailer\n<</Size 6/Root 1 0 R/Prev 5 0 R>>\nstartxref\n${last}\n%%EOF\n`);
    const bound = await bind([Buffer.from(written, 'latin1')]);
    expect(codesOf(bound)).toContain('SOURCE_REPAIRED');
    expect(popplerText(bound.path, '-f', '3')).toContain('As agreed in March');
  },
);

test.skipIf(!hasQpdf()).each([
  ['as large as before', ''],
  ['drawn smaller', fullPage],
])(
  'films, sounds and attached files of a page %s look as they looked, and like nothing where they had no look',
  async (_, content) => {
    const media = (entries: string) => `<</Type/Annot/Rect[100 200 300 220]/F 4/P 3 0 R${entries}>>`;
    const source = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<${font}>>/Annots[6 0 R 7 0 R 8 0 R]>>`,
      stream(content),
      stream('1 1 0 rg 0 0 200 20 re f', '/Type/XObject/Subtype/Form/BBox[0 0 200 20]'),
      media('/Subtype/Movie/AP<</N 5 0 R>>'),
      media('/Subtype/Screen'),
      media('/Subtype/FileAttachment/Contents(Schedule)/AP<</N<</On 5 0 R>>>>/AS/Off'),
    ]);
    const bound = await bind([source]);
    const read = new Read(bound.path);
    const [film, screen, attached] = read.annotations(read.pages.at(-1)!);
    // What such an annotation is without an appearance, each program draws in its own way: poppler a stamp that says “Draft”.
    const boxes = [film, screen, attached].map((each) => read.at(each!, '/AP', '/N', '/BBox'));
    expect(boxes).toEqual([
      [0, 0, 200, 20],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
    expect(read.at(screen!, '/AP', '/N', '/Length')).toBe(0);
    expect(attached).toMatchObject({ '/Contents': 'Schedule' });
    expect(attached).not.toHaveProperty('/AS');
  },
);

describe.skipIf(!hasQpdf())('an excerpt', () => {
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Dests<</old[5 0 R/Fit]>>/Names<</Dests<</Kids[8 0 R]>>>>/Outlines 9 0 R/AcroForm<</SigFlags 3/Fields[11 0 R]>>/PageLabels<</Nums[0<</S/r>>]>>>>',
    '<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]/MediaBox[0 0 612 792]>>',
    '<</Type/Page/Parent 2 0 R/Annots[6 0 R 7 0 R 13 0 R]>>',
    '<</Type/Page/Parent 2 0 R>>',
    '<</Type/Page/Parent 2 0 R/Annots[11 0 R]>>',
    '<</Type/Annot/Subtype/Link/Rect[0 0 50 50]/A<</S/GoTo/D(new)>>>>',
    '<</Type/Annot/Subtype/Link/Rect[0 50 50 99]/Dest/old>>',
    '<</Limits[(kept)(new)]/Names[(kept)[4 0 R/FitH 300](new)<</D[5 0 R/XYZ 0 700 0]>>]>>',
    '<</Type/Outlines/First 10 0 R/Last 10 0 R/Count 1>>',
    '<</Title(Gone)/Parent 9 0 R/Dest(new)>>',
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/V 12 0 R/F 4/Rect[100 100 300 150]/P 5 0 R>>',
    '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 10]/Contents<00>>>',
    '<</Type/Annot/Subtype/Link/Rect[0 99 50 120]/Dest(kept)>>',
  ]);

  test('has links to named places that stay, counts those to pages left out, and brings none of these along', async () => {
    const bound = await bind([source], [only(3, 0, 1)]);
    const read = new Read(bound.path);
    const [first, second] = read.pages.slice(bound.items[0]!.firstPage! - 1);
    expect(read.annotations(first!).map((link) => link['/Dest'])).toEqual([
      undefined,
      undefined,
      [second, '/FitH', 300],
    ]);
    expect(messageOf(bound, 'LINKS_TO_PAGES_LEFT_OUT')).toMatch(/^2 links/);
    expect(messageOf(bound, 'BOOKMARKS_OUTSIDE')).toMatch(/^1 bookmark to pages/);
    expect(bound.bytes.toString('latin1').match(/\/Type\/Page\//g)).toHaveLength(bound.pages);
    expect(bound.bytes.includes('/Sig')).toBe(false);
  });

  test('leads by an action where a place beside it is null', async () => {
    const lead = '/Dest null/A<</S/GoTo/D[3 0 R/Fit]>>';
    const bound = await bind([
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
        `<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Link/Rect[0 0 50 50]${lead}>>]>>`,
        '<</Type/Outlines/First 5 0 R/Last 5 0 R/Count 1>>',
        `<</Title(Terms)/Parent 4 0 R${lead}>>`,
      ]),
    ]);
    expect(codesOf(bound)).toEqual([]);
    const read = new Read(bound.path);
    const page = read.pages[bound.items[0]!.firstPage! - 1]!;
    expect(read.annotations(page)[0]).toMatchObject({ '/Dest': [page, '/Fit'] });
  });

  test('breaks the signatures of its original, also those of a page that is left out', async () => {
    const told = /^1 digital signature no longer valid/;
    expect(messageOf(await bind([source], [only(3, 2)]), 'SIGNATURE_FLATTENED')).toMatch(told);
    expect(messageOf(await bind([source]), 'SIGNATURE_FLATTENED')).toMatch(told);
    const without = await bind([source], [only(3, 0)]);
    expect(messageOf(without, 'SIGNED_ELSEWHERE')).toMatch(/bears 1 digital signature outside/);
    expect(codesOf(without)).not.toContain('SIGNATURE_FLATTENED');
  });

  test('has each of its links once, and of a page with thousands of them no more than all readers take', async () => {
    const crowded = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
      `<</Type/Page/Parent 2 0 R/Annots[${'4 0 R '.repeat(5_000)}${Array.from({ length: 10_100 }, (_, i) => `${i + 5} 0 R`).join(' ')}]>>`,
      ...Array.from(
        { length: 10_101 },
        () =>
          '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Border[0 0 0]/A<</S/URI/URI(https://example.com/)>>>>',
      ),
    ]);
    const bound = await bind([crowded]);
    const lists = [...bound.bytes.toString('latin1').matchAll(/\/Annots\[([^\]]*)\]/g)];
    const annotations = lists.map(([, list]) => list!.split(' 0 R').slice(0, -1));
    const longest = annotations.toSorted((a, b) => b.length - a.length)[0]!;
    expect([longest.length, new Set(longest).size]).toEqual([9_900, 9_900]);
    expect(messageOf(bound, 'ANNOTATIONS_LEFT_OUT')).toMatch(/^201 links and notes/);
    expect(popplerText(bound.path)).toContain('AMZ000001');
  });

  test('is signed no more where no page shows the signature at all', async () => {
    const bound = await bind([
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
        '<</Type/Page/Parent 2 0 R>>',
        '<</FT/Sig/T(seal)/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>>>',
      ]),
    ]);
    expect(codesOf(bound)).toEqual(['SIGNATURE_FLATTENED']);
  });
});

describe.skipIf(!hasQpdf() || !hasPoppler())('what belongs to a document as a whole', () => {
  const onePage = (catalog: string, page: string, ...more: string[]) =>
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
      `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<${font}>>${page}>>`,
      stream(`/P <</MCID 0>> BDC ${words('Dear Northgate')} EMC`),
      ...more,
    ]);

  test('is left behind and told of: tags, a form that only some programs show, the files of a portfolio', async () => {
    const bound = await bind([
      onePage(
        '/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Lang(en-US)',
        '/StructParents 0',
        '<</Type/StructTreeRoot/K 6 0 R/ParentTree<</Nums[0[6 0 R]]>>>>',
        '<</Type/StructElem/S/P/P 5 0 R/Pg 3 0 R/K 0>>',
      ),
      onePage('/AcroForm<</XFA[(preamble)5 0 R]/Fields[]>>/NeedsRendering true', '', stream('<xdp/>')),
      onePage(
        '/Collection<</View/T>>/Names<</EmbeddedFiles<</Names[(a)5 0 R(b)5 0 R]>>>>',
        '',
        '<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>',
        stream('secret attachment', '/Type/EmbeddedFile'),
      ),
    ]);
    expect(codesOf(bound, 0)).toEqual(['TAGS_NOT_CARRIED']);
    expect(codesOf(bound, 1)).toEqual(['DYNAMIC_FORM_NOT_CARRIED']);
    expect(messageOf(bound, 'EMBEDDED_FILES_REMOVED', 2)).toMatch(/^2 files/);
    const read = new Read(bound.path);
    for (const { firstPage } of bound.items) {
      expect(popplerText(bound.path, '-f', String(firstPage), '-l', String(firstPage))).toContain(
        'Dear Northgate',
      );
      expect(read.at(read.pages[firstPage! - 1]!, '/StructParents')).toBeNull();
    }
    for (const key of ['/Collection', '/Names', '/AcroForm', '/NeedsRendering'])
      expect(read.catalog[key]).toBeUndefined();
    expect(bound.bytes.includes('secret attachment')).toBe(false);
  });

  const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  const scripts = (count: number) => `${count} script${count === 1 ? '' : 's'} taken out`;
  test.each([
    ['a page', '', `/AA<</O ${script}>>`, 1],
    ['what follows the opening', `/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[${script}${script}]>>`, '', 2],
    [
      'what follows a link',
      '',
      `/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.example)/Next 5 0 R>>>>]`,
      2,
    ],
    [
      'a link’s address',
      '',
      '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI( Java\\nScript:alert\\(1\\))>>>>]',
      1,
    ],
    ['what follows a bookmark', '/Outlines<</First 6 0 R>>', '', 2],
    ['a field that stands apart from its places', '/AcroForm<</Fields[7 0 R]>>', '/Annots[8 0 R]', 1],
  ])('is left behind and told of: the scripts of %s', async (_, catalog, page, count) => {
    const bound = await bind([
      onePage(
        catalog,
        page,
        `<</S/Hide/T(memo)/Next[${script}<</S/Hide/T(memo)/Next[5 0 R ${script}]>>]>>`,
        '<</Title(Terms)/A<</S/GoTo/D[3 0 R/Fit]/Next 5 0 R>>>>',
        `<</FT/Tx/T(sum)/Kids[8 0 R]/AA<</C ${script}>>>>`,
        '<</Type/Annot/Subtype/Widget/Parent 7 0 R/Rect[9 9 99 29]>>',
      ),
    ]);
    expect(messageOf(bound, 'SCRIPTS_REMOVED')).toContain(scripts(count));
    const { path } = bound;
    const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-']).toString('latin1');
    expect(plain).not.toMatch(/JavaScript|Java\\nScript/);
  });

  test('is left behind and told of: the start of a program by a button', async () => {
    const bound = await bind([
      onePage(
        '/AcroForm<</Fields[5 0 R]>>',
        '/Annots[5 0 R]',
        '<</Type/Annot/Subtype/Widget/FT/Btn/Ff 65536/T(go)/Rect[9 9 99 29]/A<</S/Launch/F(calc.exe)>>>>',
      ),
    ]);
    expect(codesOf(bound)).toEqual(['LAUNCH_ACTIONS_REMOVED', 'FORM_FLATTENED']);
  });

  test('is kept in what it was for: addresses begin as the document says once for all', async () => {
    const link = (uri: string) => `<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(${uri})>>>>`;
    const bound = await bind([
      onePage(
        '/URI<</Base(https://court.example/rules/)>>',
        `/Annots[${link('local.html#7')}${link('mailto:clerk@court.example')}]`,
      ),
    ]);
    const read = new Read(bound.path);
    const uris = read
      .annotations(read.pages[bound.items[0]!.firstPage! - 1]!)
      .map((each) => read.at(each, '/A', '/URI'));
    expect(uris).toEqual(['https://court.example/rules/local.html#7', 'mailto:clerk@court.example']);
  });

  test('shows a value that stands in a stream', async () => {
    const bound = await bind([
      onePage(
        '/AcroForm<</Fields[5 0 R]>>',
        '/Annots[5 0 R]',
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(memo)/V 6 0 R/Rect[72 200 300 220]>>',
        stream('Answered at length'),
      ),
    ]);
    expect(popplerText(bound.path)).toContain('Answered at length');
  });
});

test.skipIf(!hasQpdf() || !hasPoppler())(
  'marks show also where poppler draws no more of a page’s content, after an operator without its operands',
  async () => {
    const source = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<${font}>>>>`,
      stream('q BT M /F 12 Tf 72 700 Td (As agreed in March) Tj ET Q'),
    ]);
    const bound = await bind([source]);
    expect(codesOf(bound)).toEqual(['PAGE_CONTENT_WRAPPED']);
    const shown = popplerText(bound.path, '-f', '3');
    expect(shown).toContain('AMZ000001');
    expect(shown).toContain('EXHIBIT');
  },
);

describe.skipIf(!hasQpdf() || !hasPoppler())('pages', () => {
  const inherited = `/MediaBox[0 0 612 792]/Rotate 0/Resources<<${font}/ExtGState<</G<</ca 1>>>>>>`;
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</P(Ann. )/S/A>>]>>>>',
    `<</Type/Pages/Count 5/Kids[3 0 R 4 0 R]${inherited}>>`,
    '<</Type/Pages/Parent 2 0 R/Count 3/Kids[5 0 R 6 0 R 7 0 R]/CropBox[10 10 600 700]>>',
    '<</Type/Pages/Parent 2 0 R/Count 2/Kids[8 0 R 9 0 R]/Rotate 270>>',
    // Its operators, operands and strings' lines are separated by the ends of streams.
    '<</Type/Page/Parent 3 0 R/Contents[10 0 R 11 0 R 12 0 R]>>',
    '<</Type/Page/Parent 3 0 R/UserUnit 2.5/MediaBox[0 0 245 317]/CropBox[0 0 245 317]/Contents 13 0 R>>',
    '<</Type/Page/Parent 3 0 R/MediaBox[0 0 14400 14400]/CropBox[0 0 14400 14400]/Contents 13 0 R>>',
    '<</Type/Page/Parent 4 0 R/UserUnit 0.00000001/Contents 13 0 R>>',
    '<</Type/Page/Parent 4 0 R/MediaBox[-100 -100 1000000000000000000000000 700]/CropBox[0 0 600 700]/Rotate 0/Contents 13 0 R>>',
    stream('/G gs BT /F'),
    stream('12 Tf 72 400'),
    stream('Td (Parted words) Tj ET'),
    stream(words('Whole words', 72, 200)),
  ]);

  test('of odd sizes and units, with what they inherit, bear their number and keep their words and boxes', async () => {
    const bound = await bind([source]);
    expect(codesOf(bound).filter((code) => code !== 'PAGE_CONTENT_WRAPPED')).toEqual([]);
    const read = new Read(bound.path);
    const first = bound.items[0]!.firstPage!;
    const facts = read.pages
      .slice(first - 1)
      .map((page) => ['/MediaBox', '/CropBox', '/Rotate', '/UserUnit'].map((key) => read.at(page, key)));
    expect(facts).toEqual([
      [[0, 0, 612, 792], [10, 10, 600, 700], null, null],
      [[0, 0, 245, 317], [0, 0, 245, 317], null, 2.5],
      [[0, 0, 14400, 14400], [0, 0, 14400, 14400], null, null],
      [[0, 0, 612, 792], null, 270, null],
      [[-100, -100, 1e15, 700], [0, 0, 600, 700], null, null],
    ]);
    for (let at = 0; at < 5; at += 1) {
      const text = popplerText(bound.path, '-f', String(first + at), '-l', String(first + at));
      expect(text).toContain(at === 0 ? 'Parted words' : 'Whole words');
      expect(text).toContain(`AMZ00000${at + 1}`);
    }
    const labels = read.at(read.catalog['/PageLabels']!, '/Nums') as Json[];
    expect(labels.slice(-2)).toEqual([first - 1, { '/P': 'AMZ00000', '/S': '/D', '/St': 1 }]);
  });
});

test('pictures, font programs and color profiles of an original are told apart from what reading our text needs', () => {
  const stream = (entries: string, length: number) =>
    `<<${entries}/Length ${length}>>\nstream\n${'x'.repeat(length)}\nendstream`;
  const objects = PdfObjects.open(
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 0/Kids[]>>',
        stream('/Subtype/Image', 70_000),
        stream('/Subtype/Image', 100),
        stream('/Length1 9', 9),
        stream('/Subtype/CIDFontType0C', 9),
        stream('/N 3', 9),
        stream('/Subtype/Form', 9),
        stream('', 9),
      ]),
    ),
  );
  const parts: Buffer[] = [];
  const output = new PdfOutput((bytes) => parts.push(Buffer.from(bytes)));
  const carrier = new Carrier(objects, output, false);
  const ids = [3, 4, 5, 6, 7, 8, 9].map((id) => carrier.reference(id)!);
  carrier.finish(true);
  output.finish(1, 1);
  const bytes = Buffer.concat(parts);
  const table = bytes.lastIndexOf('0000000000 65535 f');
  expect([...output.usePlaces([])]).toEqual(
    [ids[0]!, ids[2]!, ids[3]!, ids[4]!].map((id) => table + id * 20 + 17),
  );
  for (const place of output.usePlaces([])) expect(bytes.toString('latin1', place, place + 1)).toBe('n');
});
