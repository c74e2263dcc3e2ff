import { deflateSync } from 'node:zlib';
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
  /** Resources of the page's own. */
  readonly resources?: string;
  /** Objects from 10 on. */
  readonly more?: readonly string[];
  /** What the scan shows, where it is on the page. */
  readonly scan?: Dots;
}

/** Red, green and blue of a dot of a scan, from the upper left. */
type Dots = (x: number, y: number) => readonly [number, number, number];

/** A scan of one dot a point. */
const scanOf = (dots: Dots) => {
  const samples = Buffer.alloc(612 * 792 * 3);
  for (let y = 0; y < 792; y += 1)
    for (let x = 0; x < 612; x += 1) samples.set(dots(x, y), (y * 612 + x) * 3);
  const entries = '/Type/XObject/Subtype/Image/Width 612/Height 792/ColorSpace/DeviceRGB/BitsPerComponent 8';
  return stream(`${entries}/Filter/FlateDecode`, deflateSync(samples, { level: 1 }).toString('latin1'));
};

const paper = [255, 255, 255] as const;
const isInBox = (x: number, y: number) => x >= 70 && x < 210 && y >= 80 && y < 96;
/** White, but for a place of a color where `box` is. */
const colored =
  (red: number, green: number, blue: number): Dots =>
  (x, y) =>
    isInBox(x, y) ? [red, green, blue] : paper;
const black = colored(0, 0, 0);
/** Dots that differ by up to an amount, always in the same way. */
const dirtOf = (x: number, y: number, by: number) => ((x * 7919 + y * 104_729) % (2 * by + 1)) - by;

