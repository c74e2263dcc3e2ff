import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../../files/bytes.ts';

const blockBytes = 4 * 1024 * 1024;
const lineFeed = 0x0a;
/** More than a line of words has. */
const firstLineBytes = 1024;
/** Letters of base64 in one line that no word has. */
const wholeLine = 40;

/** Decoded bytes, and whether the encoding was broken somewhere. */
export interface DecodedBytes {
  readonly bytes: Uint8Array;
  readonly isDamaged: boolean;
  /** Whether there was more than asked for. */
  readonly isCut: boolean;
}

const base64Values = new Int8Array(256).fill(-1);
for (const [at, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries())
  base64Values[character.charCodeAt(0)] = at;

/**
 * Decodes a body from its transfer encoding (RFC 2045 §6): base64, quoted-printable, uuencode; anything else, however spelled,
 * is as it stands.
 *
 * @param encoding the header's value; empty where there is none
 * @param maxBytes decoded bytes to stop at
 */
export function decodeTransfer(
  source: ByteSource,
  { start, end }: { readonly start: number; readonly end: number },
  encoding: string,
  maxBytes: number,
): DecodedBytes {
  switch (/^[\w-]*/.exec(encoding.trim().toLowerCase())![0]) {
    case 'base64':
    case 'b':
      return decodeBase64(source, start, end, maxBytes);
    case 'quoted-printable':
    case 'q':
      return decodeQuotedPrintable(readRange(source, start, Math.min(end - start, maxBytes * 3)), maxBytes);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return decodeUu(readRange(source, start, Math.min(end - start, maxBytes * 2)), maxBytes);
    default:
      return asItStands(source, start, end, maxBytes);
  }
}

function asItStands(source: ByteSource, start: number, end: number, maxBytes: number): DecodedBytes {
  return {
    bytes: readRange(source, start, Math.min(end - start, maxBytes)),
    isDamaged: false,
    isCut: end - start > maxBytes,
  };
}

/** Whether a blank parts the first line elsewhere than between two groups of four, where some encoders put one. */
function beginsWithWords(bytes: Uint8Array): boolean {
  const [line] = Buffer.from(bytes).toString('latin1').trimStart().split(/\r?\n/, 1);
  const words = line!.trim().split(/ +/);
  return words.slice(0, -1).some((each) => each.length % 4 !== 0 && /^[A-Za-z0-9]+$/.test(each));
}

/**
 * Base64 with anything between its letters passed over; pieces that end with `=` may follow each other. Words after its end, as
 * lists and scanners append them, are no part of it, though most of their letters could be. Where it begins with words, nothing
 * was encoded, and all stands as it is.
 */
function decodeBase64(source: ByteSource, start: number, end: number, maxBytes: number): DecodedBytes {
  if (beginsWithWords(readRange(source, start, Math.min(end - start, firstLineBytes))))
    return { ...asItStands(source, start, end, maxBytes), isDamaged: true };
  const room = Math.min(Math.ceil(((end - start) * 3) / 4), maxBytes);
  const out = Buffer.allocUnsafe(room);
  let [length, bits, held, isDamaged] = [0, 0, 0, false];
  // Where it ended, as far as can be told: at the last padding or empty line, if it did not go on after that.
  let ended = 0;
  let line = { letters: 0, hasBlank: false };
  for (let at = start; at < end && length < room; at += blockBytes) {
    const block = readRange(source, at, Math.min(end - at, blockBytes));
    for (const byte of block) {
      const value = base64Values[byte]!;
      if (byte === lineFeed) {
        if (line.letters === 0) ended = length;
        else if (line.letters >= wholeLine && !line.hasBlank) ended = 0;
        line = { letters: 0, hasBlank: false };
      } else if (byte === 0x20 && line.letters > 0) line.hasBlank = true;
      const isForeign = value < 0 ? byte > 0x20 && byte !== 0x3d : line.hasBlank;
      if (isForeign && ended > 0) return { bytes: out.subarray(0, ended), isDamaged: true, isCut: false };
      if (value < 0) {
        if (byte === 0x3d) [bits, held, ended] = [0, 0, length];
        else if (byte > 0x20) isDamaged = true;
        continue;
      }
      line.letters += 1;
      held = ((held << 6) | value) & 0xff_ffff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      if (length >= room) break;
      out[length] = (held >> bits) & 0xff;
      length += 1;
    }
  }
  const isCut = room === maxBytes && length === room;
  // What is left of a whole text, even of one without its padding, is no lone letter, and zeros.
  const isTorn = !isCut && (bits === 6 || (held & ((1 << bits) - 1)) !== 0);
  return { bytes: out.subarray(0, length), isDamaged: isDamaged || isTorn, isCut };
}

/** RFC 2045 §6.7; what is no valid escape stands as it is. */
export function decodeQuotedPrintable(encoded: Uint8Array, maxBytes = encoded.length): DecodedBytes {
  const out = Buffer.allocUnsafe(Math.min(encoded.length, maxBytes));
  let [length, isDamaged] = [0, false];
  let at = 0;
  for (; at < encoded.length && length < out.length; at += 1) {
    const byte = encoded[at]!;
    if (byte !== 0x3d) {
      // White space at a line's end was added on the way.
      if (byte === 0x20 || byte === 0x09) {
        let next = at + 1;
        while (encoded[next] === 0x20 || encoded[next] === 0x09) next += 1;
        const follows = encoded[next];
        if (follows === 0x0a || follows === 0x0d) {
          at = next - 1;
          continue;
        }
        for (; at < next && length < out.length; at += 1) out[length++] = encoded[at]!;
        at -= 1;
        continue;
      }
      out[length++] = byte;
      continue;
    }
    const [high, low] = [hexValue(encoded[at + 1]), hexValue(encoded[at + 2])];
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    let next = at + 1;
    while (encoded[next] === 0x20 || encoded[next] === 0x09) next += 1;
    if (encoded[next] === 0x0d || encoded[next] === 0x0a || next >= encoded.length) {
      at = encoded[next] === 0x0d && encoded[next + 1] === 0x0a ? next + 1 : next;
      continue;
    }
    isDamaged = true;
    out[length++] = byte;
  }
  return { bytes: out.subarray(0, length), isDamaged, isCut: at < encoded.length };
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
}

/** The line that ends a file in uuencode; blanks may have come after it. */
export const uuEnd = /^end[ \t]*$/;

/** Lines between `begin` and `end`, each with its count of bytes before it (IEEE 1003.1 uuencode); blanks lost on the way are zeros. */
export function decodeUu(encoded: Buffer, maxBytes: number): DecodedBytes {
  const lines = encoded.toString('latin1').split(/\r\n|\n|\r/);
  // By the counts: a line of zeros may have lost all but its own.
  const stated = lines.reduce((sum, line) => sum + uuCount(line), 0);
  const out = Buffer.allocUnsafe(Math.min(stated, maxBytes));
  let length = 0;
  let isInside = false;
  for (const line of lines) {
    if (!isInside) {
      isInside = /^begin [0-7]{3,4} /.test(line);
      continue;
    }
    if (uuEnd.test(line)) break;
    const count = uuCount(line);
    let [held, bits, taken] = [0, 0, 0];
    for (let at = 1; taken < count && length < out.length; at += 1) {
      const value = at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
      held = ((held << 6) | value) & 0xff_ffff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out[length++] = (held >> bits) & 0xff;
      taken += 1;
    }
  }
  if (!isInside)
    return { bytes: encoded.subarray(0, maxBytes), isDamaged: true, isCut: encoded.length > maxBytes };
  return { bytes: out.subarray(0, length), isDamaged: false, isCut: length === maxBytes };
}

/** The bytes that a line of uuencode has. */
export function uuCount(line: string): number {
  return line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
}
