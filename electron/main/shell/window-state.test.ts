import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'window-state-'));
afterAll(() => rmSync(folder, { recursive: true }));

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };

test('what was remembered comes back', () => {
  const file = join(folder, 'new/window.json');
  const state = {
    bounds: { x: 10, y: 20, width: 1000, height: 700 },
    isMaximised: true,
    theme: 'dark',
  } as const;
  writeWindowState(file, state);
  expect(readWindowState(file)).toEqual(state);
});

test.each([
  '',
  '{"bounds":{"x":1',
  'null',
  '[]',
  '{"bounds":{"x":"1","y":0,"width":1,"height":1},"theme":"pink"}',
])('a file holding %j is as good as none', (content) => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, content);
  expect(readWindowState(file)).toEqual({ bounds: null, isMaximised: false, theme: 'system' });
});

test('the first window is centred on the primary display', () => {
  expect(placeWindow(null, [second])).toEqual({ x: 1720, y: 100, width: 1360, height: 880 });
});

test('a window on a display that is still there stays where it was', () => {
  const bounds = { x: 1600, y: 50, width: 1200, height: 800 };
  expect(placeWindow(bounds, [laptop, second])).toEqual(bounds);
});

test('a window on a display that was taken away comes back to the primary one', () => {
  const placed = placeWindow({ x: 1600, y: 50, width: 1200, height: 800 }, [laptop]);
  expect(placed).toEqual({ x: 120, y: 30, width: 1200, height: 800 });
});

test('a window larger than the display is made to fit', () => {
  expect(placeWindow({ x: 0, y: 0, width: 4000, height: 3000 }, [laptop])).toMatchObject({
    width: 1440,
    height: 860,
  });
});
