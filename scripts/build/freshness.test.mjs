import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint, isFresh, markFresh } from './freshness.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'forthwith-fresh-'));
  mkdirSync(join(root, 'source/deep'), { recursive: true });
  writeFileSync(join(root, 'source/deep/a.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('the same files have the same fingerprint', () => {
  expect(fingerprint(root, ['source'])).toBe(fingerprint(root, ['source']));
});

it.each([
  ['a file changed', () => utimesSync(join(root, 'source/deep/a.ts'), 1, 1)],
  ['a file was added', () => writeFileSync(join(root, 'source/b.ts'), '')],
  ['a file went away', () => rmSync(join(root, 'source/deep/a.ts'))],
  ['a whole folder went away', () => rmSync(join(root, 'source'), { recursive: true })],
])('another fingerprint when %s', (_what, change) => {
  const before = fingerprint(root, ['source']);
  change();
  expect(fingerprint(root, ['source'])).not.toBe(before);
});

it('tests do not make a build stale', () => {
  const before = fingerprint(root, ['source']);
  writeFileSync(join(root, 'source/deep/a.test.ts'), 'it');
  expect(fingerprint(root, ['source'])).toBe(before);
});

it('a stamp is fresh only for the value it holds', () => {
  const stamp = join(root, 'out/.fresh/part');
  expect(isFresh(stamp, 'x')).toBe(false);
  markFresh(stamp, 'x');
  expect(isFresh(stamp, 'x')).toBe(true);
  expect(isFresh(stamp, 'y')).toBe(false);
});
