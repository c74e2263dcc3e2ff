import { zlibSync } from 'fflate';
import { utf16 } from '../assemble/output/pdf-output.ts';
import type { Glyph, TrueTypeFace } from './fonts/true-type-face.ts';
import { TrueTypeSubset } from './fonts/true-type-subset.ts';

/** Where a drawn thing's objects go: an object number for each, then its bytes. */
export interface ObjectSink {
  allocate(): number;
  writeObject(id: number, body: string): void;
  writeStream(id: number, entries: string, body: Uint8Array): void;
}

/** Packing costs a millisecond however little there is: a sheet of a few words stays as it is. */
const worthDeflating = 2_048;

/** The glyphs of one face that a document uses, embedded as a composite font (ISO 32000-1 §9.7). */
export class FontSubset {
  readonly #face: TrueTypeFace;
  readonly #subset: TrueTypeSubset;
  readonly #glyphs: Glyph[] = [];
  /** What stands in a string for a glyph of the face, by its number there. */
  readonly #codes: string[] = [];
  readonly #perUnit: number;
  /** Object number of the font, fixed before its glyphs are known so that pages can name it. */
  readonly id: number;

  constructor(face: TrueTypeFace, id: number) {
    this.#face = face;
    this.#subset = new TrueTypeSubset(face);
    this.#perUnit = 1000 / face.measures.unitsPerEm;
    this.id = id;
  }

  /** Shaped glyphs of this face as the operand of Tj, in hexadecimal glyph numbers. */
  encode(glyphs: readonly Glyph[]): string {
    let codes = '';
    for (const glyph of glyphs) codes += this.#codes[glyph.id] ?? this.#include(glyph);
    return `<${codes}>`;
  }

  #include(glyph: Glyph): string {
    const id = this.#subset.include(glyph.id);
    this.#glyphs[id] ??= glyph;
    return (this.#codes[glyph.id] = hex(id));
  }

  /** Writes the font's objects; nothing can be encoded afterwards. */
  write(sink: ObjectSink): void {
    const [cidFont, descriptor, file, toUnicode] = [
      sink.allocate(),
      sink.allocate(),
      sink.allocate(),
      sink.allocate(),
    ];
    // A subset's name begins with six capitals (§9.6.4); the font's own number keeps two of one face apart.
    const name = `${subsetTag(this.id)}+${this.#face.postscriptName}`;
    sink.writeObject(
      this.id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${cidFont} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
    );
    sink.writeObject(
      cidFont,
      `<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 0/W[0[${this.#widths()}]]>>`,
    );
    const { bbox, ascent, descent, capHeight, italicAngle } = this.#face.measures;
    const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((n) => this.#thousandths(n)).join(' ');
    sink.writeObject(
      descriptor,
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle ${italicAngle}/Ascent ${this.#thousandths(ascent)}/Descent ${this.#thousandths(descent)}/CapHeight ${this.#thousandths(capHeight || ascent)}/StemV 80/FontFile2 ${file} 0 R>>`,
    );
    const bytes = this.#subset.encode();
    writeDeflated(sink, file, `/Length1 ${bytes.length}`, bytes);
    writeDeflated(sink, toUnicode, '', Buffer.from(this.#unicodeMap(), 'latin1'));
  }

  #thousandths(units: number): number {
    return Math.round(units * this.#perUnit);
  }

  #widths(): string {
    return Array.from(this.#glyphs, (glyph) => (glyph ? this.#thousandths(glyph.advanceWidth) : 0)).join(' ');
  }

  /**
   * What a glyph is read as. The face remembers a letter that it first met as a part of another (the U of Ü, when that was
   * embedded) as one without characters, for every later document.
   */
  #codePointsOf(glyph: Glyph): readonly number[] {
    if (glyph.codePoints.length > 0) return glyph.codePoints;
    const own = this.#face.codePointOf(glyph.id);
    return own === null ? [] : [own];
  }

  #unicodeMap(): string {
    const rows = this.#glyphs.flatMap((glyph, id) => {
      const codePoints = id === 0 || !glyph ? [] : this.#codePointsOf(glyph);
      return codePoints.length === 0 ? [] : [`<${hex(id)}><${utf16(String.fromCodePoint(...codePoints))}>`];
    });
    const blocks: string[] = [];
    for (let i = 0; i < rows.length; i += 100) {
      const block = rows.slice(i, i + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
  }
}

/**
 * Writes a stream compressed by the same code on every machine: the runtime's own zlib gives other bytes from one version
 * or processor to the next, and two builds must be equal.
 */
export function writeDeflated(sink: ObjectSink, id: number, entries: string, bytes: Uint8Array): void {
  if (bytes.length < worthDeflating) return sink.writeStream(id, entries, bytes);
  sink.writeStream(id, `/Filter/FlateDecode${entries}`, zlibSync(bytes));
}

function subsetTag(id: number): string {
  let tag = '';
  for (let rest = id, i = 0; i < 6; i += 1, rest = Math.floor(rest / 26))
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
  return tag;
}

const hex = (n: number) => n.toString(16).padStart(4, '0');
