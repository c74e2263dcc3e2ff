import { storedFor } from '../testing.ts';

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

/** A TIFF, or a BigTIFF, of such pages, in either byte order. @param options.loopsTo page, from 0, that the last leads back to */
export function makeTiff(
  pages: readonly TiffPageParts[],
  { isLittle = true, isBig = false, loopsTo }: { isLittle?: boolean; isBig?: boolean; loopsTo?: number } = {},
): Buffer {
  const writer = new TiffWriter(isLittle, isBig);
  const directories = pages.map((page) => writer.addPage(page));
  return writer.finish(directories, loopsTo);
}

/** Field types of TIFF 6.0 §2. */
const fieldTypes = { short: 3, long: 4, rational: 5 } as const;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/** Where a directory begins, and where it says which comes next. */
interface Directory {
  readonly start: number;
  readonly next: number;
}

class TiffWriter {
  readonly #isLittle: boolean;
  readonly #isBig: boolean;
  /** Bytes of an offset. */
  readonly #wide: number;
  readonly #parts: Buffer[] = [];
  #at: number;

  constructor(isLittle: boolean, isBig: boolean) {
    this.#isLittle = isLittle;
    this.#isBig = isBig;
    this.#wide = isBig ? 8 : 4;
    this.#at = isBig ? 16 : 8;
  }

  addPage(page: TiffPageParts): Directory {
    const { bits = 8, samplesPerPixel = 1, orientation = 1, density = [300, 300], subfileType = 0 } = page;
    const { strips = [page.samples.length], extraSample, sampleFormat } = page;
    const samples = samplesPerPixel + (extraSample === undefined ? 0 : 1);
    const strip = this.#add(Buffer.concat([page.samples, Buffer.alloc(page.samples.length % 2)]));
    const depths = this.#numbers(
      Array.from({ length: samples }, () => bits),
      2,
    );
    const depthsAt = this.#add(depths);
    const tables = this.#oldJpegTables(page.oldJpegTables ?? []);
    const { photometric = tables.length > 0 ? 6 : samplesPerPixel === 1 ? 1 : 2 } = page;
    const offsets = strips.map((_, i) => strip + strips.slice(0, i).reduce((sum, bytes) => sum + bytes, 0));
    const isOldJpeg = page.isOldJpeg || tables.length > 0;
    return this.#addDirectory([
      this.#long(254, subfileType),
      this.#long(256, page.width),
      this.#long(257, page.height),
      samplesPerPixel === 1
        ? this.#short(258, bits)
        : {
            tag: 258,
            type: fieldTypes.short,
            count: samples,
            value: this.#isBig ? depths : this.#number(depthsAt, 4),
          },
      this.#short(259, isOldJpeg ? 6 : (page.compression ?? 1)),
      ...(photometric === null ? [] : [this.#short(262, photometric)]),
      this.#longs(273, offsets),
      this.#short(274, orientation),
      this.#short(277, samples),
      this.#long(278, page.height / strips.length),
      this.#longs(279, strips),
      this.#rational(282, density[0]),
      this.#rational(283, density[1]),
      this.#short(296, 2),
      ...(extraSample === undefined ? [] : [this.#short(338, extraSample)]),
      ...(sampleFormat === undefined ? [] : [this.#short(339, sampleFormat)]),
      ...(page.isOldJpeg ? [this.#long(513, strip), this.#long(514, page.samples.length)] : []),
      ...tables,
      ...(photometric === 6
        ? [{ tag: 530, type: fieldTypes.short, count: 2, value: this.#numbers([1, 1], 2) }]
        : []),
    ]);
  }

  finish(directories: readonly Directory[], loopsTo: number | undefined): Buffer {
    const head = [Buffer.from(this.#isLittle ? 'II' : 'MM'), this.#number(this.#isBig ? 43 : 42, 2)];
    if (this.#isBig) head.push(this.#numbers([8, 0], 2));
    const first = this.#number(directories[0]?.start ?? 0, this.#wide);
    const file = Buffer.concat([...head, first, ...this.#parts]);
    const last = loopsTo === undefined ? 0 : directories[loopsTo]!.start;
    for (const [i, { next }] of directories.entries())
      this.#number(directories[i + 1]?.start ?? last, this.#wide).copy(file, next);
    return file;
  }

  /** Tables of a JPEG in the old way: of quantizing, DC and AC. */
  #oldJpegTables(tables: readonly (readonly Uint8Array[])[]): Entry[] {
    return tables.map((each, i) =>
      this.#longs(
        519 + i,
        each.map((table) => this.#add(Buffer.from(table))),
      ),
    );
  }

  #addDirectory(entries: readonly Entry[]): Directory {
    const body = entries.map(({ tag, type, count, value }) =>
      Buffer.concat([
        this.#numbers([tag, type], 2),
        this.#number(count, this.#wide),
        value,
        Buffer.alloc(this.#wide - value.length),
      ]),
    );
    const count = this.#number(entries.length, this.#isBig ? 8 : 2);
    const start = this.#add(Buffer.concat([count, ...body, Buffer.alloc(this.#wide)]));
    return { start, next: this.#at - this.#wide };
  }

  /** @returns where it stands */
  #add(part: Buffer): number {
    this.#parts.push(part);
    this.#at += part.length;
    return this.#at - part.length;
  }

  #number(value: number, bytes: number): Buffer {
    const buffer = Buffer.alloc(bytes);
    if (bytes === 8) buffer[this.#isLittle ? 'writeBigUInt64LE' : 'writeBigUInt64BE'](BigInt(value));
    else buffer[this.#isLittle ? 'writeUIntLE' : 'writeUIntBE'](value, 0, bytes);
    return buffer;
  }

  #numbers(values: readonly number[], bytes: number): Buffer {
    return Buffer.concat(values.map((value) => this.#number(value, bytes)));
  }

  #short(tag: number, value: number): Entry {
    return { tag, type: fieldTypes.short, count: 1, value: this.#number(value, 2) };
  }

  #long(tag: number, value: number): Entry {
    return { tag, type: fieldTypes.long, count: 1, value: this.#number(value, 4) };
  }

  /** One number in the entry itself, several elsewhere. */
  #longs(tag: number, values: readonly number[]): Entry {
    const [only] = values;
    if (values.length === 1) return this.#long(tag, only!);
    const at = this.#add(this.#numbers(values, 4));
    return { tag, type: fieldTypes.long, count: values.length, value: this.#number(at, 4) };
  }

  /** A BigTIFF's entry has room for both numbers of one. */
  #rational(tag: number, value: number): Entry {
    const both = this.#numbers([value, 1], 4);
    return {
      tag,
      type: fieldTypes.rational,
      count: 1,
      value: this.#isBig ? both : this.#number(this.#add(both), 4),
    };
  }
}

/** The upright test picture as a page of a TIFF, stored in the way an orientation tells. */
export function testTiffPage(orientation = 1): TiffPageParts {
  const { width, height, rgb } = storedFor(orientation);
  return { width, height, samples: rgb, samplesPerPixel: 3, orientation };
}
