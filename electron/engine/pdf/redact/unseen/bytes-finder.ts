/**
 * Finds words among bytes of any kind, in letters of one byte or of two; without folding, which takes too long for a picture's samples.
 *
 * @param terms those of fewer letters than `letters`, or of fewer bytes in other scripts, are passed over: they stand anywhere by chance
 */
export function bytesFinder(terms: readonly string[], letters: number): (bytes: Buffer) => boolean {
  const patterns = terms.flatMap((term) => {
    const words = term.match(/[\p{L}\p{N}]+/gu) ?? [];
    const plain = words.join('').replaceAll(notPlain, '').length;
    if (plain >= letters) return words.map((word) => word.replaceAll(notPlain, '[^]{1,3}')).join(between);
    // Of a word with hardly any plain letter, a pattern that leaves the others open would find itself everywhere.
    const isLong = plain < words.join('').length && Buffer.byteLength(words.join('')) >= letters;
    return isLong ? spellings(words).flatMap(encodings) : [];
  });
  if (patterns.length === 0) return () => false;
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${patterns.join('|')})`, 'i');
  return (bytes) => {
    const text = bytes.toString('latin1');
    return pattern.test(text) || (bytes.includes(0) && pattern.test(text.replaceAll('\0', '')));
  };
}

/** A letter beyond ASCII, which is written in many ways. */
const notPlain = /\W/gu;
const between = '[^A-Za-z0-9]{1,4}';

/** Words as they may be written: the case of bytes is told of plain letters alone. */
const spellings = (words: readonly string[]): (readonly string[])[] => [
  words,
  words.map((word) => word.toLowerCase()),
  words.map((word) => word.toUpperCase()),
];

/** Patterns for words in each of the ways in which letters of all scripts are stored. */
function encodings(words: readonly string[]): string[] {
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const ways = [(text: string) => Buffer.from(text), wide, (text: string) => wide(text).swap16()];
  if (words.every((word) => /^[\0-\xff]*$/.test(word))) ways.push((text) => Buffer.from(text, 'latin1'));
  return ways.map((encode) =>
    words
      .map((word) => Array.from(encode(word), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''))
      .join(between),
  );
}
