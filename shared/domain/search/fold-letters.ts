import { foldEmoji, startsEmoji, unfoldEmoji } from './emoji.ts';

/** Nothing to see: zero width, joiners, direction marks, soft hyphens, choices of form, the frame of a keycap. */
const unseen = String.raw`\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20e3\ufe00-\ufe0f\ufeff\u{e0000}-\u{e01ef}`;
/** What is left out where people write without care: Hebrew points, Arabic vowel marks and the stroke that stretches a word. */
const pointing = String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed`;
const invisible = new RegExp(`[${unseen}${pointing}]`, 'gu');
const accents = /[\u0300-\u036f]/g;
/** Scripts whose accented letters are typed without; elsewhere a letter with its mark is another letter. */
const accentsLeftOut = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
const foreignLetter = /[^\x00-\x7f]/gu;
const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‐': '-',
  '‑': '-',
  '™': ' ',
  '℠': ' ',
  // Letters that have no form with a mark of their own, as people type them.
  İ: 'I',
  ı: 'i',
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
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  // Which of the small sigmas it is says only where the word ends; a capital would become either.
  Σ: 'σ',
  ς: 'σ',
  ё: 'е',
  Ё: 'Е',
  // Letters that Arabic and Persian writers take for one another, and figures of both.
  ...pairs('أإآٱىیکة', 'ااااييكه'),
  ...pairs('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...pairs('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
};
/**
 * Scripts without spaces between words, or with words that merge with what follows, as Korean nouns do with their particles:
 * each letter is a word of its own, and what is looked for a row of them.
 */
const unspacedLetter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]`;
const unspaced = new RegExp(unspacedLetter, 'gu');
const spaceWithin = new RegExp(`(?<=${unspacedLetter}) +(?=${unspacedLetter})`, 'gu');

/**
 * Folds a letter that is not plain, with the marks after it.
 *
 * @example foldLetters('\uFB01') // 'fi'
 */
export function foldLetters(piece: string): string {
  const before = known.get(piece);
  if (before !== undefined) return before;
  const folded = foldUnknown(piece);
  if (known.size >= mostKnown) known.clear();
  if (piece.length <= longestKnown) known.set(piece, folded);
  return folded;
}

/** A text has few different letters: each is looked at once. */
const known = new Map<string, string>();
const mostKnown = 20_000;
/** Code units; a letter with more marks than this is only meant to do harm. */
const longestKnown = 8;

function foldUnknown(piece: string): string {
  if (startsEmoji(piece)) return foldEmoji(piece);
  const seen = piece.replaceAll(invisible, '');
  const sign = signs[seen];
  if (sign !== undefined) return sign;
  const bare = seen.normalize('NFKD').replaceAll(accentsLeftOut, '');
  // Put together again, for in other scripts a letter with its mark is another letter.
  const whole = bare.normalize('NFKC').replaceAll(invisible, '').replaceAll(accents, '');
  // Ǽ is an Æ, and what that is typed as, once its accent is gone.
  return whole.replaceAll(foreignLetter, (letter) => signs[letter] ?? letter).replaceAll(unspaced, ' $& ');
}

/**
 * Words of the index as people write them: emoji, and letters without the spaces that only the index puts between them.
 *
 * @example asWritten('계 약 서 notice') // '계약서 notice'
 */
export function asWritten(words: string): string {
  return unfoldEmoji(words).replaceAll(spaceWithin, '');
}

function pairs(from: string, to: string): Record<string, string> {
  const plain = Array.from(to);
  return Object.fromEntries(Array.from(from, (letter, i) => [letter, plain[i]!]));
}
