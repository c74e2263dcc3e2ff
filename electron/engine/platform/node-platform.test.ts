import { expect, test } from 'vitest';
import { createNodePlatform } from './node-platform.ts';

test('ids sort by the order they were made in, however many come in a millisecond', () => {
  const { newId } = createNodePlatform({ assetsDirectory: '', workerUrl: new URL('file:///worker.js') });
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
