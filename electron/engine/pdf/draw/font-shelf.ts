import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

/** `mono`: every letter as wide as the next, for texts whose columns are made of spaces. */
export type Weight = 'regular' | 'bold' | 'mono';
export type FontFace = fontkit.Font;

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

/** Shaped runs kept; wrapping measures the same beginnings again and again. */
const maxShaped = 20_000;

/** U+25A1: what stands, visibly, for a character no font has. */
export const missingBox = '□';

/** The bundled fonts, read when first needed and kept. */
export class FontShelf {
  readonly #folder: string;
  readonly #faces = new Map<string, FontFace>();
  readonly #shaped = new Map<string, readonly fontkit.Glyph[]>();
  readonly #choices = new Map<string, string | null>();

  /** @param folder where assets/fonts stands */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The face of a name in this folder, without its ending. */
  face(name: string): FontFace {
    let face = this.#faces.get(name);
    if (!face) {
      const opened = fontkit.create(readFileSync(join(this.#folder, `${name}.ttf`)));
      if (!('layout' in opened)) throw new Error(`${name} is a font collection`);
      face = opened;
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
   * The glyphs of a run of text, shaped for its script. ASCII is set letter by letter: these faces neither join nor replace its
   * letters, and an index of thousands of rows is mostly that.
   */
  shape(face: string, text: string): readonly fontkit.Glyph[] {
    if (/^[\x20-\x7e]{2,}$/.test(text)) return [...text].flatMap((letter) => this.shape(face, letter));
    const key = `${face} ${text}`;
    let glyphs = this.#shaped.get(key);
    if (!glyphs) {
      if (this.#shaped.size > maxShaped) this.#shaped.clear();
      this.#shaped.set(key, (glyphs = this.face(face).layout(text).glyphs));
    }
    return glyphs;
  }

  hasCharacter(face: string, codePoint: number): boolean {
    return this.face(face).hasGlyphForCodePoint(codePoint);
  }
}
