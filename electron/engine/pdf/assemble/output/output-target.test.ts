import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fileTarget } from './output-target.ts';
import { Syncs } from './syncs.ts';

/** A disk that loses what is written to it on the way, and says so once. */
const lost = Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  fdatasync: (_file: number, done: (error: Error | null) => void) => done(lost),
}));

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-target-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['waits for the disk itself', undefined],
  ['is waited for with others', new Syncs()],
])('a large file that %s is not finished once an earlier part failed to reach the disk', (_, syncs) => {
  const target = fileTarget(join(folder, 'large'), syncs);
  target.write(new Uint8Array(64 * 1024 * 1024));
  expect(() => target.finish()).toThrow(lost);
  target.abandon();
});

it('a failure that is known only after a file was finished is thrown when it is waited for', async () => {
  const syncs = new Syncs();
  syncs.fail(lost);
  await expect(syncs.settle()).rejects.toBe(lost);
});
