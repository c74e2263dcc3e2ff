import { foldWithSources } from '../../search/fold-text.ts';
import { asLatin, withMarks } from './latin-letters.ts';

/** The letters of each word of a term. */
export type Words = readonly (readonly string[])[];

export const letter = String.raw`[\p{L}\p{N}\p{M}]`;
export const letterOnly = String.raw`[\p{L}\p{M}]`;
/** Between the letters of a word: a hyphen, and the end of a line after it, or the dot of an abbreviation. */
export const withinWord = String.raw`(?:\p{Pd}\s{0,40}|\.)?`;
/** The same for a long word, which a narrow cell breaks without a hyphen, as it does addresses. */
export const withinLongWord = String.raw`(?:\p{Pd}\s{0,40}|[ \t]?[\r\n]\s{0,40}|\.)?`;
/** Between words: whatever is no letter, and what replaces spaces in addresses. */
export const betweenWords = String.raw`(?:[^\p{L}\p{N}\p{M}]|%(?:25)*20|&nbsp;){1,40}`;
/** Between letters that are spaced, and between such words. */
export const spacing = String.raw`[\s.]{1,4}`;
/** How two names of a firm are joined. */
const and = String.raw`(?:and|&(?:amp;)?|\+)`;

const degrees = /\b(M|Ph)\.\s?D\b\.?/gi;
/** Umlauts are often written as two letters, though not at a word's end, where “Doe” is none. */
const umlaut = /([aou])\u0308(?=\p{L})|\u00f8(?=\p{L})/giu;
const spelledOut = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(umlaut, (_, vowel = 'o') => `${vowel}e`)
    .normalize('NFC');

/** The words of a term, as they are looked for: folded, umlauts spelled out, and degrees without their dots. */
export const wordsIn = (text: string): Words =>
  asLatin(foldWithSources(spelledOut(withMarks(text.replaceAll('&', ' & ').replaceAll(degrees, '$1D')))).text)
    .split(/[\s\p{Pd}_.,;"()]+/u)
    .filter((word) => word !== '')
    .map((word) => Array.from(word));

/** How the letters of words, and the words, may be joined. */
export interface Form {
  readonly inner: string;
  readonly joint: string;
}

/** A word as sets of words have it. */
export const textOf = (word: readonly string[]) => word.join('').toLowerCase();

/** Words that are told from others by `textOf`. */
export const wordSet = (words: string) => new Set(words.split(' '));

export const isLetter = (character: string) => /[\p{L}\p{N}\p{M}]/u.test(character);

const isAnd = (word: readonly string[] | undefined) =>
  word !== undefined && (textOf(word) === '&' || textOf(word) === 'and');

/**
 * Finds words one after the other.
 *
 * @param inner finds what may stand between the letters of each
 * @param outer finds what stands between them
 */
export const joined = (words: Words, inner: string, outer: string): string =>
  words
    .map((word, at) => {
      const own = isAnd(word) ? and : word.map(escaped).join(inner);
      // `Smith&Co` has no space.
      const isBeside = outer === betweenWords && (isAnd(word) || isAnd(words[at - 1]));
      return at === 0 ? own : `${isBeside ? `(?:${outer})?` : outer}${own}`;
    })
    .join('');

/**
 * An apostrophe within a name is often left out, written with another sign, or read with a space after it; an address may have room around its sign;
 * and an e after a vowel may be that of an umlaut.
 */
export const escaped = (character: string, at: number, word: readonly string[]) => {
  const isWithin = at > 0 && at < word.length - 1;
  if (isWithin && character === '@') return String.raw`\s?@\s?`;
  if (isWithin && /e/i.test(character) && /[aou]/i.test(word[at - 1]!)) return 'e?';
  return isWithin && character === "'"
    ? String.raw`(?:['\u0060\u00b4\u2032]\s?|\s)?`
    : character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
};
