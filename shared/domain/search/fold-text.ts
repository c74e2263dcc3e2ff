import { foldLetters } from './fold-letters.ts';

/**
 * Text as the index has it. Everything that is indexed, looked for or marked goes through here, so that a ligature, a
 * full-width letter, a soft hyphen or a hyphen at a line's end never keeps a word from being found. Case is left to the
 * tokenizer (words.ts has the same rules).
 */

/**
 * Version of the folding. Raise it whenever a text folds differently than before: what an earlier one indexed is then indexed
 * again, in the background, when a matter is opened.
 */
export const foldingVersion = 1;

/** Put between a page's text and other readings of parts of it, so that no phrase runs from one into the other. */
export const readingBreak = '\uE000';

/** A hyphen that ends a line, with the white space around the line's end; PDFium writes some as U+0002 or U+FFFE. */
const lineHyphen =
  /(?<=[\p{L}\p{N}]\p{M}*)(?:[-\u2010\u2011\u00ad][ \t]{0,8}\r?\n[ \t]{0,40}|[\u0002\ufffe](?:[ \t]{0,8}\r?\n[ \t]{0,40})?)(?![\u1160-\u11ff])(?=[\p{L}\p{N}])/gu;
const mayHaveLineHyphen = /[-\u2010\u2011\u00ad][ \t]{0,8}\r?\n|[\u0002\ufffe]/;
const foreign = /[^\x00-\x7f]/;
/** What is not plain, each letter with the marks after it: folded piece by piece, so that every piece has its place. */
const foreignPiece = /[^\x00-\x7f][\p{M}\u1160-\u11ff\uff9e\uff9f]*/gu;
/** Raised figures are notes beside a word far more often than part of it. */
const isRaised = /[\u00b2\u00b3\u00b9\u2070-\u207f]/;
/** Only from the beginning of a word: else a match could start at every letter of a long row. */
const withRaised =
  /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+[\u00b2\u00b3\u00b9\u2070-\u207f][\p{L}\p{N}\p{M}]*/gu;
/** Other readings of one text at most, and how far the words around a line's end reach, in characters. */
const maxReadings = 500;
const reach = 60;

/**
 * How to read what can be read in two ways: `likely` joins words split at a line's end where they most likely are one, and sets raised
 * figures apart; `other` leaves hyphens as they are, and raised figures with their word.
 */
export type Reading = 'likely' | 'other';

/** A folded text with the place each code unit came from. */
export interface FoldedText {
  readonly text: string;
  /** Where in the original each code unit of `text` begins, and at the end the original's length. */
  readonly sources: Uint32Array;
}

/**
 * Folds a text: accents, compatibility forms (ligatures, full width), quotes, what cannot be seen, words parted at a line's end.
 *
 * @example foldText('the \uFB01ling was termi-\nnated') // 'the filing was terminated'
 */
export function foldText(text: string, reading: Reading = 'likely'): string {
  const whole =
    reading === 'likely' && mayHaveLineHyphen.test(text)
      ? text.replaceAll(lineHyphen, (hyphen: string, at: number) =>
          isWordBroken(text, hyphen, at) ? '' : hyphen,
        )
      : text;
  return foreign.test(whole) ? whole.replaceAll(foreignPiece, (piece) => foldPiece(piece, reading)) : whole;
}

/**
 * The text of a row of the index: folded, and after it what can be read the other way too. Hyphens at lines' ends have the words
 * around them there, so that "well-⏎known" is found as "well-known" and as "wellknown", alone or in a phrase; words with raised
 * figures are added by themselves.
 *
 * @example indexText('a well-\nknown m²') // 'a wellknown m 2 \uE000 a well-known m2 \uE000 m2'
 */
export function indexText(text: string): string {
  const folded = foldText(text);
  const readings = [...otherLineEnds(text), ...otherRaised(text)].slice(0, maxReadings);
  return readings.length === 0 ? folded : [folded, ...readings].join(` ${readingBreak} `);
}

function otherLineEnds(text: string): string[] {
  if (!mayHaveLineHyphen.test(text)) return [];
  const readings: string[] = [];
  for (const match of text.matchAll(lineHyphen)) {
    if (readings.length >= maxReadings) break;
    const after = match.index + match[0].length;
    const other = isWordBroken(text, match[0], match.index) ? '-' : '';
    readings.push(foldText(`${wordsBefore(text, match.index)}${other}${wordsAfter(text, after)}`, 'other'));
  }
  return readings;
}

function otherRaised(text: string): string[] {
  if (!isRaised.test(text)) return [];
  return Array.from(new Set(text.match(withRaised)), (word) => foldText(word, 'other'));
}

/**
 * Folds a text as `foldText` does and keeps where each letter came from, to mark in the original what was found.
 *
 * @example foldWithSources('\uFB01ne').sources // [0, 0, 1, 2, 3]
 */
export function foldWithSources(text: string, reading: Reading = 'likely'): FoldedText {
  if (!foreign.test(text) && !mayHaveLineHyphen.test(text)) return { text, sources: everyPlace(text.length) };
  const cuts: [number, number][] = [];
  if (reading === 'likely' && mayHaveLineHyphen.test(text))
    for (const match of text.matchAll(lineHyphen))
      if (isWordBroken(text, match[0], match.index)) cuts.push([match.index, match.index + match[0].length]);

  const parts: string[] = [];
  const sources: number[] = [];
  const copy = (from: number, to: number) => {
    let at = from;
    for (const match of text.slice(from, to).matchAll(foreignPiece)) {
      const start = from + match.index;
      parts.push(text.slice(at, start));
      for (; at < start; at++) sources.push(at);
      const piece = foldPiece(match[0], reading);
      parts.push(piece);
      for (let unit = 0; unit < piece.length; unit++) sources.push(start);
      at = start + match[0].length;
    }
    parts.push(text.slice(at, to));
    for (; at < to; at++) sources.push(at);
  };
  let at = 0;
  for (const [from, to] of cuts) {
    copy(at, from);
    at = to;
  }
  copy(at, text.length);
  sources.push(text.length);
  return { text: parts.join(''), sources: Uint32Array.from(sources) };
}

/** Where each code unit came from when nothing was folded. */
function everyPlace(length: number): Uint32Array {
  const sources = new Uint32Array(length + 1);
  for (let at = 0; at <= length; at++) sources[at] = at;
  return sources;
}

function foldPiece(piece: string, reading: Reading): string {
  const folded = foldLetters(piece);
  return reading === 'likely' && isRaised.test(piece) ? ` ${folded}` : folded;
}

/** Whether a hyphen at a line's end most likely splits one word: a small letter goes on after it, or it is a soft one. */
function isWordBroken(text: string, hyphen: string, at: number): boolean {
  if (/^[\u00ad\u0002\ufffe]/.test(hyphen)) return true;
  return (
    /\p{L}\p{M}*$/u.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\p{Ll}/u.test(text.slice(at + hyphen.length, at + hyphen.length + 2))
  );
}

/** The words before a place, up to it; only whole ones, except the last. */
function wordsBefore(text: string, at: number): string {
  const from = Math.max(0, at - reach);
  const part = text.slice(from, at);
  if (from === 0) return part;
  const space = part.search(/\s/);
  return space === -1 ? part : part.slice(space);
}

function wordsAfter(text: string, at: number): string {
  const part = text.slice(at, at + reach);
  if (at + reach >= text.length) return part;
  return part.replace(/\s\S*$/, '');
}
