export type PassphraseStrength = 'weak' | 'fair' | 'strong';

/** Bits of guessing from which a passphrase counts as fair, and as strong. */
const fairFrom = 45;
const strongFrom = 65;
/** Bits that a word of a phrase is worth: one of some two thousand common ones. */
const bitsOfWord = 11;

/**
 * A rough word on how hard a passphrase is to guess: by its letters, or by its words where it is made of them, whichever says
 * less. A hint for choosing a better one, not a measure.
 *
 * @example strengthOf('late notice window thirty days today') // 'strong'
 */
export function strengthOf(passphrase: string): PassphraseStrength {
  const letters = [...passphrase.normalize('NFC')];
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{Nd}/u, 10],
    [/[^\p{L}\p{Nd}]/u, 20],
  ];
  const alphabet = kinds.reduce((sum, [kind, size]) => sum + (kind.test(passphrase) ? size : 0), 0);
  // A letter that repeats the one before adds nothing, nor does one that follows it in sequence.
  const telling = letters.filter((letter, at) => {
    const before = letters[at - 1]?.codePointAt(0);
    const step = before === undefined ? 2 : (letter.codePointAt(0) ?? 0) - before;
    return Math.abs(step) > 1;
  });
  const byLetters = Math.min(telling.length, 2 * new Set(letters).size) * Math.log2(Math.max(alphabet, 2));
  const wordsOf = new Set(passphrase.toLowerCase().match(/\p{L}{3,}/gu));
  const others = passphrase.replaceAll(/\p{L}{3,}|\s/gu, '');
  const byWords = wordsOf.size * bitsOfWord + new Set(others).size * 5;
  const bits = wordsOf.size > 0 ? Math.min(byLetters, byWords) : byLetters;
  if (bits >= strongFrom) return 'strong';
  return bits >= fairFrom ? 'fair' : 'weak';
}
