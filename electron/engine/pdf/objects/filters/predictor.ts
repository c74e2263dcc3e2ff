import { expectedByte, pngFilters } from '../../png-filter.ts';
import type { FilterResult } from './filter-result.ts';

export interface PredictorParameters {
  readonly predictor: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
  readonly columns: number;
}

const maxRowBytes = 64 * 1024 * 1024;

/**
 * Undoes the prediction of Flate and LZW data (ISO 32000-1 §7.4.4.4).
 *
 * @returns null when the parameters make no sense
 */
export function undoPredictor(source: Buffer, parameters: PredictorParameters): FilterResult | null {
  const { predictor, colors, bitsPerComponent, columns } = parameters;
  if (predictor < 2) return { bytes: source, isDamaged: false };
  const isSane =
    [1, 2, 4, 8, 16].includes(bitsPerComponent) &&
    Number.isInteger(colors) &&
    Number.isInteger(columns) &&
    colors >= 1 &&
    columns >= 1 &&
    colors <= 64;
  const rowBytes = Math.ceil((colors * bitsPerComponent * columns) / 8);
  if (!isSane || !(rowBytes <= maxRowBytes)) return null;
  const pixelBytes = Math.max(1, (colors * bitsPerComponent) >> 3);
  return predictor === 2
    ? undoTiff(source, rowBytes, colors, bitsPerComponent)
    : undoPng(source, rowBytes, pixelBytes);
}

/** Rows without PNG's filters, of which each begins with its own. */
export function undoPng(source: Uint8Array, rowBytes: number, pixelBytes: number): FilterResult {
  const rows = Math.ceil(source.length / (rowBytes + 1));
  const output = Buffer.alloc(Math.max(0, source.length - rows));
  let isDamaged = false;
  let to = 0;
  let above = -1;
  for (let from = 0; from < source.length; from += rowBytes + 1) {
    const type = source[from]!;
    // A last row may be cut short.
    const length = Math.min(rowBytes, source.length - from - 1);
    for (let i = 0; i < length; i += 1) {
      const raw = source[from + 1 + i]!;
      const left = i >= pixelBytes ? output[to + i - pixelBytes]! : 0;
      const up = above >= 0 ? output[above + i]! : 0;
      const upLeft = above >= 0 && i >= pixelBytes ? output[above + i - pixelBytes]! : 0;
      output[to + i] = raw + expectedByte(type, left, up, upLeft);
    }
    isDamaged ||= type >= pngFilters;
    above = to;
    to += length;
  }
  return { bytes: output, isDamaged };
}

function undoTiff(source: Buffer, rowBytes: number, colors: number, bits: number): FilterResult {
  const output = Buffer.from(source);
  for (let row = 0; row < output.length; row += rowBytes) {
    const end = Math.min(output.length, row + rowBytes);
    if (bits === 8) {
      for (let at = row + colors; at < end; at += 1) output[at] = output[at]! + output[at - colors]!;
    } else if (bits === 16) {
      for (let at = row + colors * 2; at + 1 < end; at += 2)
        output.writeUInt16BE((output.readUInt16BE(at) + output.readUInt16BE(at - colors * 2)) & 0xffff, at);
    } else undoTiffBits(output, row, end, colors, bits);
  }
  return { bytes: output, isDamaged: false };
}

/** Components of less than a byte. */
function undoTiffBits(output: Buffer, row: number, end: number, colors: number, bits: number): void {
  const mask = (1 << bits) - 1;
  const previous = new Uint8Array(colors);
  const components = Math.floor(((end - row) * 8) / bits);
  for (let i = 0; i < components; i += 1) {
    const at = row + ((i * bits) >> 3);
    const shift = 8 - bits - ((i * bits) & 7);
    const value = (((output[at]! >> shift) & mask) + previous[i % colors]!) & mask;
    previous[i % colors] = value;
    output[at] = (output[at]! & ~(mask << shift)) | (value << shift);
  }
}
