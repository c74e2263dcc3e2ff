import { mkdtempSync, openSync, readFileSync, rmSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileTarget } from './output-target.ts';
import { Syncs } from './syncs.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-syncs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('waits for as many files as are more than may be left, and closes each', async () => {
  const syncs = new Syncs();
  const closed: number[] = [];
  const files = [0, 1, 2].map((name) => openSync(join(folder, String(name)), 'w'));
  for (const file of files)
    syncs.add(file, () => {
      closeSync(file);
      closed.push(file);
    });
  expect(closed).toEqual([]);
  await syncs.settle(1);
  expect(closed.length).toBeGreaterThanOrEqual(2);
  await syncs.settle();
  expect(closed.toSorted()).toEqual(files.toSorted());
});

it('throws what kept a file from the disk, once all are closed', async () => {
  const syncs = new Syncs();
  const good = openSync(join(folder, 'good'), 'w');
  const noFile = 999_999;
  let closed = 0;
  syncs.add(noFile, () => (closed += 1));
  syncs.add(good, () => {
    closeSync(good);
    closed += 1;
  });
  await expect(syncs.settle()).rejects.toMatchObject({ code: 'EBADF' });
  expect(closed).toBe(2);
});

it('has a file whole when it is settled', async () => {
  const syncs = new Syncs();
  const path = join(folder, 'whole');
  const target = fileTarget(path, syncs);
  target.write(Buffer.from('first, '));
  target.write(Buffer.from('then'));
  target.finish();
  await syncs.settle();
  expect(readFileSync(path, 'utf8')).toBe('first, then');
});
