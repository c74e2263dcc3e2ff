/** Buffers at once: one is filled, one written, one hashed. */
export const ringSlots = 3;

/** Places in `HashRing.state`: how often anything was said, batches filled so far, whether they are all, bytes of each slot. */
const saidAt = 0;
const filledAt = 1;
const endAt = 2;
const bytesAt = 3;

/** Buffers that two threads share: one fills them in turn, the other reads them in the same order. */
export interface HashRing {
  readonly slots: readonly SharedArrayBuffer[];
  readonly state: Int32Array<SharedArrayBuffer>;
}

/**
 * A ring to begin with.
 *
 * @param spare one that nobody uses any more; its buffers are taken when they are as large
 */
export function beginRing(batchBytes: number, spare?: HashRing): HashRing {
  const isFit = spare?.slots[0]?.byteLength === batchBytes;
  return {
    slots: isFit ? spare.slots : Array.from({ length: ringSlots }, () => new SharedArrayBuffer(batchBytes)),
    state: new Int32Array(new SharedArrayBuffer((bytesAt + ringSlots) * Int32Array.BYTES_PER_ELEMENT)),
  };
}

/** The whole buffer of a batch, counted from 0. */
export function batchOf({ slots }: HashRing, batch: number): Buffer<SharedArrayBuffer> {
  return Buffer.from(slots[batch % ringSlots]!);
}

/** Signals how many bytes a batch holds; batches are signaled in their order. */
export function sayFilled(ring: HashRing, batch: number, bytes: number): void {
  Atomics.store(ring.state, bytesAt + (batch % ringSlots), bytes);
  Atomics.store(ring.state, filledAt, batch + 1);
  say(ring);
}

/** Says that no batch will follow. */
export function sayEnd(ring: HashRing): void {
  Atomics.store(ring.state, endAt, 1);
  say(ring);
}

function say({ state }: HashRing): void {
  Atomics.add(state, saidAt, 1);
  Atomics.notify(state, saidAt);
}

/** The bytes of a batch once they are there, waiting for them with the thread asleep; null when there is no such batch. */
export function awaitBatch(ring: HashRing, batch: number): Buffer | null {
  const { state } = ring;
  for (;;) {
    // In this order: a signal that comes after the check ends the wait at once, and nothing is filled after the end.
    const said = Atomics.load(state, saidAt);
    const isEnd = Atomics.load(state, endAt) === 1;
    if (Atomics.load(state, filledAt) > batch)
      return batchOf(ring, batch).subarray(0, Atomics.load(state, bytesAt + (batch % ringSlots)));
    if (isEnd) return null;
    Atomics.wait(state, saidAt, said);
  }
}
