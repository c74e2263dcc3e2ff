import { foldWithSources } from '../search/fold-text.ts';

/** Part of a text, in UTF-16 units: from the first to before the last. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** A list longer than this is no list of words to remove. */
export const mostTerms = 2_000;
/** Characters of a term: a longer one is a text, and no word to remove. */
export const longestTerm = 500;

/**
 * Finds words that are to be removed from texts, however they are written: in capitals or not, with or without accents, as
 * ligatures, with typographic quotes and dashes, over the end of a line with a hyphen, long ones without one too, with spaces between all
 * letters, initials with dots or without, with and without a middle initial, with the last name first before a comma, as file names, addresses and tables have them, run
 * together too, and then within a longer word, and with letters of another script that look the same. A number is found however its digits are grouped. Whole words only, but for digits beside them; a
 * term that ends in * is the beginning of a word.
 *
 * @param terms empty ones are left out
 * @param found is given the position of each term when it is found
 * @returns finds them in a text; parts may overlap
 * @example termFinder(['Jane Doe'])('for JANE\nDOE, Esq.') // [{ start: 4, end: 12 }]
 */
export function termFinder(terms: readonly string[], found?: Set<number>): (text: string) => TextPart[] {
  const patterns = terms.flatMap((term, at) => patternsOf(term).map((pattern) => [pattern, at] as const));
  return (text) => {
    const parts: TextPart[] = [];
    const accented = withMarks(text);
    for (const reading of ['likely', 'other'] as const) {
      const folded = foldWithSources(accented, reading);
      const latin = asLatin(folded.text);
      for (const [pattern, at] of patterns)
        for (const match of latin.matchAll(pattern)) {
          if (!match.slice(1).every((sign) => sign === undefined || isInitial(sign, match[0]))) continue;
          parts.push(partOf(folded.sources, match.index, match.index + match[0].length));
          found?.add(at);
        }
    }
    return parts;
  };
}

