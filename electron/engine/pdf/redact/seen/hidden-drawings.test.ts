import { expect, test } from 'vitest';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { hidesDrawnWords, unsaidLetters } from './index.ts';

/** Strokes of letters a unit high. */
const letters = [
  '.6 1 m .6 .2 l .4 0 l .2 0 l 0 .2 l .1 .3 l .2 .2 l',
  '.5 .6 m .5 0 l .5 .5 m .3 .6 l .1 .5 l 0 .3 l .1 .1 l .3 0 l .5 .2 l',
  '0 .6 m 0 0 l 0 .4 m .2 .6 l .4 .6 l .5 .4 l .5 0 l',
  '0 .3 m .5 .3 l .4 .6 l .1 .6 l 0 .3 l .1 0 l .5 .05 l',
];
const name = (x: number, y: number) =>
  letters.map((strokes, at) => `q 14 0 0 14 ${x + 12 * at} ${y} cm .1 w ${strokes} S Q\n`).join('');
const curves = '30 30 m 30 60 60 60 60 30 c 60 0 30 0 30 30 c 90 30 l 95 40 l 99 30 l 90 20 l f';

test.each<[string, string, boolean]>([
  ['beneath a box', `${name(40, 100)}0 g 30 90 90 40 re f`, true],
  ['in the color of the paper', `1 G ${name(40, 100)}`, true],
  ['too faint to be recognized', `.9 G ${name(40, 100)}`, true],
  ['beside the page', `${name(400, 100)}${name(400, 60)}${name(400, 20)}`, true],
  ['in sight', `0 0 1 RG ${name(40, 100)}`, false],
  ['in sight upon a box', `0 g 30 90 90 40 re f 1 G ${name(40, 100)}`, false],
  ['that are none', `.9 g ${curves} 1 0 0 rg 100 0 0 100 20 20 cm`, false],
])('words drawn as outlines %s', async (_, content, isHidden) => {
  const pdfium = await loadPdfium(pdfiumWasmPath);
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ]);
  const document = openPdf(pdfium, bytesSource(pdf));
  try {
    expect(document.withPage(0, (page) => hidesDrawnWords(pdfium, page))).toBe(isHidden);
  } finally {
    document.close();
  }
});

/** Shows letters, and says of each that it is the one so many further. */
const fontSaying = (by: number) => [
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>',
  `<</Length 120>>\nstream\n${`begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <21> <7e> <${(0x21 + by).toString(16).padStart(4, '0')}> endbfrange endcmap`.padEnd(120)}\nendstream`,
];
const shown = (text: string, before = '') => `BT ${before} /F 12 Tf 40 100 Td (${text}) Tj ET\n`;
const signs = 0xe000;
const spaces = [
  fontSaying(0)[0]!,
  fontSaying(0)[1]!.replace(/1 beginbfrange.* endbfrange/, '1 beginbfchar <4a> <0020> endbfchar '),
];

test.each<[string, string, number, (readonly string[])?]>([
  ['beneath a box', `${shown('Jane Roe')}0 g 30 90 90 40 re f`, 7],
  ['in the color of the paper', `1 g ${shown('Jane Roe')}`, 7],
  ['beside the page', `1 0 0 1 300 0 cm ${shown('Jane Roe')}`, 7],
  ['cropped', `0 0 9 9 re W n ${shown('Jane Roe')}`, 7],
  ['without ink', shown('Jane Roe', '3 Tr'), 7],
  ['in part', `${shown('Jane Roe')}0 g 60 90 90 40 re f`, 4],
  ['that say to be spaces', `${shown('JJJ')}0 g 30 90 90 40 re f`, 1, spaces],
  ['and are too few', `${shown('Jo')}0 g 30 90 90 40 re f`, 0],
  ['and say what they are', `${shown('Jane Roe')}0 g 30 90 90 40 re f`, 0, fontSaying(0)],
  ['and are none', `${shown('    ')}0 g 30 90 90 40 re f`, 0, spaces],
])('letters that nobody sees %s', async (_, content, count, font = fontSaying(signs)) => {
  const pdfium = await loadPdfium(pdfiumWasmPath);
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ...font,
  ]);
  const document = openPdf(pdfium, bytesSource(pdf));
  try {
    expect(document.withPage(0, (page) => unsaidLetters(pdfium, page, () => false)).length).toBe(count);
  } finally {
    document.close();
  }
});
