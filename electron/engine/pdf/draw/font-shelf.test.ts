import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FontShelf } from './font-shelf.ts';

const shelf = new FontShelf(join(import.meta.dirname, '../../../../assets/fonts'));

/** All letters and signs that are set one by one, in an order of every stride, so that each stands beside many others. */
function plainLetters(): string {
  const runs = [
    [0x20, 0x7e],
    [0xa0, 0xac],
    [0xae, 0x17f],
    [0x2013, 0x2026],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
  ] as const;
  const letters = runs.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)),
  );
  return [1, 2, 7, 31, 101]
    .flatMap((stride) => letters.map((_, i) => letters[(i * stride) % letters.length]!))
    .join('');
}

describe('a run of text', () => {
  it.each(['regular', 'bold', 'mono'] as const)(
    'of plain letters has the glyphs that shaping it as a whole gives (%s)',
    (weight) => {
      const name = shelf.first(weight);
      const text = plainLetters();
      const whole = shelf.face(name).layout(text, false).glyphs;
      expect(shelf.shape(name, text, false).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    },
  );

  it('with marks on letters that already have one is set, where the face has no place for them too', () => {
    for (const letter of ['u', '\u00fc', '\u00db', '\u00e7'])
      for (const mark of ['\u0301', '\u0303', '\u0304', '\u0327'])
        for (const name of ['DejaVuSansMono', 'DejaVuSans', 'NotoSans-Regular']) {
          const [text, glyphs] = [`${letter}${mark}x`, shelf.shape(name, `${letter}${mark}x`, false)];
          expect([text, glyphs.flatMap(({ codePoints }) => codePoints).at(-1)]).toEqual([text, 0x78]);
        }
  });

  it('in a script whose letters join is shaped', () => {
    const name = shelf.choose('ب'.codePointAt(0)!, 'regular')!;
    const face = shelf.face(name);
    const joined = shelf.shape(name, 'ببب', true).map(({ id }) => id);
    expect(joined).not.toContain(face.glyphForCodePoint('ب'.codePointAt(0)!).id);
  });
});
