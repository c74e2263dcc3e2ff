import { foldWithSources } from '../search/fold-text.ts';
import { asLatin, withMarks } from './terms/latin-letters.ts';
import { isMiddle } from './terms/person-names.ts';
import { sourcesOf } from './terms/sources-of.ts';
import { wordsApart } from './words-apart.ts';

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
 * letters, initials with dots or without, with and without middle names, initials, titles and degrees, with the last name first, with “and” for “&” and “ue” for “ü”, as file names, addresses and tables have them, run
 * together too, and then within a longer word, right beside a word with no space between, with other signs between them, and with letters of another script that look the same. A number is found however its digits are grouped. Whole words only,
 * but for digits beside them, and letters beside a number; a term that ends in * is the beginning of a word.
 *
 * @param terms empty ones are left out
 * @param found is given the position of each term when it is found
 * @returns finds them in a text; parts may overlap
 * @example termFinder(['Jane Doe'])('for JANE\nDOE, Esq.') // [{ start: 4, end: 12 }]
 */
export function termFinder(terms: readonly string[], found?: Set<number>): (text: string) => TextPart[] {
  const patterns = terms.flatMap((term, at) =>
    sourcesOf(term).map((source) => [new RegExp(source, 'giu'), at] as const),
  );
  return (text) => {
    const parts: TextPart[] = [];
    const accented = withMarks(text);
    const likely = foldWithSources(accented, 'likely');
    const readings = [likely, foldWithSources(accented, 'other')];
    const apart = wordsApart(likely.text);
    if (apart) readings.push({ text: apart.text, sources: apart.sources.map((at) => likely.sources[at]!) });
    for (const folded of readings) {
      const latin = asLatin(folded.text);
      for (const [pattern, at] of patterns)
        for (const match of namesIn(latin, pattern)) {
          parts.push(partOf(folded.sources, match.index, match.index + match[0].length));
          found?.add(at);
        }
    }
    return parts;
  };
}

/** Matches whose groups are middle names; within one of which that is not so, another may begin. */
function* namesIn(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [name, ...middle] = match;
    if (middle.every((words) => words === undefined || isMiddle(words, name))) yield match;
    else pattern.lastIndex = match.index + String.fromCodePoint(name.codePointAt(0)!).length;
  }
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

/** Where a part of a folded text came from; a ligature that only begins or ends in it belongs to it whole. */
function partOf(sources: Uint32Array, from: number, to: number): TextPart {
  const last = sources[to - 1]!;
  let after = to;
  while (after < sources.length - 1 && sources[after] === last) after += 1;
  return { start: sources[from]!, end: sources[after]! };
}
