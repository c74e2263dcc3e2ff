import type { ByteSource } from '../../../pdf/byte-source.ts';
import { ImageError } from '../image-report.ts';

/** Bytes of a value of each type (TIFF 6.0 §2; BigTIFF adds 16 to 18). */
const typeBytes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};
export const tags = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
  tileWidth: 322,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  sampleFormat: 339,
  subsampling: 530,
} as const;
/** Compressions of faxes, and JPEG in the old way and in the new one. */
const faxes = [2, 3, 4];
const jpegs = [6, 7];
/** What colors are of. */
const [whiteIsZero, blackIsZero, rgb, yCbCr] = [0, 1, 2, 6] as const;
/** Directories of one file; a fax of a day has fewer. */
const maxDirectories = 10_000;
const maxEntries = 4_096;
/** Values of one entry that are read: the strips of a page of a row each. */
const maxValues = 4_000_000;

export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where its values are: in the entry itself, or elsewhere. */
  readonly position: number;
  readonly sizeBytes: number;
}

/** One picture of a TIFF. */
export interface TiffDirectory {
  /** Its place in the file, from 0, as decoders count. */
  readonly index: number;
  readonly entries: readonly TiffEntry[];
  /** Pixels as stored; 0 where it does not say. */
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  /** Pixels an inch; null where it does not say. */
  readonly density: { readonly across: number; readonly down: number } | null;
  /** What its samples are of, where it does not say though it has to: many a fax program left it out. Null where it says. */
  readonly assumedPhotometric: number | null;
  /**
   * Whether decoders cannot show it or show it wrongly: measurements instead of colors (floating point, signed or of more than 16 bits), of which no
   * range is white; samples of 3, 10 or 12 bits; brightness and two colors, unless in JPEG or with fewer colors than pixels, which come out as RGB.
   */
  readonly isUnsupported: boolean;
  /** Whether it says that what it has beside its colors is something else than their opacity. */
  readonly isOpaque: boolean;
  /** Whether it says that it is a smaller version of another picture. */
  readonly isReduced: boolean;
  /** Whether it is a mask of another picture. */
  readonly isMask: boolean;
}

export interface TiffFile {
  readonly isLittle: boolean;
  readonly isBig: boolean;
  readonly directories: readonly TiffDirectory[];
}

/**
 * Reads what a TIFF or BigTIFF says of its pictures, without their pixels. A chain of directories that runs in a cycle or
 * into nothing ends there.
 *
 * @throws ImageError `damaged` without any directory, `demanding` past the limit of pages
 * @see TIFF 6.0 §2
 */
export function readTiff(source: ByteSource): TiffFile {
  const head = readBytes(source, 0, 16);
  const isLittle = head?.toString('latin1', 0, 2) === 'II';
  const version = head && (isLittle ? head.readUInt16LE(2) : head.readUInt16BE(2));
  if (!head || (version !== 42 && version !== 43)) throw new ImageError('damaged');
  const isBig = version === 43;
  const reader = new TiffReader(source, isLittle, isBig);
  const seen = new Set<number>();
  const directories: TiffDirectory[] = [];
  for (let at = reader.pointer(head, isBig ? 8 : 4); at !== 0 && !seen.has(at);) {
    if (directories.length >= maxDirectories) throw new ImageError('demanding', 'pages');
    seen.add(at);
    const read = reader.directory(at, directories.length);
    if (!read) break;
    directories.push(read.directory);
    at = read.next;
  }
  if (directories.length === 0) throw new ImageError('damaged');
  return { isLittle, isBig, directories };
}

/** Reads numbers in a TIFF's byte order. */
export class TiffReader {
  readonly #source: ByteSource;
  readonly #isLittle: boolean;
  readonly #isBig: boolean;

  constructor(source: ByteSource, isLittle: boolean, isBig: boolean) {
    this.#source = source;
    this.#isLittle = isLittle;
    this.#isBig = isBig;
  }

