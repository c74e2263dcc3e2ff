import type { CharacterMap } from '../../fonts/character-map.ts';
import { FontUnreadable } from '../../fonts/font-program.ts';
import { TrueTypeProgram } from '../../fonts/true-type-program.ts';
import { loadFontkit } from './load-fontkit.ts';

/** A glyph of a face. */
export interface Glyph {
  readonly id: number;
  /** What it was met as; empty for one that was only met as a part of another. */
  readonly codePoints: readonly number[];
  /** In units of the face. */
  readonly advanceWidth: number;
}

/** How a face presents itself, in its own units. */
export interface FaceMeasures {
  readonly unitsPerEm: number;
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly ascent: number;
  readonly descent: number;
  /** 0 where the face does not tell. */
  readonly capHeight: number;
  /** Degrees from upright, counter-clockwise. */
  readonly italicAngle: number;
}

interface Shaper {
  layout(
    text: string,
    features: Readonly<Record<string, boolean>>,
    script: undefined,
    language: undefined,
    direction: 'ltr' | 'rtl',
  ): { readonly glyphs: readonly Glyph[]; readonly positions: readonly { readonly xAdvance: number }[] };
}

const postScriptName = 6;

/** Platform and encoding of the subtables that map Unicode, the fullest first (OpenType 1.9 `cmap`). */
const unicodeTables = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
] as const;

/**
 * A TrueType font with outlines of its own (OpenType 1.9: `glyf`, not CFF): what is needed to set plain text and to embed glyphs is
 * read from its tables where they lie; fontkit is asked only where a script has rules for shaping.
 */
export class TrueTypeFace extends TrueTypeProgram {
  readonly #bytes: Uint8Array;
  readonly #known: Glyph[] = [];
  readonly #map: CharacterMap;
  readonly hasLongOffsets: boolean;
  #shaper: Shaper | null = null;
  readonly measures: FaceMeasures;
  readonly postscriptName: string;

  /** @throws FontUnreadable when it lacks a table that every such font has, or maps no Unicode characters */
  constructor(bytes: Uint8Array) {
    super(bytes);
    this.#bytes = bytes;
    const { data } = this;
    const head = this.tableAt('head');
    const hhea = this.tableAt('hhea');
    this.hasLongOffsets = data.int16(head + 50) === 1;
    this.#map = this.#unicodeMap();
    this.measures = {
      unitsPerEm: this.perEm,
      bbox: {
        minX: data.int16(head + 36),
        minY: data.int16(head + 38),
        maxX: data.int16(head + 40),
        maxY: data.int16(head + 42),
      },
      ascent: data.int16(hhea + 4),
      descent: data.int16(hhea + 6),
      capHeight: this.#capHeight(),
      italicAngle: data.int32(this.tableAt('post') + 4) / 65_536,
    };
    this.postscriptName = this.#name(postScriptName);
  }

  hasGlyphForCodePoint(codePoint: number): boolean {
    return this.#map.glyphOf(codePoint) !== 0;
  }

  /** The glyph of a character alone; the one for missing characters where there is none. */
  glyphForCodePoint(codePoint: number): Glyph {
    return this.glyph(this.#map.glyphOf(codePoint), [codePoint]);
  }

  /** A glyph by its number: the same one each time, with the characters it was first met as. */
  glyph(id: number, codePoints: readonly number[] = []): Glyph {
    return (this.#known[id] ??= { id, codePoints, advanceWidth: this.metricsOf(id).advance });
  }

  /** The first character that is drawn with a glyph; null for none. */
  codePointOf(id: number): number | null {
    return this.#map.characterOf(id);
  }

  /**
   * Glyphs of a run of text in one script and direction, shaped by the face's rules, in visual order.
   *
   * @param isRightToLeft how it runs, which its script does not tell: Arabic digits run from left to right
   */
  layout(text: string, isRightToLeft: boolean): { readonly glyphs: readonly Glyph[] } {
    if (!this.#shaper) {
      const opened = loadFontkit().create(
        Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength),
      );
      if (!('layout' in opened)) throw new Error(`${this.postscriptName} is a font collection`);
      this.#shaper = opened;
    }
    const { glyphs, positions } = layOut(this.#shaper, text, isRightToLeft ? 'rtl' : 'ltr');
    const space = this.#map.glyphOf(0x20);
    // A joiner, which only decides how letters join, comes back as a space without width.
    const shown = glyphs.filter(({ id }, at) => id !== space || positions[at]!.xAdvance !== 0);
    return { glyphs: shown.map(({ id, codePoints }) => this.glyph(id, codePoints)) };
  }

  /** Advance width and left side bearing of a glyph: those after the last of `hmtx` have its advance. */
  metricsOf(id: number): { readonly advance: number; readonly bearing: number } {
    const hmtx = this.tableAt('hmtx');
    const last = this.longMetrics - 1;
    const at = id <= last ? 4 * id + 2 : 4 * this.longMetrics + 2 * (id - this.longMetrics);
    return {
      advance: this.data.uint16(hmtx + 4 * Math.min(id, last)),
      bearing: at + 2 <= this.table('hmtx')!.length ? this.data.int16(hmtx + at) : 0,
    };
  }

  /** The outline of a glyph as it stands in `glyf`; empty for a space. */
  outlineOf(id: number): Uint8Array {
    const loca = this.tableAt('loca');
    const offset = (at: number) =>
      this.hasLongOffsets ? this.data.uint32(loca + 4 * at) : 2 * this.data.uint16(loca + 2 * at);
    return this.table('glyf')!.subarray(offset(id), offset(id + 1));
  }

  #unicodeMap(): CharacterMap {
    for (const [platform, encoding] of unicodeTables) {
      const map = this.charactersOf(platform, encoding);
      if (map) return map;
    }
    throw new FontUnreadable('it maps no Unicode characters');
  }

  #capHeight(): number {
    if (this.table('OS/2') === null) return 0;
    const os2 = this.tableAt('OS/2');
    return this.data.uint16(os2) >= 2 ? this.data.int16(os2 + 88) : 0;
  }

  /** A name the font has for itself: of letters that all encodings share. */
  #name(id: number): string {
    const { data } = this;
    const table = this.tableAt('name');
    const count = data.uint16(table + 2);
    const strings = table + data.uint16(table + 4);
    for (let i = 0; i < count; i += 1) {
      const record = table + 6 + 12 * i;
      if (data.uint16(record + 6) !== id) continue;
      // UTF-16 as Windows has it, or one byte a letter.
      return data.text(strings + data.uint16(record + 10), data.uint16(record + 8)).replaceAll('\0', '');
    }
    throw new FontUnreadable('it has no name');
  }
}

/**
 * fontkit fails over a mark on a letter for which the face names no place. Which glyphs there are does not depend on their places, so
 * then it does without those.
 */
function layOut(shaper: Shaper, text: string, direction: 'ltr' | 'rtl'): ReturnType<Shaper['layout']> {
  try {
    return shaper.layout(text, {}, undefined, undefined, direction);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return shaper.layout(text, { mark: false, mkmk: false }, undefined, undefined, direction);
  }
}
