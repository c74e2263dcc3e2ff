import { alphabetCharset, type AlphabetCharset } from '../../alphabet-charset.ts';
import { asianCharset, asianUtf16, hasJapaneseEscapes, type AsianCharset } from '../../asian-charset.ts';
import { decodeCodePage } from '../../code-page.ts';
import { decodeUtf32, utf32Of, type Utf32 } from '../../utf-32.ts';
import { westernCharset, type WesternCharset } from '../../western-charset.ts';
import { isLoadFile } from './load-file.ts';

/** How the characters of a text are written. */
export type Encoding =
  | 'utf-8'
  | 'iso-2022-jp'
  | Utf16
  | Utf32
  | WesternCharset
  | AsianCharset
  | AlphabetCharset;

export interface TextForm {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark before the text. */
  readonly markBytes: number;
  /** Whether it was recognized by its letters alone, which may deceive. */
  readonly isGuessed: boolean;
}

/** Control characters that texts have: tab, line ends, page and escape characters, and the old mark of a file's end. */
const textControls = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
/** Of 200 characters at most one may be another control character, as in logs of terminals and printers; a few in short texts. */
const strayControlShare = 1 / 200;
const strayInShort = { most: 3, share: 1 / 10 };

/**
 * How the text in some bytes is written; null when they are no text.
 *
 * UTF-8, UTF-16 and UTF-32 are recognized with and without byte order mark, other scripts and old computers' charsets by their
 * letters; all else that has no binary in it is read as Windows-1252, as the WHATWG Encoding Standard reads Latin-1.
 *
 * @param sample bytes from the start of the file; it may end within a character
 */
export function textFormOf(sample: Uint8Array): TextForm | null {
  const bytes = withoutFiller(sample);
  const form = markedForm(bytes) ?? unmarkedForm(bytes);
  if (form === null) return null;
  return isText(decode(bytes.subarray(form.markBytes), form.encoding), form.encoding) ? form : null;
}

/** Zero bytes that are no text's own: of more than these at an end nothing is looked at. */
const fewestFiller = 32;
/** Bytes of a text that is distinguished from a binary file with a name at its beginning. */
const fewestBeforeFiller = 64;

/** A text without the zero bytes after it: logs whose space was reserved beforehand, or that a power failure cut off, end in them. */
export function withoutFiller(sample: Uint8Array): Buffer {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  // The last character of a text in UTF-16 may end in a zero.
  const whole = Math.ceil(end / 2) * 2;
  return end >= fewestBeforeFiller && bytes.length - whole >= fewestFiller ? bytes.subarray(0, whole) : bytes;
}

function markedForm(bytes: Buffer): TextForm | null {
  // Its mark begins like that of UTF-16.
  const wide = utf32Of(bytes);
  if (wide !== null) return { ...wide, isGuessed: false };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', markBytes: 3, isGuessed: false };
  const order = utf16Mark(bytes);
  return order && { encoding: order, markBytes: 2, isGuessed: false };
}

/** The order of bytes in UTF-16. */
type Utf16 = 'utf-16le' | 'utf-16be';

