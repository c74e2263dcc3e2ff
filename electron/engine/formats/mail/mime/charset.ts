import { isUtf8 } from 'node:buffer';
import { alphabetCharset } from '../../alphabet-charset.ts';
import { asianCharset, hasJapaneseEscapes } from '../../asian-charset.ts';
import { decodeCodePage } from '../../code-page.ts';
import { decode, hasNoUtf8, isMostlyUtf8, latinInUtf16, utf16Mark } from '../../files/text/encoding.ts';
import { decodeUtf32, utf32Of } from '../../utf-32.ts';
import { westernCharset } from '../../western-charset.ts';

/** Names that mail programs give charsets, beyond those of the WHATWG Encoding Standard. */
const aliases: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'utf-8-mac': 'utf-8',
  unicode: 'utf-16le',
  ansi: 'windows-1252',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  'windows-936': 'gbk',
  cp949: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  cp950: 'big5',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  'iso-8859-8-e': 'iso-8859-8',
};

/** Charsets that no `TextDecoder` knows. */
const ownDecoders: readonly (readonly [names: RegExp, decode: (bytes: Uint8Array) => string | null])[] = [
  [/^(?:unicode-1-1-)?utf-7$/, decodeUtf7],
  [/^hz-gb-2312$/, decodeHz],
  [/^iso-2022-kr$/, decodeIso2022Kr],
  [/^(?:cp|ibm|dos|windows)?[-_]?437$/, (bytes) => decodeCodePage(bytes, 437)],
  [/^(?:cp|ibm|dos|windows)?[-_]?850$/, (bytes) => decodeCodePage(bytes, 850)],
  [/^(?:utf-?32|ucs-?4|iso-10646-ucs-4)/, decodeMarkedUtf32],
];

/** Text decoded, and whether it can be trusted. */
export interface DecodedText {
  readonly text: string;
  /** Whether the charset that was named is unknown or does not fit the bytes. */
  readonly isGuessed: boolean;
}

/**
 * Text of bytes in the charset a mail names; where it names none, an unknown one, or one the bytes are not written in, the one
 * they fit: UTF-8, another script's, or one of Western Europe's, which fit everything. What is valid UTF-8 with accents in it is so by no accident, where Windows-1252 or
 * Latin-1 is named too.
 *
 * @param charset as named; empty where none is
 * @example decodeText(Uint8Array.of(0xe9), 'iso-8859-1') // { text: 'é', isGuessed: false }
 */
export function decodeText(bytes: Uint8Array, charset: string): DecodedText {
  const named = cleanName(charset);
  const [, ownDecoder] = ownDecoders.find(([names]) => names.test(named)) ?? [];
  const own = ownDecoder?.(bytes) ?? null;
  if (own !== null) return { text: own, isGuessed: false };
  // What is declared as ASCII, or not declared, is whatever it is.
  const isOpen = named === '' || named === 'us-ascii' || named === 'ascii' || named === 'ansi_x3.4-1968';
  if (!isOpen) {
    const decoder = decoderOf(named);
    // Which half of a character comes first is said by the mark, or seen (RFC 2781 §4.3); the name alone says it only at times.
    const marked = decoder?.encoding === 'utf-16le' ? (utf16Mark(bytes) ?? latinInUtf16(bytes)) : null;
    if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), isGuessed: false };
    if (decoder) {
      const text = decoder.decode(bytes);
      const isReallyUtf8 = decoder.encoding === 'windows-1252' && isAccented(bytes) && isUtf8(bytes);
      if (!text.includes('\ufffd') && !isReallyUtf8) return { text, isGuessed: false };
    }
  }
  const wide = latinInUtf16(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), isGuessed: true };
  if (hasJapaneseEscapes(bytes)) {
    const text = new TextDecoder('iso-2022-jp').decode(bytes);
    if (!text.includes('\ufffd')) return { text, isGuessed: !isOpen };
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  if (!utf8.includes('\ufffd')) return { text: utf8, isGuessed: !isOpen };
  if (isMostlyUtf8(utf8)) return { text: utf8, isGuessed: true };
  const seen = asianCharset(bytes) ?? alphabetCharset(bytes);
  if (seen !== null) return { text: new TextDecoder(seen).decode(bytes), isGuessed: true };
  const decoder = isOpen || (isUtf8Name(named) && hasNoUtf8(utf8)) ? null : decoderOf(named);
  // A few broken characters in a known charset are damage, not another charset.
  if (decoder) return { text: decoder.decode(bytes), isGuessed: true };
  return { text: decode(bytes, westernCharset(bytes).charset), isGuessed: true };
}

function decodeMarkedUtf32(bytes: Uint8Array): string | null {
  const utf32 = utf32Of(bytes);
  return utf32 && decodeUtf32(bytes.subarray(utf32.markBytes), utf32.encoding);
}

const isUtf8Name = (named: string): boolean => decoderOf(named)?.encoding === 'utf-8';

const isAccented = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f);

/** A decoder of a named charset; null where nobody knows it. */
function decoderOf(named: string): InstanceType<typeof TextDecoder> | null {
  for (const label of [
    named,
    aliases[named] ?? '',
    named.replace(/^(?:cp|win|windows|x-cp|ibm)-?(?=\d)/, 'windows-'),
    named.replace(/^iso_?-?(?=\d)/, 'iso-'),
  ]) {
    if (label === '') continue;
    try {
      return new TextDecoder(label);
    } catch {
      // Unknown under this name: the next is tried.
      continue;
    }
  }
  return null;
}

function cleanName(charset: string): string {
  return charset
    .trim()
    .toLowerCase()
    .replaceAll(/^["']+|["']+$/g, '')
    .replace(/\*.*$/, '')
    .slice(0, 60);
}

/** RFC 2152: `+` begins base64 of UTF-16, `-` ends it. */
function decodeUtf7(bytes: Uint8Array): string {
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return ascii.replaceAll(/\+([A-Za-z0-9+/]*)-?/g, (_all, packed: string) => {
    if (packed === '') return '+';
    const units = Buffer.from(packed, 'base64');
    return units
      .subarray(0, units.length - (units.length % 2))
      .swap16()
      .toString('utf16le');
  });
}

/** RFC 1843: `~{` begins GB 2312 in seven bits, `~}` ends it. */
function decodeHz(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const gbk = new TextDecoder('gbk');
  return view
    .replaceAll(/~\{([^~]*)(?:~\})?/g, (_all, packed: string) => gbk.decode(raised(packed)))
    .replaceAll(/~\r?\n/g, '')
    .replaceAll('~~', '~');
}

/** RFC 1557: SO begins KS C 5601 in seven bits, SI ends it. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const korean = new TextDecoder('euc-kr');
  return view
    .replaceAll('\u001b$)C', '')
    .replaceAll(/\u000e([^\u000f]*)\u000f?/g, (_all, packed: string) => korean.decode(raised(packed)));
}

/** Seven-bit pairs with their eighth bits set; line breaks stay. */
function raised(packed: string): Uint8Array {
  return Uint8Array.from(packed, (character) => {
    const code = character.charCodeAt(0);
    return code > 0x20 ? code | 0x80 : code;
  });
}
