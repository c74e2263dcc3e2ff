import { inflateSync } from 'node:zlib';
import { adam7Passes } from './adam7.ts';
import { isProfileOf, readOrientation } from './jpeg.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';
import { undoPng } from '../../objects/index.ts';

/** A PNG as a PDF can show it, pixel for pixel (PNG specification, ISO/IEC 15948). */
export interface Png {
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: number;
  readonly colors: 1 | 3;
  /** Three bytes an entry, for images of indexed color. */
  readonly palette: Uint8Array | null;
  /** The color profile, of the palette where there is one; null where there is no whole one of the right kind. */
  readonly profile: Uint8Array | null;
  /** The compressed rows as stored, with PNG's own row filters; null where they had to be taken apart. */
  readonly stored: Uint8Array | null;
  /** The rows without filters, where they had to be taken apart: alpha among the colors, or interlaced. */
  readonly samples: Uint8Array | null;
  /** Opacity, 8 or 16 bits a pixel; null where all is opaque. */
  readonly alpha: { readonly samples: Uint8Array; readonly bits: number } | null;
  /** Exif orientation, 1 to 8 (PNG 3rd edition §11.3.4.5). */
  readonly orientation: number;
  /** Ranges of sample values that are transparent (PDF's color key). */
  readonly colorKey: readonly number[] | null;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly isInterlaced: boolean;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Profiles of screens have some kilobytes, of tables some hundred; past it one is a trap. */
const maxProfileBytes = 4 * 1024 * 1024;
/** 250 megapixels: past it an image is a trap, not evidence on paper. */
const maxPixels = 250_000_000;

/**
 * Reads a PNG.
 *
 * @returns the reason, in words, when it cannot be read
 */
export function readPng(bytes: Uint8Array): Png | { readonly reason: string } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.subarray(0, 8).equals(signature)) return { reason: 'it is not a PNG' };
  const chunks = readChunks(view);
  if (chunks === null) return { reason: 'it is cut short' };
  const { header, palette, transparency, rows } = chunks;
  const channels = header ? channelsOf[header.type] : undefined;
  if (!header || channels === undefined || rows.length === 0) return { reason: 'its structure is broken' };
  if (header.width * header.height > maxPixels || header.width === 0 || header.height === 0)
    return { reason: 'it has too many pixels' };
  if (header.type === 3 && !palette) return { reason: 'it has no palette' };
  const compressed = Buffer.concat(rows);
  const isGray = header.type === 0 || header.type === 4;
  const shape = {
    width: header.width,
    height: header.height,
    bitsPerComponent: header.depth,
    orientation: chunks.orientation,
    colors: header.type === 2 || header.type === 6 ? (3 as const) : (1 as const),
    palette: header.type === 3 ? palette : null,
    profile: chunks.profile && unpackProfile(chunks.profile, isGray ? 1 : 3),
  };
  const isIndexedAlpha = header.type === 3 && transparency !== null;
  const hasAlpha = header.type >= 4;
  const colorKey = transparency && header.type !== 3 ? keyOf(transparency, channels, header.depth) : null;
  if (!hasAlpha && !header.isInterlaced && !isIndexedAlpha)
    return { ...shape, stored: compressed, samples: null, alpha: null, colorKey };
  let pixels: Uint8Array;
  try {
    pixels = unpack(compressed, header, channels);
  } catch {
    return { reason: 'its picture is damaged' };
  }
  if (hasAlpha) {
    const { color, alpha } = splitAlpha(pixels, channels, header.depth / 8);
    return {
      ...shape,
      stored: null,
      samples: color,
      alpha: { samples: alpha, bits: header.depth },
      colorKey,
    };
  }
  const alpha = isIndexedAlpha ? { samples: opacityOf(pixels, header, transparency!), bits: 8 } : null;
  return { ...shape, stored: null, samples: pixels, alpha, colorKey };
}

/** What the chunks of a PNG hold; of those that should be there once, the last. */
interface Chunks {
  header: Header | null;
  palette: Uint8Array | null;
  transparency: Buffer | null;
  /** As it is packed. */
  profile: Buffer | null;
  orientation: number;
  readonly rows: Buffer[];
}

/** @returns null for a file that ends within a chunk */
function readChunks(view: Buffer): Chunks | null {
  const found: Chunks = {
    header: null,
    palette: null,
    transparency: null,
    profile: null,
    orientation: 1,
    rows: [],
  };
  for (let at = 8; at + 12 <= view.length;) {
    const length = view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > view.length) return null;
    const chunk = view.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR' && length >= 13) found.header = headerOf(chunk);
    else if (type === 'PLTE') found.palette = chunk;
    else if (type === 'tRNS') found.transparency = chunk;
    else if (type === 'iCCP') found.profile = chunk;
    else if (type === 'eXIf') found.orientation = readOrientation(chunk);
    else if (type === 'IDAT') found.rows.push(chunk);
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  return found;
}

