import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isFresh, isUntouched, listing, markFresh } from './freshness.mjs';

let root;
let stamp;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'forthwith-fresh-'));
  stamp = join(root, 'out/.fresh/part');
  mkdirSync(join(root, 'source/deep'), { recursive: true });
  writeFileSync(join(root, 'source/deep/a.ts'), 'one');
  // So that what a test changes has another time, however soon it comes.
  for (const path of ['source/deep/a.ts', 'source/deep', 'source']) utimesSync(join(root, path), 2, 2);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const paths = ['source', 'absent'];

it('without a stamp nothing is fresh', () => {
  expect(isUntouched(root, stamp)).toBe(false);
  expect(isFresh(stamp, listing(root, paths))).toBe(false);
});

it('what nobody touched is fresh', () => {
  markFresh(stamp, listing(root, paths));
  expect(isUntouched(root, stamp)).toBe(true);
  expect(isFresh(stamp, listing(root, paths))).toBe(true);
});

it.each([
  ['a file changed', () => utimesSync(join(root, 'source/deep/a.ts'), 1, 1)],
  ['a file was added', () => writeFileSync(join(root, 'source/b.ts'), '')],
  ['a file was added to an inner folder', () => writeFileSync(join(root, 'source/deep/b.ts'), '')],
  ['a file went away', () => rmSync(join(root, 'source/deep/a.ts'))],
  ['a whole folder went away', () => rmSync(join(root, 'source'), { recursive: true })],
  ['what was absent came', () => writeFileSync(join(root, 'absent'), '')],
])('nothing is fresh once %s', (_what, change) => {
  markFresh(stamp, listing(root, paths));
  change();
  expect(isUntouched(root, stamp)).toBe(false);
  expect(isFresh(stamp, listing(root, paths))).toBe(false);
});

it('tests do not make a build stale', () => {
  markFresh(stamp, listing(root, paths));
  writeFileSync(join(root, 'source/deep/a.test.ts'), 'it');
  expect(isUntouched(root, stamp)).toBe(false);
  expect(isFresh(stamp, listing(root, paths))).toBe(true);
});
