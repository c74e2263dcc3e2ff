import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-folder-'));
  mkdirSync(at('theirs'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('folders that were made are taken away again, and no others', async () => {
  const removeIfEmpty = await makeFolder(at('theirs/ours/inner'));
  expect(existsSync(at('theirs/ours/inner'))).toBe(true);
  await removeIfEmpty();
  expect([existsSync(at('theirs/ours')), existsSync(at('theirs'))]).toEqual([false, true]);
});

test('a folder that something lies in stays, and one that was there before', async () => {
  const removeIfEmpty = await makeFolder(at('theirs/ours'));
  writeFileSync(at('theirs/ours/a.txt'), 'a');
  await removeIfEmpty();
  expect(existsSync(at('theirs/ours/a.txt'))).toBe(true);
  await (
    await makeFolder(at('theirs'))
  )();
  expect(existsSync(at('theirs'))).toBe(true);
});
