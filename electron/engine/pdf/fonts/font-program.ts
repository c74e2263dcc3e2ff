/** Bytes of an embedded font that do not say what is asked of them. */
export class FontUnreadable extends Error {}

/** An embedded font as far as its glyphs and their widths go. Glyphs are told apart by number. */
export interface FontProgram {
  readonly glyphs: number;
  /**
   * Width in thousandths of the font's size; null when it has no such glyph. Where a part of it is no whole number, also as it is for
   * programs that cut that part to one.
   *
   * @throws FontUnreadable
   */
  widthsOf(glyph: number): readonly number[] | null;
}

/** One whose glyphs have names: Type 1, and CFF without CIDs. */
export interface NamedFontProgram extends FontProgram {
  /** Number of the glyph with a name; null when there is none. */
  glyphNamed(name: string): number | null;
  /** Name by code, as the font itself has it. */
  readonly encoding: readonly (string | undefined)[];
}

/** Reads numbers of a font, none of them past its end. */
export class FontBytes {
  readonly #data: DataView;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** @throws FontUnreadable past the end, as do all methods that read numbers */
  uint8(at: number): number {
    this.#expect(at, 1);
    return this.#data.getUint8(at);
  }

  uint16(at: number): number {
    this.#expect(at, 2);
    return this.#data.getUint16(at);
  }

  int16(at: number): number {
    this.#expect(at, 2);
    return this.#data.getInt16(at);
  }

  uint32(at: number): number {
    this.#expect(at, 4);
    return this.#data.getUint32(at);
  }

  int32(at: number): number {
    this.#expect(at, 4);
    return this.#data.getInt32(at);
  }

  text(at: number, length: number): string {
    this.#expect(at, length);
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + at, length).toString('latin1');
  }

  #expect(at: number, length: number): void {
    if (!(at >= 0 && at + length <= this.bytes.length)) throw new FontUnreadable('it ends before its time');
  }
}
