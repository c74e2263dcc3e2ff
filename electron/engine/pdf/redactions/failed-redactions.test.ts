import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pdfOf } from '../objects/testing.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { bytesSource } from '../pdf-source.ts';
import { failedRedactions, type FailedOnPage } from './failed-redactions.ts';

const wasm = join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
/** A line of words whose baseline is 700 points up, and a box over all of it. */
const line = 'BT /F 12 Tf 72 700 Td (Jane Roe, 123-45-6789) Tj ET';
const box = '70 696 140 16 re f';

const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;

interface Paper {
  /** Entries of the page's own. */
  readonly page?: string;
  /** Objects from 9 on. */
  readonly more?: readonly string[];
}

/** A scan of one dot a point: white, but for a black place where `box` is. */
const scan = (() => {
  let samples = '';
  for (let y = 0; y < 792; y += 1)
    for (let x = 0; x < 612; x += 1) samples += x >= 70 && x < 210 && y >= 80 && y < 96 ? '\x00' : '\xff';
  return stream(
    '/Type/XObject/Subtype/Image/Width 612/Height 792/ColorSpace/DeviceGray/BitsPerComponent 8',
    samples,
  );
})();

/** What is found on a letter page with a content. */
async function find(
  content: string,
  { page = '', more = [] }: Paper = {},
  options?: Parameters<typeof failedRedactions>[2],
): Promise<FailedOnPage[]> {
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 5 0 R${page}>>`,
    stream('', content),
    '<</Font<</F 6 0 R>>/XObject<</Scan 7 0 R/Form 8 0 R/Black 9 0 R>>/ExtGState<</Faint<</ca 0.3>>>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    scan,
    stream('/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]/Matrix[2 0 0 2 0 0]', '35 348 70 8 re f'),
    stream('/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\x00'),
    ...more,
  ]);
  const pdfium = await loadPdfium(wasm);
  const document = openPdf(pdfium, bytesSource(pdf));
  try {
    return document.withPage(0, (opened) => failedRedactions(pdfium, opened, options));
  } finally {
    document.close();
  }
}

const annotation = (entries: string) => ({ page: '/Annots[10 0 R]', more: [`<</Type/Annot${entries}>>`] });
const blackSquare = (flags: number) => ({
  page: '/Annots[10 0 R]',
  more: [
    `<</Type/Annot/Subtype/Square/F ${flags}/Rect[70 696 210 712]/AP<</N 11 0 R>>>>`,
    stream('/Type/XObject/Subtype/Form/BBox[0 0 140 16]', '0 0 140 16 re f'),
  ],
});
const scanOnPage = 'q 612 0 0 792 0 0 cm /Scan Do Q';
const recognisedLine = line.replace('/F 12 Tf', '/F 12 Tf 3 Tr');
const all = 'Jane Roe, 123-45-6789';

describe('words are told that lie', () => {
  test.each<[string, string, Paper, Partial<FailedOnPage>]>([
    ['beneath a black box', `${line} ${box}`, {}, { kind: 'covered', text: all }],
    ['beneath a white box', `${line} 1 g ${box}`, {}, { kind: 'covered', text: all }],
    ['in white beneath a black box', `1 g ${line} 0 g ${box}`, {}, { kind: 'covered', text: all }],
    [
      'beneath a box over a part of them',
      `${line} 125 696 90 16 re f`,
      {},
      { kind: 'covered', text: '123-45-6789' },
    ],
    ['beneath a box in a form', `${line} /Form Do`, {}, { kind: 'covered', text: all }],
    ['beneath a broad stroke', `${line} 16 w 70 704 m 210 704 l S`, {}, { kind: 'covered', text: all }],
    [
      'beneath a black picture',
      `${line} q 140 0 0 16 70 696 cm /Black Do Q`,
      {},
      { kind: 'covered', text: all },
    ],
    ['beneath a black annotation', line, blackSquare(4), { kind: 'covered', text: all }],
    [
      'beneath other words on a white box',
      `${line} 1 g ${box} 0 g BT /F 12 Tf 80 700 Td (X.) Tj ET`,
      {},
      { kind: 'covered', text: all },
    ],
    [
      'on two lines beneath one box',
      `${line} BT /F 12 Tf 72 684 Td (born 1980) Tj ET 70 680 140 32 re f`,
      {},
      { kind: 'covered', text: `${all} born 1980` },
    ],
    [
      'beneath a mark that was never applied',
      line,
      annotation('/Subtype/Redact/F 4/Rect[70 690 210 715]/QuadPoints[128 712 210 712 128 696 210 696]'),
      { kind: 'marked', text: '123-45-6789' },
    ],
    [
      'behind a blacked-out place of a scan',
      `${scanOnPage} ${recognisedLine}`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'behind a white box over a scan',
      `${scanOnPage} ${recognisedLine} 1 g ${box}`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'beneath a scan with a blacked-out place',
      `${line} ${scanOnPage}`,
      {},
      { kind: 'recognised', text: all },
    ],
  ])('%s', async (_, content, paper, found) => {
    expect(await find(content, paper)).toMatchObject([found]);
  });
});

describe('nothing is told of', () => {
  test.each<[string, string, Paper?]>([
    ['words on a box', `${box} 1 g ${line}`],
    ['words beneath a faint box', `${line} /Faint gs ${box}`],
    ['a box beside the words', `${line} 70 720 140 16 re f`],
    [
      'a box over blanks',
      `${line.replace('(Jane Roe, 123-45-6789)', '(Jane            Roe)')} 102 696 34 16 re f`,
    ],
    ['a box over the rule of a form', `${line.replace('(Jane Roe, 123-45-6789)', '(____.....____)')} ${box}`],
    ['words in the colour of their paper', `1 g ${line}`],
    ['words that are cut off', `q 0 0 50 50 re W n ${line} Q ${box}`],
    ['a hidden annotation', line, blackSquare(2)],
    ['a note', line, annotation('/Subtype/Text/F 4/Rect[70 690 90 715]/Contents(seen)')],
    ['recognised words of a scan', `${scanOnPage} ${recognisedLine.replace('700 Td', '500 Td')}`],
    [
      'recognised words in a frame',
      `${scanOnPage} ${recognisedLine.replace('700 Td', '500 Td')} 70 496 140 16 re S`,
    ],
    ['words beneath a scan', `${line.replace('700 Td', '500 Td')} ${scanOnPage}`],
    ['dirt of a scan', `${scanOnPage} ${recognisedLine.replace(/\(.*\)/, '(l.)')}`],
  ])('%s', async (_, content, paper) => {
    expect(await find(content, paper)).toEqual([]);
  });
});

test('the place is one on the page as shown, turned and cropped', async () => {
  const [{ area } = { area: null }] = await find(`${line} ${box}`, {
    page: '/Rotate 90/CropBox[50 100 612 792]',
  });
  // From the left edge 700 − 100 points; the line runs downwards from 72 − 50.
  expect(area!.x).toBeCloseTo(598, 0);
  expect(area!.y).toBeCloseTo(22, 0);
  expect(area!.height).toBeGreaterThan(100);
  expect(area!.width).toBeLessThan(15);
});

test('a scan is drawn for what lies over it, also where scans alone are not', async () => {
  const behindBox = `${scanOnPage} ${recognisedLine} 1 g ${box}`;
  expect(await find(behindBox, {}, { looksAtScans: false })).toMatchObject([{ text: all }]);
  expect(await find(`${scanOnPage} ${recognisedLine}`, {}, { looksAtScans: false })).toEqual([]);
});

test('a page of more objects than are looked at is not said to be clean', async () => {
  await expect(find(`${line} ${'0 0 5 5 re f\n'.repeat(250_001)} ${box}`)).rejects.toMatchObject({
    code: 'PDF_LIMIT_EXCEEDED',
    details: { limit: 'objects on a page' },
  });
});
