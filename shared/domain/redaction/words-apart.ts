import type { FoldedText } from '../search/fold-text.ts';

/**
 * Where a word goes on with a capital, two words stand side by side without a space, as a label and what was filled in do: `PlaintiffJane Roe`,
 * `DOBJane Roe`, `number12345678Balance`. Names that have a capital within them are one.
 */
const besideCapital =
  /(?<=\p{L}\p{Ll}{2})(?<!(?<!\p{L})(?:Del|Fitz|Mac|San|Van|Von))(?=\p{Lu})|(?<=(?<!\p{L})(?:[Bb]y|[Cc]c|Dr|Mr|Ms|[Tt]o))(?=\p{Lu})|(?<=\p{Lu}{3}|\d{5})(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{4})(?=\d{5})/gu;

/**
 * A text with a space between words that have none, and where each of its units, and its end, stood; null where there are no such words.
 *
 * @example wordsApart('DateRoe').text // 'Date Roe'
 */
export function wordsApart(text: string): FoldedText | null {
  const places = Array.from(text.matchAll(besideCapital), ({ index }) => index);
  if (places.length === 0) return null;
  const sources = new Uint32Array(text.length + places.length + 1);
  let spaces = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at === places[spaces]) sources[at + spaces++] = at;
    sources[at + spaces] = at;
  }
  return { text: text.replaceAll(besideCapital, ' '), sources };
}
