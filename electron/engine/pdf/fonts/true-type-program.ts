import { CharacterMap } from './character-map.ts';
import { FontBytes, FontUnreadable, type FontProgram } from './font-program.ts';

interface CharacterTable {
  readonly platform: number;
  readonly encoding: number;
  readonly offset: number;
}

const maxTables = 64;
const maxCharacterTables = 64;

/** An embedded font with TrueType outlines, or an OpenType font around other ones (OpenType 1.9). */
export class TrueTypeProgram implements FontProgram {
  protected readonly data: FontBytes;
  readonly #tables = new Map<string, { readonly offset: number; readonly length: number }>();
  protected readonly perEm: number;
  /** Glyphs with a width of their own in `hmtx`; those after them have the last one's. */
  protected readonly longMetrics: number;
  readonly #characterTables: readonly CharacterTable[];
  readonly glyphs: number;

  /** @throws FontUnreadable when a table that widths need is missing */
  constructor(bytes: Uint8Array) {
    const data = new FontBytes(bytes);
    this.data = data;
    if (data.text(0, 4) === 'ttcf') throw new FontUnreadable('it is a collection of fonts');
    const count = Math.min(maxTables, data.uint16(4));
    for (let i = 0; i < count; i += 1) {
      const entry = 12 + 16 * i;
      const offset = data.uint32(entry + 8);
      this.#tables.set(data.text(entry, 4), { offset, length: data.uint32(entry + 12) });
    }
    this.perEm = data.uint16(this.tableAt('head') + 18);
    this.longMetrics = data.uint16(this.tableAt('hhea') + 34);
    this.glyphs = data.uint16(this.tableAt('maxp') + 4);
    if (this.perEm === 0 || this.longMetrics === 0) throw new FontUnreadable('it has no measures');
    this.#characterTables = this.#readCharacterTables();
  }

  /** How many tables of characters it has. */
  get characterTables(): number {
    return this.#characterTables.length;
  }

  /** The bytes of a table; null where it has none of that name. */
  table(tag: string): Uint8Array | null {
    const table = this.#tables.get(tag);
    return table ? this.data.bytes.subarray(table.offset, table.offset + table.length) : null;
  }

  widthsOf(glyph: number): readonly number[] | null {
    if (glyph >= this.glyphs) return null;
    const at = this.tableAt('hmtx') + 4 * Math.min(glyph, this.longMetrics - 1);
    return [(this.data.uint16(at) * 1_000) / this.perEm];
  }

  /** Its table of characters for a platform and encoding; null where it has none. */
  charactersOf(platform: number, encoding: number): CharacterMap | null {
    const table = this.#characterTables.find(
      (each) => each.platform === platform && each.encoding === encoding,
    );
    return table ? new CharacterMap(this.data, table.offset) : null;
  }

  /** Where a table stands. @throws FontUnreadable where it has none of that name */
  protected tableAt(tag: string): number {
    const table = this.#tables.get(tag);
    if (!table) throw new FontUnreadable(`it has no table ${tag}`);
    return table.offset;
  }

  #readCharacterTables(): CharacterTable[] {
    const start = this.#tables.get('cmap')?.offset;
    if (start === undefined) return [];
    const data = this.data;
    const count = Math.min(maxCharacterTables, data.uint16(start + 2));
    return Array.from({ length: count }, (_, i) => ({
      platform: data.uint16(start + 4 + 8 * i),
      encoding: data.uint16(start + 6 + 8 * i),
      offset: start + data.uint32(start + 8 + 8 * i),
    }));
  }
}
