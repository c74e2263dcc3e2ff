import type { ByteSource } from '../../../pdf/byte-source.ts';
import { tags, TiffReader, type TiffDirectory, type TiffFile } from './directories.ts';

/** JPEG as TIFF 6.0 §22 first had it, and scanners of its time write it. */
const oldJpeg = 6;
const streamOffset = 513;
const streamBytes = 514;
/** One page; a scan of a letter takes a tenth of it. */
const maxStream = 64 * 1024 * 1024;

/**
 * The JPEG of a page that is stored in the old way, where it is there in one piece, as nearly all such files have it.
 *
 * @returns null for pages stored otherwise
 */
export function oldStyleJpeg(
  source: ByteSource,
  file: TiffFile,
  directory: TiffDirectory,
): Uint8Array | null {
  const reader = new TiffReader(source, file.isLittle, file.isBig);
  const value = (tag: number) =>
    reader.numbers(directory.entries.find((entry) => entry.tag === tag))[0] ?? null;
  // Nothing would turn it: the JPEG does not know of the TIFF's orientation.
  if (value(tags.compression) !== oldJpeg || directory.orientation !== 1) return null;
  const offset = value(streamOffset);
  if (offset === null || offset >= source.sizeBytes) return null;
  // The length is often left out, or counts the tables alone; a decoder stops at the end mark.
  const declared = value(streamBytes) ?? 0;
  const strips = reader.numbers(directory.entries.find(({ tag }) => tag === tags.stripOffsets));
  const lengths = reader.numbers(directory.entries.find(({ tag }) => tag === tags.stripBytes));
  const end = strips.reduce(
    (furthest, strip, i) => Math.max(furthest, strip + (lengths[i] ?? 0)),
    offset + declared,
  );
  const bytes = new Uint8Array(Math.min(maxStream, Math.min(end, source.sizeBytes) - offset));
  source.readAt(offset, bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : null;
}
