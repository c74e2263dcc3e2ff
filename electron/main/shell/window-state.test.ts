import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeState } from './state-file.ts';
import { placeReader, placeWindow, readWindowState } from './window-state.ts';

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
  writeState(file, state);
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

test('the first window is centered on the primary display', () => {
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

test('a window for one document opens on the display of the main window, each beside the one before', () => {
  const displays = [
    { x: 0, y: 0, width: 1_920, height: 1_080 },
    { x: 1_920, y: 0, width: 1_920, height: 1_080 },
  ];
  const main = { x: 2_000, y: 40, width: 1_400, height: 900 };
  const [first, second] = [placeReader(main, 0, displays), placeReader(main, 1, displays)];
  expect(first).toEqual({ x: 2_584, y: 64, width: 840, height: 840 });
  expect([second.x - first.x, second.y - first.y]).toEqual([24, 24]);
});

test('a window for one document never reaches beyond its display', () => {
  const area = { x: 0, y: 0, width: 1_000, height: 700 };
  const place = placeReader(area, 5, [area]);
  expect(place.x + place.width).toBeLessThanOrEqual(1_000);
  expect(place.y + place.height).toBeLessThanOrEqual(700);
  expect(placeReader(null, 0, [])).toMatchObject({ width: 816 });
});
