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

/** A run of characters whose glyphs follow one another, or are listed. */
interface Segment {
  readonly first: number;
  readonly last: number;
  /** Glyph of a character of the run. */
  glyphOf(codePoint: number): number;
}

/** Which glyph stands for a character: `cmap` in the forms that Unicode fonts have, 4 and 12. */
export class CharacterMap {
  readonly #segments: readonly Segment[];

  /**
   * @param table where `cmap` stands
   * @throws Error when no subtable of those forms maps Unicode
   */
  constructor(data: DataView, table: number) {
    const subtable = findSubtable(data, table);
    const format = data.getUint16(subtable);
    if (format !== 4 && format !== 12) throw new Error(`the font's characters are mapped in form ${format}`);
    this.#segments = format === 4 ? listSegments(data, subtable) : listGroups(data, subtable);
  }

  /** 0 where the font has none. */
  glyphOf(codePoint: number): number {
    let [low, high] = [0, this.#segments.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = this.#segments[middle]!;
      if (codePoint < segment.first) high = middle - 1;
      else if (codePoint > segment.last) low = middle + 1;
      else return segment.glyphOf(codePoint);
    }
    return 0;
  }

  /** The first character of a glyph; null for one that no character has. */
  codePointOf(glyph: number): number | null {
    for (const { first, last, glyphOf } of this.#segments)
      for (let codePoint = first; codePoint <= last; codePoint += 1)
        if (glyphOf(codePoint) === glyph) return codePoint;
    return null;
  }
}

function findSubtable(data: DataView, table: number): number {
  const count = data.getUint16(table + 2);
  for (const [platform, encoding] of unicodeTables)
    for (let i = 0; i < count; i += 1) {
      const record = table + 4 + 8 * i;
      if (data.getUint16(record) === platform && data.getUint16(record + 2) === encoding)
        return table + data.getUint32(record + 4);
    }
  throw new Error('the font maps no Unicode characters');
}

/** Form 4: ends, starts, deltas and offsets in four lists, then glyphs that the offsets lead to. */
function listSegments(data: DataView, subtable: number): Segment[] {
  const twice = data.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + twice + 2;
  const deltas = starts + twice;
  const offsets = deltas + twice;
  return Array.from({ length: twice / 2 }, (_, i): Segment => {
    const first = data.getUint16(starts + 2 * i);
    const delta = data.getInt16(deltas + 2 * i);
    const place = offsets + 2 * i;
    const offset = data.getUint16(place);
    return {
      first,
      last: data.getUint16(ends + 2 * i),
      glyphOf(codePoint) {
        if (offset === 0) return (codePoint + delta) & 0xffff;
        const at = place + offset + 2 * (codePoint - first);
        const listed = at + 2 <= data.byteLength ? data.getUint16(at) : 0;
        return listed === 0 ? 0 : (listed + delta) & 0xffff;
      },
    };
  });
}

/** Form 12: groups of first and last character and the first one's glyph. */
function listGroups(data: DataView, subtable: number): Segment[] {
  return Array.from({ length: data.getUint32(subtable + 12) }, (_, i): Segment => {
    const group = subtable + 16 + 12 * i;
    const first = data.getUint32(group);
    const glyph = data.getUint32(group + 8);
    return {
      first,
      last: data.getUint32(group + 4),
      glyphOf: (codePoint) => glyph + codePoint - first,
    };
  });
}
