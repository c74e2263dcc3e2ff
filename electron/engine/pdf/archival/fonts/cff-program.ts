import { FontBytes, FontUnreadable, type NamedFontProgram } from '../../fonts/font-program.ts';
import { standardEncoding, standardStrings } from './glyph-names.ts';
import { readWidth, type PrivateWidths } from './charstring-width.ts';

/** Where each item of an INDEX begins, and where the last ends. */
interface Index {
  readonly places: readonly number[];
  readonly end: number;
}

type TopDict = ReadonlyMap<number, readonly number[]>;

const operator = {
  charset: 15,
  encoding: 16,
  charStrings: 17,
  private: 18,
  subrs: 19,
  defaultWidth: 20,
  nominalWidth: 21,
  matrix: 0x0c07,
  ros: 0x0c1e,
  fontArray: 0x0c24,
  fontSelect: 0x0c25,
} as const;

const maxGlyphs = 65_536;
const maxOperands = 48;

/** An embedded font in the Compact Font Format (Adobe TN 5176). */
export class CffProgram implements NamedFontProgram {
  readonly #data: FontBytes;
  readonly #strings: Index;
  readonly #globals: Index;
  readonly #charStrings: Index;
  /** The string of each glyph, or its CID. */
  readonly #charset: readonly number[];
  readonly #privates: readonly PrivateWidths[];
  readonly #locals = new Map<number, Index>();
  /** Of each of its parts. */
  readonly #scales: readonly number[];
  readonly #select: (glyph: number) => number;
  readonly #glyphs: ReadonlyMap<number | string, number>;
  readonly encoding: readonly (string | undefined)[];
  /** Whether its glyphs are named by CIDs. */
  readonly isKeyed: boolean;

  /** @throws FontUnreadable */
  constructor(bytes: Uint8Array) {
    const data = new FontBytes(bytes);
    this.#data = data;
    const names = this.#index(data.uint8(2));
    const tops = this.#index(names.end);
    this.#strings = this.#index(tops.end);
    this.#globals = this.#index(this.#strings.end);
    const top = this.#dict(tops.places[0], tops.places[1]);
    const at = (key: number) => top.get(key)?.[0] ?? 0;
    this.isKeyed = top.has(operator.ros);
    if (at(operator.charStrings) === 0) throw new FontUnreadable('it has no outlines');
    this.#charStrings = this.#index(at(operator.charStrings));
    this.#charset = this.#readCharset(at(operator.charset));
    const fonts = this.isKeyed ? this.#fontDicts(at(operator.fontArray)) : [top];
    this.#privates = fonts.map((font) => this.#private(font));
    this.#select = this.isKeyed ? this.#fontSelect(at(operator.fontSelect)) : () => 0;
    this.#scales = fonts.map((font) => scaleOf(top, font));
    this.#glyphs = new Map(
      this.#charset
        .map((name, glyph) => [this.isKeyed ? name : this.#string(name), glyph] as const)
        .toReversed(),
    );
    this.encoding = this.isKeyed ? [] : this.#readEncoding(at(operator.encoding));
  }

  get glyphs(): number {
    return this.#charStrings.places.length - 1;
  }

  glyphNamed(name: string): number | null {
    return this.#glyphs.get(name) ?? null;
  }

  /** Number of the glyph with a CID, in a font by CIDs; of another the CID is the number. */
  glyphOfCid(cid: number): number | null {
    if (!this.isKeyed) return cid < this.glyphs ? cid : null;
    return this.#glyphs.get(cid) ?? null;
  }

  widthsOf(glyph: number): readonly number[] | null {
    const { places } = this.#charStrings;
    if (glyph >= this.glyphs) return null;
    const part = this.#select(glyph);
    const [widths, scale] = [this.#privates[part], this.#scales[part]];
    if (!widths || scale === undefined) throw new FontUnreadable('a glyph belongs to none of its parts');
    const code = this.#data.bytes.subarray(places[glyph], places[glyph + 1]);
    const local = widths.subrs === 0 ? () => null : this.#subroutines(this.#localsAt(widths.subrs));
    const [defaultWidth, nominalWidth] = [Math.trunc(widths.defaultWidth), Math.trunc(widths.nominalWidth)];
    const isWhole = defaultWidth === widths.defaultWidth && nominalWidth === widths.nominalWidth;
    return (isWhole ? [widths] : [widths, { ...widths, defaultWidth, nominalWidth }]).map(
      (read) => readWidth(code, read, local, this.#subroutines(this.#globals)) * scale,
    );
  }

  #subroutines({ places }: Index): (number: number) => Uint8Array | null {
    const count = places.length - 1;
    const bias = count < 1_240 ? 107 : count < 33_900 ? 1_131 : 32_768;
    return (number) => {
      const at = number + bias;
      return at >= 0 && at < count ? this.#data.bytes.subarray(places[at], places[at + 1]) : null;
    };
  }

  /** The subroutines of one of its parts, read once for all its glyphs. */
  #localsAt(start: number): Index {
    const known = this.#locals.get(start) ?? this.#index(start);
    this.#locals.set(start, known);
    return known;
  }

  #index(start: number): Index {
    const data = this.#data;
    const count = data.uint16(start);
    if (count === 0) return { places: [start + 2], end: start + 2 };
    const size = data.uint8(start + 2);
    if (size < 1 || size > 4) throw new FontUnreadable('a list of it is broken');
    const origin = start + 2 + (count + 1) * size;
    const places = Array.from({ length: count + 1 }, (_, i) => {
      let offset = 0;
      for (let k = 0; k < size; k += 1) offset = offset * 256 + data.uint8(start + 3 + i * size + k);
      return origin + offset;
    });
    const end = places[count]!;
    if (end > data.length || places.some((place, i) => i > 0 && place < places[i - 1]!))
      throw new FontUnreadable('a list of it is broken');
    return { places, end };
  }

