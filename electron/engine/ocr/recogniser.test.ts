import { expect, test } from 'vitest';
import { readWords } from './recogniser.ts';

const row = (line: number, left: number, confidence: number, text: string) =>
  ['5', '1', '1', '1', line, '1', left, '20', '30', '12', confidence, text].join('\t');

test('words are read with their places, and the last of each line is known', () => {
  const words = readWords(
    [
      '4\t1\t1\t1\t1\t0\t5\t20\t90\t12\t-1\t',
      row(1, 5, 96.5, 'Fairwater'),
      row(1, 40, 90, 'LLC'),
      row(2, 5, 80, 'moves'),
    ].join('\n'),
  );
  expect(words.map(({ text, x, isLineEnd }) => [text, x, isLineEnd])).toEqual([
    ['Fairwater', 5, false],
    ['LLC', 40, true],
    ['moves', 5, true],
  ]);
  expect(words[0]).toMatchObject({ y: 20, width: 30, height: 12, confidence: 96.5 });
});

test('specks taken for signs, and rows that are no words, are left out', () => {
  const words = readWords(
    [
      '',
      'nonsense',
      row(1, 5, 20, '|'),
      row(1, 9, 0, 'smudge'),
      row(1, 12, 95, '—'),
      row(1, 20, -1, 'x'),
    ].join('\n'),
  );
  expect(words.map(({ text }) => text)).toEqual(['—']);
});

test('a page without words has none', () => {
  expect(readWords('')).toEqual([]);
});
