import { expect, test } from 'vitest';
import { readWords, type WordIterator } from './read-words.ts';

const word = (left: number, confidence: number, text: string) => ({ left, confidence, text });

/** Goes over lines of words as Tesseract does; a page without words is a way of one empty step. */
function over(...lines: readonly (readonly ReturnType<typeof word>[])[]): WordIterator {
  const steps = lines.flatMap((line) => line.map((one, index) => ({ ...one, isFirst: index === 0 })));
  let at = 0;
  const step = () => steps[at] ?? { left: 0, confidence: 0, text: '', isFirst: false };
  return {
    Begin: () => void (at = 0),
    Next: () => ++at < steps.length,
    IsAtBeginningOf: () => step().isFirst,
    GetUTF8Text: () => step().text,
    Confidence: () => step().confidence,
    getBoundingBox: () => ({ x0: step().left, y0: 20, x1: step().left + 30, y1: 32 }),
  };
}

test('words are read with their places, and the last of each line is known', () => {
  const words = readWords(over([word(5, 96.5, 'Fairwater'), word(40, 90, 'LLC')], [word(5, 80, 'moves')]));
  expect(words.map(({ text, x, isLineEnd }) => [text, x, isLineEnd])).toEqual([
    ['Fairwater', 5, false],
    ['LLC', 40, true],
    ['moves', 5, true],
  ]);
  expect(words[0]).toMatchObject({ y: 20, width: 30, height: 12, confidence: 96.5 });
});

test('a line ends in its last word even where a speck begins the next', () => {
  const words = readWords(
    over(
      [word(5, 90, 'Fairwater'), word(60, 20, '|')],
      [word(5, 10, '~'), word(9, 90, 'moves'), word(50, 90, 'for')],
    ),
  );
  expect(words.map(({ text, isLineEnd }) => [text, isLineEnd])).toEqual([
    ['Fairwater', true],
    ['moves', false],
    ['for', true],
  ]);
});

test('specks taken for signs are left out', () => {
  const words = readWords(
    over([word(5, 20, '|'), word(9, 0, 'smudge'), word(12, 95, '—'), word(20, -1, 'x')]),
  );
  expect(words.map(({ text }) => text)).toEqual(['—']);
});

test('a page without words has none', () => {
  expect(readWords(over())).toEqual([]);
});
