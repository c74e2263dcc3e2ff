import type { ByteSource } from '../../../pdf/byte-source.ts';
import { ImageError, maxStoredBytes } from '../image-report.ts';
import { tags, TiffReader, type TiffDirectory, type TiffEntry, type TiffFile } from './directories.ts';

/** Entries that lead to other structures, or describe and do not draw. */
const leftOut = new Set([330, 700, 33_723, 34_377, 34_665, 34_853, 40_965]);

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/**
 * A TIFF of one page out of another, so that only that page's bytes are in memory: its entries, and its strips or tiles
 * as they are stored. It says what its samples are of, without which no decoder takes it.
 *
 * @throws ImageError `damaged` when a part of the page is missing, `demanding` when it alone is too large
 */
export function extractPage(source: ByteSource, file: TiffFile, directory: TiffDirectory): Uint8Array {
  const reader = new TiffReader(source, file.isLittle, file.isBig);
  const isTiled = directory.entries.some(({ tag }) => tag === tags.tileOffsets);
  const [offsetsTag, bytesTag] = isTiled
    ? [tags.tileOffsets, tags.tileBytes]
    : [tags.stripOffsets, tags.stripBytes];
  const find = (tag: number) => directory.entries.find((entry) => entry.tag === tag);
  const offsets = reader.numbers(find(offsetsTag));
  const lengths = reader.numbers(find(bytesTag));
  if (offsets.length === 0 || lengths.length !== offsets.length) throw new ImageError('damaged');
  const kept = directory.entries.filter(({ tag }) => !leftOut.has(tag));
  // Several entries may say that they are the same bytes of the file.
  const copiedBytes = [...lengths, ...kept.map(({ sizeBytes }) => sizeBytes)];
  if (copiedBytes.reduce((sum, bytes) => sum + bytes, 0) > maxStoredBytes)
    throw new ImageError('demanding', 'memory');

  const body = new Body(file.isBig ? 16 : 8);
  const moved = offsets.map((offset, i) => body.append(read(source, offset, lengths[i]!)));
  const entries = kept.map((entry) =>
    entry.tag === offsetsTag ? numbersEntry(file, entry.tag, moved) : copied(source, entry),
  );
  if (directory.assumedPhotometric !== null)
    entries.push({
      tag: tags.photometric,
      type: 3,
      count: 1,
      value: number(file, directory.assumedPhotometric, 2),
    });
  const written = directoryOf(file, entries, body);
  return Buffer.concat([...headOf(file, body.length), ...body.parts, ...written]);
}

/** What stands between a file's head and its directory. */
class Body {
  readonly parts: Buffer[] = [];
  /** Where it ends, in the file. */
  length: number;

  constructor(start: number) {
    this.length = start;
  }

  /** @returns where the part stands in the file */
  append(part: Buffer): number {
    const start = this.length;
    // Values begin at even offsets.
    this.parts.push(part, Buffer.alloc(part.length % 2));
    this.length += part.length + (part.length % 2);
    return start;
  }
}

/** A directory's bytes; values that find no room in their entries are appended to the body. */
function directoryOf(file: TiffFile, entries: readonly Entry[], body: Body): Buffer[] {
  const pointerBytes = file.isBig ? 8 : 4;
  // Entries stand in the order of their tags.
  const placed = entries
    .toSorted((one, other) => one.tag - other.tag)
    .map(({ tag, type, count, value }) => {
      const field = value.length <= pointerBytes ? value : pointer(file, body.append(value));
      return Buffer.concat([
        number(file, tag, 2),
        number(file, type, 2),
        number(file, count, pointerBytes),
        field,
        Buffer.alloc(pointerBytes - field.length),
      ]);
    });
  return [number(file, placed.length, file.isBig ? 8 : 2), ...placed, Buffer.alloc(pointerBytes)];
}

function headOf(file: TiffFile, directoryAt: number): Buffer[] {
  const order = Buffer.from(file.isLittle ? 'II' : 'MM');
  return file.isBig
    ? [order, number(file, 43, 2), number(file, 8, 2), number(file, 0, 2), pointer(file, directoryAt)]
    : [order, number(file, 42, 2), pointer(file, directoryAt)];
}

function copied(source: ByteSource, { tag, type, count, position, sizeBytes }: TiffEntry): Entry {
  return { tag, type, count, value: read(source, position, sizeBytes) };
}

/** LONG in a TIFF, LONG8 in a BigTIFF: offsets stored in fewer bits may no longer fit. */
function numbersEntry(file: TiffFile, tag: number, values: readonly number[]): Entry {
  return {
    tag,
    type: file.isBig ? 16 : 4,
    count: values.length,
    value: Buffer.concat(values.map((value) => pointer(file, value))),
  };
}

function pointer(file: TiffFile, value: number): Buffer {
  return number(file, value, file.isBig ? 8 : 4);
}

function number({ isLittle }: TiffFile, value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 8) {
    if (isLittle) buffer.writeBigUInt64LE(BigInt(value));
    else buffer.writeBigUInt64BE(BigInt(value));
  } else if (isLittle) buffer.writeUIntLE(value, 0, bytes);
  else buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

function read(source: ByteSource, position: number, bytes: number): Buffer {
  if (position + bytes > source.sizeBytes) throw new ImageError('damaged');
  const part = Buffer.alloc(bytes);
  if (source.readAt(position, part) !== bytes) throw new ImageError('damaged');
  return part;
}
