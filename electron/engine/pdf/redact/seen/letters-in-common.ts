import { foldWithSources } from '../../../../../shared/domain/search/fold-text.ts';

/** The letters and digits of a text, folded. */
export const lettersOf = (text: string) => foldWithSources(text).text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Letters and digits that look alike in many fonts. */
const alike: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '5': 's', '8': 'b' };
/** The letters of a text, those that recognition takes for each other as one. */
export const evenLetters = (text: string) => lettersOf(text).replaceAll(/[01i58]/g, (sign) => alike[sign]!);

/** How many letters two texts have in common, in the same order. */
export function sharedLength(one: string, other: string): number {
  let row = new Uint16Array(other.length + 1);
  for (const letter of one) {
    const next = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1)
      next[at + 1] = other[at] === letter ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    row = next;
  }
  return row[other.length]!;
}
