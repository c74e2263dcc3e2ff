import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { TrueTypeFace } from './true-type-face.ts';
import { TrueTypeSubset } from './true-type-subset.ts';

// One with characters mapped in form 4, one in form 12, one whose scripts have rules for shaping.
const names = ['LiberationSans-Regular', 'DejaVuSansMono', 'NotoNaskhArabic-Regular'];
const open = (name: string) => {
  const bytes = readFileSync(join(import.meta.dirname, `../../../../../assets/fonts/${name}.ttf`));
  const other = fontkit.create(bytes);
  if (!('layout' in other)) throw new Error('a collection');
  return { face: new TrueTypeFace(bytes), other };
};

describe.each(names)('%s', (name) => {
  const { face, other } = open(name);
  const some = other.characterSet.filter((_, i) => i % 9 === 0);

  it('presents itself as another reader sees it', () => {
    const { unitsPerEm, bbox, ascent, descent, capHeight, italicAngle, postscriptName } = other;
    expect(face.postscriptName).toBe(postscriptName);
    expect(face.measures).toMatchObject({ unitsPerEm, ascent, descent, italicAngle });
    expect(face.measures.capHeight).toBe(capHeight || 0);
    expect(face.measures.bbox).toEqual({ ...bbox });
  });

  it('has the same characters, glyphs and widths', () => {
    const ours = some.map((codePoint) => face.glyphForCodePoint(codePoint));
    const theirs = some.map((codePoint) => other.glyphForCodePoint(codePoint));
    expect(ours.map(({ id, advanceWidth }) => [id, advanceWidth])).toEqual(
      theirs.map(({ id, advanceWidth }) => [id, advanceWidth]),
    );
    const present = Array.from({ length: 0x3000 }, (_, codePoint) => codePoint);
    expect(present.filter((codePoint) => face.hasGlyphForCodePoint(codePoint))).toEqual(
      present.filter((codePoint) => other.hasGlyphForCodePoint(codePoint)),
    );
  });

  it('is cut down to the same file, parts of composite letters with it', () => {
    const subset = new TrueTypeSubset(face);
    const theirs = other.createSubset() as unknown as {
      includeGlyph(id: number): number;
      encode(): Uint8Array;
    };
    for (const codePoint of some) {
      const { id } = face.glyphForCodePoint(codePoint);
      expect(subset.include(id)).toBe(theirs.includeGlyph(id));
    }
    expect(Buffer.from(subset.encode()).equals(theirs.encode())).toBe(true);
  });
});

it('what is no font is refused', () => {
  expect(() => new TrueTypeFace(new Uint8Array(64))).toThrow('no table');
});