  pointer(bytes: Buffer, at: number): number {
    if (!this.#isBig) return this.#isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    // An offset past 2^53 is past any file.
    return Number(this.#isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
  }

  directory(at: number, index: number): { directory: TiffDirectory; next: number } | null {
    const countBytes = this.#isBig ? 8 : 2;
    const entryBytes = this.#isBig ? 20 : 12;
    const pointerBytes = this.#isBig ? 8 : 4;
    const lead = readBytes(this.#source, at, countBytes);
    if (!lead) return null;
    const count = this.#isBig ? this.pointer(lead, 0) : this.#short(lead, 0);
    if (count === 0 || count > maxEntries) return null;
    const body = readBytes(this.#source, at + countBytes, count * entryBytes);
    if (!body) return null;
    const entries: TiffEntry[] = [];
    for (let entry = 0; entry < body.length; entry += entryBytes) {
      const type = this.#short(body, entry + 2);
      const values = this.#isBig ? this.pointer(body, entry + 4) : this.#long(body, entry + 4);
      const sizeBytes = (typeBytes[type] ?? 0) * values;
      if (sizeBytes === 0) continue;
      const field = entry + entryBytes - pointerBytes;
      const position = sizeBytes <= pointerBytes ? at + countBytes + field : this.pointer(body, field);
      entries.push({ tag: this.#short(body, entry), type, count: values, position, sizeBytes });
    }
    const after = readBytes(this.#source, at + countBytes + body.length, pointerBytes);
    return { directory: this.#describe(entries, index), next: after ? this.pointer(after, 0) : 0 };
  }

  /** The values of an entry as they are stored; null where they cannot be read. */
  bytes({ position, sizeBytes }: TiffEntry): Buffer | null {
    return readBytes(this.#source, position, sizeBytes);
  }

  /** The values of an entry as numbers; none where they cannot be read. */
  numbers(entry: TiffEntry | undefined): number[] {
    if (!entry || entry.count > maxValues) return [];
    const bytes = this.bytes(entry);
    if (!bytes) return [];
    const each = entry.sizeBytes / entry.count;
    return Array.from({ length: entry.count }, (_, i) => this.#value(bytes, i * each, entry.type));
  }

  #describe(entries: readonly TiffEntry[], index: number): TiffDirectory {
    const first = (tag: number) => {
      const entry = entries.find((candidate) => candidate.tag === tag);
      return entry && this.numbers({ ...entry, count: 1, sizeBytes: entry.sizeBytes / entry.count })[0];
    };
    const subfileType = first(tags.subfileType) ?? 0;
    const orientation = first(tags.orientation) ?? 1;
    const [photometric, compression = 1] = [first(tags.photometric), first(tags.compression)];
    const samples = first(tags.samplesPerPixel) ?? 1;
    return {
      index,
      entries,
      width: first(tags.width) ?? 0,
      height: first(tags.height) ?? 0,
      orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
      density: densityOf(first(tags.xResolution), first(tags.yResolution), first(tags.resolutionUnit) ?? 2),
      assumedPhotometric: photometric === undefined ? photometricOf(compression, samples) : null,
      // TIFF 6.0 §19, SampleFormat: 1 is unsigned, 4 is not said.
      isUnsupported:
        ![1, 4].includes(first(tags.sampleFormat) ?? 1) ||
        ![1, 2, 4, 8, 16].includes(first(tags.bitsPerSample) ?? 1) ||
        (photometric === yCbCr && !jpegs.includes(compression) && first(tags.subsampling) === 1),
      // TIFF 6.0 §18, ExtraSamples: 0 is anything, such as what a scanner's infrared light saw.
      isOpaque: first(tags.extraSamples) === 0,
      // TIFF 6.0 §8, NewSubfileType.
      isReduced: (subfileType & 1) !== 0,
      isMask: (subfileType & 4) !== 0,
    };
  }

  #value(bytes: Buffer, at: number, type: number): number {
    switch (type) {
      case 3:
        return this.#short(bytes, at);
      case 4:
      case 13:
        return this.#long(bytes, at);
      case 5:
        return this.#long(bytes, at) / this.#long(bytes, at + 4);
      case 16:
      case 18:
        return Number(this.#isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
      case 11:
        return this.#isLittle ? bytes.readFloatLE(at) : bytes.readFloatBE(at);
      default:
        return bytes[at]!;
    }
  }

  #short(bytes: Buffer, at: number): number {
    return this.#isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }

  #long(bytes: Buffer, at: number): number {
    return this.#isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }
}

/** Faxes are black where a sample is 1. */
function photometricOf(compression: number, samples: number): number {
  if (samples > 1) return rgb;
  return faxes.includes(compression) ? whiteIsZero : blackIsZero;
}

/** Unit 2 is the inch, 3 the centimeter; 1 is no unit, and says only how the sides of a pixel compare. */
function densityOf(
  across: number | undefined,
  down: number | undefined,
  unit: number,
): TiffDirectory['density'] {
  if (across === undefined || !(across > 0) || !Number.isFinite(across)) return null;
  const factor = unit === 3 ? 2.54 : 1;
  if (unit !== 2 && unit !== 3) return null;
  const second = down !== undefined && down > 0 && Number.isFinite(down) ? down : across;
  return { across: across * factor, down: second * factor };
}

function readBytes(source: ByteSource, position: number, bytes: number): Buffer | null {
  if (position < 0 || position + bytes > source.sizeBytes || !Number.isSafeInteger(position)) {
    return null;
  }
  const block = Buffer.alloc(bytes);
  return source.readAt(position, block) === bytes ? block : null;
}
