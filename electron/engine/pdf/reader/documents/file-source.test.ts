import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { openBuiltFile, type BuiltFile } from './file-source.ts';

let folder: string;
let built: BuiltFile;
const bytes = Buffer.from('%PDF-1.7 the binder as it was built');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-built-'));
  const path = join(folder, 'binder.pdf');
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  built = { path, name: 'binder.pdf', sizeBytes: bytes.length, sha256 };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => 'opened',
    (reason: unknown) => reason,
  );
  return isAppError(error) ? error.code : String(error);
}

test('a built file is read where it lies', async () => {
  const source = await openBuiltFile(built);
  const target = new Uint8Array(6);
  expect(source.readAt(9, target)).toBe(6);
  expect(Buffer.from(target).toString()).toBe('the bi');
  expect(source.readAt(bytes.length - 2, target)).toBe(2);
  expect(source.readAt(bytes.length + 5, target)).toBe(0);
  source.close();
});

test('a built file that was moved away is missing', async () => {
  rmSync(built.path);
  expect(await codeOf(openBuiltFile(built))).toBe('EXHIBIT_BUILD_MISSING');
});

test('a built file of another size was changed', async () => {
  writeFileSync(built.path, Buffer.concat([bytes, bytes]));
  expect(await codeOf(openBuiltFile(built))).toBe('EXHIBIT_BUILD_CHANGED');
});

test('a built file of the same size with another content was changed, also after it was opened once', async () => {
  (await openBuiltFile(built)).close();
  writeFileSync(built.path, Buffer.from(bytes.toString().replace('binder', 'bindes')));
  expect(await codeOf(openBuiltFile(built))).toBe('EXHIBIT_BUILD_CHANGED');
});
