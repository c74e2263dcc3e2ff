import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inFolder, makeFolder } from './make-folder.ts';

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

test('a folder that cannot be made, or takes no files, is a declared error, and nothing is left', async () => {
  writeFileSync(at('theirs/file'), 'a');
  const refused = { code: 'FILE_UNWRITABLE' };
  const isFile = { ...refused, details: { name: 'file', reason: 'it is a file, not a folder' } };
  await expect(makeFolder(at('theirs/file'))).rejects.toMatchObject(isFile);
  await expect(makeFolder(at('theirs/file/ours'))).rejects.toMatchObject(refused);
  await expect(makeFolder(at(`theirs/ours/${'x'.repeat(300)}`))).rejects.toMatchObject(refused);
  symlinkSync(at('loop'), at('loop'));
  await expect(makeFolder(at('loop/ours'))).rejects.toMatchObject(refused);
  // Linux refuses folders in /proc as if the one above were missing.
  await expect(makeFolder('/proc/forthwith/ours')).rejects.toMatchObject(refused);
  expect(readdirSync(at('theirs'))).toEqual(['file']);
});

test('a folder into which nothing came is taken away, also where writing fails', async () => {
  expect(await inFolder(at('ours'), async () => 'nothing')).toBe('nothing');
  await expect(inFolder(at('ours'), async () => Promise.reject(new Error('failed')))).rejects.toThrow(
    'failed',
  );
  expect(existsSync(at('ours'))).toBe(false);
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
