import type { ByteSource } from '../../../pdf/byte-source.ts';
import { ImageError, maxStoredBytes } from '../image-report.ts';
import type { Raster } from '../raster.ts';
import type { BmpHeader, BmpMask } from './bmp-header.ts';

/** What is there of a picture. */
export interface BmpPicture {
  readonly raster: Raster;
  /** Whether pixels are missing at the end, or its rows run out of order. */
  readonly isDamaged: boolean;
}

/**
 * Decodes a BMP, row by row; rows that are missing stay white.
 *
 * @param maxPixels a picture with more is made smaller, by the mean of whole squares of pixels
 * @throws ImageError `damaged` when there is not one row, `demanding` past the limit of memory
 */
export function decodeBmp(source: ByteSource, header: BmpHeader, maxPixels: number): BmpPicture {
  if (header.pixelsAt >= source.sizeBytes) throw new ImageError('damaged');
  const rows = header.compression === 'none' ? plainRows(source, header) : expandedRows(source, header);
  const canvas = new Canvas(header.width, header.height, maxPixels);
  const paint = painterOf(header);
  const line = new Uint8Array(header.width * 4);
  for (let y = 0; y < header.height; y++) {
    const row = rows.row(y);
    if (!row) break;
    paint(row, line);
    canvas.put(header.isTopDown ? y : header.height - 1 - y, line);
  }
  const raster = canvas.raster();
  // Many programs write no opacity into the field they keep for it.
  if (header.masks?.[3].max) makeOpaqueIfEmpty(raster.rgba);
  return { raster, isDamaged: rows.isDamaged };
}

/** Rows as they are stored, the first first; null past the end. */
interface Rows {
  row(y: number): Uint8Array | null;
  readonly isDamaged: boolean;
}

function plainRows(source: ByteSource, { width, bitsPerPixel, pixelsAt }: BmpHeader): Rows {
  const stride = Math.floor((width * bitsPerPixel + 31) / 32) * 4;
  const needed = Math.ceil((width * bitsPerPixel) / 8);
  const row = Buffer.alloc(stride);
  const rows = {
    isDamaged: false,
    row(y: number) {
      const read = source.readAt(pixelsAt + y * stride, row);
      // The padding of the last row is often not there.
      if (read < needed) rows.isDamaged = true;
      if (read === 0) return null;
      row.fill(0xff, read);
      return row;
    },
  };
  return rows;
}

/** Runs of RLE are expanded first: they may skip about. Each pixel takes the bytes it has unpacked: an index, or three. */
function expandedRows(source: ByteSource, header: BmpHeader): Rows {
  const { width, height, compression, pixelsAt } = header;
  const each = compression === 'rle24' ? 3 : 1;
  const storedBytes = source.sizeBytes - pixelsAt;
  if (width * height * each > maxStoredBytes || storedBytes > maxStoredBytes)
    throw new ImageError('demanding', 'memory');
  const stored = Buffer.alloc(storedBytes);
  source.readAt(pixelsAt, stored);
  const pixels = new Uint8Array(width * height * each);
  const isWhole = expandRuns(stored, pixels, width, height, compression);
  return {
    isDamaged: !isWhole,
    row: (y) => pixels.subarray(y * width * each, (y + 1) * width * each),
  };
}

/** @returns whether the runs end as they should, inside the picture */
function expandRuns(
  stored: Buffer,
  pixels: Uint8Array,
  width: number,
  height: number,
  compression: BmpHeader['compression'],
): boolean {
  const each = compression === 'rle24' ? 3 : 1;
  let [x, y, at] = [0, 0, 0];
  let isInside = true;
  const set = (value: ArrayLike<number>, from: number) => {
    if (x >= width || y >= height) isInside = false;
    else for (let i = 0; i < each; i++) pixels[(y * width + x) * each + i] = value[from + i] ?? 0;
    x++;
  };
  const nibbles = [0];
  const setNibble = (byte: number, isSecond: boolean) => {
    nibbles[0] = isSecond ? byte & 15 : byte >> 4;
    set(nibbles, 0);
  };
  while (at + 1 < stored.length && y < height) {
    const count = stored[at]!;
    const code = stored[at + 1]!;
    at += 2;
    if (count > 0) {
      if (compression === 'rle24') at -= 1;
      for (let i = 0; i < count; i++)
        if (compression === 'rle4') setNibble(code, i % 2 === 1);
        else set(stored, compression === 'rle24' ? at : at - 1);
      if (compression === 'rle24') at += 3;
    } else if (code === 0) {
      x = 0;
      y++;
    } else if (code === 1) return isInside;
    else if (code === 2) {
      x += stored[at] ?? 0;
      y += stored[at + 1] ?? 0;
      at += 2;
    } else {
      const bytes = compression === 'rle4' ? Math.ceil(code / 2) : code * each;
      if (at + bytes > stored.length) return false;
      for (let i = 0; i < code; i++)
        if (compression === 'rle4') setNibble(stored[at + (i >> 1)]!, i % 2 === 1);
        else set(stored, at + i * each);
      // Literal runs are padded to an even number of bytes.
      at += bytes + (bytes % 2);
    }
  }
  // Without an end mark: whole where the last row was reached.
  return isInside && y >= height - 1;
}

