import { expect, test } from 'vitest';
import { placeInSnippet } from './place-in-snippet.ts';

const placesOf = (text: string, word: string) =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ from: index, to: index + word.length }));

test('at the beginning of a page it is the place with the hit’s own number', () => {
  const text = 'the host suspended the account before the hearing…';
  const places = placesOf(text, 'the ');
  expect(placeInSnippet(places, text, 0)).toBe(places[0]);
  expect(placeInSnippet(places, text, 2)).toBe(places[2]);
});

test('further on it is the place as far in as a snippet reaches back', () => {
  const text = `…${'a stay and no other '.repeat(3)}stay until then`;
  const places = placesOf(text, 'stay');
  expect(placeInSnippet(places, text, 7)).toBe(places[3]);
});

test('where the words cannot be told in the snippet none is set off', () => {
  expect(placeInSnippet([], 'words', 0)).toBeUndefined();
});
