import { expect, test } from 'vitest';
import { ThumbnailStore } from './thumbnail-store.ts';

const picture = (bytes: number) => ({ width: bytes / 4, height: 1, pixels: new Uint8Array(bytes) });

test('small pictures are kept up to a number of bytes, and those unused longest go first', () => {
  const store = new ThumbnailStore(100);
  store.add(1, picture(40));
  store.add(2, picture(40));
  expect(store.get(1)).toBeDefined();
  store.add(3, picture(40));
  expect([1, 2, 3].filter((page) => store.get(page) !== undefined)).toEqual([1, 3]);
});

test('a picture drawn again takes the place of the one before', () => {
  const store = new ThumbnailStore(100);
  store.add(1, picture(60));
  store.add(1, picture(80));
  store.add(2, picture(20));
  expect(store.get(1)?.pixels.byteLength).toBe(80);
  expect(store.get(2)).toBeDefined();
});

test('one picture larger than all that may be kept is kept alone', () => {
  const store = new ThumbnailStore(10);
  store.add(1, picture(8));
  store.add(2, picture(40));
  expect(store.get(1)).toBeUndefined();
  expect(store.get(2)).toBeDefined();
});
