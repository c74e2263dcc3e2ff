import { foldText, foldWithSources } from './fold-text.ts';

/** A place in a text: first character, and the one after the last. */
export interface FoundPlace {
  readonly from: number;
  readonly to: number;
}

/** Words or phrases, any of which is looked for as it is written. */
export interface WantedWords {
  readonly any: readonly string[];
  /** Whether they must be whole words: "stay" is then not found in "stayed". */
  readonly isWhole: boolean;
}

const hyphen = /[-\u2010-\u2015\u2212]/;

/**
 * Where words occur in a text, in order and without overlaps: no matter the case, accents, ligatures, kinds of quotation
 * marks and hyphens, white space and line ends between them, or a word split at a line's end.
 *
 * @param limit places at most
 * @example findWords('The re-\nsumé ends', { any: ['RESUME'], isWhole: true }) // [{ from: 4, to: 11 }]
 */
export function findWords(text: string, wanted: WantedWords, limit = Infinity): FoundPlace[] {
  const pattern = patternOf(wanted);
  const places: FoundPlace[] = [];
  // Most texts have none of the words: where each letter came from need not be known to tell.
  if (!pattern || lower(foldText(text)).search(pattern) < 0) return places;
  const { text: folded, sources } = foldWithSources(text);
  for (const match of lower(folded).matchAll(pattern)) {
    if (places.length >= limit) break;
    const end = match.index + match[0].length;
    const from = sources[match.index]!;
    // The end of the last letter's place: a line's end may follow it, which is not marked.
    const to = Math.max(sources[end - 1]! + 1, from + 1);
    const last = places.at(-1);
    if (last && from < last.to) continue;
    places.push({ from, to: wholeLetter(text, to) });
  }
  return places;
}

/** Patterns are made once for all the texts they are looked for in. */
const patterns = new WeakMap<WantedWords, RegExp | null>();

function patternOf(wanted: WantedWords): RegExp | null {
  const known = patterns.get(wanted);
  if (known !== undefined) return known;
  const pattern = makePattern(wanted);
  patterns.set(wanted, pattern);
  return pattern;
}

/** Every text in one pattern, the longest first, so that a phrase wins over a word of it. */
function makePattern({ any, isWhole }: WantedWords): RegExp | null {
  const phrases = any
    .map((text) => lower(foldWithSources(text.slice(0, 500)).text).trim())
    .filter((text) => text !== '')
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 200);
  if (phrases.length === 0) return null;
  const ways = phrases.map((phrase) => phrase.split(/\s+/).map(escapeWord).join('\\s+')).join('|');
  return new RegExp(isWhole ? `(?<![\\p{L}\\p{N}])(?:${ways})(?![\\p{L}\\p{N}])` : ways, 'gu');
}

function escapeWord(word: string): string {
  return Array.from(word, (letter) =>
    hyphen.test(letter) ? '[-\\u2010-\\u2015\\u2212]' : letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  ).join('');
}

/** Lower case, letter by letter of the same length: places must stay. */
export function lower(text: string): string {
  const whole = text.toLowerCase();
  if (whole.length === text.length) return whole;
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/** What goes on with a letter: accents, points, choices of form, parts of a syllable, tones of skin. */
const marksAfter = /[\p{M}\p{Emoji_Modifier}\u1160-\u11ff\uff9e\uff9f]+/uy;

/** The end of a letter that ends at `to`, with the marks that belong to it, or of the pair of code units that make one. */
export function wholeLetter(text: string, to: number): number {
  let end = to;
  if (/[\udc00-\udfff]/.test(text[end] ?? '')) end += 1;
  marksAfter.lastIndex = end;
  return end + (marksAfter.exec(text)?.[0].length ?? 0);
}