type Painter = (row: Uint8Array, line: Uint8Array) => void;

/** Turns a stored row into red, green, blue and opacity. */
function painterOf({ width, bitsPerPixel, masks, palette, compression }: BmpHeader): Painter {
  if (masks) return maskPainter(width, bitsPerPixel / 8, masks);
  if (bitsPerPixel > 8) {
    const step = bitsPerPixel / 8;
    return (row, line) => {
      for (let x = 0; x < width; x++) {
        line[x * 4] = row[x * step + 2]!;
        line[x * 4 + 1] = row[x * step + 1]!;
        line[x * 4 + 2] = row[x * step]!;
        line[x * 4 + 3] = 255;
      }
    };
  }
  // Expanded runs have a byte a pixel.
  const bits = compression === 'none' ? bitsPerPixel : 8;
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  return (row, line) => {
    for (let x = 0; x < width; x++) {
      const byte = row[Math.floor(x / perByte)]!;
      const index = (byte >> (8 - bits - (x % perByte) * bits)) & mask;
      line[x * 4] = palette[index * 3] ?? 0;
      line[x * 4 + 1] = palette[index * 3 + 1] ?? 0;
      line[x * 4 + 2] = palette[index * 3 + 2] ?? 0;
      line[x * 4 + 3] = 255;
    }
  };
}

function maskPainter(
  width: number,
  bytes: number,
  masks: readonly [BmpMask, BmpMask, BmpMask, BmpMask],
): Painter {
  const channel = (pixel: number, { shift, max }: BmpMask, none: number) =>
    max === 0 ? none : Math.round((((pixel >>> shift) & max) * 255) / max);
  return (row, line) => {
    for (let x = 0; x < width; x++) {
      const at = x * bytes;
      let pixel = row[at]! | (row[at + 1]! << 8);
      if (bytes === 4) pixel = (pixel | (row[at + 2]! << 16) | (row[at + 3]! << 24)) >>> 0;
      for (let i = 0; i < 4; i++) line[x * 4 + i] = channel(pixel, masks[i]!, i === 3 ? 255 : 0);
    }
  };
}

/** Where rows are written, at full size or as the mean of squares of `step` pixels a side. */
class Canvas {
  readonly #step: number;
  readonly #width: number;
  readonly #height: number;
  readonly #rgba: Uint8Array<ArrayBuffer>;
  /** Sums of the row of squares being filled, with how many pixels were put into each. */
  readonly #sums: Uint32Array;
  #row = -1;

  constructor(width: number, height: number, maxPixels: number) {
    this.#step = Math.max(1, Math.ceil(Math.sqrt((width * height) / maxPixels)));
    this.#width = Math.ceil(width / this.#step);
    this.#height = Math.ceil(height / this.#step);
    this.#rgba = new Uint8Array(this.#width * this.#height * 4).fill(255);
    this.#sums = new Uint32Array(this.#step === 1 ? 0 : this.#width * 5);
  }

  put(y: number, line: Uint8Array): void {
    if (this.#step === 1) return this.#rgba.set(line, y * line.length);
    const row = Math.floor(y / this.#step);
    if (row !== this.#row) this.#settle();
    this.#row = row;
    for (let x = 0; x * 4 < line.length; x++) {
      const square = Math.floor(x / this.#step) * 5;
      for (let i = 0; i < 4; i++) this.#sums[square + i]! += line[x * 4 + i]!;
      this.#sums[square + 4]! += 1;
    }
  }

  raster(): Raster {
    this.#settle();
    return { width: this.#width, height: this.#height, rgba: this.#rgba };
  }

  #settle(): void {
    if (this.#row < 0) return;
    for (let square = 0; square < this.#width; square++)
      for (let i = 0; i < 4; i++)
        this.#rgba[(this.#row * this.#width + square) * 4 + i] = Math.round(
          this.#sums[square * 5 + i]! / Math.max(1, this.#sums[square * 5 + 4]!),
        );
    this.#sums.fill(0);
    this.#row = -1;
  }
}

function makeOpaqueIfEmpty(rgba: Uint8Array): void {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 0) return;
  for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
}
