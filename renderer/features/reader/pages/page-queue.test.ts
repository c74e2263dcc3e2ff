import { expect, test } from 'vitest';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { PageQueue, type PageNeed } from './page-queue.ts';

/** A queue whose every call waits for the test, with the test's own clock. */
function makeQueue() {
  const clock = { ms: 0 };
  const queue = new PageQueue(() => clock.ms);
  const asked: string[] = [];
  const under: { name: string; documentId: string; done: PromiseWithResolvers<string> }[] = [];
  const ask = (page: number, need: PageNeed = 'render', signal?: AbortSignal) =>
    queue
      .ask(
        page,
        need,
        (documentId) => {
          const done = Promise.withResolvers<string>();
          asked.push(`${need} ${page}`);
          under.push({ name: `${need} ${page}`, documentId, done });
          return done.promise;
        },
        signal,
      )
      .catch((error: unknown) => (isAppError(error) ? error.code : String(error)));
  const settle = async (end: string | AppError = 'ok') => {
    const { done } = under.at(-1)!;
    if (typeof end === 'string') done.resolve(end);
    else done.reject(end);
    // What follows from the end is asked for in the turns after it.
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { queue, clock, asked, under, ask, settle };
}

const died = () => new AppError('READER_RESTARTED');

test('one thing is asked at a time: what is in sight, then a search, then what is near', async () => {
  const { queue, asked, ask, settle } = makeQueue();
  queue.look(4, 5);
  void ask(6);
  void ask(5, 'text');
  void ask(0, 'find');
  void ask(5);
  void ask(4, 'links');
  queue.resume('document');
  expect(asked).toEqual(['render 5']);
  for (let step = 0; step < 4; step += 1) await settle();
  expect(asked).toEqual(['render 5', 'text 5', 'links 4', 'find 0', 'render 6']);
});

test('what scrolled out of sight before its turn is never asked for', async () => {
  const { queue, asked, ask, settle } = makeQueue();
  queue.resume('document');
  void ask(0);
  const stop = new AbortController();
  const dropped = ask(1, 'render', stop.signal);
  stop.abort();
  expect(await dropped).toBe('CANCELLED');
  await settle();
  expect(asked).toEqual(['render 0']);
});

test('when the reader is stopped from outside, the page is asked for again in the new one', async () => {
  const { queue, under, ask, settle } = makeQueue();
  queue.resume('first');
  const page = ask(3);
  await settle(died());
  expect(under).toHaveLength(1);
  queue.resume('second');
  expect(under[1]).toMatchObject({ name: 'render 3', documentId: 'second' });
  await settle('drawn');
  expect(await page).toBe('drawn');
});

test('a page over which the reader dies three times is given up, and the others are still read', async () => {
  const { queue, asked, ask, settle } = makeQueue();
  queue.resume('first');
  const bad = ask(3);
  const good = ask(4);
  for (const documentId of ['second', 'third']) {
    await settle(died());
    queue.resume(documentId);
  }
  await settle(died());
  expect(await bad).toBe('PDF_PAGE_UNREADABLE');
  queue.resume('fourth');
  await settle('drawn');
  expect(await good).toBe('drawn');
  expect(asked).toEqual(['render 3', 'render 3', 'render 3', 'render 4']);
  expect(await ask(3, 'text')).toBe('PDF_PAGE_UNREADABLE');
});

test('a page that was drawn since the reader died over it is asked for again after the next death', async () => {
  const { queue, ask, settle } = makeQueue();
  queue.resume('first');
  for (const documentId of ['second', 'third', 'fourth']) {
    const page = ask(3);
    await settle(died());
    queue.resume(documentId);
    await settle('drawn');
    expect(await page).toBe('drawn');
  }
});

test('a page that hung until the reader was stopped is given up at once', async () => {
  const { queue, clock, ask, settle } = makeQueue();
  queue.resume('first');
  const bad = ask(7);
  clock.ms += 15_000;
  await settle(died());
  expect(await bad).toBe('PDF_PAGE_UNREADABLE');
});

test('nothing is asked while no document is open', async () => {
  const { queue, asked, ask } = makeQueue();
  void ask(0);
  expect(asked).toEqual([]);
  queue.resume('document');
  expect(asked).toEqual(['render 0']);
});

test('small pictures come after the pages in sight and before a search and what is only near', async () => {
  const { queue, asked, ask, settle } = makeQueue();
  queue.look(0, 0);
  void ask(1);
  void ask(0, 'find');
  void ask(40, 'thumbnail');
  void ask(0);
  queue.resume('document');
  for (let turn = 0; turn < 3; turn += 1) await settle();
  expect(asked).toEqual(['render 0', 'thumbnail 40', 'find 0', 'render 1']);
});

test('a page that was given up is tried again once it is forgiven', async () => {
  const { queue, clock, asked, ask, settle } = makeQueue();
  queue.resume('first');
  const bad = ask(7);
  clock.ms += 15_000;
  await settle(died());
  expect(await bad).toBe('PDF_PAGE_UNREADABLE');
  queue.resume('second');
  queue.forgive(7);
  const again = ask(7);
  await settle('drawn');
  expect(await again).toBe('drawn');
  expect(asked).toEqual(['render 7', 'render 7']);
});
