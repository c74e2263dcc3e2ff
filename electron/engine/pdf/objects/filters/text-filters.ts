import { classOf, spaceClass } from '../syntax/lexer.ts';
import { hexDigit } from '../syntax/parse-value.ts';
import { FilterOutput, type FilterResult } from './filter-result.ts';

const endOfText = 0x3e;

/** ASCIIHexDecode (ISO 32000-1 §7.4.2). @returns null past `maxBytes` */
export function decodeAsciiHex(source: Uint8Array, maxBytes: number): FilterResult | null {
  const output = new FilterOutput((source.length >> 1) + 1, maxBytes);
  let high = -1;
  let isDamaged = false;
  let at = 0;
  for (; at < source.length; at += 1) {
    const byte = source[at]!;
    if (byte === endOfText) break;
    const digit = hexDigit(byte);
    if (digit < 0) {
      isDamaged ||= classOf[byte] !== spaceClass;
      continue;
    }
    if (high < 0) high = digit;
    else {
      if (!output.reserve(1)) return null;
      output.push(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) {
    if (!output.reserve(1)) return null;
    output.push(high * 16);
  }
  return output.result(isDamaged, source.subarray(at + 1));
}

/** ASCII85Decode (ISO 32000-1 §7.4.3). @returns null past `maxBytes` */
export function decodeAscii85(source: Uint8Array, maxBytes: number): FilterResult | null {
  const output = new FilterOutput(source.length, maxBytes);
  let value = 0;
  let digits = 0;
  // Some writers open with <~ as PostScript does.
  let at = source[0] === 0x3c && source[1] === 0x7e ? 2 : 0;
  for (; at < source.length; at += 1) {
    const byte = source[at]!;
    if (byte === 0x7e) break;
    if (classOf[byte] === spaceClass) continue;
    if (!output.reserve(4)) return null;
    if (byte === 0x7a && digits === 0) {
      for (let i = 0; i < 4; i += 1) output.push(0);
      continue;
    }
    if (byte < 0x21 || byte > 0x75) return output.result(true);
    value = value * 85 + byte - 0x21;
    digits += 1;
    if (digits === 5) {
      for (const shift of [0x1000000, 0x10000, 0x100, 1]) output.push(Math.floor(value / shift) & 0xff);
      value = 0;
      digits = 0;
    }
  }
  if (digits === 1) return output.result(true);
  if (digits > 1) {
    for (let i = digits; i < 5; i += 1) value = value * 85 + 84;
    if (!output.reserve(3)) return null;
    for (const shift of [0x1000000, 0x10000, 0x100].slice(0, digits - 1))
      output.push(Math.floor(value / shift) & 0xff);
  }
  // ~> ends it.
  return output.result(false, source.subarray(at + 2));
}
