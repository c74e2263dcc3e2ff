import { expect, test, vi } from 'vitest';
import type { EvidenceId } from '../../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts';
import { RowStore } from './row-store.ts';

function storeOf(titles: Record<string, string>) {
  const questions: string[][] = [];
  const store = new RowStore((ids) => {
    questions.push(ids);
    return Promise.resolve(
      ids.flatMap((id) => (titles[id] === undefined ? [] : [{ id, title: titles[id] } as EvidenceItem])),
    );
  });
  return { store, questions };
}

const seen = (store: RowStore, id: string) => vi.waitFor(() => expect(store.get(id)).toBeDefined());

test('rows that come into view together are read with one question, and once', async () => {
  const { store, questions } = storeOf({ a: 'A', b: 'B' });
  const hears = vi.fn<() => void>();
  store.watch('a', hears);
  store.watch('a', () => undefined);
  store.watch('b', () => undefined);
  await seen(store, 'b');
  store.watch('a', () => undefined);
  await seen(store, 'a');
  expect(questions).toEqual([['a', 'b']]);
  expect(hears).toHaveBeenCalledTimes(1);
});

test('after a change rows in sight are read again and the old ones stand until then', async () => {
  const titles: Record<string, string> = { a: 'A', b: 'B' };
  const { store, questions } = storeOf(titles);
  const leave = store.watch('a', () => undefined);
  store.watch('b', () => undefined);
  await seen(store, 'b');
  leave();
  titles['b'] = 'B, renamed';
  store.refresh();
  expect(store.get('b')?.title).toBe('B');
  await vi.waitFor(() => expect(store.get('b')?.title).toBe('B, renamed'));
  expect(questions.at(-1)).toEqual(['b']);
});

test('a row is shown as a change under way will leave it, and as it is once it is read again', async () => {
  const { store } = storeOf({ a: 'A' });
  const hears = vi.fn<() => void>();
  store.watch('a', hears);
  await seen(store, 'a');
  hears.mockClear();
  store.foresee(['a', 'unknown'], (item) => ({ ...item, title: 'A, coded' }));
  expect(store.get('a')?.title).toBe('A, coded');
  expect(store.get('unknown')).toBeUndefined();
  expect(hears).toHaveBeenCalledTimes(1);
  store.refresh();
  await vi.waitFor(() => expect(store.get('a')?.title).toBe('A'));
});

test('a row that is not there is not asked for without end', async () => {
  const { store, questions } = storeOf({ a: 'A', b: 'B' });
  store.watch('gone', () => undefined);
  store.watch('a', () => undefined);
  await seen(store, 'a');
  store.watch('b', () => undefined);
  await seen(store, 'b');
  // Asked again beside a new row, and not in between.
  expect(questions).toEqual([
    ['gone', 'a'],
    ['gone', 'b'],
  ]);
});

test('work with many rows reads them in batches', async () => {
  const ids = Array.from({ length: 1_200 }, (_, at) => `id-${at}` as EvidenceId);
  const { store, questions } = storeOf(Object.fromEntries(ids.map((id) => [id, id])));
  expect(await store.readAll(ids)).toHaveLength(1_200);
  expect(questions.map(({ length }) => length)).toEqual([500, 500, 200]);
});

test('what cannot be read is told', async () => {
  const onError = vi.fn<(error: unknown) => void>();
  const store = new RowStore(() => Promise.reject(new Error('no answer')), onError);
  store.watch('a', () => undefined);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
});
