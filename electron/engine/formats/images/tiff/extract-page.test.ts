import { expect, test } from 'vitest';
import type { ByteSource } from '../../../pdf/byte-source.ts';
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

test('a page whose entries all claim the same bytes of a large file is refused before any is copied', () => {
  const whole = makeTiff([testTiffPage()]);
  const file = readTiff(bytesSource(whole));
  const [page] = file.directories;
  const large = { type: 1, count: 90 * 1024 * 1024, position: 0, sizeBytes: 90 * 1024 * 1024 };
  const claimed = {
    ...page!,
    entries: [...page!.entries, ...[60_001, 60_002, 60_003].map((tag) => ({ ...large, tag }))],
  };
  let most = 0;
  const tiff: ByteSource = {
    sizeBytes: 100 * 1024 * 1024,
    readAt(position, target) {
      most = Math.max(most, target.length);
      return bytesSource(whole).readAt(position, target);
    },
  };
  expect(() => extractPage(tiff, file, claimed)).toThrow(expect.objectContaining({ reason: 'demanding' }));
  expect(most).toBeLessThan(1_000);
});