function headerOf(chunk: Buffer): Header {
  return {
    width: chunk.readUInt32BE(0),
    height: chunk.readUInt32BE(4),
    depth: chunk[8]!,
    type: chunk[9]!,
    isInterlaced: chunk[12] === 1,
  };
}

/** The profile of an iCCP chunk: its name, a zero, the method, which is always deflate, and the profile (PNG 3rd edition §11.3.2.3). */
function unpackProfile(chunk: Buffer, components: number): Uint8Array | null {
  const end = chunk.indexOf(0);
  if (end < 0 || chunk[end + 1] !== 0) return null;
  try {
    const packed = chunk.subarray(end + 2);
    const profile = uninterrupted(() => inflateSync(packed, { maxOutputLength: maxProfileBytes }));
    return isProfileOf(profile, components) ? profile : null;
  } catch {
    return null;
  }
}

function keyOf(transparency: Buffer, channels: number, depth: number): number[] | null {
  if (transparency.length < channels * 2) return null;
  const mask = 2 ** depth - 1;
  return Array.from({ length: channels }, (_, i) => transparency.readUInt16BE(i * 2) & mask).flatMap((n) => [
    n,
    n,
  ]);
}

/** Rows without filters, each padded to a whole byte, in the order of a picture that is not interlaced. */
function unpack(compressed: Uint8Array, header: Header, channels: number): Uint8Array {
  const bits = channels * header.depth;
  const rowBytes = (width: number) => Math.ceil((width * bits) / 8);
  const limit = (rowBytes(header.width) + 9) * (header.height + 8) * 2 + 1024;
  const data = uninterrupted(() => inflateSync(compressed, { maxOutputLength: limit }));
  if (!header.isInterlaced) return unfilter(data, 0, header.width, header.height, bits).rows;
  const stride = rowBytes(header.width);
  const picture = new Uint8Array(stride * header.height);
  let at = 0;
  for (const { width, height, x: x0, y: y0, dx, dy } of adam7Passes(header.width, header.height)) {
    const pass = unfilter(data, at, width, height, bits);
    at = pass.end;
    const passStride = rowBytes(width);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        copyBits(
          pass.rows,
          y * passStride,
          x * bits,
          picture,
          (y0 + y * dy) * stride,
          (x0 + x * dx) * bits,
          bits,
        );
  }
  return picture;
}

function copyBits(
  from: Uint8Array,
  fromRow: number,
  fromBit: number,
  to: Uint8Array,
  toRow: number,
  toBit: number,
  bits: number,
): void {
  if (bits >= 8) {
    const bytes = bits / 8;
    for (let i = 0; i < bytes; i += 1) to[toRow + toBit / 8 + i] = from[fromRow + fromBit / 8 + i]!;
    return;
  }
  const value = (from[fromRow + (fromBit >> 3)]! >> (8 - bits - (fromBit & 7))) & ((1 << bits) - 1);
  const index = toRow + (toBit >> 3);
  to[index] = to[index]! | (value << (8 - bits - (toBit & 7)));
}

function unfilter(
  data: Uint8Array,
  start: number,
  width: number,
  height: number,
  bits: number,
): { rows: Uint8Array; end: number } {
  const stride = Math.ceil((width * bits) / 8);
  const end = start + (stride + 1) * height;
  if (data.length < end) throw new RangeError('too few rows');
  const { bytes, isDamaged } = undoPng(data.subarray(start, end), stride, Math.max(1, bits >> 3));
  if (isDamaged) throw new RangeError('unknown filter');
  return { rows: bytes, end };
}

function splitAlpha(
  pixels: Uint8Array,
  channels: number,
  bytes: number,
): { color: Uint8Array; alpha: Uint8Array } {
  const count = pixels.length / (channels * bytes);
  const colorBytes = (channels - 1) * bytes;
  const color = new Uint8Array(count * colorBytes);
  const alpha = new Uint8Array(count * bytes);
  for (let i = 0; i < count; i += 1) {
    const from = i * channels * bytes;
    color.set(pixels.subarray(from, from + colorBytes), i * colorBytes);
    alpha.set(pixels.subarray(from + colorBytes, from + colorBytes + bytes), i * bytes);
  }
  return { color, alpha };
}

function opacityOf(
  pixels: Uint8Array,
  { width, height, depth }: Header,
  transparency: Uint8Array,
): Uint8Array {
  const stride = Math.ceil((width * depth) / 8);
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const bit = x * depth;
      const index = (pixels[y * stride + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
      alpha[y * width + x] = transparency[index] ?? 255;
    }
  return alpha;
}