/** The order of bytes that a mark at the start of UTF-16 tells; null where there is none. */
export function utf16Mark(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 in Latin letters, digits and spaces: their upper halves are zero, every other byte. Null where it does not show. */
export function latinInUtf16(bytes: Uint8Array): Utf16 | null {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  const half = bytes.length / 2;
  if (odd > half * 0.4 && even < half * 0.02) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.02 ? 'utf-16be' : null;
}

function unmarkedForm(bytes: Buffer): TextForm | null {
  if (bytes.includes(0)) {
    const latin = latinInUtf16(bytes);
    if (latin !== null) return { encoding: latin, markBytes: 0, isGuessed: false };
    const wide = alphabetInUtf16(bytes) ?? asianUtf16(bytes);
    if (wide !== null) return { encoding: wide, markBytes: 0, isGuessed: true };
    // Exports of databases and old mail programs leave a zero byte in a text here and there.
    if (bytes.reduce((zeros, byte) => zeros + (byte === 0 ? 1 : 0), 0) > strayLimit(bytes.length))
      return null;
  }
  if (isSevenBitJapanese(bytes)) return { encoding: 'iso-2022-jp', markBytes: 0, isGuessed: false };
  if (isUtf8(bytes) || isMostlyUtf8(new TextDecoder().decode(bytes)))
    return { encoding: 'utf-8', markBytes: 0, isGuessed: false };
  const foreign = asianUtf16(bytes) ?? asianCharset(bytes) ?? alphabetCharset(bytes);
  if (foreign !== null) return { encoding: foreign, markBytes: 0, isGuessed: true };
  const { charset, isGuessed } = westernCharset(bytes);
  return { encoding: charset, markBytes: 0, isGuessed };
}

/** Upper halves of Greek, Cyrillic, Hebrew, Arabic and Thai letters in UTF-16. */
const alphabetHalves = [0x03, 0x04, 0x05, 0x06, 0x0e];

/** UTF-16 in letters of another alphabet: every other byte is that of its letters, or zero for blanks, digits and line ends. */
function alphabetInUtf16(bytes: Buffer): Utf16 | null {
  const counts = [new Uint32Array(256), new Uint32Array(256)] as const;
  for (let at = 0; at < bytes.length; at++) counts[at % 2]![bytes[at]!]!++;
  const half = bytes.length / 2;
  for (const [upper, lower, encoding] of [
    [counts[1], counts[0], 'utf-16le'],
    [counts[0], counts[1], 'utf-16be'],
  ] as const) {
    const letters = Math.max(...alphabetHalves.map((each) => upper[each]!));
    if (letters > half * 0.4 && letters + upper[0]! > half * 0.95 && lower[0]! < half * 0.02) return encoding;
  }
  return null;
}

/** The decoder takes foreign bytes for Latin letters, so their absence is checked first. */
function isSevenBitJapanese(bytes: Buffer): boolean {
  if (!hasJapaneseEscapes(bytes) || bytes.some((byte) => byte > 0x7f)) return false;
  return !decode(bytes, 'iso-2022-jp').includes('\ufffd');
}

/** Whether bytes are UTF-8, but for a character cut at their end. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether what was decoded as UTF-8 has foreign bytes, and none of them a character: it is in another encoding. */
export function hasNoUtf8(decoded: string): boolean {
  return decoded.includes('\ufffd') && !/[^\u0000-\u007f\ufffd]/.test(decoded);
}

/** Whether of the foreign bytes of what was decoded as UTF-8 more are characters than are none: it is damaged, but in no other encoding. */
export function isMostlyUtf8(decoded: string): boolean {
  let [good, bad] = [0, 0];
  for (let at = 0; at < decoded.length; at += 1) {
    const code = decoded.charCodeAt(at);
    // What was cut off may end within a character.
    if (code === 0xfffd) bad += at < decoded.length - 1 ? 1 : 0;
    else if (code > 0x7f) good += 1;
  }
  return good > bad;
}

/** How many control characters that texts do not have may be in one of a length, in characters. */
export function strayLimit(length: number): number {
  return Math.max(length * strayControlShare, Math.min(strayInShort.most, length * strayInShort.share));
}

function isText(text: string, encoding: Encoding): boolean {
  const isWide = unitBytes(encoding) > 1;
  const fieldSign = isLoadFile(text) ? 0x14 : null;
  let stray = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0 && isWide) return false;
    if (code === fieldSign) continue;
    if ((code < 0x20 && !textControls.has(code)) || code === 0x7f || code === 0xffff || code === 0xfffe)
      stray++;
  }
  return stray <= strayLimit(text.length);
}

/** Bytes of the smallest character in an encoding. */
export function unitBytes(encoding: Encoding): 1 | 2 | 4 {
  return encoding.startsWith('utf-32') ? 4 : encoding.startsWith('utf-16') ? 2 : 1;
}

function isUtf32(encoding: Encoding): encoding is Utf32 {
  return unitBytes(encoding) === 4;
}

/** Bytes as characters; what is no character in that encoding becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (isUtf32(encoding)) return decodeUtf32(bytes, encoding);
  if (encoding === 'ibm850') return decodeCodePage(bytes, 850);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: true });
}

/** All of a text in memory, however it is written; bytes that are no text are read as Windows-1252 all the same. */
export function decodeText(bytes: Uint8Array): string {
  const form = markedForm(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ??
    textFormOf(bytes) ?? { encoding: 'windows-1252', markBytes: 0, isGuessed: false };
  const text = bytes.subarray(form.markBytes);
  if (isUtf32(form.encoding) || form.encoding === 'ibm850') return decode(text, form.encoding);
  return new TextDecoder(form.encoding, { ignoreBOM: true }).decode(text);
}
