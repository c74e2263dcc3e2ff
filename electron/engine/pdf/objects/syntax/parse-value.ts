import { char, classOf, digitClass, hasEscape, isWord } from './lexer.ts';

/** No number is greater: it can be written without an exponent, which PDF does not have, and never becomes infinite. */
const maxNumber = 1e15;

/**
 * The number a word stands for, read as PDFium reads it: signs at the front, digits, one point; what follows is ignored.
 *
 * @returns undefined when the word holds anything but digits, signs and points
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (start >= end) return undefined;
  let at = start;
  let isNegative = false;
  if (bytes[at] === char.minus || bytes[at] === char.plus) {
    isNegative = bytes[at] === char.minus;
    at += 1;
    while (at < end && (bytes[at] === char.minus || bytes[at] === char.plus)) at += 1;
  }
  let value = 0;
  for (; at < end && classOf[bytes[at]!] === digitClass; at += 1) value = value * 10 + bytes[at]! - char.zero;
  if (bytes[at] === char.dot && at < end) {
    // Digits as one whole number, divided once: 0.1 is then the double nearest to 0.1.
    let scale = 1;
    for (at += 1; at < end && classOf[bytes[at]!] === digitClass; at += 1) {
      if (scale < 1e15) {
        value = value * 10 + bytes[at]! - char.zero;
        scale *= 10;
      }
    }
    value /= scale;
  }
  for (; at < end; at += 1) {
    const byte = bytes[at]!;
    const isNumeric =
      classOf[byte] === digitClass || byte === char.dot || byte === char.minus || byte === char.plus;
    if (!isNumeric) return undefined;
  }
  const size = Math.min(value, maxNumber);
  return isNegative && size !== 0 ? -size : size;
}

const hexValue = new Int8Array(256).fill(-1);
for (const [i, digit] of [...'0123456789abcdef'].entries()) {
  hexValue[digit.charCodeAt(0)] = i;
  hexValue[digit.toUpperCase().charCodeAt(0)] = i;
}

/** The value of a hex digit; -1 for any other byte. */
export function hexDigit(byte: number | undefined): number {
  return byte === undefined ? -1 : hexValue[byte]!;
}

/**
 * A name's characters, one a byte, from after its slash; `#xx` decoded (ISO 32000-1 §7.3.5).
 *
 * @example parseName(Buffer.from('A#20B'), 0, 5); // 'A B'
 */
export function parseName(bytes: Buffer, start: number, end: number): string {
  if (!hasEscape(bytes, start, end)) return bytes.toString('latin1', start, end);
  let text = '';
  for (let at = start; at < end; at += 1) {
    const high = bytes[at] === 0x23 && at + 2 < end ? hexDigit(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2]);
    if (low < 0) text += String.fromCharCode(bytes[at]!);
    else {
      text += String.fromCharCode(high * 16 + low);
      at += 2;
    }
  }
  return text;
}

/** The bytes of a hex string written in `[start, end)` with its angle brackets; other characters are passed over. */
export function parseHexString(bytes: Uint8Array, start: number, end: number): Buffer {
  const decoded = Buffer.alloc((end - start) >> 1);
  let digits = 0;
  for (let at = start + 1; at < end - 1; at += 1) {
    const digit = hexDigit(bytes[at]);
    if (digit < 0) continue;
    if (digits % 2 === 0) decoded[digits >> 1] = digit * 16;
    else decoded[digits >> 1]! += digit;
    digits += 1;
  }
  return decoded.subarray(0, (digits + 1) >> 1);
}

/** What follows a backslash, for the letters that mean a control character. */
const escapes = new Map(
  Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }).map(([letter, byte]) => [letter.charCodeAt(0), byte]),
);

/** The bytes of a string written in `[start, end)` with its parentheses (ISO 32000-1 §7.3.4.2). */
export function parseString(bytes: Uint8Array, start: number, end: number): Buffer {
  const decoded = Buffer.allocUnsafe(Math.max(0, end - start - 2));
  let length = 0;
  const last = end - 1;
  for (let at = start + 1; at < last; at += 1) {
    let byte = bytes[at]!;
    if (byte === char.carriageReturn) {
      byte = char.lineFeed;
      if (bytes[at + 1] === char.lineFeed) at += 1;
    } else if (byte === char.backslash) {
      at += 1;
      if (at >= last) break;
      byte = bytes[at]!;
      if (byte === char.carriageReturn || byte === char.lineFeed) {
        if (byte === char.carriageReturn && bytes[at + 1] === char.lineFeed) at += 1;
        continue;
      }
      if (byte >= char.zero && byte < 0x38) {
        let octal = 0;
        let digits = 0;
        for (; digits < 3 && bytes[at + digits]! >= char.zero && bytes[at + digits]! < 0x38; digits += 1)
          octal = octal * 8 + bytes[at + digits]! - char.zero;
        at += digits - 1;
        byte = octal & 0xff;
      } else byte = escapes.get(byte) ?? byte;
    }
    decoded[length] = byte;
    length += 1;
  }
  return decoded.subarray(0, length);
}

/** PDFDocEncoding where it is not Latin-1 (ISO 32000-1 annex D.3). */
const docEncoding = new Map<number, string>([
  ...[...'\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'].map((c, i): [number, string] => [0x18 + i, c]),
  ...[
    ...'\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018',
    ...'\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e',
  ].map((c, i): [number, string] => [0x80 + i, c]),
  [0xa0, '\u20ac'],
]);

/** What says, between two escapes, in which language the words after it are: no reader shows it. */
const language = /\u001b[A-Za-z]{2}[-_]?[A-Za-z]{0,2}\u001b/g;

/** A text string's characters: UTF-16 or UTF-8 with its mark, else PDFDocEncoding (ISO 32000-2 §7.9.2.2). */
export function parseText(bytes: Buffer): string {
  const decoded = (encoding: string) => new TextDecoder(encoding).decode(bytes).replaceAll(language, '');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded('utf-16be');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded('utf-8');
  let text = '';
  for (const byte of bytes) text += docEncoding.get(byte) ?? String.fromCharCode(byte);
  return text;
}

/** true, false or null for those words; undefined for any other. */
export function parseKeyword(bytes: Uint8Array, start: number, end: number): boolean | null | undefined {
  if (isWord(bytes, start, end, 'true')) return true;
  if (isWord(bytes, start, end, 'false')) return false;
  return isWord(bytes, start, end, 'null') ? null : undefined;
}