/** What is found on a letter page with a content. */
async function find(
  content: string,
  { page = '', resources = '', more = [], scan = black }: Paper = {},
  options?: Parameters<typeof failedRedactions>[2],
): Promise<FailedOnPage[]> {
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R${page.includes('/MediaBox') ? '' : '/MediaBox[0 0 612 792]'}/Contents 4 0 R/Resources 5 0 R${page}>>`,
    stream('', content),
    `<</Font<</F 6 0 R/Own 10 0 R>>/XObject<</Scan 7 0 R/Form 8 0 R/Black 9 0 R/Own 10 0 R>>/ExtGState<</Faint<</ca 0.3>>/Hint<</ca 0.97>>>>${resources}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    content.includes('/Scan') ? scanOf(scan) : 'null',
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
const recognizedLine = line.replace('/F 12 Tf', '/F 12 Tf 3 Tr');
const all = 'Jane Roe, 123-45-6789';

const word = line.replace('(Jane Roe, ', '(');
const seen = line.replace('700 Td', '500 Td');
const count = (times: number, write: (at: number) => string) =>
  Array.from({ length: times }, (_, at) => write(at)).join(' ');
/** Boxes side by side over all of the line. */
const lettersCovered = (width: number) =>
  count(Math.ceil(140 / width), (at) => `${70 + at * width} 696 ${width + 0.05} 16 re f`);
const fineLines = (paint: string) =>
  `.6 w ${count(32, (at) => `70 ${696.25 + at / 2} m 210 ${696.25 + at / 2} l`)} ${paint}`;
const gray = (value: number) => [value, value, value] as const;
const picture = (entries: string, samples: string) =>
  stream(`/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8${entries}`, samples);
const noise = picture(
  '/Width 70/Height 8',
  count(560, (at) => String.fromCharCode(60 + dirtOf(at % 70, at, 60))).replaceAll(' ', ''),
);
/** A picture of which a hint shows in the middle. */
const watermark = [
  picture('/Width 2/Height 2/SMask 11 0 R', '\x80\x80\x80\x80'),
  picture('/Width 2/Height 2', '\x20\x40\x40\x20'),
];
/** The line in a form in a form and so on. */
const nested = (depth: number) =>
  Array.from({ length: depth + 1 }, (_, at) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 6 0 R>>/XObject<</Next ${11 + at} 0 R>>>>`,
      at < depth ? '/Next Do' : line,
    ),
  );
const unknownFont = [
  '<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 3/LastChar 6/Widths[650 650 650 650]/CharProcs<</x 11 0 R>>/Encoding<</Differences[3/x/x/x/x]>>/Resources<<>>>>',
  stream('', '650 0 0 0 600 700 d1 0 0 100 700 re f 0 600 600 100 re f'),
];
/** A font whose letter is a box. */
const boxFont = [
  '<</Type/Font/Subtype/Type3/FontBBox[0 0 140 16]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[140]/CharProcs<</a 11 0 R>>/Encoding<</Differences[97/a]>>/Resources<<>>>>',
  stream('', '140 0 0 0 140 16 d1 0 0 140 16 re f'),
];

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
      `${scanOnPage} ${recognizedLine}`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'behind a white box over a scan',
      `${scanOnPage} ${recognizedLine} 1 g ${box}`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'beneath a scan with a blacked-out place',
      `${line} ${scanOnPage}`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'beneath a box for each letter',
      `${word} ${lettersCovered(2.4)}`,
      {},
      { kind: 'covered', text: '123-45-6789' },
    ],
    [
      'beneath a few boxes among thousands',
      `${word} 0.9 g ${'300 300 9 9 re f\n'.repeat(2_500)} 0 g ${lettersCovered(4)}`,
      {},
      { kind: 'covered', text: '123-45-6789' },
    ],
    ['beneath fine lines', `${line} ${fineLines('S')}`, {}, { kind: 'covered', text: all }],
    [
      'beneath a scribble',
      `${line} 1.2 w 70 696 m ${count(140, (at) => `${70 + at} ${at % 2 ? 696 : 712} l`)} S`,
      {},
      { kind: 'covered', text: all },
    ],
    [
      'beneath a box that tops stick out of',
      `${line.replace(', 123-45-6789', '')} 70 696 140 11 re f`,
      {},
      { kind: 'covered', text: 'Jane Roe' },
    ],
    [
      'beneath a box that lets a hint of them through',
      `${line} /Hint gs ${box}`,
      {},
      { kind: 'covered', text: all },
    ],
    [
      'beneath noise',
      `${line} q 140 0 0 16 70 696 cm /Own Do Q`,
      { more: [noise] },
      { kind: 'covered', text: all },
    ],
    [
      'beneath a box with a watermark over all of the page',
      `${line} 1 g ${box} q 612 0 0 792 0 0 cm /Own Do Q`,
      { more: watermark },
      { kind: 'covered', text: all },
    ],
    [
      'beneath a letter that is a box',
      `${line} BT /Own 1 Tf 70 695 Td (a) Tj ET`,
      { more: boxFont },
      { kind: 'covered', text: all },
    ],
    ['in forms within forms', `/Own Do ${box}`, { more: nested(9) }, { kind: 'covered', text: all }],
    [
      'in a font that does not say its letters',
      `BT /Own 12 Tf 72 700 Td <03040506> Tj ET ${box}`,
      { more: unknownFont },
      { kind: 'covered', text: '\ufffd\ufffd\ufffd\ufffd' },
    ],
    ['in black on a black box', `${box} ${line} ${seen}`, {}, { kind: 'covered', text: all }],
    [
      'in red on a red stroke',
      `1 0 0 RG 1 0 0 rg 16 w 70 704 m 210 704 l S ${line} 0 g ${seen}`,
      {},
      { kind: 'covered', text: all },
    ],
    [
      'behind a box over a scan, painted before them',
      `${scanOnPage} 1 g ${box} ${recognizedLine}`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'behind a white picture over a scan',
      `${scanOnPage} ${recognizedLine} 1 g q 140 0 0 16 70 696 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q`,
      {},
      { kind: 'recognised', text: all },
    ],
    [
      'behind a box over a scan with a reason on it',
      `${scanOnPage} ${recognizedLine} 1 g ${box} 0 g BT 0 Tr /F 9 Tf 90 700 Td (REDACTED) Tj ET`,
      { scan: () => paper },
      { kind: 'recognised', text: all },
    ],
    ...(
      [
        ['grey', colored(128, 128, 128)],
        ['red', colored(192, 0, 0)],
        ['grainy black', (x, y) => (isInBox(x, y) ? gray(45 + dirtOf(x, y, 40)) : paper)],
        ['black with dust', (x, y) => (isInBox(x, y) ? gray(dirtOf(x, y, 20) === 20 ? 255 : 0) : paper)],
      ] satisfies [string, Dots][]
    ).map(([name, scan]): [string, string, Paper, Partial<FailedOnPage>] => [
      `behind a place of a scan in ${name}`,
      `${scanOnPage} ${recognizedLine}`,
      { scan },
      { kind: 'recognised', text: all },
    ]),
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
    ['words drawn twice to look bold', `${line} ${line.replace('72 700', '72.3 700')}`],
    ['words with others over a part of them', `${line} ${line.replace('700 Td', '704 Td')}`],
    ['words in the color of their paper', `1 g ${line}`],
    ['words that are cut off', `q 0 0 50 50 re W n ${line} Q ${box}`],
    ['a hidden annotation', line, blackSquare(2)],
    ['a note', line, annotation('/Subtype/Text/F 4/Rect[70 690 90 715]/Contents(seen)')],
    ['recognised words of a scan', `${scanOnPage} ${recognizedLine.replace('700 Td', '500 Td')}`],
    [
      'recognised words in a frame',
      `${scanOnPage} ${recognizedLine.replace('700 Td', '500 Td')} 70 496 140 16 re S`,
    ],
    ['words beneath a scan', `${line.replace('700 Td', '500 Td')} ${scanOnPage}`],
    ['a letter that a line touches', `${line} 4 w 74 690 m 74 720 l S`],
    ['words struck out', `${line} 70 703 140 2 re f`],
    ['letters that the box of the line above touches', `${line} 70 707 140 12 re f`],
    ['the same words printed again over a box', `${line} 1 g ${box} 0 g ${line}`],
    ['words in the color of their paper beneath a frame', `1 g ${line} 6 w 40 40 500 700 re S`],
    ['words that a drawing shows by another name', `.2 g 60 600 300 150 re f ${recognizedLine}`],
    ['hidden words on white', `1 g 0 0 612 792 re f ${recognizedLine}`],
    [
      'a reason on a box that cannot be read there',
      `${seen} ${box} BT /Own 8 Tf 80 700 Td (Privilege) Tj ET`,
      { more: ['<</Type/Font/Subtype/Type1/BaseFont/Courier>>'] },
    ],
    ['words of a dark page in its color', `0 g 0 0 612 792 re f ${line} 1 g ${seen}`],
    [
      'bold letters of a scan',
      `${scanOnPage} BT /F 40 Tf 3 Tr 72 700 Td (IlIl) Tj ET`,
      { scan: (x, y) => (y >= 60 && y < 95 && (x - 70) % 10 < 6 ? [0, 0, 0] : paper) },
    ],
    ['dirt of a scan', `${scanOnPage} ${recognizedLine.replace(/\(.*\)/, '(l.)')}`],
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
  const behindBox = `${scanOnPage} ${recognizedLine} 1 g ${box}`;
  expect(await find(behindBox, {}, { isThorough: false })).toMatchObject([{ text: all }]);
  expect(await find(`${scanOnPage} ${recognizedLine}`, {}, { isThorough: false })).toEqual([]);
});

test('a page of more objects than are looked at is not said to be clean', async () => {
  await expect(find(`${line} ${'0 0 5 5 re f\n'.repeat(250_001)} ${box}`)).rejects.toMatchObject({
    code: 'PDF_LIMIT_EXCEEDED',
    details: { limit: 'objects on a page' },
  });
});

test.each<[string, string, Paper, string]>([
  [
    'annotations',
    line,
    { page: `/Annots[${'10 0 R '.repeat(5_001)}]`, more: ['<</Type/Annot/Subtype/Text>>'] },
    'annotations on a page',
  ],
  ['space', `${line} ${box}`, { page: '/MediaBox[0 0 200000 200000]' }, 'space on a page'],
  [
    'objects over each other',
    `${count(3_000, (at) => `BT /F 1 Tf 300 ${300 + 1.2 * at} Td (ab) Tj ET`)} ${'310 300 4 3600 re f\n'.repeat(30_000)}`,
    {},
    'objects over each other',
  ],
])('a page of too much of something is not said to be clean: %s', async (_, content, paper, limit) => {
  await expect(find(content, paper)).rejects.toMatchObject({
    code: 'PDF_LIMIT_EXCEEDED',
    details: { limit },
  });
});
