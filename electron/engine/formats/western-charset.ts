import { decodeCodePage } from './code-page.ts';

/** A charset of Western Europe's letters in eight bits: of Windows, of old Macs, of DOS (whose 437 has its letters in the same places). */
export type WesternCharset = 'windows-1252' | 'macintosh' | 'ibm850';

const small = new Set('àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿšžßªº');
const large = new Set('ÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝÐÞŠŽ');
/** Signs that may stand between two letters, before a word, and after one. */
const between = new Set('’–—·…®×\u00a0\u00ad');
const opening = new Set('“„‘‚«‹¿¡•·©§¶€£¥¢±×–—…°µ\u00a0');
const closing = new Set('”’»›®™©°¢€½¼¾²³¹·–—…µ\u00a0');
/** Fewer letters than these tell nothing. */
const fewest = 3;
/** Shares of them that must fit: in Windows-1252 to be taken for it, and in another that fits better. */
const usualShare = 0.9;
const otherShare = 0.95;
const sampleBytes = 64 * 1024;

/**
 * In which of Windows-1252, Mac Roman and DOS 850 the bytes beyond ASCII that stand at letters are what stands there in words:
 * accented letters, small among small ones, apostrophes, quotation marks.
 *
 * @returns Windows-1252 where nothing speaks for another; whether it is a guess
 * @example westernCharset(Buffer.from('Caf\x82 fran\x87ais, \x82t\x82', 'latin1')) // { charset: 'ibm850', isGuessed: true }
 */
export function westernCharset(bytes: Uint8Array): { charset: WesternCharset; isGuessed: boolean } {
  const sample = bytes.subarray(0, sampleBytes);
  const windows = fitOf(new TextDecoder('windows-1252').decode(sample), sample);
  if (windows.all < fewest || windows.fitting >= windows.all * usualShare)
    return { charset: 'windows-1252', isGuessed: isMostlyForeign(sample) };
  const mac = fitOf(new TextDecoder('macintosh').decode(sample), sample).fitting;
  const dos = fitOf(decodeCodePage(sample, 850), sample).fitting;
  const isOther = Math.max(mac, dos) >= windows.all * otherShare;
  return { charset: isOther ? (mac > dos ? 'macintosh' : 'ibm850') : 'windows-1252', isGuessed: true };
}

/** Whether nearly all letters are beyond ASCII, as in no Western language: the text is in a charset that is not known here. */
function isMostlyForeign(bytes: Uint8Array): boolean {
  let [foreign, ascii] = [0, 0];
  for (const byte of bytes)
    if (byte >= 0x80) foreign += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii += 1;
  return foreign > fewest && foreign > 3 * ascii;
}

/** How many bytes beyond ASCII are next to an ASCII letter, and how many of them may be there. */
function fitOf(text: string, bytes: Uint8Array): { all: number; fitting: number } {
  let [all, fitting] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! <= 0x7f) continue;
    const [before, behind] = [caseOf(bytes[at - 1]), caseOf(bytes[at + 1])];
    if (before === null && behind === null) continue;
    all += 1;
    const sign = text[at]!;
    const isFitting = small.has(sign)
      ? before !== 'large' || behind !== 'large'
      : large.has(sign)
        ? before !== 'small'
        : signsAt(isWord(bytes[at - 1]), isWord(bytes[at + 1])).has(sign);
    if (isFitting) fitting += 1;
  }
  return { all, fitting };
}

function signsAt(isBehindWord: boolean, isBeforeWord: boolean): ReadonlySet<string> {
  if (isBehindWord && isBeforeWord) return between;
  return isBeforeWord ? opening : closing;
}

/** A byte beyond ASCII is taken for a letter. */
function isWord(byte: number | undefined): boolean {
  return byte !== undefined && (byte > 0x7f || caseOf(byte) !== null);
}

function caseOf(byte: number | undefined): 'small' | 'large' | null {
  if (byte === undefined) return null;
  if (byte >= 0x61 && byte <= 0x7a) return 'small';
  return byte >= 0x41 && byte <= 0x5a ? 'large' : null;
}
