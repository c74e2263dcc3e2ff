/** A charset of Japanese, Korean or Chinese that nothing in the bytes names. */
export type AsianCharset = 'shift_jis' | 'euc-jp' | 'euc-kr' | 'gb18030' | 'big5';

/** Characters of which any page of a language is full; the bytes of one language read as another have few of them. */
const common = {
  'euc-kr': new Set('이다는에을의가고하한지로를은도어사서기리시자나해대인아스일정그라계약니'),
  gb18030: new Set(
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而那得于年过发后用文合同件内方与意本并下条款约第日期公司电话通知书请',
  ),
  big5: new Set(
    '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而那得於年過發後用文合同件內方與意本並下條款約第日期公司電話通知書請',
  ),
} as const;
/** Share of foreign characters that must be common: real texts have a fifth and more. */
const commonShare = 0.1;
/** Share of foreign characters that must be beside each other: an accent that swallows the letter after it stands alone. */
const besideShare = 0.5;
/** Characters that tell, from the first foreign one on. */
const sampled = 100_000;

/**
 * The charset of Japanese, Korean or Chinese that bytes are written in, where they say none: every byte fits, and much of it is
 * letters of that script alone, or characters that the language is full of.
 *
 * @param bytes may end within a character
 * @returns null where they fit none
 * @example asianCharset(Uint8Array.of(0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf)) // 'shift_jis'
 */
export function asianCharset(bytes: Uint8Array): AsianCharset | null {
  for (const charset of ['shift_jis', 'euc-jp'] as const) {
    const foreign = foreignOf(bytes, charset);
    if (foreign === null || /[\uff61-\uff9f]/.test(foreign)) continue;
    if ((foreign.match(/[\u3040-\u30ff]/g)?.length ?? 0) * 3 > foreign.length) return charset;
  }
  let [best, bestShare]: [AsianCharset | null, number] = [null, commonShare];
  for (const charset of ['euc-kr', 'gb18030', 'big5'] as const) {
    const foreign = foreignOf(bytes, charset, besideShare);
    if (foreign === null) continue;
    // Korean is written in its own letters, and hardly in Chinese ones.
    if (charset === 'euc-kr' && (foreign.match(/[\uac00-\ud7a3]/g)?.length ?? 0) * 3 <= foreign.length)
      continue;
    const share = [...foreign].filter((character) => common[charset].has(character)).length / foreign.length;
    if (share >= bestShare) [best, bestShare] = [charset, share];
  }
  return best;
}

/** What texts in Chinese, Japanese and Korean are written with: ASCII, dashes and quotation marks, their own marks, kana, common ideographs, Hangul, wide forms. */
const unforeseen =
  /[^\t\n\f\r\u0020-\u007e\u00a0-\u00ff\u2010-\u203b\u2190-\u21ff\u2460-\u25ff\u3000-\u30ff\u3200-\u33ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g;
/** Share of characters that may be others: for bytes of anything else, taken in twos, a third and more are. */
const unforeseenShare = 0.02;
/** Fewer characters do not tell. */
const fewestInUtf16 = 20;

/**
 * The order of bytes in a text of Chinese, Japanese or Korean in UTF-16 that has no mark: nearly all are characters of such texts, and many of those
 * their pages are full of.
 *
 * @param bytes may end within a character
 * @returns null where they are no such text
 */
export function asianUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  for (const order of ['utf-16le', 'utf-16be'] as const) {
    const text = new TextDecoder(order).decode(bytes.subarray(0, sampled * 2), { stream: true });
    const others = text.match(unforeseen)?.length ?? 0;
    if (text.length < fewestInUtf16 || others > text.length * unforeseenShare) continue;
    const letters = text.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/g) ?? [];
    if (letters.length < text.length / 3) continue;
    const kana = letters.filter((letter) => letter < '\u3100').length;
    const most = Math.max(
      kana / 3,
      ...Object.values(common).map((set) => letters.filter((letter) => set.has(letter)).length),
    );
    if (most >= letters.length * commonShare) return order;
  }
  return null;
}

/** Whether bytes seem to be Japanese in seven bits: ISO-2022-JP shows itself by ESC $ B, ESC $ @ or ESC ( J. */
export function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.includes('\u001b$B') || view.includes('\u001b$@') || view.includes('\u001b(J');
}

/**
 * The characters beyond ASCII that are looked at; null where bytes fit no character, or there are too few to tell.
 *
 * @param beside the share of them that must stand beside each other
 */
function foreignOf(bytes: Uint8Array, charset: AsianCharset, beside = 0): string | null {
  const text = new TextDecoder(charset).decode(bytes, { stream: true });
  if (/[\ufffd\ue000-\uf8ff]/.test(text)) return null;
  const first = Math.max(0, text.search(/[^\u0000-\u007f]/));
  const runs = text.slice(first, first + sampled).match(/[^\u0000-\u007f]+/g) ?? [];
  const foreign = runs.join('');
  const alone = runs.filter((run) => run.length === 1).length;
  if (foreign.length <= 3 || foreign.length - alone < foreign.length * beside) return null;
  return foreign;
}
