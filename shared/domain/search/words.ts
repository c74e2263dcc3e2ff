import { foldText } from './fold-text.ts';

/** A word of a folded text, as the index has it, and where it is. */
export interface Word {
  /** In small letters. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** What SQLite's tokenizer unicode61 takes for part of a word: letters, numbers, private use. */
const wordPattern = /[\p{L}\p{N}\p{Co}]+/gu;
const plainPattern = /[a-z0-9]+/g;
const isPlain = /^[\x00-\x7f]*$/;

/**
 * The words of a folded text in order, as the index splits it.
 *
 * @example wordsOf('AT&T’s café') // at, t, s, cafe
 */
export function wordsOf(folded: string): Word[] {
  if (isPlain.test(folded))
    return Array.from(folded.toLowerCase().matchAll(plainPattern), ({ 0: word, index }) => ({
      word,
      from: index,
      to: index + word.length,
    }));
  return Array.from(folded.matchAll(wordPattern), ({ 0: word, index }) => ({
    word: plainWord(word),
    from: index,
    to: index + word.length,
  }));
}

/** The different words of a folded text. */
export function vocabularyOf(folded: string): Set<string> {
  if (isPlain.test(folded)) return new Set(folded.toLowerCase().match(plainPattern));
  return new Set(folded.match(wordPattern)?.map(plainWord));
}

/**
 * A name, a title or a line in the form that typed text is searched in: folded like the index, in small letters. Parts of words count, so it
 * stays one text.
 *
 * @example foldedLine('Résumé').includes(foldedLine('SUMÉ')) // true
 */
export function foldedLine(text: string): string {
  const line = foldText(text);
  // Letters of scripts without spaces have one or two spaces around them here.
  return isPlain.test(text) ? line.toLowerCase() : plainWord(line).replaceAll(/ {2,}/g, ' ');
}

/** What is typed to narrow a list, part by part: each is looked for in a `foldedLine`, in any order. */
export function foldedParts(typed: string): string[] {
  return typed.split(/\s+/).map(foldedLine).filter(Boolean);
}

/**
 * The words of something typed: folded, split as the index is.
 *
 * @example typedWords('U.S.C.') // ['u', 's', 'c']
 */
export function typedWords(text: string): string[] {
  return wordsOf(foldText(text)).map(({ word }) => word);
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('ς', 'σ');
}
