/** A charset of Japanese or Korean that nothing in the bytes names. */
export type AsianCharset = 'shift_jis' | 'euc-jp' | 'euc-kr';

/**
 * The charset of Japanese or Korean that bytes are written in, where they say none: every byte fits, and much of it is letters
 * of that script alone.
 *
 * @param bytes may end within a character
 * @returns null where they fit none
 * @example asianCharset(Uint8Array.of(0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf)) // 'shift_jis'
 */
export function asianCharset(bytes: Uint8Array): AsianCharset | null {
  for (const [charset, script] of [
    ['shift_jis', /[\u3040-\u30ff]/g],
    ['euc-jp', /[\u3040-\u30ff]/g],
    ['euc-kr', /[\uac00-\ud7a3]/g],
  ] as const) {
    const text = new TextDecoder(charset).decode(bytes, { stream: true });
    if (text.includes('\ufffd') || /[\uff61-\uff9f]/.test(text)) continue;
    const foreign = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
    if (foreign > 3 && (text.match(script)?.length ?? 0) * 3 > foreign) return charset;
  }
  return null;
}
