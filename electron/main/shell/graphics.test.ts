import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawsInSoftware, readGraphics } from './graphics.ts';
import { writeState } from './state-file.ts';

const day = 24 * 3_600_000;
const found = { isSoftware: true, foundAt: 100 * day, electron: '45.4.1' };

test('a machine without graphics hardware starts without looking for it again', () => {
  expect(drawsInSoftware(found, 106 * day, '45.4.1')).toBe(true);
});

test.each([
  ['nothing is known yet', null, 100 * day, '45.4.1'],
  ['there was hardware', { ...found, isSoftware: false }, 101 * day, '45.4.1'],
  ['a week has gone by', found, 107 * day, '45.4.1'],
  ['the clock was set back', found, 99 * day, '45.4.1'],
  ['Electron is another one', found, 101 * day, '46.0.0'],
] as const)('hardware is looked for where %s', (_what, state, now, electron) => {
  expect(drawsInSoftware(state, now, electron)).toBe(false);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-graphics-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read again', () => {
  const file = join(folder, 'new', 'graphics.json');
  writeState(file, found);
  expect(readGraphics(file)).toEqual(found);
});

test.each(['', '{"isSo', 'null', '[]', '{"isSoftware":"yes","foundAt":1,"electron":"45.4.1"}'])(
  'a file that says %j is as none',
  (text) => {
    const file = join(folder, 'graphics.json');
    writeFileSync(file, text);
    expect(readGraphics(file)).toBeNull();
  },
);

test('no file is as none', () => {
  expect(readGraphics(join(folder, 'graphics.json'))).toBeNull();
});
