import type { ByteSource } from '../../../pdf/byte-source.ts';
import { ImageError, maxPixels } from '../image-report.ts';

/** How a BMP stores its rows. */
export type BmpCompression = 'none' | 'rle8' | 'rle4' | 'rle24';

/** Where a color's bits lie in a pixel. */
export interface BmpMask {
  readonly shift: number;
  /** The largest value, 2 to the power of its bits less one; 0 where there is none. */
  readonly max: number;
}

export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bitsPerPixel: number;
  readonly compression: BmpCompression;
  /** Red, green, blue, opacity; null where pixels are indices or plain bytes. */
  readonly masks: readonly [BmpMask, BmpMask, BmpMask, BmpMask] | null;
  /** Red, green and blue of each index, 3 bytes each. */
  readonly palette: Uint8Array;
  /** First byte of the pixels. */
  readonly pixelsAt: number;
  readonly density: { readonly across: number; readonly down: number } | null;
}

const fileHeaderBytes = 14;
const coreHeaderBytes = 12;
/** OS/2 2.x, which numbers its compressions otherwise than Windows. */
const os2HeaderBytes = 64;
const depths = new Set([1, 2, 4, 8, 16, 24, 32]);
const inchesPerMeter = 39.3701;

/**
 * Reads the headers and the palette of a BMP: of Windows (BITMAPINFOHEADER to V5) and of OS/2, 1.x and 2.x.
 *
 * @throws ImageError
 * @see Microsoft, "Bitmap Storage" and [MS-WMF] §2.2.2.9; OS/2 Presentation Manager, BITMAPINFOHEADER2
 */
export function readBmpHeader(source: ByteSource): BmpHeader {
  const head = Buffer.alloc(fileHeaderBytes + 124);
  const available = source.readAt(0, head);
  if (available < fileHeaderBytes + coreHeaderBytes) throw new ImageError('damaged');
  const headerBytes = head.readUInt32LE(14);
  const isCore = headerBytes === coreHeaderBytes;
  const isKnown = isCore || (headerBytes >= 16 && headerBytes <= 124);
  if (!isKnown || available < fileHeaderBytes + headerBytes) throw new ImageError('damaged');
  // OS/2 2.x headers may be cut after any field; what is not there is 0.
  const field = (at: number) => (at + 4 <= headerBytes ? head.readUInt32LE(fileHeaderBytes + at) : 0);
  const width = isCore ? head.readUInt16LE(18) : head.readInt32LE(18);
  const signedHeight = isCore ? head.readUInt16LE(20) : head.readInt32LE(22);
  const bitsPerPixel = head.readUInt16LE(isCore ? 24 : 28);
  const height = Math.abs(signedHeight);
  if (width <= 0 || height === 0) throw new ImageError('damaged');
  if (width * height > maxPixels) throw new ImageError('demanding', 'pixels');
  const stored = isCore ? 0 : field(16);
  // A file within has its own depth, and the header has none.
  const isDepth = bitsPerPixel === 0 ? stored === 4 || stored === 5 : depths.has(bitsPerPixel);
  if (!isDepth) throw new ImageError('damaged');
  const compression = compressionOf(stored, bitsPerPixel, headerBytes === os2HeaderBytes);
  const isMasked = headerBytes !== os2HeaderBytes && (stored === 3 || stored === 6);
  // With the 40-byte header the masks follow it; later headers hold them.
  const outerMaskBytes = isMasked && headerBytes < 52 ? (stored === 6 ? 16 : 12) : 0;
  const masksAt = fileHeaderBytes + 40;
  const maskBytes = Math.max(0, Math.min(16, outerMaskBytes || headerBytes - 40));
  const pixelsAt = head.readUInt32LE(10);
  const paletteAt = fileHeaderBytes + headerBytes + outerMaskBytes;
  const entryBytes = isCore ? 3 : 4;
  const entries = bitsPerPixel > 8 ? 0 : field(32) || 2 ** bitsPerPixel;
  if (isMasked && available < masksAt + 12) throw new ImageError('damaged');
  return {
    width,
    height,
    isTopDown: signedHeight < 0,
    bitsPerPixel,
    compression,
    masks: masksOf(bitsPerPixel, isMasked ? head.subarray(masksAt, masksAt + maskBytes) : null),
    palette: readPalette(source, { at: paletteAt, end: pixelsAt, entryBytes, entries, bitsPerPixel }),
    pixelsAt: pixelsAt >= fileHeaderBytes + coreHeaderBytes ? pixelsAt : paletteAt + entries * entryBytes,
    density: densityOf(field(24), field(28)),
  };
}

function compressionOf(stored: number, bits: number, isOs2: boolean): BmpCompression {
  if (stored === 0) return 'none';
  if (stored === 1 && bits === 8) return 'rle8';
  if (stored === 2 && bits === 4) return 'rle4';
  if (isOs2) {
    if (stored === 4 && bits === 24) return 'rle24';
    throw new ImageError(stored === 3 ? 'unsupported' : 'damaged');
  }
  if ((stored === 3 || stored === 6) && (bits === 16 || bits === 32)) return 'none';
  // A JPEG or a PNG inside, meant for printers.
  throw new ImageError(stored === 4 || stored === 5 ? 'unsupported' : 'damaged');
}

function masksOf(bits: number, stored: Buffer | null): BmpHeader['masks'] {
  if (stored) {
    const mask = (i: number) => maskOf(i * 4 + 4 <= stored.length ? stored.readUInt32LE(i * 4) : 0);
    return [mask(0), mask(1), mask(2), mask(3)];
  }
  if (bits === 16) return [maskOf(0x7c00), maskOf(0x03e0), maskOf(0x001f), maskOf(0)];
  return null;
}

function maskOf(mask: number): BmpMask {
  if (mask === 0) return { shift: 0, max: 0 };
  const shift = 31 - Math.clz32(mask & -mask);
  return { shift, max: mask >>> shift };
}

function readPalette(
  source: ByteSource,
  place: { at: number; end: number; entryBytes: number; entries: number; bitsPerPixel: number },
): Uint8Array {
  const { at, end, entryBytes, entries, bitsPerPixel } = place;
  if (bitsPerPixel > 8) return new Uint8Array();
  const room = end > at ? Math.floor((end - at) / entryBytes) : entries;
  const count = Math.min(entries, room, 2 ** bitsPerPixel);
  const stored = Buffer.alloc(count * entryBytes);
  source.readAt(at, stored);
  // An index past the palette is black.
  const palette = new Uint8Array(2 ** bitsPerPixel * 3);
  for (let i = 0; i < count; i++) {
    palette[i * 3] = stored[i * entryBytes + 2]!;
    palette[i * 3 + 1] = stored[i * entryBytes + 1]!;
    palette[i * 3 + 2] = stored[i * entryBytes]!;
  }
  return palette;
}

function densityOf(across: number, down: number): BmpHeader['density'] {
  return across > 0 && down > 0 ? { across: across / inchesPerMeter, down: down / inchesPerMeter } : null;
}
