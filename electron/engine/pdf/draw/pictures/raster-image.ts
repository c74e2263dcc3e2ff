import type { ObjectSink } from '../font-subset.ts';
import { deflate, place, type PaperImage } from './image-page.ts';

/** Upright pixels: red, green, blue and opacity, a byte each. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** The samples of a picture as a PDF stores them: a bit a pixel where all is black or white, a byte where all is gray. */
interface Samples {
  readonly bitsPerComponent: 1 | 8;
  readonly colors: 1 | 3;
  readonly rows: Uint8Array;
}

/**
 * Lays decoded pixels on paper, value for value; what is see-through lies on white.
 *
 * @param size points of the picture at 100 %
 */
export function layRaster(
  pixels: Pixels,
  size: { readonly width: number; readonly height: number },
): PaperImage {
  return place(size, 1, (sink) => writeRaster(pixels, sink));
}

function writeRaster(pixels: Pixels, sink: ObjectSink): number {
  const { width, height } = pixels;
  const { bitsPerComponent, colors, rows } = packSamples(pixels);
  const id = sink.allocate();
  const filtered = bitsPerComponent === 8;
  // ISO 32000-1 §7.4.4.4: what changes from pixel to pixel by little deflates better as differences.
  const parameters = filtered
    ? `/DecodeParms<</Predictor 15/Colors ${colors}/BitsPerComponent 8/Columns ${width}>>`
    : '';
  sink.writeStream(
    id,
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${colors === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent ${bitsPerComponent}/Filter/FlateDecode${parameters}`,
    deflate(filtered ? filterRows(rows, width * colors, height, colors) : rows),
  );
  return id;
}

/** @returns rows in the fewest bits that keep every value */
export function packSamples({ width, height, rgba }: Pixels): Samples {
  const pixels = width * height;
  const onWhite = (at: number, i: number) => {
    const opacity = rgba[at + 3]!;
    return opacity === 255 ? rgba[at + i]! : Math.round(255 - ((255 - rgba[at + i]!) * opacity) / 255);
  };
  let isGray = true;
  let isBilevel = true;
  for (let at = 0; at < pixels * 4 && isGray; at += 4) {
    const value = onWhite(at, 0);
    isGray = value === onWhite(at, 1) && value === onWhite(at, 2);
    isBilevel &&= value === 0 || value === 255;
  }
  if (isGray && isBilevel) {
    const stride = Math.ceil(width / 8);
    const rows = new Uint8Array(stride * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (onWhite((y * width + x) * 4, 0) === 255) rows[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
    return { bitsPerComponent: 1, colors: 1, rows };
  }
  const colors = isGray ? 1 : 3;
  const rows = new Uint8Array(pixels * colors);
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let i = 0; i < colors; i++) rows[pixel * colors + i] = onWhite(pixel * 4, i);
  return { bitsPerComponent: 8, colors, rows };
}

/** PNG’s filters (PNG 3rd edition §9.2): each byte less the one above, in the first row less the one before. */
function filterRows(rows: Uint8Array, rowBytes: number, height: number, step: number): Uint8Array {
  const filtered = new Uint8Array((rowBytes + 1) * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * rowBytes, y * (rowBytes + 1)];
    filtered[to] = y === 0 ? 1 : 2;
    for (let x = 0; x < rowBytes; x++) {
      const before = y > 0 ? rows[from - rowBytes + x]! : x >= step ? rows[from + x - step]! : 0;
      filtered[to + 1 + x] = rows[from + x]! - before;
    }
  }
  return filtered;
}
