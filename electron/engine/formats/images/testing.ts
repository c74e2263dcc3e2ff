import { join } from 'node:path';
import type { Raster } from './raster.ts';
import { loadSharp } from './libraries.ts';

/** The decoders as the build laid them. */
export const places = { imageLibraries: join(import.meta.dirname, '../../../../out/images') };

/** Red, green, blue of a pixel. */
export type Color = readonly [number, number, number];

const [red, green, blue, yellow]: Color[] = [
  [200, 30, 30],
  [30, 160, 40],
  [30, 40, 200],
  [230, 220, 40],
];

/** What a test picture shows: a corner of each color, so that no two ways to turn it look alike. */
export const cornerColors = { topLeft: red!, topRight: green!, bottomLeft: blue!, bottomRight: yellow! };
export const testSize = { width: 48, height: 32 };

/** The color of the upright test picture at a place. */
export function testColor(x: number, y: number): Color {
  const { topLeft, topRight, bottomLeft, bottomRight } = cornerColors;
  if (y < testSize.height / 2) return x < testSize.width / 2 ? topLeft : topRight;
  return x < testSize.width / 2 ? bottomLeft : bottomRight;
}

/** The test picture as a camera stores it that was held in the way an Exif orientation tells. */
export function storedFor(orientation: number): { width: number; height: number; rgb: Uint8Array } {
  const { width: w, height: h } = testSize;
  const isTurned = orientation >= 5;
  const [width, height] = isTurned ? [h, w] : [w, h];
  // Exif 2.32 §4.6.4: which visual side the stored first row and first column are.
  const upright = (x: number, y: number): [number, number] =>
    (
      [
        [x, y],
        [w - 1 - x, y],
        [w - 1 - x, h - 1 - y],
        [x, h - 1 - y],
        [y, x],
        [w - 1 - y, x],
        [w - 1 - y, h - 1 - x],
        [y, h - 1 - x],
      ] as const
    )[orientation - 1] as [number, number];
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgb.set(testColor(...upright(x, y)), (y * width + x) * 3);
  return { width, height, rgb };
}

