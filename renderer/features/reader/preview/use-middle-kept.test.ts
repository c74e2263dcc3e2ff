import { expect, test } from 'vitest';
import { middleKept } from './use-middle-kept.ts';

test('a page that begins to be wider than its pane is seen from its middle', () => {
  expect(middleKept({ at: 0, content: 100, room: 100 }, 200, 2)).toBe(50);
});

test('what was in the middle stays there, and comes back', () => {
  const room = 100;
  const at = middleKept({ at: 80, content: 200, room }, 400, 2);
  expect(at).toBe(210);
  expect(middleKept({ at, content: 400, room }, 200, 0.5)).toBe(80);
});
