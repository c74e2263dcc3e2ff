import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FontShelf } from '../draw/font-shelf.ts';
import { Typesetter } from '../draw/typesetter.ts';
import type { Glyph, Hand } from '../reader/text/glyphs.ts';
import { wordsLayer } from './words-layer.ts';

const type = new Typesetter(new FontShelf(join(import.meta.dirname, '../../../../assets/fonts')), () => 0);
const hand: Hand = { angle: 0, fontSize: 10, along: { x: 1, y: 0 }, object: 1 };
const letter = (text: string, x: number): Glyph => ({
  text,
  rect: { x, y: 90, width: 6, height: 10 },
  origin: { x, y: 100 },
  hand,
});
const space: Glyph = { text: ' ', rect: null };

const glyphsOf = (operators: string) =>
  Array.from(operators.matchAll(/<([0-9a-f]+)>/g), ([, glyphs]) => glyphs);
const printed = (text: string) => glyphsOf(type.draw(text, 0, 0, 10, 'regular'));
/** Where each word begins, and what is drawn of it. */
const layerOf = (...glyphs: Glyph[]) =>
  Array.from(wordsLayer(glyphs, 200, type).matchAll(/^q 1 0 0 1 (\d+) 100 cm [^]*?^Q$/gm), ([word, x]) => ({
    x: Number(x),
    glyphs: glyphsOf(word),
  }));

test('a space follows a word, lest a program that guesses none reads two as one', () => {
  expect(layerOf(letter('a', 10), space, letter('b', 30))).toEqual([
    { x: 10, glyphs: printed('a ') },
    { x: 30, glyphs: printed('b') },
  ]);
});

test('a word from right to left begins at its left end, as it is drawn, with a space at its right', () => {
  expect(layerOf(letter('א', 62), letter('ב', 56), letter('ג', 50), space, letter('ד', 40))).toEqual([
    { x: 50, glyphs: [...printed('אבג'), ...printed(' ')] },
    { x: 40, glyphs: [...printed('ד'), ...printed(' ')] },
  ]);
});
