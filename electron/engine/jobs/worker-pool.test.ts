import { getEventListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createNodePlatform } from '../platform/node-platform.ts';
import { openDatabase } from '../store/database.ts';
import {
  closeWorkers,
  releaseMatterInWorkers,
  runInWorker,
  threadsFor,
  type WorkerLimits,
} from './worker-pool.ts';
import type { Order } from '../testing/processes/crashing-worker.ts';

const platform = createNodePlatform({
  assetsDirectory: '',
  workerUrl: new URL('../testing/processes/crashing-worker.ts', import.meta.url),
});
const folder = mkdtempSync(join(tmpdir(), 'forthwith-pool-'));
afterEach(() => closeWorkers(platform));
afterAll(() => rmSync(folder, { recursive: true }));

/** The pool's names are those of engine/worker.ts; this test's worker has one task of its own. */
const order = (input: Order, limits: WorkerLimits = {}, on = platform): Promise<unknown> =>
  (runInWorker as unknown as (...a: unknown[]) => Promise<unknown>)(on, 'order', input, limits);

test.each([
  ['one core', 1, 8, 1],
  ['two cores', 2, 8, 2],
  ['four cores', 4, 16, 2],
  ['six cores', 6, 16, 3],
  ['many cores', 16, 64, 4],
  ['many cores and little memory', 16, 8, 2],
])('%s: so many threads', (_, cores, gibibytes, threads) => {
  expect(threadsFor(cores, gibibytes * 1024 ** 3)).toBe(threads);
});

test('a task answers, and tells how far it is on the way', async () => {
  const heard: unknown[] = [];
  const value = await order({ do: 'answer', value: 'x' }, { onProgress: (p) => heard.push(p) });
  expect([value, heard]).toEqual(['x', ['half']]);
});

test('a thread is kept warm for the next task', async () => {
  const first = await order({ do: 'threadId' });
  expect(await order({ do: 'threadId' })).toBe(first);
});

test('a task that hangs ends in the declared error, and the next task still runs', async () => {
  await expect(order({ do: 'hang' }, { timeoutMs: 300, name: 'a.pdf' })).rejects.toMatchObject({
    code: 'PDF_LIMIT_EXCEEDED',
    details: { limit: 'time', name: 'a.pdf' },
  });
  expect(await order({ do: 'answer', value: 'after' })).toBe('after');
});

test('a task that runs out of memory ends in the declared error of the caller’s choice', async () => {
  await expect(
    order({ do: 'exhaust' }, { maxMemoryMb: 48, limitCode: 'EVIDENCE_TOO_DEMANDING' }),
  ).rejects.toMatchObject({ code: 'EVIDENCE_TOO_DEMANDING', details: { limit: 'memory' } });
});

test.each(['crash', 'exit'] as const)('a thread lost by a %s costs its own task only', async (how) => {
  const [lost, kept] = await Promise.allSettled([order({ do: how }), order({ do: 'answer', value: 'kept' })]);
  expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'PDF_LIMIT_EXCEEDED' } });
  expect(kept).toMatchObject({ status: 'fulfilled', value: 'kept' });
});

test('where no thread can be started, the task fails and nothing waits for it', async () => {
  const nowhere = { ...platform, workerUrl: new URL('https://example.com/worker.js') };
  await expect(order({ do: 'threadId' }, {}, nowhere)).rejects.toMatchObject({
    code: 'ERR_INVALID_URL_SCHEME',
  });
  await closeWorkers(nowhere);
});

test('a declared error of the task comes back as it was', async () => {
  await expect(order({ do: 'refuse' })).rejects.toMatchObject({
    name: 'AppError',
    code: 'PDF_ENCRYPTED',
    message: expect.stringContaining('a.pdf'),
  });
});

test('a fault of ours is not passed off as a declared error', async () => {
  await expect(order({ do: 'throw' })).rejects.not.toHaveProperty('code');
});

test('a task is stopped at once by its signal, whether it runs or waits', async () => {
  const abort = new AbortController();
  const all = Promise.allSettled(
    Array.from({ length: 4 }, () => order({ do: 'hang' }, { signal: abort.signal })),
  );
  abort.abort();
  for (const one of await all)
    expect(one).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } });
});

test('threads that are ended while they unpack something end by themselves, and not the process with them', async () => {
  for (let i = 0; i < 40; i++) {
    const abort = new AbortController();
    const work = order({ do: 'unpack' }, { signal: abort.signal, onProgress: () => abort.abort() });
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
  }
  expect(await order({ do: 'answer', value: 'after' })).toBe('after');
});

test('a signal shared by many tasks keeps nothing of those that ended', async () => {
  const { signal } = new AbortController();
  for (let i = 0; i < 20; i++) await order({ do: 'answer', value: '' }, { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('more tasks than threads all end', async () => {
  const values = Array.from({ length: 20 }, (_, i) => `${i}`);
  expect(await Promise.all(values.map((value) => order({ do: 'answer', value })))).toEqual(values);
});

test('a released matter can leave WAL mode, which no open reader would allow', async () => {
  const filePath = join(folder, 'released.matter');
  const db = openDatabase(filePath, { passphrase: null, isReadOnly: false, mustExist: false });
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE matter (id)');
  expect(await order({ do: 'count', filePath })).toBe(0);
  expect(() => db.pragma('journal_mode = DELETE')).toThrow(/locked/);
  await releaseMatterInWorkers(platform, filePath);
  expect(db.pragma('journal_mode = DELETE', { simple: true })).toBe('delete');
  db.close();
});
