import { workerData } from 'node:worker_threads';

/** A thread's gate: what it is at. */
export const gateStates = { open: 0, within: 1, closed: 2 } as const;

/** Under this name a thread of the pool is given its gate; other threads have none. */
export interface GatedData {
  readonly gate: Int32Array<SharedArrayBuffer>;
}

const gate = (workerData as Partial<GatedData> | null)?.gate ?? null;

/**
 * Does what a thread must not be ended in the middle of. Node ends the whole process, not the thread, where a stream of zlib has been made and
 * not begun (`close before init` in node_zlib.cc): every such call in a task goes through here, and the pool waits for it.
 *
 * @example uninterrupted(() => inflateSync(packed));
 */
export function uninterrupted<T>(work: () => T): T {
  if (gate === null) return work();
  for (;;) {
    const was = Atomics.compareExchange(gate, 0, gateStates.open, gateStates.within);
    if (was === gateStates.open) break;
    // Only this thread goes within: it is there already.
    if (was === gateStates.within) return work();
    // The main thread, which closed it, is about to end this thread, which waits for that here.
    Atomics.wait(gate, 0, gateStates.closed);
  }
  try {
    return work();
  } finally {
    Atomics.store(gate, 0, gateStates.open);
  }
}
