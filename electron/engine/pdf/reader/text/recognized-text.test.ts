import { expect, test } from 'vitest';
import { joinTexts, plainTextOf, textOfWords } from './recognized-text.ts';

test('words become runs where they stand, and letters share their width', () => {
  const text = textOfWords(
    [
      ['Notice', 72, 100, 60, 12, 95, 0],
      ['of', 140, 100, 20, 12, 95, 1],
      ['suit', 72, 120, 40, 12, 95, 1],
    ],
    0,
  );
  expect(plainTextOf(text)).toBe('Notice of\nsuit\n');
  expect(text.runs.map(({ text: run, isLineEnd, isOcr }) => [run, isLineEnd, isOcr])).toEqual([
    ['Notice ', false, true],
    ['of', true, true],
    ['suit', true, true],
  ]);
  expect(text.glyphs[1]).toMatchObject({ text: 'o', rect: { x: 82, y: 100, width: 10, height: 12 } });
  for (const { start, end, text: run } of text.runs)
    expect(
      text.glyphs
        .slice(start, end)
        .map((glyph) => glyph.text)
        .join(''),
    ).toBe(run);
});

test.each([
  [90, 270, { x: 10, y: 75, width: 12, height: 25 }],
  [180, 180, { x: 60, y: 50, width: 25, height: 12 }],
  [270, 90, { x: 10, y: 50, width: 12, height: 25 }],
])('a page turned by %i to be read has words that lie at %i degrees', (turned, angle, first) => {
  const isSideways = angle % 180 === 90;
  const word: [string, number, number, number, number, number, 0 | 1] = isSideways
    ? ['ab', 10, 50, 12, 50, 90, 1]
    : ['ab', 35, 50, 50, 12, 90, 1];
  const { runs, glyphs } = textOfWords([word], turned);
  expect(runs[0]).toMatchObject({ angle, fontSize: 12 });
  expect(glyphs[0]!.rect).toEqual(first);
});

test('recognized words follow what the page writes itself', () => {
  const own = textOfWords([['Stamp', 10, 10, 50, 12, 99, 1]], 0);
  const joined = joinTexts(own, textOfWords([['Body', 10, 40, 50, 12, 99, 1]], 0));
  expect(plainTextOf(joined)).toBe('Stamp\n\nBody\n');
  for (const { start, end, text } of joined.runs)
    expect(
      joined.glyphs
        .slice(start, end)
        .map((glyph) => glyph.text)
        .join(''),
    ).toBe(text);
  expect(joinTexts(own, null)).toBe(own);
});
