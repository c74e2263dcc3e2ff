import { betweenDigits, digitsOf, leastDigits, numberSource } from './numbers.ts';
import { nameOf, nameSources } from './person-names.ts';
import {
  betweenWords,
  isLetter,
  joined,
  letter,
  letterOnly,
  spacing,
  withinLongWord,
  withinWord,
  wordsIn,
  type Form,
  type Words,
} from './words.ts';

/**
 * Letters that words have at least to be found run together, or broken without a hyphen; to be found so within a longer word; and a word to be
 * found beside digits, which a note's mark or an address adds.
 */
const leastJoined = 6;
const leastWithin = 7;
const leastBesideDigits = 3;

/** Sources of the patterns that find a term in folded text, with the flags `giu`; none for a term without a letter. */
export function sourcesOf(term: string): string[] {
  const digits = digitsOf(term);
  if (digits.length >= leastDigits) return [numberSource(digits)];
  const isBeginning = term.trim().endsWith('*');
  const words = wordsIn(isBeginning ? term.trim().slice(0, -1) : term);
  if (words.length === 0) return [];
  const form = formOf(words);
  const before = besideNone(words[0]![0]!, words, '<!');
  const after = isBeginning ? '' : besideNone(words.at(-1)!.at(-1)!, words, '!');
  const isRow = words.length > 1 && words.flat().length >= leastWithin;
  const name = nameOf(term, words);
  return [
    ...[...spellings(words, form)].map((source) => before + source + after),
    ...(isRow ? [joined(words, '', '')] : []),
    ...(name ? nameSources(name, { form, before, isBeginning, isRow }) : []),
  ];
}

function formOf(words: Words): Form {
  const isLong = words.flat().length >= leastJoined;
  return {
    inner: isLong ? withinLongWord : withinWord,
    joint: isLong ? `(?:${betweenWords})?` : betweenWords,
  };
}

/** Finds that no word goes on at the edge of a term. @param edge its first or last sign */
function besideNone(edge: string, words: Words, look: '<!' | '!'): string {
  if (!isLetter(edge)) return '';
  const mayTouchDigits = words.flat().length >= leastBesideDigits && !/\p{N}/u.test(edge);
  return `(?${look}${mayTouchDigits ? letterOnly : letter})`;
}

/** A term's words as they are written, spaced out, and as a number that has letters too. */
function* spellings(words: Words, { inner, joint }: Form): Generator<string> {
  const letters = words.flat();
  yield joined(words, inner, joint);
  // A word of one or two letters, spaced out, would match any words.
  if (letters.length > 2) yield joined(words, spacing, spacing);
  if (letters.filter((sign) => /\p{N}/u.test(sign)).length >= leastDigits)
    yield joined(words, betweenDigits, betweenDigits);
}
