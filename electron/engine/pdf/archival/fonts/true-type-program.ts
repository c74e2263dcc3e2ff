import { FontBytes, FontUnreadable, type FontProgram } from './font-program.ts';

/** The glyph of a character; 0 where there is none. */
type GlyphOf = (character: number) => number;

interface CharacterTable {
  readonly platform: number;
  readonly encoding: number;
  readonly offset: number;
}

const maxTables = 64;
const maxCharacterTables = 64;

/** An embedded font with TrueType outlines, or an OpenType font around other ones (OpenType 1.9). */
export class TrueTypeProgram implements FontProgram {
  readonly #data: FontBytes;
  readonly #tables = new Map<string, { readonly offset: number; readonly length: number }>();
  readonly #perEm: number;
  readonly #longMetrics: number;
  readonly #characterTables: readonly CharacterTable[];
  readonly glyphs: number;

  /** @throws FontUnreadable when a table that widths need is missing */
  constructor(bytes: Uint8Array) {
    const data = new FontBytes(bytes);
    this.#data = data;
    if (data.text(0, 4) === 'ttcf') throw new FontUnreadable('it is a collection of fonts');
    const count = Math.min(maxTables, data.uint16(4));
    for (let i = 0; i < count; i += 1) {
      const entry = 12 + 16 * i;
      const offset = data.uint32(entry + 8);
      this.#tables.set(data.text(entry, 4), { offset, length: data.uint32(entry + 12) });
    }
    this.#perEm = data.uint16(this.#at('head') + 18);
    this.#longMetrics = data.uint16(this.#at('hhea') + 34);
    this.glyphs = data.uint16(this.#at('maxp') + 4);
    if (this.#perEm === 0 || this.#longMetrics === 0) throw new FontUnreadable('it has no measures');
    this.#characterTables = this.#readCharacterTables();
  }

  /** How many tables of characters it has. */
  get characterTables(): number {
    return this.#characterTables.length;
  }

  /** The bytes of a table; null where it has none of that name. */
  table(tag: string): Uint8Array | null {
    const table = this.#tables.get(tag);
    return table ? this.#data.bytes.subarray(table.offset, table.offset + table.length) : null;
  }

  widthsOf(glyph: number): readonly number[] | null {
    if (glyph >= this.glyphs) return null;
    const at = this.#at('hmtx') + 4 * Math.min(glyph, this.#longMetrics - 1);
    return [(this.#data.uint16(at) * 1_000) / this.#perEm];
  }

  /** Its table of characters for a platform and encoding; null where it has none. */
  charactersOf(platform: number, encoding: number): GlyphOf | null {
    const table = this.#characterTables.find(
      (each) => each.platform === platform && each.encoding === encoding,
    );
    return table ? this.#lookUp(table.offset) : null;
  }

  #at(tag: string): number {
    const table = this.#tables.get(tag);
    if (!table) throw new FontUnreadable(`it has no table ${tag}`);
    return table.offset;
  }

  #readCharacterTables(): CharacterTable[] {
    const start = this.#tables.get('cmap')?.offset;
    if (start === undefined) return [];
    const data = this.#data;
    const count = Math.min(maxCharacterTables, data.uint16(start + 2));
    return Array.from({ length: count }, (_, i) => ({
      platform: data.uint16(start + 4 + 8 * i),
      encoding: data.uint16(start + 6 + 8 * i),
      offset: start + data.uint32(start + 8 + 8 * i),
    }));
  }

  #lookUp(at: number): GlyphOf {
    const data = this.#data;
    switch (data.uint16(at)) {
      case 0:
        return (character) => (character < 256 ? data.uint8(at + 6 + character) : 0);
      case 4:
        return this.#segments(at);
      case 6: {
        const [first, count] = [data.uint16(at + 6), data.uint16(at + 8)];
        return (character) =>
          character >= first && character < first + count
            ? data.uint16(at + 10 + 2 * (character - first))
            : 0;
      }
      default:
        throw new FontUnreadable('its table of characters has a form that is not read');
    }
  }

  #segments(at: number): GlyphOf {
    const data = this.#data;
    const doubled = data.uint16(at + 6);
    const [ends, starts] = [at + 14, at + 16 + doubled];
    const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
    return (character) => {
      if (character > 0xffff) return 0;
      for (let i = 0; i < doubled; i += 2) {
        if (data.uint16(ends + i) < character) continue;
        const start = data.uint16(starts + i);
        if (start > character) return 0;
        const offset = data.uint16(offsets + i);
        if (offset === 0) return (character + data.uint16(deltas + i)) & 0xffff;
        const glyph = data.uint16(offsets + i + offset + 2 * (character - start));
        return glyph === 0 ? 0 : (glyph + data.uint16(deltas + i)) & 0xffff;
      }
      return 0;
    };
  }
}
