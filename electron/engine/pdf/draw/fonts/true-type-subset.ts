import type { TrueTypeFace } from './true-type-face.ts';

/** Bits of a composite glyph's components (OpenType 1.9 `glyf`). */
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const hasMore = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

/** Some glyphs of a face as a font file of its own, with the tables that PDF asks for (ISO 32000-1 §9.9), in the order they are met. */
export class TrueTypeSubset {
  readonly #face: TrueTypeFace;
  /** Numbers in the face, by number in the subset; the glyph for missing characters is always there. */
  readonly #glyphs: number[] = [0];
  readonly #numbers = new Map<number, number>([[0, 0]]);

  constructor(face: TrueTypeFace) {
    this.#face = face;
  }

  /** The number a glyph of the face has in the subset. */
  include(glyph: number): number {
    let number = this.#numbers.get(glyph);
    if (number === undefined) {
      number = this.#glyphs.length;
      this.#numbers.set(glyph, number);
      this.#glyphs.push(glyph);
    }
    return number;
  }

  /** The font file. Parts of included glyphs are included too. */
  encode(): Uint8Array {
    const outlines: Uint8Array[] = [];
    // It grows as parts are met.
    for (let i = 0; i < this.#glyphs.length; i += 1) {
      this.#face.glyph(this.#glyphs[i]!);
      outlines.push(this.#renumbered(this.#face.outlineOf(this.#glyphs[i]!)));
    }
    const count = outlines.length;
    return fontFile({
      head: copy(this.#face.table('head')!, 54),
      hhea: withUint16(copy(this.#face.table('hhea')!, 36), 34, count),
      loca: this.#offsets(outlines),
      maxp: withUint16(copy(this.#face.table('maxp')!, 32), 4, count),
      'cvt ': this.#face.table('cvt '),
      prep: this.#face.table('prep'),
      glyf: Buffer.concat(outlines),
      hmtx: this.#metrics(),
      fpgm: this.#face.table('fpgm'),
    });
  }

  /** A composite glyph names its parts by their numbers in the subset. */
  #renumbered(outline: Uint8Array): Uint8Array {
    if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
    const renumbered = copy(outline, outline.length);
    const data = viewOf(renumbered);
    for (let at = 10, flags = hasMore; flags & hasMore;) {
      flags = data.getUint16(at);
      data.setUint16(at + 2, this.include(data.getUint16(at + 2)));
      at += flags & argumentsAreWords ? 8 : 6;
      at += flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0;
    }
    return renumbered;
  }

  #offsets(outlines: readonly Uint8Array[]): Uint8Array {
    const { hasLongOffsets } = this.#face;
    const table = new Uint8Array((outlines.length + 1) * (hasLongOffsets ? 4 : 2));
    const data = viewOf(table);
    let offset = 0;
    for (let i = 0; i <= outlines.length; i += 1) {
      if (hasLongOffsets) data.setUint32(4 * i, offset);
      else data.setUint16(2 * i, offset / 2);
      offset += outlines[i]?.length ?? 0;
    }
    return table;
  }

  #metrics(): Uint8Array {
    const table = new Uint8Array(4 * this.#glyphs.length);
    const data = viewOf(table);
    for (const [i, glyph] of this.#glyphs.entries()) {
      const { advance, bearing } = this.#face.metricsOf(glyph);
      data.setUint16(4 * i, advance);
      data.setInt16(4 * i + 2, bearing);
    }
    return table;
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const copy = (bytes: Uint8Array, length: number) => new Uint8Array(bytes.subarray(0, length));

function withUint16(table: Uint8Array, at: number, value: number): Uint8Array {
  viewOf(table).setUint16(at, value);
  return table;
}

/** Tables one after the other, after a directory of them. Readers of embedded fonts need no checksums. */
function fontFile(tables: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const present = Object.entries(tables).flatMap(([tag, bytes]) => (bytes ? [{ tag, bytes }] : []));
  const directory = Buffer.alloc(12 + 16 * present.length);
  directory.write('true', 0, 'latin1');
  directory.writeUInt16BE(present.length, 4);
  const exponent = Math.floor(Math.log2(present.length));
  directory.writeUInt16BE(16 * 2 ** exponent, 6);
  directory.writeUInt16BE(exponent, 8);
  directory.writeUInt16BE(16 * present.length - 16 * 2 ** exponent, 10);
  let offset = directory.length;
  for (const [i, { tag, bytes }] of present.entries()) {
    const entry = 12 + 16 * i;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    offset += bytes.length;
  }
  return Buffer.concat([directory, ...present.map(({ bytes }) => bytes)]);
}
