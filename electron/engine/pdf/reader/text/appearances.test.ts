import { expect, test } from 'vitest';
import { wholeText } from './appearances.ts';
import { plainTextOf, textOfWords } from './recognized-text.ts';

test('a stamp that was recognized is read once; a field, which was not, is read too', () => {
  const own = textOfWords([['Caption', 72, 72, 60, 12, 90, 1]], 0);
  const shown = textOfWords(
    [
      ['RECEIVED', 300, 100, 90, 12, 90, 1],
      ['Whitlock', 300, 200, 80, 12, 90, 1],
    ],
    0,
  );
  const recognised = textOfWords([['RECElVED', 302, 101, 85, 11, 60, 1]], 0);
  const whole = wholeText(own, shown, recognised);
  expect(plainTextOf(whole).split(/\s+/).filter(Boolean)).toEqual(['Caption', 'Whitlock', 'RECElVED']);
  for (const { text, start, end } of whole.runs)
    expect(plainTextOf({ ...whole, glyphs: whole.glyphs.slice(start, end) })).toBe(text);
  expect(wholeText(own, null, null)).toBe(own);
});
