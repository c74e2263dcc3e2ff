import { crc32 } from 'node:zlib';
import { alphabetCharset } from '../../alphabet-charset.ts';
import { asianCharset } from '../../asian-charset.ts';
import { decodeCodePage } from '../../code-page.ts';
import { extraField } from './zip-extra.ts';

/**
 * A name that says how its characters are written: UTF-8 where the entry says so or has Info-ZIP's copy of it, which counts while it has
 * the checksum of the name as it stands (APPNOTE §4.6.9); or UTF-8 all the same.
 *
 * @returns null where the name is in a code page that nothing tells
 */
export function statedName(bytes: Buffer, flags: number, extra: Buffer): string | null {
  const unicode = extraField(extra, 0x7075);
  if (unicode !== null && unicode.length > 5 && unicode.readUInt32LE(1) === crc32(bytes))
    return unicode.toString('utf8', 5);
  if ((flags & 0x800) !== 0) return bytes.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * How the names of an archive are read that do not say how they are written. A name alone is too short to tell: all of them together are
 * looked at, for they are of one computer. Code page 437 is what archives are meant to have (APPNOTE appendix D).
 *
 * @example nameDecoder([Buffer.from('G\x81n', 'latin1')])(Buffer.from('G\x81n', 'latin1')) // 'Gün'
 */
export function nameDecoder(names: readonly Buffer[]): (name: Buffer) => string {
  const all = Buffer.from(names.map((name) => name.toString('latin1')).join('\n'), 'latin1');
  const charset =
    asianCharset(all) ??
    alphabetCharset(all) ??
    (isWindows(all) ? 'windows-1252' : isJapanese(all) ? 'shift_jis' : null);
  if (charset === null) return (name) => decodeCodePage(name, 437);
  return (name) => new TextDecoder(charset).decode(name);
}

/** Letters stand in the upper quarter of Windows-1252 and at the beginning of 437's upper half. 0xE1 is one in both. */
function isWindows(bytes: Buffer): boolean {
  let [windows, dos] = [0, 0];
  for (const byte of bytes) {
    if (byte >= 0xc0 && byte !== 0xe1) windows += 1;
    else if (byte >= 0x80 && byte <= 0xa5) dos += 1;
  }
  return windows > dos;
}

/** Boxes and signs of 437, which no name has. */
const signs = /[\xb0-\xdf\xf0-\xf7\xf9-\xff]/;
/** What Japanese names are written in beside ASCII: kana, ideographs, wide forms and the marks between them. */
const japanese = /^[\u0000-\u007f\u3000-\u301c\u3041-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * Whether names that are too few to be told by what is common in their language are Japanese all the same: every byte fits, characters stand
 * beside each other, and in 437 they would be boxes and signs.
 */
function isJapanese(bytes: Buffer): boolean {
  if (!signs.test(bytes.toString('latin1'))) return false;
  const text = new TextDecoder('shift_jis').decode(bytes);
  return japanese.test(text) && /[^\u0000-\u007f]{2}/.test(text);
}