/** The terms of a file: one a line, without the white space around it. @example termsOf('Jane Doe\r\n\r\nAcme*') // ['Jane Doe', 'Acme*'] */
export function termsOf(lines: string): string[] {
  return lines
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Terms named in a sentence at most. */
const mostNamed = 12;

/** Some terms of a list in words. @param positions from 1 @example namesOf(['Jane Doe', 'Roe'], [2]) // '“Roe”' */
export function namesOf(terms: readonly string[], positions: readonly number[]): string {
  const named = positions.slice(0, mostNamed).map((at) => `“${terms[at - 1]}”`);
  const more = positions.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Accents that some programs, TeX among them, write as separate signs beside the letter: marks, whichever, which are passed over. */
const loneAccent = /(?<=\p{L})[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d9\u02da\u02dc](?=\p{L})/gu;
const withMarks = (text: string) => text.replaceAll(loneAccent, '\u0301');

/**
 * Letters of Cyrillic and Greek of which one case or both look as those of the Latin script do, and these: a text may have any of them, and nobody
 * sees which.
 */
const [lookAlikes, latinLetters] = ['авекмнорстухіјѕαβεζηικμνορτυχ', 'abekmhopctyxijsabezhikmnoptyx'];
const latinOf = new Map([
  ...Array.from(lookAlikes, (sign, at) => [sign, latinLetters[at]!] as const),
  ...Array.from(lookAlikes.toUpperCase(), (sign, at) => [sign, latinLetters[at]!.toUpperCase()] as const),
]);
const alike = new RegExp(`[${[...latinOf.keys()].join('')}]`, 'g');
const asLatin = (text: string) => text.replaceAll(alike, (sign) => latinOf.get(sign)!);

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
const letterOnly = String.raw`[\p{L}\p{M}]`;
/** Between the letters of a word: a hyphen, and the end of a line after it. */
const withinWord = String.raw`(?:\p{Pd}\s{0,40})?`;
/** The same for a long word, which a narrow cell breaks without a hyphen, as it does addresses. */
const withinLongWord = String.raw`(?:\p{Pd}\s{0,40}|[ \t]?[\r\n]\s{0,40})?`;
/** Between words: white space and dashes, as many as there are, and what replaces them in file names, addresses, paths and tables. */
const betweenWords = String.raw`(?:[\s\p{Pd}_.+,;:/\\|\u00b7\u2022\u2212]|%20){1,40}`;
/** Between the words of a name: the initial of another, which `isInitial` looks at. */
const initialBetween = `${betweenWords}(${letterOnly})${betweenWords}`;
/** Between letters that are spaced, and between such words. */
const spacing = String.raw`\s{1,4}`;
/** Between the digits of a number: nothing, or what groups them. */
const betweenDigits = String.raw`[\s\p{Pd}_.()/\u00b7\u2212]{0,4}`;
/** What stands before a telephone number of ten digits that is dialed from abroad. */
const countryCode = String.raw`(?<!${letter})1`;
const dialedDigits = 10;
/**
 * Letters that words have at least to be found run together, or broken without a hyphen; to be found so within a longer word; a word to be found
 * beside digits, which a note's mark or an address adds; and digits a number to be found however it is grouped.
 */
const leastJoined = 6;
const leastWithin = 7;
const leastBesideDigits = 3;
const leastDigits = 5;
/** Words of a name at most, of which the last may stand first, before a comma. */
const mostNames = 5;
const number = /^[\s\p{Pd}_.()/+]*\d[\d\s\p{Pd}_.()/]*$/u;

function patternsOf(term: string): RegExp[] {
  const isBeginning = term.trim().endsWith('*');
  const digits = digitsOf(term);
  if (digits.length >= leastDigits) {
    const before =
      digits.length === dialedDigits ? `(?:(?<!${letter})|(?<=${countryCode}))` : `(?<!${letter})`;
    return [new RegExp(String.raw`${before}${digits.join(betweenDigits)}(?!${letter})`, 'giu')];
  }
  const words = asLatin(foldWithSources(withMarks(isBeginning ? term.trim().slice(0, -1) : term)).text)
    .split(/[\s\p{Pd}_.]+/u)
    .filter((word) => word !== '')
    .map((word) => Array.from(word));
  const letters = words.flat();
  const joint = letters.length >= leastJoined ? `(?:${betweenWords})?` : betweenWords;
  if (letters.length === 0) return [];
  const besideOf = (end: string) =>
    letters.length >= leastBesideDigits && !/\p{N}/u.test(end) ? letterOnly : letter;
  const before = isLetter(letters[0]!) ? `(?<!${besideOf(letters[0]!)})` : '';
  const after = !isBeginning && isLetter(letters.at(-1)!) ? `(?!${besideOf(letters.at(-1)!)})` : '';
  const whole = (inner: string, outer: string) =>
    new RegExp(before + words.map((word) => word.map(escaped).join(inner)).join(outer) + after, 'giu');
  const inner = letters.length >= leastJoined ? withinLongWord : withinWord;
  // A word of one or two letters, spaced out, would match any words.
  const patterns =
    letters.length < 3 ? [whole(inner, joint)] : [whole(inner, joint), whole(spacing, spacing)];
  const isName = /\s/.test(term.trim()) && words.length <= mostNames && letters.every(isNameSign);
  if (isName && words[0]!.length > 1 && words.at(-1)!.length > 1)
    patterns.push(new RegExp(before + withInitials(words, inner, joint) + after, 'giu'));
  if (!isBeginning && words.length > 1 && isName) {
    const inverted = [words.at(-1)!, ...words.slice(0, -1)].map((word) => word.map(escaped).join(inner));
    const rest = inverted.slice(1).join(joint);
    patterns.push(
      new RegExp(String.raw`(?<!${letter})${inverted[0]}\s?,\s{0,40}${rest}(?!${letterOnly})`, 'giu'),
    );
  }
  if (words.length > 1 && letters.length >= leastWithin)
    patterns.push(new RegExp(letters.map(escaped).join(''), 'giu'));
  return patterns;
}

/** A name's words: its own initials may be left out, and where it has none between two words, one may stand there. */
function withInitials(words: readonly (readonly string[])[], inner: string, joint: string): string {
  return words
    .map((word, at) => {
      const own = word.map(escaped).join(inner);
      if (at === 0) return own;
      if (word.length === 1) return `(?:${joint}${own})?`;
      return words[at - 1]!.length === 1 ? joint + own : `(?:${joint}|${initialBetween})${own}`;
    })
    .join('');
}

/** Whether a letter between the words of a name is an initial: a capital, or in an address, where all letters are small. No word of a sentence is one. */
const isInitial = (sign: string, name: string) => sign === sign.toUpperCase() || !/\s/.test(name);
const isNameSign = (character: string) => /[\p{L}\p{M}']/u.test(character);
const isLetter = (character: string) => /[\p{L}\p{N}\p{M}]/u.test(character);
/** The digits of a number, with what groups them left out; none of anything else. */
function digitsOf(term: string): string[] {
  const folded = foldWithSources(term).text;
  return number.test(folded) ? Array.from(folded.matchAll(/\d/g), ([digit]) => digit) : [];
}

/** An apostrophe within a name is often left out, written with another sign, or read with a space after it. */
const escaped = (character: string, at: number, { length }: readonly string[]) =>
  character === "'" && at > 0 && at < length - 1
    ? String.raw`(?:['\u0060\u00b4\u2032]\s?|\s)?`
    : character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);

/** Where a part of a folded text came from; a ligature that only begins or ends in it belongs to it whole. */
function partOf(sources: Uint32Array, from: number, to: number): TextPart {
  const last = sources[to - 1]!;
  let after = to;
  while (after < sources.length - 1 && sources[after] === last) after += 1;
  return { start: sources[from]!, end: sources[after]! };
}
