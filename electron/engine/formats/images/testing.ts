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
