/** UTF-32, which browsers no longer read, and so no `TextDecoder` does. */
export type Utf32 = 'utf-32le' | 'utf-32be';

/** Characters of a text that are looked at to tell whether it is in UTF-32, and that are decoded at a time. */
const sampled = 1_000;
const lastCharacter = 0x10ffff;

/**
 * Whether bytes are UTF-32, and the bytes of the mark before them; null when not. Without a mark, half of the characters must be
 * of ASCII: tables of numbers look alike.
 *
 * @param bytes from the start of the text; may end within a character
 */
export function utf32Of(bytes: Uint8Array): { readonly encoding: Utf32; readonly markBytes: 0 | 4 } | null {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (mark === 'fffe0000' && isWritten(bytes.subarray(4), 'utf-32le'))
    return { encoding: 'utf-32le', markBytes: 4 };
  if (mark === '0000feff') return { encoding: 'utf-32be', markBytes: 4 };
  if (bytes.length < 8) return null;
  for (const encoding of ['utf-32le', 'utf-32be'] as const) {
    const codes = codesOf(bytes.subarray(0, sampled * 4), encoding);
    const plain = codes.filter((code) => code >= 0x20 && code < 0x7f).length;
    if (isWritten(bytes, encoding) && plain * 2 >= codes.length) return { encoding, markBytes: 0 };
  }
  return null;
}

/** Whether the first characters are some that texts have: also in UTF-16, FF FE 00 00 is a mark with a zero after it. */
function isWritten(bytes: Uint8Array, encoding: Utf32): boolean {
  const codes = codesOf(bytes.subarray(0, sampled * 4), encoding);
  return codes.every((code) => code >= 0x08 && code < 0xe0000 && (code < 0xd800 || code > 0xdfff));
}

function codesOf(bytes: Uint8Array, encoding: Utf32): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codes: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) codes.push(view.getUint32(at, encoding === 'utf-32le'));
  return codes;
}

/** Characters of bytes in UTF-32; what is no character becomes U+FFFD, a character cut at the end is left out. */
export function decodeUtf32(bytes: Uint8Array, encoding: Utf32): string {
  let text = '';
  // By pieces: a number and a string for each character of a large text would take many times its own room.
  for (let at = 0; at < bytes.length; at += sampled * 4)
    text += String.fromCodePoint(...codesOf(bytes.subarray(at, at + sampled * 4), encoding).map(valid));
  return text;
}

function valid(code: number): number {
  return code > lastCharacter || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code;
}
