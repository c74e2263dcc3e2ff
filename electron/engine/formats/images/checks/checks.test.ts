import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { makeJpeg, makePng, pngChunk } from '../../../testing/images.ts';
import { ImageError } from '../image-report.ts';
import { inspectJpeg } from './jpeg.ts';
import { kindOf, misleadingExtension } from '../../kind.ts';
import { inspectPng } from './png.ts';

const png = (bytes: Uint8Array) => inspectPng(bytesSource(bytes));
const jpeg = (bytes: Uint8Array) => inspectJpeg(bytesSource(bytes));
const damaged = expect.objectContaining({ reason: 'damaged' });

test('a whole PNG tells its size', async () => {
  expect(await png(makePng(20, 10))).toEqual({ width: 20, height: 10, orientation: 1 });
});

test('a PNG cut short anywhere is damaged', async () => {
  const bytes = makePng(20, 10);
  for (let length = 8; length < bytes.length; length++)
    await expect(png(bytes.subarray(0, length))).rejects.toEqual(damaged);
});

test('a PNG with any one byte changed after its signature is damaged', async () => {
  const bytes = makePng(6, 4);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 8, max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        await expect(png(changed)).rejects.toBeInstanceOf(ImageError);
      },
    ),
  );
});

test.each([
  ['more', 500],
  ['fewer', 5],
])('a PNG with %s rows than it says is damaged', async (_how, rows) => {
  await expect(png(makePng(20, 10, rows))).rejects.toEqual(damaged);
});

test('a PNG of a size no page has is refused before its pixels are inflated', async () => {
  await expect(png(makePng(60_000, 60_000, 1))).rejects.toMatchObject({ reason: 'demanding' });
});

test('chunks nobody knows are passed over', async () => {
  const bytes = makePng(20, 10);
  const extra = Buffer.concat([
    bytes.subarray(0, 33),
    pngChunk('teSt', Buffer.alloc(70_000)),
    bytes.subarray(33),
  ]);
  expect(await png(extra)).toMatchObject({ width: 20, height: 10 });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG tells its size and its orientation %i', (orientation) => {
  expect(jpeg(makeJpeg(40, 30, orientation))).toEqual({ width: 40, height: 30, orientation });
});

test('an orientation that is none, or none at all, counts as upright', () => {
  expect(jpeg(makeJpeg(40, 30, 9))).toMatchObject({ orientation: 1 });
  expect(jpeg(makeJpeg(40, 30))).toMatchObject({ orientation: 1 });
});

test('a JPEG cut short anywhere is damaged', () => {
  const bytes = makeJpeg(40, 30, 6);
  for (let length = 3; length < bytes.length; length++)
    expect(() => jpeg(bytes.subarray(0, length))).toThrow(ImageError);
});

test('any bytes that begin like a JPEG end in a report or in a declared reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
      try {
        expect(jpeg(Buffer.concat([makeJpeg(4, 3).subarray(0, 4), tail])).width).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(ImageError);
      }
    }),
    { numRuns: 500 },
  );
});

test('the kind is told from the content', () => {
  expect(kindOf(makePng(1, 1))).toBe('png');
  expect(kindOf(makeJpeg(1, 1))).toBe('jpeg');
  expect(kindOf(Buffer.from('%PDF-1.4'))).toBe('pdf');
  expect(kindOf(Buffer.from(`${' '.repeat(1_000)}%PDF-1.4`))).toBe('pdf');
  expect(kindOf(Buffer.from(`${' '.repeat(1_024)}%PDF-1.4`))).toBe('native');
  expect(kindOf(new Uint8Array())).toBe('native');
});

test('a name that promises another kind is noticed; one that promises nothing is not', () => {
  expect(misleadingExtension('a.PDF', 'native')).toBe('pdf');
  expect(misleadingExtension('a.jpeg', 'png')).toBe('jpeg');
  expect(misleadingExtension('a.jpg', 'jpeg')).toBeNull();
  expect(misleadingExtension('a.xyz', 'native')).toBeNull();
  expect(misleadingExtension('pdf', 'native')).toBeNull();
});
