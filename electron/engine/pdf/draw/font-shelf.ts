import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TrueTypeFace, type Glyph } from './fonts/true-type-face.ts';

/** `mono`: every letter as wide as the next, for texts whose columns are made of spaces. */
export type Weight = 'regular' | 'bold' | 'mono';

/** Latin, Greek and Cyrillic by weight first; then a face per script; last, the wide ones. */
const faces: Readonly<Record<Weight, readonly string[]>> = {
  regular: ['LiberationSans-Regular', 'NotoSans-Regular'],
  bold: ['LiberationSans-Bold', 'NotoSans-Regular'],
  mono: ['DejaVuSansMono', 'NotoSans-Regular'],
};
const scriptFaces = [
  'NotoNaskhArabic',
  'NotoSansHebrew',
  'NotoSansArmenian',
  'NotoSansGeorgian',
  'NotoSansDevanagari',
  'NotoSansBengali',
  'NotoSansGujarati',
  'NotoSansGurmukhi',
  'NotoSansTamil',
  'NotoSansTelugu',
  'NotoSansKannada',
  'NotoSansMalayalam',
  'NotoSansSinhala',
  'NotoSansThai',
  'NotoSansLao',
  'NotoSansKhmer',
  'NotoSansMyanmar',
  'NotoSansEthiopic',
].map((name) => `${name}-Regular`);
const wideFaces = ['DejaVuSans', 'DroidSansFallbackFull', 'NanumGothic'];

/**
 * Letters and signs of European languages without combining marks. In the faces that come first, none of them is joined with or
 * replaced by another, so each is its own glyph, whatever stands beside it.
 */
const plainText = /^[\x20-\x7e\xa0-\xac\xae-\u017f\u2013-\u2026\u20ac\u2122]+$/;
const ascii = /^[\x20-\x7e]{2,}$/;
const plainFaces: ReadonlySet<string> = new Set(Object.values(faces).map(([first]) => first!));

/** Shaped runs kept; wrapping measures the same beginnings again and again. */
const maxShaped = 20_000;

interface RunWidths {
  readonly perSize: number;
  readonly byGlyph: number[];
}

/** The bundled fonts, read when first needed and kept. */
export class FontShelf {
  readonly #folder: string;
  readonly #faces = new Map<string, TrueTypeFace>();
  readonly #shaped = new Map<string, readonly Glyph[]>();
  readonly #choices = new Map<string, string | null>();
  /** Glyphs of a face's plain letters, by their code. */
  readonly #letters = new Map<string, Glyph[]>();
  readonly #widths = new Map<string, RunWidths>();

  /** @param folder where assets/fonts stands */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The face of a name in this folder, without its ending. */
  face(name: string): TrueTypeFace {
    let face = this.#faces.get(name);
    if (!face) {
      face = new TrueTypeFace(readFileSync(join(this.#folder, `${name}.ttf`)));
      this.#faces.set(name, face);
    }
    return face;
  }

  /** Name of the face that has all of ASCII in a weight. */
  first(weight: Weight): string {
    return faces[weight][0]!;
  }

  /** Name of the first face that has a character; null when none has. */
  choose(codePoint: number, weight: Weight): string | null {
    const key = `${weight} ${codePoint}`;
    let choice = this.#choices.get(key);
    if (choice === undefined) {
      const order = [...faces[weight], ...scriptFaces, ...wideFaces];
      choice = order.find((name) => this.face(name).hasGlyphForCodePoint(codePoint)) ?? null;
      this.#choices.set(key, choice);
    }
    return choice;
  }

  /**
   * The glyphs of a run of text, shaped for its script. Plain text of the first faces is set letter by letter, and so is ASCII of
   * any: to read their rules for shaping takes a fifth of a second, and an index of thousands of rows is mostly that.
   *
   * @param isRightToLeft as for `TrueTypeFace.layout`; only of text that has letters from right to left
   */
  shape(face: string, text: string, isRightToLeft: boolean): readonly Glyph[] {
    if (plainFaces.has(face) && plainText.test(text))
      return this.#setLetters(face, text, (code) => this.face(face).glyphForCodePoint(code));
    if (ascii.test(text))
      return this.#setLetters(face, text, (code) => this.shape(face, String.fromCharCode(code), false)[0]!);
    const key = `${face} ${isRightToLeft ? '<' : '>'} ${text}`;
    let glyphs = this.#shaped.get(key);
    if (!glyphs) {
      if (this.#shaped.size > maxShaped) this.#shaped.clear();
      this.#shaped.set(key, (glyphs = this.face(face).layout(text, isRightToLeft).glyphs));
    }
    return glyphs;
  }

  /**
   * How wide a run of text is, of which a line's size is one: shaped glyph after glyph.
   *
   * @returns in units of the face, of which `perSize` make one size
   */
  measure(
    face: string,
    text: string,
    isRightToLeft: boolean,
  ): { readonly units: number; readonly perSize: number } {
    let widths = this.#widths.get(face);
    if (!widths) {
      widths = { perSize: this.face(face).measures.unitsPerEm, byGlyph: [] };
      this.#widths.set(face, widths);
    }
    let units = 0;
    for (const glyph of this.shape(face, text, isRightToLeft))
      units += widths.byGlyph[glyph.id] ??= glyph.advanceWidth;
    return { units, perSize: widths.perSize };
  }

  #setLetters(face: string, text: string, glyphOf: (code: number) => Glyph): Glyph[] {
    let letters = this.#letters.get(face);
    if (!letters) this.#letters.set(face, (letters = []));
    const glyphs: Glyph[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      glyphs.push((letters[code] ??= glyphOf(code)));
    }
    return glyphs;
  }

  hasCharacter(face: string, codePoint: number): boolean {
    return this.face(face).hasGlyphForCodePoint(codePoint);
  }
}

const shelves = new Map<string, FontShelf>();

/** The shelf of a folder, the same for the life of the thread: its fonts are warm from the second time on. */
export function warmShelf(folder: string): FontShelf {
  let shelf = shelves.get(folder);
  if (!shelf) shelves.set(folder, (shelf = new FontShelf(folder)));
  return shelf;
}
