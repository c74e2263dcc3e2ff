import { expect, test } from 'vitest';
import { unfoldEmoji } from './emoji.ts';
import { foldText } from './fold-text.ts';

test('emoji come back from the words of the index as they are written', () => {
  for (const emoji of ['👍', '⚖\uFE0F', '✅', '🇺🇸', '❤\uFE0F', '🫡']) {
    const words = foldText(`ok ${emoji}`);
    const again = unfoldEmoji(words);
    expect(again.replaceAll(/\s|\uFE0F/g, '')).toBe(`ok${emoji}`.replace('\uFE0F', ''));
    expect(foldText(again).trim().split(/\s+/)).toEqual(words.trim().split(/\s+/));
  }
});
