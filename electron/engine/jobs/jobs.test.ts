import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { createTestSession, type TestSession } from '../testing/temp-session.ts';
import type { JobControl } from './index.ts';

let t: TestSession;
beforeEach(() => {
  t = createTestSession();
});
afterEach(() => t.dispose());

const fromWindow = { isTrusted: false };

/** Starts work and waits until it has ended; returns how. */
async function run(work: (control: JobControl) => Promise<unknown>, meanwhile?: (jobId: string) => void) {
  const { jobId } = t.jobs.start(t.session, 'matter.verify', work, fromWindow);
  await new Promise(setImmediate);
  meanwhile?.(jobId);
  await ended(jobId);
  return t.jobs.get(t.session, jobId);
}

async function ended(jobId: string): Promise<void> {
  while (t.jobs.get(t.session, jobId).state === 'running') await new Promise(setImmediate);
}

/** Work that goes on until it is told to stop. */
const untilStopped = ({ signal }: JobControl) =>
  new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error)),
  );

const told = () => t.events.flatMap((event) => (event.name === 'job.progressed' ? [event.job] : []));

test('work ends with its result, and all its units done', async () => {
  const job = await run(async ({ progress }) => {
    progress(1, 3, 'Reading a.pdf');
    return { items: 3 };
  });
  expect(job).toMatchObject({ state: 'done', result: { items: 3 }, done: 3, total: 3, error: null });
  expect(job.endedAt).not.toBeNull();
  expect(told().at(-1)).toEqual(job);
  expect(t.jobs.list(t.session)).toEqual([{ ...job, result: null }]);
  expect(told()[0]).toMatchObject({ state: 'running', title: 'Verify originals' });
});

test('progress that comes fast is told rarely, and never after the end', async () => {
  let late: JobControl['progress'] = () => {};
  await run(async ({ progress }) => {
    late = progress;
    for (let i = 0; i < 10_000; i++) progress(i, 10_000, `file ${i}`);
  });
  const count = told().length;
  expect(count).toBeLessThan(50);
  // Long after, when progress would be reported again.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  late(1, 2, 'too late');
  clock.mockRestore();
  expect(told()).toHaveLength(count);
});

test('a declared error is the job’s own; an unforeseen one carries the reference of the log', async () => {
  const declared = await run(() => Promise.reject(new AppError('DISK_FULL')));
  expect(declared).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
  const unforeseen = await run(() => Promise.reject(new TypeError('x is not a function')));
  expect(unforeseen.error).toMatchObject({
    code: 'INTERNAL',
    message: expect.stringMatching(/mention reference [0-9a-f]{12}\.$/),
  });
  expect(JSON.stringify(unforeseen)).not.toContain('not a function');
});

test('cancelled work ends as cancelled', async () => {
  const job = await run(untilStopped, (jobId) => t.jobs.cancel(t.session, jobId));
  expect(job).toMatchObject({ state: 'cancelled', error: { code: 'CANCELLED' }, result: null });
});

test('work that fails for a reason of its own after it was cancelled tells that reason', async () => {
  const job = await run(
    async (control) => {
      await untilStopped(control).catch(() => {});
      throw new AppError('DISK_FULL');
    },
    (jobId) => t.jobs.cancel(t.session, jobId),
  );
  expect(job).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
});

test('work that was done before it heard of its canceling is done', async () => {
  const job = await run(async () => {
    const [self] = t.jobs.list(t.session);
    t.jobs.cancel(t.session, self!.id);
    return 'whole';
  });
  expect(job).toMatchObject({ state: 'done', result: 'whole' });
});

test('work cancelled before it began never begins', async () => {
  let hasBegun = false;
  const { jobId } = t.jobs.start(t.session, 'matter.verify', async () => void (hasBegun = true), fromWindow);
  t.jobs.cancel(t.session, jobId);
  await ended(jobId);
  expect(t.jobs.get(t.session, jobId).state).toBe('cancelled');
  expect(hasBegun).toBe(false);
});

test('running work stands first, then what ended, newest first', async () => {
  const first = await run(async () => 1);
  const second = await run(async () => 2);
  const { jobId } = t.jobs.start(t.session, 'matter.verify', untilStopped, fromWindow);
  expect(t.jobs.list(t.session).map(({ id }) => id)).toEqual([jobId, second.id, first.id]);
});

test('work that ended within one millisecond is listed the later first', async () => {
  await t.dispose();
  t = createTestSession({ now: () => '2026-01-11T17:00:00.000Z' });
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.unshift((await run(async () => count)).id);
  expect(t.jobs.list(t.session).map(({ id }) => id)).toEqual(ids);
});

test('closing a matter stops its work, and reopening shows how each ended', async () => {
  const done = await run(async () => 1);
  const { jobId } = t.jobs.start(t.session, 'matter.verify', untilStopped, fromWindow);
  await t.reopen();
  expect(t.jobs.list(t.session).map(({ id, state }) => [id, state])).toEqual([
    [jobId, 'cancelled'],
    [done.id, 'done'],
  ]);
});

test('an ended job can be taken off the list; running work stays on it', async () => {
  const done = await run(async () => 1);
  const { jobId } = t.jobs.start(t.session, 'matter.verify', untilStopped, fromWindow);
  t.jobs.dismiss(t.session, done.id);
  t.jobs.dismiss(t.session, jobId);
  expect(t.jobs.list(t.session).map(({ id }) => id)).toEqual([jobId]);
  expect(() => t.jobs.get(t.session, done.id)).toThrow('That task is no longer listed.');
  expect(() => t.jobs.dismiss(t.session, done.id)).toThrow('That task is no longer listed.');
});

test('in a matter open to read only, work runs, is listed and dismissed, and nothing is written', async () => {
  const before = await run(async () => 1);
  await t.reopen({ isReadOnly: true });
  const job = await run(async () => 2);
  expect(t.jobs.list(t.session).map(({ id }) => id)).toEqual([job.id, before.id]);
  t.jobs.dismiss(t.session, job.id);
  t.jobs.dismiss(t.session, before.id);
  expect(t.jobs.list(t.session)).toEqual([]);
  await t.reopen();
  expect(t.jobs.list(t.session).map(({ id }) => id)).toEqual([before.id]);
});

test('work of one matter is not seen in another', async () => {
  const other = createTestSession();
  const { jobId } = t.jobs.start(t.session, 'matter.verify', untilStopped, fromWindow);
  expect(t.jobs.list(other.session)).toEqual([]);
  expect(() => t.jobs.cancel(other.session, jobId)).toThrow('no longer listed');
  await other.dispose();
});
