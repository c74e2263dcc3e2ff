import { FontUnreadable, type FontBytes } from './font-program.ts';

/** A run of characters whose glyphs follow one another, or are listed. */
interface Segment {
  readonly first: number;
  readonly last: number;
  /** Glyph of a character of the run. */
  glyphOf(character: number): number;
}

/** Which glyph stands for a character: a subtable of `cmap` (OpenType 1.9) in one of the forms 0, 4, 6 and 12. */
export class CharacterMap {
  readonly #segments: readonly Segment[];

  /** @param at where the subtable stands @throws FontUnreadable */
  constructor(data: FontBytes, at: number) {
    this.#segments = segmentsOf(data, at);
  }

  /** 0 where the font has none. */
  glyphOf(character: number): number {
    let [low, high] = [0, this.#segments.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = this.#segments[middle]!;
      if (character < segment.first) high = middle - 1;
      else if (character > segment.last) low = middle + 1;
      else return segment.glyphOf(character);
    }
    return 0;
  }

  /** The first character of a glyph; null for one that no character has. */
  characterOf(glyph: number): number | null {
    for (const { first, last, glyphOf } of this.#segments)
      for (let character = first; character <= last; character += 1)
        if (glyphOf(character) === glyph) return character;
    return null;
  }
}

function segmentsOf(data: FontBytes, at: number): Segment[] {
  switch (data.uint16(at)) {
    case 0:
      return [{ first: 0, last: 255, glyphOf: (character) => data.uint8(at + 6 + character) }];
    case 4:
      return listSegments(data, at);
    case 6: {
      const first = data.uint16(at + 6);
      const last = first + data.uint16(at + 8) - 1;
      return [{ first, last, glyphOf: (character) => data.uint16(at + 10 + 2 * (character - first)) }];
    }
    case 12:
      return listGroups(data, at);
    default:
      throw new FontUnreadable('its table of characters has a form that is not read');
  }
}

/** Form 4: ends, starts, deltas and offsets in four lists, then glyphs that the offsets lead to. */
function listSegments(data: FontBytes, at: number): Segment[] {
  const doubled = data.uint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  return Array.from({ length: doubled / 2 }, (_, i): Segment => {
    const first = data.uint16(starts + 2 * i);
    const delta = data.uint16(deltas + 2 * i);
    const place = offsets + 2 * i;
    const offset = data.uint16(place);
    return {
      first,
      last: data.uint16(ends + 2 * i),
      glyphOf(character) {
        if (offset === 0) return (character + delta) & 0xffff;
        const listed = data.uint16(place + offset + 2 * (character - first));
        return listed === 0 ? 0 : (listed + delta) & 0xffff;
      },
    };
  });
}

/** Form 12: groups of first and last character and the first one's glyph. */
function listGroups(data: FontBytes, at: number): Segment[] {
  return Array.from({ length: data.uint32(at + 12) }, (_, i): Segment => {
    const group = at + 16 + 12 * i;
    const first = data.uint32(group);
    const glyph = data.uint32(group + 8);
    return { first, last: data.uint32(group + 4), glyphOf: (character) => glyph + character - first };
  });
}