  #dict(start = 0, end = 0): TopDict {
    const data = this.#data;
    const entries = new Map<number, readonly number[]>();
    let operands: number[] = [];
    for (let at = start; at < end;) {
      const byte = data.uint8(at);
      at += 1;
      if (byte <= 21) {
        const key = byte === 12 ? 0x0c00 + data.uint8(at) : byte;
        at += byte === 12 ? 1 : 0;
        entries.set(key, operands);
        operands = [];
        continue;
      }
      if (operands.length === maxOperands) throw new FontUnreadable('a dictionary of it is broken');
      if (byte === 28) operands.push(data.int16(at));
      else if (byte === 29) operands.push(data.int32(at));
      else if (byte === 30) {
        const real = this.#real(at);
        operands.push(real.value);
        at = real.end;
      } else if (byte <= 246) operands.push(byte - 139);
      else if (byte <= 250) operands.push((byte - 247) * 256 + data.uint8(at) + 108);
      else if (byte <= 254) operands.push(-(byte - 251) * 256 - data.uint8(at) - 108);
      at += byte === 28 ? 2 : byte === 29 ? 4 : byte > 246 && byte < 255 ? 1 : 0;
    }
    return entries;
  }

  /** A number in nibbles. */
  #real(start: number): { readonly value: number; readonly end: number } {
    const signs = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];
    let text = '';
    for (let at = start; at < start + 32; at += 1) {
      const byte = this.#data.uint8(at);
      for (const nibble of [byte >> 4, byte & 15]) {
        if (nibble === 15) {
          // A number without digits is read in more than one way.
          if (text === '' || Number.isNaN(Number(text))) throw new FontUnreadable('a number of it is broken');
          return { value: Number(text), end: at + 1 };
        }
        text += signs[nibble];
      }
    }
    throw new FontUnreadable('a number of it is broken');
  }

  #string(number: number): string {
    const own = number - standardStrings.length;
    if (own < 0) return standardStrings[number]!;
    const { places } = this.#strings;
    const [start, end] = [places[own], places[own + 1]];
    return start === undefined || end === undefined ? '' : this.#data.text(start, end - start);
  }

  #readCharset(at: number): number[] {
    const data = this.#data;
    const { glyphs } = this;
    if (glyphs > maxGlyphs) throw new FontUnreadable('it has too many glyphs');
    const charset = [0];
    // The first of the predefined ones has the standard strings in order; the others hold expert glyphs.
    if (at === 0) return Array.from({ length: glyphs }, (_, i) => i);
    if (at <= 2) throw new FontUnreadable('its glyphs have names that are not read');
    const form = data.uint8(at);
    if (form === 0) {
      while (charset.length < glyphs) charset.push(data.uint16(at - 1 + 2 * charset.length));
      return charset;
    }
    if (form > 2) throw new FontUnreadable('the names of its glyphs are broken');
    for (let place = at + 1; charset.length < glyphs; place += form === 1 ? 3 : 4) {
      const first = data.uint16(place);
      const left = form === 1 ? data.uint8(place + 2) : data.uint16(place + 2);
      for (let i = 0; i <= left && charset.length < glyphs; i += 1) charset.push(first + i);
    }
    return charset;
  }

  #readEncoding(at: number): (string | undefined)[] {
    if (at === 0) return [...standardEncoding];
    if (at === 1) throw new FontUnreadable('its codes are those of expert fonts, which are not read');
    const data = this.#data;
    const names: (string | undefined)[] = Array.from({ length: 256 });
    const form = data.uint8(at);
    const count = data.uint8(at + 1);
    let place = at + 2;
    let glyph = 1;
    const nameOf = (which: number) => this.#string(this.#charset[which] ?? 0);
    if ((form & 127) === 0) {
      for (; glyph <= count; glyph += 1) names[data.uint8(place + glyph - 1)] = nameOf(glyph);
      place += count;
    } else {
      for (let i = 0; i < count; i += 1, place += 2) {
        const left = data.uint8(place + 1);
        for (let k = 0; k <= left; k += 1, glyph += 1) names[(data.uint8(place) + k) & 255] = nameOf(glyph);
      }
    }
    if ((form & 128) !== 0)
      for (let i = 0; i < data.uint8(place); i += 1)
        names[data.uint8(place + 1 + 3 * i)] = this.#string(data.uint16(place + 2 + 3 * i));
    return names;
  }

  #fontDicts(at: number): TopDict[] {
    const { places } = this.#index(at);
    if (places.length > 257) throw new FontUnreadable('it has too many parts');
    return places.slice(1).map((end, i) => this.#dict(places[i], end));
  }

  #private(font: TopDict): PrivateWidths {
    const [size = 0, at = 0] = font.get(operator.private) ?? [];
    const entries = this.#dict(at, at + size);
    const subrs = entries.get(operator.subrs)?.[0];
    return {
      defaultWidth: entries.get(operator.defaultWidth)?.[0] ?? 0,
      nominalWidth: entries.get(operator.nominalWidth)?.[0] ?? 0,
      subrs: subrs === undefined ? 0 : at + subrs,
    };
  }

  #fontSelect(at: number): (glyph: number) => number {
    const data = this.#data;
    const form = data.uint8(at);
    if (form === 0) return (glyph) => data.uint8(at + 1 + glyph);
    if (form !== 3) throw new FontUnreadable('its parts cannot be told apart');
    const count = data.uint16(at + 1);
    return (glyph) => {
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (data.uint16(at + 3 + 3 * middle) <= glyph) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? -1 : data.uint8(at + 5 + 3 * (low - 1));
    };
  }
}

/** Thousandths of a font's size in a unit of its part: of a font by CIDs the measure stands in the top, in its parts, or partly in both. */
function scaleOf(top: TopDict, part: TopDict): number {
  const outer = top.get(operator.matrix);
  const inner = part === top ? undefined : part.get(operator.matrix);
  if (!outer || !inner) return 1_000 * ((outer ?? inner)?.[0] ?? 0.001);
  return 1_000 * (outer[0]! * inner[0]! + outer[1]! * inner[2]!);
}
