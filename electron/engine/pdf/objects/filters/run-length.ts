import { FilterOutput, type FilterResult } from './filter-result.ts';

/** RunLengthDecode (ISO 32000-1 §7.4.5). @returns null past `maxBytes` */
export function decodeRunLength(source: Uint8Array, maxBytes: number): FilterResult | null {
  const output = new FilterOutput(source.length * 2, maxBytes);
  let at = 0;
  while (at < source.length) {
    const length = source[at]!;
    at += 1;
    if (length === 128) return output.result(false, source.subarray(at));
    if (length < 128) {
      const end = Math.min(source.length, at + length + 1);
      if (!output.reserve(end - at)) return null;
      output.append(source, at, end);
      if (end < at + length + 1) return output.result(true);
      at = end;
    } else {
      if (at >= source.length) return output.result(true);
      if (!output.reserve(257 - length)) return null;
      for (let i = 0; i < 257 - length; i += 1) output.push(source[at]!);
      at += 1;
    }
  }
  // The mark of the end is often left out.
  return output.result(false);
}
