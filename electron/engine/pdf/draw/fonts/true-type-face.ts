import { CharacterMap } from './character-map.ts';
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

/**
 * A TrueType font with outlines of its own (OpenType 1.9: `glyf`, not CFF): what is needed to set plain text and to embed glyphs is
 * read from its tables where they lie; fontkit is asked only where a script has rules for shaping.
 */
export class TrueTypeFace {
  readonly #bytes: Uint8Array;
  readonly #data: DataView;
  readonly #tables = new Map<string, { readonly offset: number; readonly length: number }>();
  readonly #glyphs: Glyph[] = [];
  readonly #map: CharacterMap;
  readonly #longMetrics: number;
  readonly #hasLongOffsets: boolean;
  #shaper: Shaper | null = null;
  readonly measures: FaceMeasures;
  readonly postscriptName: string;

  /** @throws Error when it lacks a table that every such font has */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#data = data;
    const tables = data.getUint16(4);
    for (let i = 0; i < tables; i += 1) {
      const entry = 12 + 16 * i;
      this.#tables.set(Buffer.from(bytes.subarray(entry, entry + 4)).toString('latin1'), {
        offset: data.getUint32(entry + 8),
        length: data.getUint32(entry + 12),
      });
    }
    const head = this.#offsetOf('head');
    const hhea = this.#offsetOf('hhea');
    this.#longMetrics = data.getUint16(hhea + 34);
    this.#hasLongOffsets = data.getInt16(head + 50) === 1;
    this.#map = new CharacterMap(data, this.#offsetOf('cmap'));
    this.measures = {
      unitsPerEm: data.getUint16(head + 18),
      bbox: {
        minX: data.getInt16(head + 36),
        minY: data.getInt16(head + 38),
        maxX: data.getInt16(head + 40),
        maxY: data.getInt16(head + 42),
      },
      ascent: data.getInt16(hhea + 4),
      descent: data.getInt16(hhea + 6),
      capHeight: this.#capHeight(),
      italicAngle: data.getInt32(this.#offsetOf('post') + 4) / 65_536,
    };
    this.postscriptName = this.#name(postScriptName);
  }

  /** The bytes of a table; null where the font has none of that name. */
  table(tag: string): Uint8Array | null {
    const table = this.#tables.get(tag);
    return table ? this.#bytes.subarray(table.offset, table.offset + table.length) : null;
  }

  get hasLongOffsets(): boolean {
    return this.#hasLongOffsets;
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
    return (this.#glyphs[id] ??= { id, codePoints, advanceWidth: this.metricsOf(id).advance });
  }

  /** The first character that is drawn with a glyph; null for none. */
  codePointOf(id: number): number | null {
    return this.#map.codePointOf(id);
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
    const hmtx = this.#offsetOf('hmtx');
    const last = this.#longMetrics - 1;
    const advance = this.#data.getUint16(hmtx + 4 * Math.min(id, last));
    const at = id <= last ? 4 * id + 2 : 4 * this.#longMetrics + 2 * (id - this.#longMetrics);
    return {
      advance,
      bearing: at + 2 <= this.#tables.get('hmtx')!.length ? this.#data.getInt16(hmtx + at) : 0,
    };
  }

  /** The outline of a glyph as it stands in `glyf`; empty for a space. */
  outlineOf(id: number): Uint8Array {
    const loca = this.#offsetOf('loca');
    const offset = (at: number) =>
      this.#hasLongOffsets ? this.#data.getUint32(loca + 4 * at) : 2 * this.#data.getUint16(loca + 2 * at);
    const glyf = this.#offsetOf('glyf');
    return this.#bytes.subarray(glyf + offset(id), glyf + offset(id + 1));
  }

  #offsetOf(tag: string): number {
    const table = this.#tables.get(tag);
    if (!table) throw new Error(`the font has no table ${tag}`);
    return table.offset;
  }

  #capHeight(): number {
    const os2 = this.#tables.get('OS/2');
    return os2 && this.#data.getUint16(os2.offset) >= 2 ? this.#data.getInt16(os2.offset + 88) : 0;
  }

  /** A name the font has for itself: of letters that all encodings share. */
  #name(id: number): string {
    const table = this.#offsetOf('name');
    const count = this.#data.getUint16(table + 2);
    const strings = table + this.#data.getUint16(table + 4);
    for (let i = 0; i < count; i += 1) {
      const record = table + 6 + 12 * i;
      if (this.#data.getUint16(record + 6) !== id) continue;
      const start = strings + this.#data.getUint16(record + 10);
      const bytes = this.#bytes.subarray(start, start + this.#data.getUint16(record + 8));
      // UTF-16 as Windows has it, or one byte a letter.
      return Buffer.from(bytes.filter((byte) => byte !== 0)).toString('latin1');
    }
    throw new Error('the font has no name');
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
