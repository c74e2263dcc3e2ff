import { readExactly } from './read-exactly.ts';
import type { ByteSource } from '../../../pdf/byte-source.ts';
import { ImageError, type ImageReport, maxPixels } from '../image-report.ts';

const blockBytes = 256 * 1024;
const exifOrientationTag = 0x0112;
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Segments before the picture; a file with more is not one a camera or a program makes. */
const maxSegments = 10_000;

/**
 * Reads the structure of a JPEG from start to end: its size, its EXIF orientation, and that its scans run up to the end
 * marker. Pixels are not decoded.
 *
 * @throws ImageError `damaged` when it breaks off or is malformed, `demanding` past the limit of pixels
 * @see ITU-T T.81 Annex B for markers; CIPA DC-008 (Exif) §4.6.4 for the orientation
 */
export function inspectJpeg(source: ByteSource): ImageReport {
  let position = 2;
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let hasScan = false;
  for (let segments = 0; segments < maxSegments; segments++) {
    const marker = nextMarker(source, position);
    if (marker.code === endOfImage) {
      if (!size || !hasScan) throw new ImageError('damaged');
      return { ...size, orientation };
    }
    position = marker.end;
    // Markers that stand alone: TEM, RST0–7, SOI.
    if (marker.code === 0x01 || (marker.code >= 0xd0 && marker.code <= 0xd8)) continue;
    const length = readExactly(source, position, 2).readUInt16BE(0);
    if (length < 2) throw new ImageError('damaged');
    if (isFrameHeader(marker.code)) {
      const frame = readExactly(source, position + 2, 6);
      size = { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3) };
      // Height 0 means that it follows the first scan (DNL), which no reader in use supports.
      if (size.width === 0 || size.height === 0 || frame[5] === 0) throw new ImageError('damaged');
      if (size.width * size.height > maxPixels) throw new ImageError('demanding');
    } else if (marker.code === 0xe1 && orientation === 1) {
      orientation = readOrientation(readExactly(source, position + 2, length - 2));
    } else if (marker.code === startOfScan) {
      if (!size) throw new ImageError('damaged');
      hasScan = true;
    }
    position += length;
    if (marker.code === startOfScan) position = skipScan(source, position);
    if (position > source.sizeBytes) throw new ImageError('damaged');
  }
  throw new ImageError('damaged');
}

/** SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

/** The next marker; fill bytes (FF) before it are allowed, and bytes between segments passed over as decoders do. */
function nextMarker(source: ByteSource, from: number): { code: number; end: number } {
  const block = Buffer.alloc(4_096);
  for (let position = from; ;) {
    const read = source.readAt(position, block);
    for (let i = 0; i + 1 < read; i++) {
      const code = block[i + 1]!;
      if (block[i] === 0xff && code !== 0xff && code !== 0) return { code, end: position + i + 2 };
    }
    if (read < block.length) throw new ImageError('damaged');
    position += read - 1;
  }
}

/** The end of entropy-coded data: the first FF that is followed by neither 00 nor a restart marker. */
function skipScan(source: ByteSource, from: number): number {
  const block = Buffer.alloc(blockBytes);
  for (let position = from; ;) {
    const read = source.readAt(position, block);
    for (let i = block.indexOf(0xff); i >= 0 && i + 1 < read; i = block.indexOf(0xff, i + 1)) {
      const code = block[i + 1]!;
      if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return position + i;
    }
    if (read < block.length) throw new ImageError('damaged');
    position += read - 1;
  }
}

/** Exif is a TIFF structure after "Exif\0\0"; what is malformed in it counts as not there. */
function readOrientation(segment: Buffer): number {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const u16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  if (directory + 2 > tiff.length) return 1;
  const count = u16(directory);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return 1;
    if (u16(entry) !== exifOrientationTag) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
