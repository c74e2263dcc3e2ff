import type { Sample } from './sample-sheet.ts';

/** A letter as a font shows it. */
export interface LetterShape {
  readonly text: string;
  /** Width by height of its ink, the same in all sizes. */
  readonly ratio: number;
}

/** A word of a page in one font. */
export interface FontWord extends Sample {
  readonly font: string;
  /** Of each of its letters. */
  readonly shapes: readonly LetterShape[];
}

/** By how much a ratio differs at most where the shape is the same, in parts of it. */
const sameShape = 0.06;

const isSame = (one: number, other: number) => Math.abs(one - other) <= sameShape * Math.max(one, other);

/**
 * Shapes of letters that fonts were seen to have. A font may name honestly what it shows, and have codes besides that show one letter and
 * name another; both then bear one name and differ in shape.
 */
export class KnownShapes {
  /** By font and letter. */
  readonly #ratios = new Map<string, number[]>();

  /**
   * Words of one font with letters of which it has more than one shape, none of them seen yet; one for each such shape. A letter that is met
   * for the first time, in one shape, is taken for what the font is.
   */
  wordsToTry(words: readonly FontWord[]): FontWord[] {
    const met = new Map<string, { ratio: number; word: FontWord }[]>();
    for (const word of words)
      for (const { text, ratio } of word.shapes) {
        const key = keyOf(word, text);
        const own = met.get(key) ?? [];
        met.set(key, own);
        if (!own.some((other) => isSame(other.ratio, ratio))) own.push({ ratio, word });
      }
    const toTry = new Set<FontWord>();
    for (const [key, own] of met) {
      const known = this.#ratios.get(key);
      if (own.length === 1 && !known) this.#ratios.set(key, [own[0]!.ratio]);
      else
        for (const { ratio, word } of own) if (!known?.some((other) => isSame(other, ratio))) toTry.add(word);
    }
    return [...toTry];
  }

  /** Takes the shapes of words that were recognized as what their font says. */
  believe(words: readonly FontWord[]): void {
    for (const word of words)
      for (const { text, ratio } of word.shapes) {
        const key = keyOf(word, text);
        const known = this.#ratios.get(key) ?? [];
        if (!known.some((other) => isSame(other, ratio))) this.#ratios.set(key, [...known, ratio]);
      }
  }
}

const keyOf = ({ font }: FontWord, text: string) => `${font}\n${text}`;
