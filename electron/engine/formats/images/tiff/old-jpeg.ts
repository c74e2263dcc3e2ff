import type { ByteSource } from '../../../pdf/byte-source.ts';
import { tags, TiffReader, type TiffDirectory, type TiffFile } from './directories.ts';

/** JPEG as TIFF 6.0 §22 first had it, and scanners of its time write it. */
const oldJpeg = 6;
const codingProcess = 512;
const streamOffset = 513;
const streamBytes = 514;
const restartInterval = 515;
const quantizing = 519;
const dcCoding = 520;
const acCoding = 521;
const baseline = 1;
const rgb = 2;
const yCbCr = 6;
/** One page; a scan of a letter takes a tenth of it. */
const maxStream = 64 * 1024 * 1024;

/**
 * The JPEG of a page that is stored in the old way, as nearly all such files have it: a whole JPEG in one piece, or its coded
 * pixels with the tables beside them.
 *
 * @returns null for pages stored otherwise
 */
export function oldStyleJpeg(
  source: ByteSource,
  file: TiffFile,
  directory: TiffDirectory,
): Uint8Array | null {
  const reader = new TiffReader(source, file.isLittle, file.isBig);
  const values: Values = (tag) => reader.numbers(directory.entries.find((entry) => entry.tag === tag));
  // Nothing would turn it: the JPEG does not know of the TIFF's orientation.
  if (values(tags.compression)[0] !== oldJpeg || directory.orientation !== 1) return null;
  return wholeStream(source, values) ?? streamOfParts(source, values, directory);
}

type Values = (tag: number) => readonly number[];

function wholeStream(source: ByteSource, values: Values): Uint8Array | null {
  const [offset] = values(streamOffset);
  if (offset === undefined || offset >= source.sizeBytes) return null;
  // The length is often left out, or counts the tables alone; a decoder stops at the end mark.
  const declared = values(streamBytes)[0] ?? 0;
  const lengths = values(tags.stripBytes);
  const end = values(tags.stripOffsets).reduce(
    (furthest, strip, i) => Math.max(furthest, strip + (lengths[i] ?? 0)),
    offset + declared,
  );
  const bytes = read(source, offset, end - offset);
  return hasScan(bytes) ? bytes : null;
}

/** Some write the headers there alone, without that of a scan, and the pixels elsewhere. */
function hasScan(jpeg: Uint8Array): boolean {
  const view = new DataView(jpeg.buffer);
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return false;
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; at += 2 + view.getUint16(at + 2))
    if (jpeg[at + 1] === 0xda) return true;
  return false;
}

/** A JPEG made of the coded pixels and the tables that the TIFF points to: the pixels as they are, only their headers new. */
function streamOfParts(
  source: ByteSource,
  values: Values,
  { width, height }: TiffDirectory,
): Uint8Array | null {
  const starts = [...values(tags.stripOffsets), ...values(tags.tileOffsets)];
  const lengths = [...values(tags.stripBytes), ...values(tags.tileBytes)];
  const quantizers = values(quantizing);
  const components = quantizers.length;
  const hasTables = [dcCoding, acCoding].every((tag) => values(tag).length === components);
  if (!hasTables || ![1, 3].includes(components)) return null;
  if (starts.length === 0 || starts.length !== lengths.length || values(tags.tileOffsets).length > 1)
    return null;
  if (lengths.reduce((sum, length) => sum + length, 0) > maxStream) return null;
  if ((values(codingProcess)[0] ?? baseline) !== baseline) return null;

  const [photometric] = values(tags.photometric);
  const [across = 2, down = 2] = photometric === yCbCr ? values(tags.subsampling) : [1, 1];
  const blocksAcross = (pixels: number) => Math.ceil(pixels / (8 * across));
  // A tile may reach beyond the page to the right, as coded blocks do anyway, but not by a block of its own.
  const [tileWidth = width] = values(tags.tileWidth);
  if (blocksAcross(tileWidth) !== blocksAcross(width)) return null;
  // Each strip begins anew, as what follows a restart does; of several, each is one interval.
  const [rows = height] = values(tags.rowsPerStrip);
  const [written = 0] = values(restartInterval);
  if (starts.length > 1 && (written > 0 || rows % (8 * down) !== 0)) return null;
  const interval = starts.length > 1 ? blocksAcross(width) * (rows / (8 * down)) : written;
  if (interval > 0xffff) return null;

  const ids = photometric === rgb ? [...Buffer.from('RGB')] : [1, 2, 3];
  const each = <T>(make: (component: number) => T) => Array.from({ length: components }, (_, i) => make(i));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...each((i) => segment(0xdb, [i], read(source, quantizers[i]!, 64))),
    // Extended sequential, which has tables for three components where baseline has them for two.
    segment(0xc1, [
      8,
      ...twoBytes(height),
      ...twoBytes(width),
      components,
      ...each((i) => [ids[i]!, i === 0 ? across * 16 + down : 0x11, i]).flat(),
    ]),
    ...each((i) => segment(0xc4, [i], codingTable(source, values(dcCoding)[i]!))),
    ...each((i) => segment(0xc4, [0x10 + i], codingTable(source, values(acCoding)[i]!))),
    ...(interval > 0 ? [segment(0xdd, twoBytes(interval))] : []),
    segment(0xda, [components, ...each((i) => [ids[i]!, i * 0x11]).flat(), 0, 63, 0]),
    ...starts.flatMap((start, i) => [
      withoutScanHeader(read(source, start, lengths[i]!)),
      Buffer.from([0xff, i + 1 === starts.length ? 0xd9 : 0xd0 + (i % 8)]),
    ]),
  ]);
}

/** The first strip of some begins with it. */
function withoutScanHeader(strip: Uint8Array): Uint8Array {
  const [mark, code, high = 0, low = 0] = strip;
  return mark === 0xff && code === 0xda ? strip.subarray(2 + high * 256 + low) : strip;
}

/** Sixteen counts of codes by their length, and as many values. */
function codingTable(source: ByteSource, offset: number): Uint8Array {
  const codes = read(source, offset, 16).reduce((sum, count) => sum + count, 0);
  return read(source, offset, 16 + codes);
}

/** A marker segment of ITU-T T.81 Annex B. */
function segment(marker: number, head: readonly number[], body: Uint8Array = new Uint8Array()): Buffer {
  const length = 2 + head.length + body.length;
  return Buffer.concat([Buffer.from([0xff, marker, ...twoBytes(length), ...head]), body]);
}

function twoBytes(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}

/** At most what is there, and what one page may take. */
function read(source: ByteSource, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.min(maxStream, length, source.sizeBytes - offset)));
  source.readAt(offset, bytes);
  return bytes;
}
