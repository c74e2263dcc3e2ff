import { soughtOf } from '../text/find.ts';
import { afterEach, expect, test } from 'vitest';
import { makePng } from '../../../testing/images.ts';
import { cornerColors, encodedTestPicture, places, type Color } from '../../../formats/images/testing.ts';
import { makeTiff, testTiffPage } from '../../../formats/images/tiff/testing.ts';
import { loadSharp, type ImageKind } from '../../../formats/images/index.ts';
import { ImageReaderDocument, PictureTurns } from './image-document.ts';
import { toTextRun, type PageText } from '../text/page-text.ts';
import { bytesSource } from '../testing.ts';
import type { WatchedWork } from '../watchdog.ts';

const open: ImageReaderDocument[] = [];
afterEach(() => open.splice(0).forEach((document) => document.close()));

const heard: string[] = [];
const watch = {
  begin: (work: WatchedWork) => void heard.push(`begin ${work}`),
  end: (work: WatchedWork) => void heard.push(`end ${work}`),
};

async function openDocument(
  bytes: Uint8Array,
  kind: ImageKind,
  recognised?: (page: number) => PageText | null,
) {
  const source = {
    bytes: { ...bytesSource(bytes), close: () => undefined },
    kind,
    title: 'Screen of Fairwater LLC',
    ...(recognised && { recognised }),
  };
  const document = new ImageReaderDocument({ source, ...places, turns: new PictureTurns(watch) });
  open.push(document);
  return { document, ...(await document.describe()) };
}

function colorAt(
  { width, height, pixels }: { width: number; height: number; pixels: Uint8Array },
  x: number,
  y: number,
): number[] {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [...pixels.subarray(at, at + 3)];
}

const near = (color: Color) => color.map((value) => expect.closeTo(value, -1.2));

test('a picture stored on its side is a page of its upright size, and drawn upright at any scale', async () => {
  const { document, pages } = await openDocument(await encodedTestPicture('jpeg', 6), 'jpeg');
  expect(pages).toEqual([{ width: 36, height: 24, label: null }]);
  for (const scale of [0.5, 4 / 3, 4]) {
    const picture = await document.render(0, scale);
    expect([picture.width, picture.height]).toEqual([36 * scale, 24 * scale].map(Math.round));
    expect(colorAt(picture, 0.2, 0.2)).toEqual(near(cornerColors.topLeft));
    expect(colorAt(picture, 0.8, 0.2)).toEqual(near(cornerColors.topRight));
    expect(colorAt(picture, 0.2, 0.8)).toEqual(near(cornerColors.bottomLeft));
    expect(colorAt(picture, 0.8, 0.8)).toEqual(near(cornerColors.bottomRight));
  }
});

test('each page of a TIFF is a page; one that is damaged says so, and the others are drawn', async () => {
  const broken = { ...testTiffPage(), compression: 60_000 };
  const { document, pages } = await openDocument(makeTiff([testTiffPage(), broken, testTiffPage(8)]), 'tiff');
  expect(pages).toHaveLength(3);
  await expect(document.render(1, 1)).rejects.toMatchObject({ code: 'PDF_PAGE_UNREADABLE' });
  expect(colorAt(await document.render(2, 1), 0.8, 0.8)).toEqual(near(cornerColors.bottomRight));
  await expect(document.render(3, 1)).rejects.toMatchObject({ code: 'PDF_PAGE_NOT_FOUND' });
});

test('what is see-through lies on white', async () => {
  const clear = await loadSharp(places.imageLibraries)({
    create: { width: 4, height: 4, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const { document } = await openDocument(clear, 'png');
  const { pixels } = await document.render(0, 1);
  expect(new Set(pixels)).toEqual(new Set([255]));
});

test('a picture of too many pixels is refused in words of its own', async () => {
  await expect(openDocument(makePng(60_000, 60_000, 1), 'png')).rejects.toMatchObject({
    code: 'EVIDENCE_TOO_DEMANDING',
    message: expect.stringContaining('pixels'),
  });
});

test('a picture that is none is refused as damaged', async () => {
  await expect(openDocument(Buffer.from('not a picture'), 'webp')).rejects.toMatchObject({
    code: 'EVIDENCE_DAMAGED',
  });
});

test('a very large scale gives a picture within the budget of pixels', async () => {
  const { document } = await openDocument(makePng(4_000, 3_000), 'png');
  const { width, height } = await document.render(0, 8);
  expect(width * height).toBeLessThanOrEqual(24_100_000);
  expect(width / height).toBeCloseTo(4 / 3, 2);
});

test('the watchdog hears of every stretch of decoding, and of its end also after an error', async () => {
  heard.length = 0;
  const { document } = await openDocument(makeTiff([{ ...testTiffPage(), compression: 60_000 }]), 'tiff');
  await expect(document.render(0, 1)).rejects.toMatchObject({ code: expect.stringMatching(/^EVIDENCE_/) });
  expect(heard).toEqual(['begin picture', 'end picture', 'begin picture', 'end picture']);
});

test('words recognized on a picture are its text, and are found', async () => {
  const hand = { fontSize: 10, angle: 0 };
  const glyphs = [...'hosting'].map((text, i) => ({
    text,
    rect: { x: i * 5, y: 2, width: 5, height: 10 },
    hand,
  })) as unknown as PageText['glyphs'];
  const rect = { x: 0, y: 2, width: 35, height: 10 };
  const runs = [{ text: 'hosting', rect, fontSize: 10, angle: 0, isLineEnd: true, start: 0, end: 7 }];
  const { document } = await openDocument(makePng(96, 48), 'png', () => ({ glyphs, runs }));
  expect((await document.text(0)).runs.map(toTextRun)).toEqual([
    { text: 'hosting', rect, fontSize: 10, angle: 0, isLineEnd: true },
  ]);
  expect((await document.find(soughtOf({ query: 'HOST', marks: [] }), 0, 10)).hits).toEqual([
    { page: 0, rects: [{ x: 0, y: 2, width: 20, height: 10 }], snippet: 'hosting' },
  ]);
  expect(await document.links(0)).toEqual([]);
});
