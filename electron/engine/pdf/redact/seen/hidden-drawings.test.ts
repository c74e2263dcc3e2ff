import { expect, test } from 'vitest';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { hidesDrawnWords } from './index.ts';

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
