import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishFolder } from './staging-folder.ts';

vi.mock(import('node:fs/promises'), async (original) => {
  const fs = await original();
  return { ...fs, rename: vi.fn(fs.rename) };
});

let target: string;
beforeEach(() => {
  target = mkdtempSync(join(tmpdir(), 'forthwith-held-'));
  mkdirSync(join(target, '.staged'));
  writeFileSync(join(target, '.staged/A.pdf'), 'whole');
});
afterEach(() => {
  vi.resetAllMocks();
  rmSync(target, { recursive: true, force: true });
});

const refuse = (code: string) => async () => {
  throw Object.assign(new Error('refused'), { code });
};

test('a build whose folder a scanner holds for a moment, as on Windows, is published when it lets go', async () => {
  vi.mocked(rename).mockImplementationOnce(refuse('EPERM')).mockImplementationOnce(refuse('EBUSY'));
  expect(await publishFolder(join(target, '.staged'), target, 'TRO motion', () => {})).toBe(
    join(target, 'TRO motion'),
  );
  expect(readdirSync(join(target, 'TRO motion'))).toEqual(['A.pdf']);
});

test('a folder that cannot be renamed for another reason is not tried again', async () => {
  vi.mocked(rename).mockImplementationOnce(refuse('EROFS'));
  await expect(publishFolder(join(target, '.staged'), target, 'TRO motion', () => {})).rejects.toThrow(
    'refused',
  );
  expect(rename).toHaveBeenCalledOnce();
});
