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

interface RunWidths {
  readonly perSize: number;
  readonly byGlyph: number[];
}

/** The bundled fonts, read when first needed and kept. */
export class FontShelf {
  readonly #folder: string;
  readonly #faces = new Map<string, FontFace>();
  readonly #shaped = new Map<string, readonly fontkit.Glyph[]>();
  readonly #choices = new Map<string, string | null>();
  /** Glyphs of a face's ASCII letters, by their code. */
  readonly #letters = new Map<string, fontkit.Glyph[]>();
  readonly #widths = new Map<string, RunWidths>();

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
    if (/^[\x20-\x7e]{2,}$/.test(text)) return this.#shapeLetters(face, text);
    const key = `${face} ${text}`;
    let glyphs = this.#shaped.get(key);
    if (!glyphs) {
      if (this.#shaped.size > maxShaped) this.#shaped.clear();
      this.#shaped.set(key, (glyphs = this.face(face).layout(text).glyphs));
    }
    return glyphs;
  }

  /**
   * How wide a run of text is, of which a line's size is one: shaped glyph after glyph.
   *
   * @returns in units of the face, of which `perSize` make one size
   */
  measure(face: string, text: string): { readonly units: number; readonly perSize: number } {
    let widths = this.#widths.get(face);
    if (!widths) {
      widths = { perSize: this.face(face).unitsPerEm, byGlyph: [] };
      this.#widths.set(face, widths);
    }
    let units = 0;
    for (const glyph of this.shape(face, text)) units += widths.byGlyph[glyph.id] ??= glyph.advanceWidth;
    return { units, perSize: widths.perSize };
  }

  #shapeLetters(face: string, text: string): fontkit.Glyph[] {
    let letters = this.#letters.get(face);
    if (!letters) this.#letters.set(face, (letters = []));
    const glyphs: fontkit.Glyph[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      glyphs.push((letters[code] ??= this.shape(face, text[i]!)[0]!));
    }
    return glyphs;
  }

  hasCharacter(face: string, codePoint: number): boolean {
    return this.face(face).hasGlyphForCodePoint(codePoint);
  }
}
