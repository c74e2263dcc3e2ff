import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { makeFolder } from './make-folder.ts';

/** As on Windows on a drive that is not there: not even its root is. */
const missing = vi.hoisted(() => async () => {
  await setImmediate();
  throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
});
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<object>()),
  stat: missing,
  mkdir: missing,
}));

test('a folder on a drive that is not there is refused', async () => {
  await expect(makeFolder('/fairwater/out')).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    details: { name: 'out', reason: 'there is no such folder, or the name cannot be used' },
  });
});
