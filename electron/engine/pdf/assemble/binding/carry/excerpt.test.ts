import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPdfium, openPdf, readOutline } from '../../../pdfium/index.ts';
import { bytesSource } from '../../../pdf-source.ts';
import { pdfOf } from '../../../objects/testing.ts';
import { bindAll, pdfiumWasmPath } from '../../testing.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-excerpt-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;
const picture = (entries: string, samples: string) =>
  stream(
    `/Type/XObject/Subtype/Image/Width ${samples.length}/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray${entries}`,
    samples,
  );
const form = (words: string, resources = '/Resources 3 0 R') =>
  stream(
    `/Type/XObject/Subtype/Form/BBox[0 0 612 792]${resources}`,
    `BT /F 12 Tf 72 400 Td (${words}) Tj ET`,
  );

/** Three pages with one dictionary of resources; the second shows what a content names. */
const source = (second: string, entries = '', font = '27 0 R') =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Outlines 20 0 R>>',
    '<</Type/Pages/Count 3/Kids[6 0 R 7 0 R 8 0 R]/MediaBox[0 0 612 792]/Resources 3 0 R>>',
    `<</XObject<</First 12 0 R/Second 13 0 R/Outer 14 0 R/Scan 15 0 R/Tile 29 0 R/Letter 30 0 R>>/ExtGState<</Masked 17 0 R>>/Pattern<</Tiled 26 0 R>>/Font<</F 4 0 R/Drawn ${font}>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    form('words of a stamp', ''),
    '<</Type/Page/Parent 2 0 R/Contents 9 0 R>>',
    `<</Type/Page/Parent 2 0 R/Contents 10 0 R${entries}>>`,
    '<</Type/Page/Parent 2 0 R/Contents 11 0 R>>',
    stream('', '/First Do /Scan Do'),
    stream('', second),
    stream('', '/Outer Do'),
    form('words of page one'),
    picture('/SMask 16 0 R', 'picture of page two'),
    // It has the resources of the page that shows it.
    stream('/Type/XObject/Subtype/Form/BBox[0 0 612 792]', '/Second Do'),
    picture('', 'picture of page one'),
    picture('', 'mask of page two'),
    '<</SMask<</S/Luminosity/G 18 0 R>>>>',
    form('words of a mask'),
    form('words of a pointer', ''),
    '<</Type/Outlines/First 21 0 R/Last 24 0 R/Count 3>>',
    '<</Title(Heading of one)/Parent 20 0 R/Dest[6 0 R/Fit]/Next 22 0 R>>',
    '<</Title(Part)/Parent 20 0 R/Dest[6 0 R/Fit]/Prev 21 0 R/Next 24 0 R/First 23 0 R/Last 23 0 R/Count 1>>',
    '<</Title(Heading of two)/Parent 22 0 R/Dest[7 0 R/Fit]>>',
    '<</Title(Exhibits)/Parent 20 0 R/Prev 22 0 R/First 25 0 R/Last 25 0 R/Count 1>>',
    '<</Title(Heading of three)/Parent 24 0 R/Dest[8 0 R/Fit]>>',
    stream(
      '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources 3 0 R',
      '/Tile Do',
    ),
    '<</Type/Font/Subtype/Type3/CharProcs<</a 28 0 R>>/Resources 3 0 R>>',
    stream('', '9 0 d0 /Letter Do'),
    picture('', 'tile of a pattern'),
    picture('', 'letter of a font'),
    stream('', '9 0 d0 (without an end'),
  ]);

const excerpt = async (pdf: Buffer, options = {}) => {
  const selected = { original: { kind: 'pdf' as const, pageCount: 3, selected: [1] } };
  const bound = await bindAll([pdf], join(folder, 'binder.pdf'), { changes: [selected], options });
  return { file: bound.bytes.toString('latin1'), path: bound.path, findings: bound.items[0]!.findings };
};

/** A content that uses all that the pages name beside pictures and forms. */
const uses = '/Masked gs/Pattern cs/Tiled scn BT/F 9 Tf/Drawn 9 Tf ET ';

test.each([
  ['by name', `${uses}/Second Do`],
  ['in a form that has the resources of its page', `${uses}/Outer Do`],
])('what an excerpt shows %s comes along, and nothing that only pages left out show', async (_, second) => {
  const appearance = '/Annots[<</Type/Annot/Subtype/Stamp/Rect[9 9 99 99]/AP<</N 5 0 R/R 19 0 R>>>>]';
  const { file, findings } = await excerpt(source(second, appearance));
  for (const shown of [
    'picture of page two',
    'mask of page two',
    'words of a mask',
    'words of a stamp',
    'words of a pointer',
    'tile of a pattern',
    'letter of a font',
  ])
    expect(file).toContain(shown);
  for (const other of ['words of page one', 'picture of page one']) expect(file).not.toContain(other);
  expect(findings.map(({ code }) => code)).not.toContain('EXCERPT_MAY_HOLD_MORE');
});

test.each(['/Subtype/Stamp', '/Subtype/Widget/FT/Tx/T(a)'])(
  'a look of an annotation (%s) that names what other pages show does not bring it along',
  async (kind) => {
    const look = `/Resources<<>>/Annots[<</Type/Annot${kind}/Rect[9 9 99 99]/AP<</N 18 0 R>>>>]`;
    const { file } = await excerpt(source('', look));
    expect(file).toContain('words of a mask');
    for (const other of ['words of page one', 'picture of page one', 'picture of page two'])
      expect(file).not.toContain(other);
  },
);

test('masks, patterns and letters that no page of an excerpt uses do not come along with what they draw', async () => {
  const { file, findings } = await excerpt(source('/Second Do'));
  expect(file).toContain('picture of page two');
  for (const other of ['words of a mask', 'tile of a pattern', 'letter of a font', '/Tile Do'])
    expect(file).not.toContain(other);
  expect(findings.map(({ code }) => code)).not.toContain('EXCERPT_MAY_HOLD_MORE');
});

test('an excerpt whose letters cannot be read says that it may hold more', async () => {
  const font = '<</Type/Font/Subtype/Type3/CharProcs<</a 31 0 R>>/Resources 3 0 R>>';
  const { findings } = await excerpt(source(`${uses}/Second Do`, '', font));
  expect(findings).toContainEqual(expect.objectContaining({ code: 'EXCERPT_MAY_HOLD_MORE' }));
});

const letters = Array.from('abcdefgh', (letter) => `/${letter} 28 0 R`).join('');

test.each([
  ['without resources of its own', ''],
  ['whose letters lead back to the resources it stands in', '/Resources 3 0 R'],
])('a font of drawings %s has what its letters draw', async (_, resources) => {
  const font = `<</Type/Font/Subtype/Type3/CharProcs<<${letters}>>${resources}>>`;
  const { file } = await excerpt(source(`${uses}/Second Do`, '', font));
  expect(file).toContain('letter of a font');
  expect(file).not.toContain('picture of page one');
});

test('of bookmarks an excerpt has those that lead to its pages, and what these stand beneath', async () => {
  const { path, findings } = await excerpt(source('/Second Do'));
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(readFileSync(path)));
  const titles = (nodes: ReturnType<typeof readOutline>): string[] =>
    nodes.flatMap(({ title, children }) => [title, ...titles(children)]);
  const all = titles(readOutline(document));
  document.close();
  expect(all.slice(-2)).toEqual(['Part', 'Heading of two']);
  expect(all.join()).not.toMatch(/of one|of three|Exhibits/);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'BOOKMARKS_OUTSIDE', message: expect.stringMatching(/^3 bookmarks/) }),
  );
});

test('an excerpt of which cannot be told what it shows says so', async () => {
  const { file, findings } = await excerpt(source('/Second Do (without an end'));
  expect(file).toContain('picture of page one');
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'EXCERPT_MAY_HOLD_MORE', severity: 'warning' }),
  );
});

/** Three pages with one dictionary of resources, its property lists and the layers of all. */
const layered = (
  second: string,
  lists = '<</One 10 0 R/Two 11 0 R/Layer1 20 0 R/Layer2 12 0 R/Layer5 24 0 R>>',
) =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[20 0 R 21 0 R 22 0 R 23 0 R 24 0 R]/D<</Order[[(Heading of one)20 0 R][(Heading of two)21 0 R 22 0 R 23 0 R]24 0 R]/OFF[22 0 R]/RBGroups[[20 0 R 21 0 R]]>>>>>>',
    '<</Type/Pages/Count 3/Kids[4 0 R 5 0 R 6 0 R]/MediaBox[0 0 612 792]/Resources 3 0 R>>',
    `<</XObject<</Form 9 0 R/Other 26 0 R>>/Properties ${lists}>>`,
    '<</Type/Page/Parent 2 0 R/Contents 7 0 R/Annots[13 0 R]>>',
    '<</Type/Page/Parent 2 0 R/Contents 8 0 R/Annots[14 0 R]>>',
    '<</Type/Page/Parent 2 0 R>>',
    stream('', '/Span/One BDC EMC/OC/Layer1 BDC EMC'),
    stream('', second),
    stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/OC 22 0 R', '/Span/Two BDC EMC'),
    '<</ActualText(words for page one)>>',
    '<</ActualText(words for page two)>>',
    '<</Type/OCMD/OCGs[21 0 R]>>',
    '<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(note on page one)>>',
    '<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(reply on page two)/IRT 13 0 R/Popup 15 0 R/OC 23 0 R>>',
    '<</Type/Annot/Subtype/Popup/Rect[9 9 99 99]/Parent 14 0 R>>',
    ...Array.from({ length: 4 }, () => 'null'),
    ...['one', 'two', 'a form', 'a note', 'three'].map((of) => `<</Type/OCG/Name(Layer of ${of})>>`),
    writtenLists,
    stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 3 0 R/PieceInfo 10 0 R', '/Span/Both BDC EMC'),
  ]);
const writtenLists =
  '<</One<</ActualText(written for page one)>>/Two<</ActualText(written for page two)>>/Both<</Alt(both)>>/Layer2 12 0 R>>';

test('an excerpt has words that stand for others, layers and notes of its own pages alone', async () => {
  const { file, findings } = await excerpt(layered('/OC/Layer2 BDC/Form Do EMC'));
  for (const shown of [
    'words for page two',
    'reply on page two',
    'Layer of two',
    'Layer of a form',
    'Layer of a note',
    'Heading of two',
  ])
    expect(file).toContain(shown);
  for (const other of [
    'words for page one',
    'note on page one',
    'Layer of one',
    'Layer of three',
    'Heading of one',
  ])
    expect(file).not.toContain(other);
  expect(/\/OFF\[(\d+) 0 R\]/.exec(file)?.[1]).toBe(/\/OC (\d+) 0 R\/Length/.exec(file)?.[1]);
  expect(findings.map(({ code }) => code)).not.toContain('EXCERPT_MAY_HOLD_MORE');
});

test('an excerpt of which cannot be told what it shows keeps its layers, that nothing hidden is shown', async () => {
  const { file, findings } = await excerpt(layered('/OC/Layer2 BDC/Form Do (without an end'));
  expect(file).toContain('Layer of a form');
  expect(findings).toContainEqual(expect.objectContaining({ code: 'EXCERPT_MAY_HOLD_MORE' }));
});

test.each([
  ['into the resources that pages share', writtenLists],
  ['into a dictionary that these name', '25 0 R'],
])('property lists written %s come along where a page of the excerpt uses them', async (_, lists) => {
  const { file } = await excerpt(layered('/OC/Layer2 BDC EMC/Span/Two BDC EMC/Other Do', lists));
  expect(file).toContain('written for page two');
  expect(file).toContain('/Alt(both)');
  expect(file).not.toMatch(/(?:written|words) for page one/);
});

test('an excerpt whose fields stay fields has the fonts they are set in, and no drawings beside them', async () => {
  const form = '/AcroForm<</Fields[5 0 R]/DR<</Font<</Helv 6 0 R>>/XObject<</Seal 7 0 R>>>>>>';
  const { file } = await excerpt(
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R${form}>>`,
      '<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 8 0 R]/MediaBox[0 0 612 792]>>',
      '<</Type/Page/Parent 2 0 R>>',
      '<</Type/Page/Parent 2 0 R/Annots[5 0 R]>>',
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[9 9 99 30]/DA(/Helv 9 Tf)>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Fairwater>>',
      stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', '(words of a drawing) Tj'),
      '<</Type/Page/Parent 2 0 R>>',
    ]),
    { flattensForms: false },
  );
  expect(file).toMatch(/BaseFont ?.Fairwater/);
  expect(file).not.toContain('words of a drawing');
});