/** The test picture written by sharp, stored in the way an orientation tells. */
export async function encodedTestPicture(
  kind: 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif' | 'gif',
  orientation = 1,
): Promise<Uint8Array> {
  const { width, height, rgb } = storedFor(orientation);
  const options = {
    jpeg: { quality: 100, chromaSubsampling: '4:4:4' },
    png: {},
    webp: { lossless: true },
    tiff: { compression: 'lzw' },
    avif: { lossless: true },
    gif: {},
  };
  return loadSharp(places.imageLibraries)(rgb, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .toFormat(kind, options[kind])
    .toBuffer();
}

/** How far the pixels of a raster are from the upright test picture, at most, in any channel. */
export function farthest({ width, height, rgba }: Raster): number {
  if (width !== testSize.width || height !== testSize.height) return Infinity;
  let most = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      testColor(x, y).forEach((value, i) => {
        most = Math.max(most, Math.abs(value - rgba[(y * width + x) * 4 + i]!));
      });
  return most;
}

/** One page of a TIFF made by `makeTiff`: its samples uncompressed, in one strip unless it has lengths of several. */
export interface TiffPageParts {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
  /** Of 1 bit, white where 1; of 8 bits gray or, with 3 samples, red, green, blue. */
  readonly bits?: 1 | 4 | 8 | 12 | 32;
  /** What its samples are of; null where it is not written. */
  readonly photometric?: number | null;
  readonly samplesPerPixel?: 1 | 3 | 4;
  /** Each pixel has one sample more, and what that is: 0 for anything, 2 for its opacity. */
  readonly extraSample?: 0 | 1 | 2;
  readonly orientation?: number;
  readonly density?: readonly [across: number, down: number];
  readonly strips?: readonly number[];
  readonly subfileType?: number;
  readonly compression?: number;
  /** 2 for signed numbers, 3 for floating point; left out, it is not written. */
  readonly sampleFormat?: number;
  /** The samples are a JPEG in the old way of TIFF. */
  readonly isOldJpeg?: boolean;
  /** The samples are what such a JPEG has after its headers, and its tables are these: quantizing, DC and AC, of each component. */
  readonly oldJpegTables?: readonly (readonly Uint8Array[])[];
}

/** A TIFF, or a BigTIFF, of such pages, in either byte order. */
export function makeTiff(
  pages: readonly TiffPageParts[],
  { isLittle = true, isBig = false, loopsTo }: { isLittle?: boolean; isBig?: boolean; loopsTo?: number } = {},
): Buffer {
  const wide = isBig ? 8 : 4;
  const number = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes);
    if (bytes === 8) buffer[isLittle ? 'writeBigUInt64LE' : 'writeBigUInt64BE'](BigInt(value));
    else buffer[isLittle ? 'writeUIntLE' : 'writeUIntBE'](value, 0, bytes);
    return buffer;
  };
  const head = [Buffer.from(isLittle ? 'II' : 'MM'), number(isBig ? 43 : 42, 2)];
  if (isBig) head.push(number(8, 2), number(0, 2));
  const parts: Buffer[] = [];
  let at = isBig ? 16 : 8;
  const add = (part: Buffer) => {
    parts.push(part);
    at += part.length;
    return at - part.length;
  };
  const starts: number[] = [];
  const bodies = pages.map((page) => {
    const { bits = 8, samplesPerPixel = 1, orientation = 1, density = [300, 300], subfileType = 0 } = page;
    const samples = samplesPerPixel + (page.extraSample === undefined ? 0 : 1);
    const strip = add(Buffer.concat([page.samples, Buffer.alloc(page.samples.length % 2)]));
    const rational = (value: number) => add(Buffer.concat([number(value, 4), number(1, 4)]));
    const depths = add(Buffer.concat(Array.from({ length: samples }, () => number(bits, 2))));
    const longs = (values: readonly number[]) => ({
      count: values.length,
      value: number(
        values.length === 1 ? values[0]! : add(Buffer.concat(values.map((value) => number(value, 4)))),
        4,
      ),
    });
    const [quantizing, dc, ac] = (page.oldJpegTables ?? []).map((tables) =>
      longs(tables.map((table) => add(Buffer.from(table)))),
    );
    const { strips = [page.samples.length], photometric = ac ? 6 : samplesPerPixel === 1 ? 1 : 2 } = page;
    const offsets = longs(
      strips.map((_bytes, i) => strip + strips.slice(0, i).reduce((sum, bytes) => sum + bytes, 0)),
    );
    const lengths = longs(strips);
    // SHORT 3, LONG 4, RATIONAL 5. A rational lies in a BigTIFF's entry itself.
    const ratio = (tag: number, value: number) =>
      isBig
        ? [tag, 5, 1, Buffer.concat([number(value, 4), number(1, 4)])]
        : [tag, 5, 1, number(rational(value), 4)];
    const short = (tag: number, value: number) => [tag, 3, 1, number(value, 2)];
    const long = (tag: number, value: number) => [tag, 4, 1, number(value, 4)];
    const entries = [
      long(254, subfileType),
      long(256, page.width),
      long(257, page.height),
      samplesPerPixel === 1
        ? short(258, bits)
        : [
            258,
            3,
            samples,
            isBig ? Buffer.concat(Array.from({ length: samples }, () => number(bits, 2))) : number(depths, 4),
          ],
      short(259, page.isOldJpeg || ac ? 6 : (page.compression ?? 1)),
      ...(photometric === null ? [] : [short(262, photometric)]),
      [273, 4, offsets.count, offsets.value],
      short(274, orientation),
      short(277, samples),
      long(278, page.height / strips.length),
      [279, 4, lengths.count, lengths.value],
      ratio(282, density[0]),
      ratio(283, density[1]),
      short(296, 2),
      ...(page.extraSample === undefined ? [] : [short(338, page.extraSample)]),
      ...(page.sampleFormat === undefined ? [] : [short(339, page.sampleFormat)]),
      ...(page.isOldJpeg ? [long(513, strip), long(514, page.samples.length)] : []),
      ...[quantizing, dc, ac].flatMap((list, i) => (list ? [[519 + i, 4, list.count, list.value]] : [])),
      ...(photometric === 6 ? [[530, 3, 2, Buffer.concat([number(1, 2), number(1, 2)])]] : []),
    ] as [number, number, number, Buffer][];
    const body = entries.map(([tag, type, count, value]) =>
      Buffer.concat([
        number(tag, 2),
        number(type, 2),
        number(count, wide),
        value,
        Buffer.alloc(wide - value.length),
      ]),
    );
    starts.push(add(Buffer.concat([number(entries.length, isBig ? 8 : 2), ...body, Buffer.alloc(wide)])));
    return at - wide;
  });
  const file = Buffer.concat([...head, number(starts[0] ?? 0, wide), ...parts]);
  bodies.forEach((next, i) => {
    const to = i + 1 < starts.length ? starts[i + 1]! : loopsTo === undefined ? 0 : starts[loopsTo]!;
    number(to, wide).copy(file, next);
  });
  return file;
}

/** The upright test picture as a page of a TIFF, stored in the way an orientation tells. */
export function testTiffPage(orientation = 1): TiffPageParts {
  const { width, height, rgb } = storedFor(orientation);
  return { width, height, samples: rgb, samplesPerPixel: 3, orientation };
}
