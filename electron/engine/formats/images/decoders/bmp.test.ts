import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { ImageError } from '../image-report.ts';
import { decodeBmp } from './bmp.ts';
import { readBmpHeader } from './bmp-header.ts';

interface Parts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  readonly masks?: readonly number[];
  /** Blue, green, red and nothing, of each index. */
  readonly palette?: readonly number[];
  readonly pixels: readonly number[];
}

/** A BMP with Windows' 40-byte header. */
function makeBmp({ width, height, bits, compression = 0, masks = [], palette = [], pixels }: Parts): Buffer {
  const head = Buffer.alloc(54 + masks.length * 4);
  head.write('BM');
  head.writeUInt32LE(head.length + palette.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(compression, 30);
  head.writeUInt32LE(palette.length / 4, 46);
  masks.forEach((mask, i) => head.writeUInt32LE(mask >>> 0, 54 + i * 4));
  return Buffer.concat([head, Buffer.from(palette), Buffer.from(pixels)]);
}

function decode(bytes: Buffer, maxPixels = 1_000_000) {
  const source = bytesSource(bytes);
  const { raster, isDamaged } = decodeBmp(source, readBmpHeader(source), maxPixels);
  const pixels = Array.from({ length: raster.width * raster.height }, (_, i) =>
    [...raster.rgba.subarray(i * 4, i * 4 + 3)].join(),
  );
  return { ...raster, pixels, isDamaged };
}

const black = '0,0,0';
const white = '255,255,255';
const red = '255,0,0';
const palette = [0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0];

test.each([
  ['1 bit', { bits: 1, palette: palette.slice(0, 8), pixels: [0b01000000, 0, 0, 0, 0b10000000, 0, 0, 0] }],
  ['4 bits', { bits: 4, palette, pixels: [0x01, 0, 0, 0, 0x10, 0, 0, 0] }],
  ['8 bits', { bits: 8, palette, pixels: [0, 1, 0, 0, 1, 0, 0, 0] }],
  ['16 bits', { bits: 16, pixels: [0, 0, 0xff, 0x7f, 0xff, 0x7f, 0, 0] }],
  ['24 bits', { bits: 24, pixels: [0, 0, 0, 255, 255, 255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0] }],
  ['32 bits', { bits: 32, pixels: [0, 0, 0, 0, 255, 255, 255, 0, 255, 255, 255, 0, 0, 0, 0, 0] }],
] as const)('%s, rows from the bottom', (_what, parts) => {
  const { pixels, isDamaged } = decode(makeBmp({ width: 2, height: 2, ...parts }));
  expect(pixels).toEqual([white, black, black, white]);
  expect(isDamaged).toBe(false);
});

test('rows from the top when the height is negative', () => {
  const { pixels, height } = decode(
    makeBmp({ width: 1, height: -2, bits: 8, palette, pixels: [2, 0, 0, 0, 0, 0, 0, 0] }),
  );
  expect({ pixels, height }).toEqual({ pixels: [red, black], height: 2 });
});

test('colors of any bits by their masks', () => {
  const masks = [0xf800, 0x07e0, 0x001f];
  const { pixels } = decode(
    makeBmp({ width: 2, height: 1, bits: 16, compression: 3, masks, pixels: [0, 0xf8, 0xff, 0xff] }),
  );
  expect(pixels).toEqual([red, white]);
});

test.each([
  ['8', 1, [3, 2, 0, 0, 0, 3, 1, 1, 1, 0, 0, 1]],
  ['4', 2, [3, 0x22, 0, 0, 0, 3, 0x11, 0x10, 0, 1]],
] as const)('runs and literals of RLE%s', (bits, compression, pixels) => {
  const bmp = makeBmp({ width: 3, height: 2, bits: Number(bits), compression, palette, pixels });
  expect(decode(bmp)).toMatchObject({ pixels: [white, white, white, red, red, red], isDamaged: false });
});

test('runs that leave the picture, or end too early, are damage', () => {
  const bmp = (pixels: number[]) =>
    makeBmp({ width: 2, height: 2, bits: 8, compression: 1, palette, pixels });
  expect(decode(bmp([9, 2, 0, 1])).isDamaged).toBe(true);
  expect(decode(bmp([2, 2])).isDamaged).toBe(true);
  expect(decode(bmp([0, 2, 1, 1, 1, 2, 0, 1])).pixels).toEqual([black, red, black, black]);
});

test('a header of OS/2 with three bytes a color', () => {
  const head = Buffer.alloc(26 + 6);
  head.write('BM');
  head.writeUInt32LE(32, 10);
  head.writeUInt32LE(12, 14);
  head.writeUInt16LE(2, 18);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt16LE(1, 24);
  Buffer.from([0, 0, 255, 255, 255, 255]).copy(head, 26);
  expect(decode(Buffer.concat([head, Buffer.from([0b01000000, 0, 0, 0])])).pixels).toEqual([red, white]);
});

test('rows that are missing stay white, and the picture counts as damaged', () => {
  const bmp = makeBmp({ width: 1, height: 3, bits: 8, palette, pixels: [2, 0, 0, 0] });
  expect(decode(bmp)).toMatchObject({ pixels: [white, white, red], isDamaged: true });
});

test('a picture of more pixels than wanted is made of the means of squares', () => {
  const bmp = makeBmp({
    width: 4,
    height: 4,
    bits: 8,
    palette,
    pixels: [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2],
  });
  expect(decode(bmp, 4)).toMatchObject({ width: 2, height: 2, pixels: [red, red, black, white] });
});

test('a JPEG or a PNG within, which gives its depth itself, is not read and not called damaged', () => {
  const within = (bits: number, compression: number) => () =>
    decode(makeBmp({ width: 2, height: 1, bits, compression, pixels: [1, 2, 3, 4] }));
  for (const compression of [4, 5])
    expect(within(0, compression)).toThrow(expect.objectContaining({ reason: 'unsupported' }));
  expect(within(0, 0)).toThrow(expect.objectContaining({ reason: 'damaged' }));
});

test('a size no picture has is refused before a pixel is read', () => {
  const bmp = makeBmp({ width: 50_000, height: 50_000, bits: 1, pixels: [] });
  expect(() => decode(bmp)).toThrow(expect.objectContaining({ reason: 'demanding', limit: 'pixels' }));
});

test('any bytes after a BMP’s first two end in a picture or in a declared reason', () => {
  const whole = makeBmp({
    width: 3,
    height: 2,
    bits: 8,
    compression: 1,
    palette,
    pixels: [3, 2, 0, 0, 3, 1, 0, 1],
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 2, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 4,
      }),
      (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        // A size that is large and allowed takes its time; what it does to the reader is what matters here.
        if (Math.abs(bytes.readInt32LE(18) * bytes.readInt32LE(22)) > 1_000_000) return;
        try {
          expect(decode(bytes, 1_000).rgba.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ImageError);
        }
      },
    ),
    { numRuns: 300 },
  );
});
