import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTidying } from './tidying.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('memory is tidied up once it is quiet after a matter was opened, and not again', () => {
  const tidy = vi.fn<() => void>();
  const tidying = createTidying(tidy);
  tidying.asked();
  vi.advanceTimersByTime(60_000);
  expect(tidy).not.toHaveBeenCalled();
  tidying.opened();
  vi.advanceTimersByTime(4_000);
  tidying.asked();
  vi.advanceTimersByTime(4_000);
  expect(tidy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  tidying.asked();
  vi.advanceTimersByTime(60_000);
  expect(tidy).toHaveBeenCalledOnce();
});

test('the collector that is asked for is there', () => {
  const tidying = createTidying();
  tidying.opened();
  expect(() => vi.advanceTimersByTime(5_000)).not.toThrow();
});
