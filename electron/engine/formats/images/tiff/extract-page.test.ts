import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { openImage } from '../open-image.ts';
import { farthest, places } from '../testing.ts';
import { makeTiff, testTiffPage } from './testing.ts';
import { readTiff } from './directories.ts';
import { extractPage } from './extract-page.ts';

test.each([
  { isLittle: true, isBig: false },
  { isLittle: false, isBig: false },
  { isLittle: true, isBig: true },
  { isLittle: false, isBig: true },
])('a page taken out of a TIFF is the same picture: %o', async (form) => {
  const filler = { width: 64, height: 64, samples: new Uint8Array(4_096) };
  const tiff = bytesSource(makeTiff([filler, testTiffPage(6), filler], form));
  const file = readTiff(tiff);
  const page = extractPage(tiff, file, file.directories[1]!);
  expect(page.length).toBeLessThan(tiff.sizeBytes - 8_000);
  const image = await openImage(bytesSource(page), 'tiff', places);
  expect(image.frames).toHaveLength(1);
  expect(farthest(await image.decode(0, { maxPixels: 10_000 }))).toBe(0);
});

test('a page whose pixels lie past the end of the file is damaged', () => {
  const whole = makeTiff([testTiffPage()]);
  const tiff = { ...bytesSource(whole), sizeBytes: 1_000 };
  const file = readTiff(bytesSource(whole));
  expect(() => extractPage(tiff, file, file.directories[0]!)).toThrow(
    expect.objectContaining({ reason: 'damaged' }),
  );
});
