import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesSource, loadPdfium, openPdf } from '../../../pdf/index.ts';
import { wasmPath } from '../../../pdf/reader/testing.ts';
import { cornerColors, encodedTestPicture, places, type Color } from '../testing.ts';
import { makeTiff, testTiffPage } from '../tiff/testing.ts';
import type { ImageKind } from '../open-image.ts';
import { drawImage } from './draw-image.ts';

const assetsDirectory = join(import.meta.dirname, '../../../../../assets');

const draw = (bytes: Uint8Array, kind: ImageKind, hasFooter = true) =>
  drawImage(
    {
      source: bytesSource(bytes),
      kind,
      name: `screen of Ünal.${kind}`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      appVersion: '0.0.0-test',
      hasFooter,
    },
    { ...places, assetsDirectory },
  );

/** What PDFium shows of a page at 2 pixels a point, and its text. */
async function shown(pdf: Uint8Array, index = 0) {
  const document = openPdf(await loadPdfium(wasmPath), bytesSource(pdf), { name: 'x' });
  try {
    return document.withPage(index, (page) => ({
      ...page.render(2),
      text: page.text().replaceAll(/\s+/g, ' '),
      pages: document.pageCount,
    }));
  } finally {
    document.close();
  }
}

/** The picture of 36 × 24 points lies in the middle, between the top margin and the foot. */
function colorAt({ width, rgba }: { width: number; rgba: Uint8Array }, x: number, y: number): number[] {
  const left = 612 / 2 - 18 + 36 * x;
  const top = 792 - (90 + (792 - 36 - 90 - 24) / 2 + 24) + 24 * y;
  const at = (Math.floor(top * 2) * width + Math.floor(left * 2)) * 4;
  return [...rgba.subarray(at, at + 3)];
}

const near = (color: Color) => color.map((value) => expect.closeTo(value, -1.2));

test.each(
  (['jpeg', 'png', 'webp', 'tiff', 'avif'] as const).flatMap((kind) =>
    [1, 3, 5, 6, 7, 8].map((orientation) => [kind, orientation] as const),
  ),
)('a %s stored in orientation %i lies upright on the page', async (kind, orientation) => {
  const bytes =
    kind === 'tiff'
      ? makeTiff([{ ...testTiffPage(orientation), density: [96, 96] }])
      : await encodedTestPicture(kind, orientation);
  const { bytes: pdf, pages, problems } = await draw(bytes, kind);
  expect({ pages, problems }).toEqual({ pages: 1, problems: [] });
  const page = await shown(pdf);
  expect(colorAt(page, 0.2, 0.2)).toEqual(near(cornerColors.topLeft));
  expect(colorAt(page, 0.8, 0.2)).toEqual(near(cornerColors.topRight));
  expect(colorAt(page, 0.2, 0.8)).toEqual(near(cornerColors.bottomLeft));
  expect(colorAt(page, 0.8, 0.8)).toEqual(near(cornerColors.bottomRight));
});

test('each page says what it was made from, and that it was turned; its properties say so too', async () => {
  const bytes = await encodedTestPicture('webp', 6);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { bytes: pdf } = await draw(bytes, 'webp');
  const { text } = await shown(pdf);
  expect(text).toContain('Rendition of screen of Ünal.webp');
  expect(text.replaceAll(' ', '')).toContain(sha256);
  expect(text).toContain('Turned upright as its Exif orientation says.');
  const plain = await draw(bytes, 'webp', false);
  expect((await shown(plain.bytes)).text.trim()).toBe('');
  expect(Buffer.from(plain.bytes).toString('latin1')).toContain('/Subject <feff');
});

test('a JPEG’s own picture is carried, without what its camera wrote beside it', async () => {
  const bytes = Buffer.from(await encodedTestPicture('jpeg', 3));
  const { bytes: pdf } = await draw(bytes, 'jpeg');
  const picture = bytes.subarray(bytes.lastIndexOf(Buffer.of(0xff, 0xda)));
  expect(bytes.includes('Exif')).toBe(true);
  expect(Buffer.from(pdf).includes(picture)).toBe(true);
  expect(Buffer.from(pdf).includes('Exif')).toBe(false);
});

test('the same picture gives the same bytes', async () => {
  const bytes = await encodedTestPicture('avif', 8);
  const [one, other] = [await draw(bytes, 'avif'), await draw(bytes, 'avif')];
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
});

test('pages of a TIFF become pages; a damaged one becomes a page that says so', async () => {
  const scan = {
    width: 2_550,
    height: 3_300,
    bits: 1,
    samples: new Uint8Array(319 * 3_300).fill(0xf0),
  } as const;
  const broken = { ...testTiffPage(), compression: 60_000 };
  const { bytes, pages, problems } = await draw(makeTiff([scan, broken]), 'tiff');
  expect(pages).toBe(2);
  expect(problems.map(({ code }) => code)).toEqual(['PDF_PAGE_UNREADABLE']);
  expect(Buffer.from(bytes).toString('latin1')).toContain('/DeviceGray/BitsPerComponent 1');
  expect((await shown(bytes, 1)).text).toContain('Page 2 of screen of Ünal.tiff is damaged');
});

test('a picture cut short is shown as far as it goes, with a word about it', async () => {
  const whole = await encodedTestPicture('jpeg');
  const { bytes, problems } = await draw(whole.subarray(0, whole.length - 20), 'jpeg');
  expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
  expect((await shown(bytes)).text).toContain('The original is damaged');
});
