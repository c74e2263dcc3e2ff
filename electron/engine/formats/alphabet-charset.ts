/** A charset of an alphabet other than the Latin one that nothing in the bytes names. */
export type AlphabetCharset = (typeof charsets)[number];

const charsets = [
  'windows-1251',
  'koi8-r',
  'ibm866',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-874',
] as const;
/** The eleven letters each language has most: Russian, Greek, Hebrew, Arabic, Thai. */
const frequent: Readonly<Record<AlphabetCharset, RegExp>> = {
  'windows-1251': /[оеаинтсрвлк]/g,
  'koi8-r': /[оеаинтсрвлк]/g,
  ibm866: /[оеаинтсрвлк]/g,
  'windows-1253': /[αοιετσνηυρκ]/g,
  'windows-1255': /[יוהלאתרבמשנ]/g,
  'windows-1256': /[اليمونترةب]/g,
  'windows-874': /[านรอกเงมยล\u0e48]/g,
};
/** Share of letters beyond ASCII that no language in Latin letters reaches. */
const foreignShare = 0.4;
const frequentShare = 0.4;
const fewest = 8;
/** Letters a text has of those at least, and the share of the one it has most: dots of a table of contents or blanks within numbers are one sign over and over. */
const fewestKinds = 4;
const oneLetterShare = 1 / 3;
/** Bytes that tell. */
const sampleBytes = 64 * 1024;

/**
 * The charset of a text in Cyrillic, Greek, Hebrew, Arabic or Thai letters that says none: most of its letters are beyond ASCII, and in
 * that charset they are those its language has most.
 *
 * @returns null where they fit none
 * @example alphabetCharset(Buffer.from('cff0e8e2e5f220ece8f0', 'hex')) // 'windows-1251'
 */
export function alphabetCharset(bytes: Uint8Array): AlphabetCharset | null {
  const sample = bytes.subarray(0, sampleBytes);
  let [foreign, latin] = [0, 0];
  for (const byte of sample) {
    if (byte > 0x7f) foreign += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin += 1;
  }
  if (foreign < fewest || foreign < (foreign + latin) * foreignShare) return null;
  let [best, most]: [AlphabetCharset | null, number] = [null, foreign * frequentShare];
  for (const charset of charsets) {
    const text = new TextDecoder(charset).decode(sample);
    // A capital within a word is a sign of another charset.
    const odd = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
    const found = text.toLowerCase().match(frequent[charset]) ?? [];
    const count = found.length - 2 * odd;
    if (!text.includes('\ufffd') && count > most && isVaried(found)) [best, most] = [charset, count];
  }
  return best;
}

function isVaried(letters: readonly string[]): boolean {
  const counts = [...Map.groupBy(letters, (letter) => letter).values()].map(({ length }) => length);
  return counts.length >= fewestKinds && Math.max(...counts) <= letters.length * oneLetterShare;
}
