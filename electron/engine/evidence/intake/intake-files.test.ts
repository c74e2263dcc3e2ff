import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFiles, intakeError, withStableFile } from './intake-files.ts';
import { nameAt, rawNameAt, storedPath } from './stored-path.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-intake-'));
  writeFileSync(at('a.bin'), 'abc');
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const none: ReadonlySet<string> = new Set();
const signal = new AbortController().signal;

test('a file that stays as it is can be read', async () => {
  const read = await withStableFile(at('a.bin'), none, async (file) => ({
    sizeBytes: (await file.readFile()).length,
  }));
  expect(read).toEqual({ sizeBytes: 3 });
});

test('a file that grows while it is read is not kept', async () => {
  const reading = withStableFile(at('a.bin'), none, async (file) => {
    const { length } = await file.readFile();
    appendFileSync(at('a.bin'), 'more');
    return { sizeBytes: length };
  });
  await expect(reading).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED_WHILE_READ' });
});

test('a file that is rewritten at the same length while it is read is not kept', async () => {
  const reading = withStableFile(at('a.bin'), none, async (file) => {
    await file.readFile();
    writeFileSync(at('a.bin'), 'xyz');
    return { sizeBytes: 3 };
  });
  await expect(reading).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED_WHILE_READ' });
});

test('a file of which not all could be read is not kept', async () => {
  const reading = withStableFile(at('a.bin'), none, () => Promise.resolve({ sizeBytes: 2 }));
  await expect(reading).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED_WHILE_READ' });
});

test('a link is refused, and so is one put in place of the file', async () => {
  renameSync(at('a.bin'), at('b.bin'));
  symlinkSync(at('b.bin'), at('a.bin'));
  const reading = withStableFile(at('a.bin'), none, () => Promise.resolve({ sizeBytes: 3 }));
  await expect(reading).rejects.toMatchObject({ code: 'EVIDENCE_NOT_A_FILE' });
  const loop = Object.assign(new Error('too many links'), { code: 'ELOOP' });
  expect(intakeError(loop, 'a.bin').code).toBe('EVIDENCE_NOT_A_FILE');
});

test('files of a folder come in an order that does not depend on the system', async () => {
  mkdirSync(at('z'));
  for (const name of ['b.bin', 'B.bin', 'z/1', 'ä.bin']) writeFileSync(at(name), 'x');
  const files = await findFiles(folder, { isRecursive: true, signal });
  expect(files.map(({ folderPath }) => folderPath)).toEqual(['B.bin', 'a.bin', 'b.bin', 'z/1', 'ä.bin']);
});

// macOS keeps no such names.
test.skipIf(process.platform !== 'linux')(
  'a name that is not text is read as it was meant, and leads to its file, also within such a folder',
  async () => {
    const inLatin1 = (name: string) =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
    writeFileSync(inLatin1('caf\xe9.txt'), 'one');
    mkdirSync(inLatin1('d\xe9p\xf4t'));
    writeFileSync(inLatin1('d\xe9p\xf4t/in.txt'), 'two');
    writeFileSync(at('caf\ufffd.txt'), 'a true name');
    const files = await findFiles(folder, { isRecursive: true, signal });
    expect(files.map((file) => file.folderPath)).toEqual([
      'a.bin',
      'café.txt',
      'caf\ufffd.txt',
      'dépôt/in.txt',
    ]);
    const contents: string[] = [];
    for (const { path } of files)
      await withStableFile(path, none, async (file) => {
        contents.push((await file.readFile()).toString());
        return { sizeBytes: Buffer.byteLength(contents.at(-1)!) };
      });
    expect(contents).toEqual(['abc', 'one', 'a true name', 'two']);
    expect(files.map(({ path }) => rawNameAt(path))).toEqual([
      null,
      Buffer.from('caf\xe9.txt', 'latin1').toString('hex'),
      null,
      null,
    ]);
    const [typed] = await findFiles(at('na\ufffdve.txt'), { isRecursive: true, signal });
    expect(typed).toMatchObject({ error: { code: 'EVIDENCE_NAME_NOT_TEXT' } });
  },
);

test('a name that begins as a text in UTF-16 does is one in Windows-1252', () => {
  expect(nameAt(storedPath(Buffer.from('/a/\xff\xfe.txt', 'latin1')))).toBe('\xff\xfe.txt');
});

test('a fault of ours is not passed off as the file’s', () => {
  expect(() => intakeError(new TypeError('x is undefined'), 'a.bin')).toThrow(TypeError);
});
