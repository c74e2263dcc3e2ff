import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FontShelf } from './font-shelf.ts';
import { Typesetter } from './typesetter.ts';

const type = new Typesetter(new FontShelf(join(import.meta.dirname, '../../../../assets/fonts')), () => 0);

/** The glyphs of a line, from left to right. */
function glyphsOf(line: string): string {
  const drawn = type.draw(line, 0, 0, 10, 'regular');
  return [...drawn.matchAll(/<([0-9a-f]+)>Tj/g)].map(([, glyphs]) => glyphs).join('');
}

test.each(['٢٠٢١', '۲۰۲۱', '١٬٢٣٤٫٥', '٢٠٢١/٠١'])(
  'the number %s is printed from left to right, alone and in a line from right to left',
  (number) => {
    const inOrder = [...number].map(glyphsOf).join('');
    expect(glyphsOf(number)).toBe(inOrder);
    expect(glyphsOf(`خطاب ${number}`).startsWith(inOrder)).toBe(true);
  },
);

test('words of Arabic and Hebrew are printed from right to left', () => {
  expect(glyphsOf('אבג')).toBe([...'גבא'].map(glyphsOf).join(''));
  expect(glyphsOf('دار')).toBe([...'راد'].map(glyphsOf).join(''));
});

test.each(['Déclaration', 'Tiếng Việt', 'Київ', '한국', 'が'])(
  '“%s” is printed the same with its marks apart, as names of files on a Mac have it',
  (text) => {
    const apart = text.normalize('NFD');
    expect(glyphsOf(apart)).toBe(glyphsOf(text));
    expect(type.wrap(apart, 1, 10, 'regular')).toEqual(type.wrap(text, 1, 10, 'regular'));
  },
);

test('what only decides how letters join or break takes no room', () => {
  expect(glyphsOf('می\u200cشود')).toBe(glyphsOf('شود') + glyphsOf('می'));
  for (const text of ['a\u200bb', 'a\u200eb', 'a\u00adb']) expect(glyphsOf(text)).toBe(glyphsOf('ab'));
});
