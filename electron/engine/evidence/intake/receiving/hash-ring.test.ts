import { expect, test } from 'vitest';
import { awaitBatch, batchOf, beginRing, ringSlots, sayEnd, sayFilled } from './hash-ring.ts';

test('batches are read in their order, each as long as it was said to be, until the end is said', () => {
  const ring = beginRing(8);
  for (let batch = 0; batch < ringSlots; batch++) {
    batchOf(ring, batch).fill(batch + 1);
    sayFilled(ring, batch, 8 - batch);
  }
  const read = (batch: number) => [...awaitBatch(ring, batch)!];
  expect(Array.from({ length: ringSlots }, (_, batch) => read(batch))).toEqual([
    Array(8).fill(1),
    Array(7).fill(2),
    Array(6).fill(3),
  ]);
  batchOf(ring, ringSlots).fill(9);
  sayFilled(ring, ringSlots, 2);
  sayEnd(ring);
  expect(read(ringSlots)).toEqual([9, 9]);
  expect(awaitBatch(ring, ringSlots + 1)).toBeNull();
});

test('a ring takes over the buffers of one that is spare only where they are as large', () => {
  const spare = beginRing(8);
  expect(beginRing(8, spare).slots).toBe(spare.slots);
  expect(beginRing(16, spare).slots[0]!.byteLength).toBe(16);
  // A signal about the last one says nothing of this one.
  sayEnd(spare);
  const next = beginRing(8, spare);
  sayFilled(next, 0, 1);
  expect(awaitBatch(next, 0)).toHaveLength(1);
});
