import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadSharp } from '../../formats/images/index.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf, type PdfPage } from './index.ts';

const root = join(import.meta.dirname, '../../../..');
const sharp = loadSharp(join(root, 'out/images'));
const [width, height] = [1_300, 1_000];
const scale = 50 / 72;
let jpeg: Buffer;

/** Dark lines on paper, and a field of one color at the lower right. */
beforeAll(async () => {
  const picture = Buffer.alloc(width * height * 3, 240);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      if (y % 40 < 12 && x > 100 && x < 700) picture.fill(25, at, at + 3);
      if (x > 1_000 && y > 800) picture.set([200, 60, 30], at);
    }
  jpeg = await sharp(picture, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
});

/** Lends a page of 325 by 250 points with the picture, drawn as told. */
async function withPage<T>(content: string, use: (page: PdfPage) => T): Promise<T> {
  const body = jpeg.toString('latin1');
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 325 250]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${body.length}>>\nstream\n${body}\nendstream`,
  ]);
  const pdfium = await loadPdfium(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'));
  const document = openPdf(pdfium, bytesSource(pdf));
  try {
    return document.withPage(0, use);
  } finally {
    document.close();
  }
}

/** The page as drawn with and without quarters, and in how many pixels they differ by more than a tenth. */
async function compare(content: string, known = { width, height, bytes: jpeg.length }) {
  const whole = await withPage(content, (page) => page.render(scale));
  const drawn = await withPage(content, (page) => {
    page.putQuarters([known], scale);
    return page.render(scale);
  });
  let [differences, far] = [0, 0];
  for (let i = 0; i < whole.rgba.length; i += 1) {
    const difference = Math.abs(whole.rgba[i]! - drawn.rgba[i]!);
    if (difference > 0) differences += 1;
    if (difference > 25) far += 1;
  }
  return { isReplaced: differences > 0, far: far / whole.rgba.length };
}

test.each([
  ['upright', '325 0 0 250 0 0 cm'],
  ['on its side', '0 250 -325 0 325 0 cm'],
  ['mirrored', '-325 0 0 250 325 0 cm'],
])('a page whose picture lies %s looks the same with a quarter of its dots', async (_, matrix) => {
  const { isReplaced, far } = await compare(`q ${matrix} /Im Do Q`);
  expect(isReplaced).toBe(true);
  expect(far).toBeLessThan(0.002);
});

test('a picture that is drawn with more dots than a quarter has stays', async () => {
  expect(await compare('q 700 0 0 540 0 0 cm /Im Do Q')).toEqual({ isReplaced: false, far: 0 });
});

test('only pictures that are known to be plain are replaced', async () => {
  const content = 'q 325 0 0 250 0 0 cm /Im Do Q';
  const others = [
    { width, height, bytes: jpeg.length + 1 },
    { width: width + 1, height, bytes: jpeg.length },
    { width, height: height - 1, bytes: jpeg.length },
  ];
  for (const other of others) expect(await compare(content, other)).toEqual({ isReplaced: false, far: 0 });
});
