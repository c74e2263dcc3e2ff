/**
 * Text as the index has it. Everything that is indexed, looked for or marked goes through here, so that a ligature, a
 * full-width letter, a soft hyphen or a hyphen at a line's end never keeps a word from being found. Case is left to the
 * tokenizer (words.ts has the same rules).
 */

/** Stands between a page's text and other readings of parts of it, so that no phrase runs from one into the other. */
export const readingBreak = '\uE000';

/** A hyphen that ends a line, with the white space around the line's end; PDFium writes some as U+0002 or U+FFFE. */
const lineHyphen =
  /(?<=[\p{L}\p{N}])(?:[-\u2010\u2011\u00ad][ \t]{0,8}\r?\n[ \t]{0,40}|[\u0002\ufffe](?:[ \t]{0,8}\r?\n[ \t]{0,40})?)(?![\u1160-\u11ff])(?=[\p{L}\p{N}])/gu;
const mayHaveLineHyphen = /[-\u2010\u2011\u00ad][ \t]{0,8}\r?\n|[\u0002\ufffe]/;
const foreign = /[^\x00-\x7f]/;
/** What is not plain, each letter with the marks after it: folded piece by piece, so that every piece has its place. */
const foreignPiece = /[^\x00-\x7f][\p{M}\u1160-\u11ff]*/gu;
/** Nothing to see: zero width, joiners, direction marks, soft hyphens, Hebrew points, Arabic vowel marks. */
const invisible =
  /[\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const accents = /[\u0300-\u036f]/g;
const latinAccents = /(?<=\p{Script=Latin})[\u0300-\u036f]+/gu;
/** Raised and lowered figures are notes and units beside a word, not part of it. */
const raised = /^[\u00b2\u00b3\u00b9\u2070-\u209c]/u;
const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‐': '-',
  '‑': '-',
  '™': ' ',
  '℠': ' ',
  İ: 'I',
  // Letters that have no form with a mark of their own, as people type them.
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
};
/** Scripts written without spaces between words: each letter is a word of its own, and what is looked for a row of them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/gu;
/** Other readings of one text's line ends, and how far the words around each reach, in characters. */
const maxReadings = 500;
const reach = 60;

/** How hyphens at line ends are read: `joined` as parts of one word where that is likely, `kept` as they stand. */
export type LineEnds = 'joined' | 'kept';

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
export function foldText(text: string, lineEnds: LineEnds = 'joined'): string {
  const whole =
    lineEnds === 'joined' && mayHaveLineHyphen.test(text)
      ? text.replaceAll(lineHyphen, (hyphen: string, at: number) =>
          isWordBroken(text, hyphen, at) ? '' : hyphen,
        )
      : text;
  return foreign.test(whole) ? whole.replaceAll(foreignPiece, foldPiece) : whole;
}

/**
 * The text a page is indexed under: folded, and after it every hyphen at a line's end read the other way, with the words
 * around it. So "well-⏎known" is found as "well-known" and as "wellknown", alone or in a phrase.
 *
 * @example indexText('a well-\nknown fact') // 'a wellknown fact \uE000 a well-known fact'
 */
export function indexText(text: string): string {
  const folded = foldText(text);
  if (!mayHaveLineHyphen.test(text)) return folded;
  const readings: string[] = [];
  for (const match of text.matchAll(lineHyphen)) {
    if (readings.length >= maxReadings) break;
    const after = match.index + match[0].length;
    const other = isWordBroken(text, match[0], match.index) ? '-' : '';
    readings.push(foldText(`${wordsBefore(text, match.index)}${other}${wordsAfter(text, after)}`, 'kept'));
  }
  return [folded, ...readings].join(` ${readingBreak} `);
}

/**
 * Folds a text as `foldText` does and keeps where each letter came from, to mark in the original what was found.
 *
 * @example foldWithSources('\uFB01ne').sources // [0, 0, 1, 2, 3]
 */
export function foldWithSources(text: string, lineEnds: LineEnds = 'joined'): FoldedText {
  if (!foreign.test(text) && !mayHaveLineHyphen.test(text)) return { text, sources: everyPlace(text.length) };
  const cuts: [number, number][] = [];
  if (lineEnds === 'joined' && mayHaveLineHyphen.test(text))
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
      const piece = foldPiece(match[0]);
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

function foldPiece(piece: string): string {
  const sign = signs[piece];
  if (sign !== undefined) return sign;
  const latinBare = piece.normalize('NFKD').replaceAll(latinAccents, '');
  // Put together again, for in other scripts a letter with its mark is another letter.
  const bare = latinBare.normalize('NFKC').replaceAll(invisible, '').replaceAll(accents, '');
  // Ǽ is an Æ, and what that is typed as, once its accent is gone.
  const folded = signs[bare] ?? bare;
  if (raised.test(piece)) return ` ${folded}`;
  return folded.replaceAll(unspaced, ' $& ');
}

/**
 * Words that are a row of letters of a script without spaces, as they are written; null when they are something else.
 *
 * @example unspacedRun(['契', '約']) // '契約'
 */
export function unspacedRun(words: readonly string[]): string | null {
  const isRow = words.every((word) => Array.from(word).length === 1 && word.replace(unspaced, '') === '');
  return isRow ? words.join('') : null;
}

/** Whether a hyphen at a line's end most likely parts one word: a small letter goes on after it, or it is a soft one. */
function isWordBroken(text: string, hyphen: string, at: number): boolean {
  if (/^[\u00ad\u0002\ufffe]/.test(hyphen)) return true;
  return (
    /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\p{Ll}/u.test(text.slice(at + hyphen.length, at + hyphen.length + 2))
  );
}

/** The words before a place, up to it; only whole ones, but for the last. */
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
