import { expect, it } from 'vitest';
import { KnownShapes, type FontWord } from './letter-ratios.ts';

/** A word in letters of a width by height; a capital shows another shape than its small letter's font does else. */
const word = (text: string, ratioOf: (letter: string) => number = () => 0.5): FontWord => ({
  font: 'F',
  text,
  rect: { x: 0, y: 0, width: 9, height: 9 },
  shapes: Array.from(text, (letter) => ({ text: letter, ratio: ratioOf(letter) })),
});
const lying = (text: string) => word(text, (letter) => (letter === 'b' ? 0.9 : 0.5));

it('words of letters in one shape each need not be tried', () => {
  const shapes = new KnownShapes();
  expect(shapes.wordsToTry([word('abc'), word('bcd')])).toEqual([]);
  expect(shapes.wordsToTry([word('cab')])).toEqual([]);
});

it('of a letter in two shapes on one page, words of both are tried, once they are believed no more', () => {
  const shapes = new KnownShapes();
  const words = [word('abc'), lying('bad')];
  expect(shapes.wordsToTry(words)).toEqual(words);
  shapes.believe(words);
  expect(shapes.wordsToTry(words)).toEqual([]);
});

it('a letter that has another shape on a later page is tried there, and another font’s is its own', () => {
  const shapes = new KnownShapes();
  shapes.wordsToTry([word('abc')]);
  expect(shapes.wordsToTry([word('abc'), lying('bad')])).toEqual([lying('bad')]);
  expect(shapes.wordsToTry([{ ...lying('bad'), font: 'G' }])).toEqual([]);
});
