const entered = /\(Entered: ?\d{1,2}\/\d{1,2}\/\d{2,4}\)/gi;
const notWord = /[^\p{L}\p{N}]+/gu;

/**
 * An entry's text without what differs between a notice and a docket sheet of the same entry: the sheet's "(Entered: …)",
 * brackets around entry numbers, punctuation, capitals and white space.
 */
export function normalText(text: string): string {
  return text.replaceAll(entered, ' ').replaceAll(notWord, ' ').trim().toLowerCase();
}

/**
 * A short name for a text: texts that are equal have the same, others practically never (53 bits).
 */
export function textHash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** What two texts have in common: words in both ÷ words in either, 0 to 1. Takes `normalText`s. */
export function similarity(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))];
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / (one.size + other.size - shared);
}
