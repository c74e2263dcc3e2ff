import { FilterOutput, type FilterResult } from './filter-result.ts';

const clearTable = 256;
const endOfData = 257;

/**
 * LZWDecode (ISO 32000-1 §7.4.4).
 *
 * @param earlyChange 1 where codes grow one entry early, as by default
 * @returns null past `maxBytes`
 */
export function decodeLzw(source: Uint8Array, maxBytes: number, earlyChange: number): FilterResult | null {
  const output = new FilterOutput(source.length * 3, maxBytes);
  // An entry is a stretch of what was written: where it starts and how long it is.
  const starts = new Int32Array(4_096);
  const lengths = new Int32Array(4_096);
  let next = 258;
  let width = 9;
  let hasPrevious = false;
  let previousStart = 0;
  let previousLength = 0;
  let bits = 0;
  let held = 0;
  for (const [at, byte] of source.entries()) {
    bits = (bits << 8) | byte;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    bits &= (1 << held) - 1;
    if (code === endOfData) return output.result(false, source.subarray(at + 1));
    if (code === clearTable) {
      next = 258;
      width = 9;
      hasPrevious = false;
      continue;
    }
    const start = output.length;
    if (code < 256) {
      if (!output.reserve(1)) return null;
      output.push(code);
    } else if (code < next) {
      if (!output.reserve(lengths[code]!)) return null;
      output.repeat(starts[code]!, lengths[code]!);
    } else if (code === next && hasPrevious && next < 4_096) {
      if (!output.reserve(previousLength + 1)) return null;
      output.repeat(previousStart, previousLength);
      output.repeat(start, 1);
    } else return output.result(true);
    if (hasPrevious && next < 4_096) {
      // The entry before and this one's first byte: they lie side by side.
      starts[next] = previousStart;
      lengths[next] = previousLength + 1;
      next += 1;
    }
    if (next + earlyChange >= 1 << width && width < 12) width += 1;
    hasPrevious = true;
    previousStart = start;
    previousLength = output.length - start;
  }
  return output.result(false);
}
