import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf } from '../../../objects/testing.ts';
import { bytesSource } from '../../../pdf-source.ts';
import { loadPdfium, openPdf, type PdfPage } from '../../../pdfium/index.ts';
import { bindAll, pdfiumWasmPath } from '../../testing.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-looks-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [pageHeight, left, bottom, right, top] = [792, 100, 600, 300, 660];

/** A binder of a page with one field, opened at that page. */
async function bound<T>(entries: string, form: string, look: (page: PdfPage) => T): Promise<T> {
  const source = pdfOf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]${form}>>>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Annots[4 0 R]>>',
    `<</Type/Annot/Subtype/Widget/T(memo)/F 4/Rect[${left} ${bottom} ${right} ${top}]${entries}>>`,
    '<</Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream',
    '<</Subtype/Form/BBox[0 0 9 9]/Length 23>>\nstream\n1 0 0 rg 0 0 9 9 re f  \nendstream',
  ]);
  const { bytes, items } = await bindAll([source], join(folder, 'binder.pdf'));
  const opened = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(bytes));
  try {
    return opened.withPage(items[0]!.firstPage! - 1, look);
  } finally {
    opened.close();
  }
}

/** The colors of a field’s place, dot by dot from its bottom left corner, as PDFium draws it in a binder. */
async function drawnField(entries: string, form = ''): Promise<(x: number, y: number) => readonly number[]> {
  const type = entries.includes('/FT') ? '' : '/FT/Tx';
  const { width, rgba } = await bound(type + entries, form, (page) => page.render(1));
  return (x, y) => {
    const at = 4 * ((pageHeight - 1 - (bottom + y)) * width + left + x);
    return [...rgba.subarray(at, at + 3)];
  };
}

const [red, blue, yellow, white] = [
  [255, 0, 0],
  [0, 0, 255],
  [255, 255, 0],
  [255, 255, 255],
];

test('a value that the file does not draw stands in the frame and on the ground that its field asks for', async () => {
  const dot = await drawnField('/V(x)/MK<</BG[1 1 0]/BC[0 0 1]>>/BS<</W 4/S/S>>');
  expect([dot(1, 30), dot(198, 30), dot(100, 1), dot(100, 58)]).toEqual([blue, blue, blue, blue]);
  expect(dot(100, 30)).toEqual(yellow);
});

test('a field with a line beneath has that alone, and one without border has none', async () => {
  const line = await drawnField('/V(x)/MK<</BC[0 1 1 0]>>/BS<</W 4/S/U>>');
  expect([line(100, 1), line(1, 30), line(100, 58)]).toEqual([red, white, white]);
  const bare = await drawnField('/V(x)/MK<</BC[1 0 0]>>/Border[0 0 0]');
  expect([bare(100, 0), bare(0, 30)]).toEqual([white, white]);
});

test('an empty field without a picture has its border and its ground, one whose picture is not to show has none', async () => {
  const look = '/MK<</BG[1 1 0]/BC[0 0 1]>>/BS<</W 4/S/S>>';
  for (const entries of ['/FT/Tx', '/FT/Btn/AS/Off', '/FT/Ch']) {
    const dot = await drawnField(entries + look);
    expect([dot(1, 30), dot(100, 30)]).toEqual([blue, yellow]);
  }
  const hidden = await drawnField(`/FT/Btn/AS/Off/AP<</N<</Yes 6 0 R>>>>${look}`);
  expect([hidden(1, 30), hidden(100, 30)]).toEqual([white, white]);
});

test('the words on a button that has no picture are printed', async () => {
  const text = await bound('/FT/Btn/Ff 65536/MK<</CA(Send to clerk)>>', '', (page) => page.text());
  expect(text).toContain('Send to clerk');
});

test('a box that does not say its state is checked where its value says so', async () => {
  const pictures = '/AP<</N<</Yes 6 0 R/Off 5 0 R>>>>';
  const colorOf = async (entries: string) => (await drawnField(`/FT/Btn${entries}${pictures}`))(100, 30);
  expect(await colorOf('/V/Yes')).toEqual(red);
  expect(await colorOf('/V/Yes/AS/Off')).toEqual(white);
  expect(await colorOf('/V/No')).toEqual(white);
});

test.each([
  ['left', 0, [true, false, false]],
  ['centered', 1, [false, true, false]],
  ['right', 2, [false, false, true]],
])('lines of a long value stand %s in their own color, as the field says', async (_, alignment, thirds) => {
  const dot = await drawnField(`/Ff 4096/V(MMM\\rMMM)/Q ${alignment}/DA(1 0 0 rg /Helv 24 Tf)`);
  const isInked = (from: number) =>
    Array.from({ length: 60 * 60 }, (_each, i) => dot(from + (i % 60), Math.floor(i / 60)));
  const found = [2, 70, 138].map((from) => isInked(from).some((each) => String(each) === String(red)));
  expect(found).toEqual(thirds);
});

test.each([
  ['without a picture', '/Opt[(Lease)(Memo)[(3)(Third notice)]]/V(3)', '', ['Lease', 'Memo', 'Third notice']],
  [
    'whose picture is out of date',
    '/Opt[(Lease)(Memo)]/AP<</N 5 0 R>>',
    '/NeedAppearances true',
    ['Lease', 'Memo'],
  ],
  ['whose value it does not have', '/Opt[(Lease)]/V(Deed)', '', ['Deed', 'Lease']],
  ['with more than have room', '/Opt[(A1)(B2)(C3)(D4)(E5)(F6)(G7)]/V(F6)/DA(/F 20 Tf)', '', ['F6', 'G7']],
  [
    'of a size that fits',
    '/Opt[(A1)(B2)(C3)(D4)(E5)(F6)(G7)]/DA(/F 0 Tf)',
    '',
    ['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7'],
  ],
  ['that begins further down', '/Opt[(A1)(B2)(C3)(D4)(E5)]/TI 3/DA(/F 20 Tf)', '', ['D4', 'E5']],
])('a list %s shows its entries', async (_, entries, form, shown) => {
  const text = await bound(`/FT/Ch${entries}`, form, (page) => page.text());
  const found = text.split(/\r?\n/).map((line) => line.trim());
  expect(found.filter((line) => !/EXHIBIT|^1$|AMZ/.test(line) && line !== '')).toEqual(shown);
});

test('what is chosen of a list stands on a ground of its own, on the field’s', async () => {
  const dot = await drawnField('/FT/Ch/Opt[(A)(B)]/V(B)/DA(/F 20 Tf)/MK<</BG[1 1 0]>>');
  expect([dot(190, 50), dot(190, 25), dot(190, 2)]).toEqual([yellow, [153, 193, 218], yellow]);
});
