import { workerData } from 'node:worker_threads';

/** The states of a thread's gate. */
export const gateStates = { open: 0, within: 1, closed: 2 } as const;

/** How a pool thread receives its gate; other threads have none. */
export interface GatedData {
  readonly gate: Int32Array<SharedArrayBuffer>;
}

const gate = (workerData as Partial<GatedData> | null)?.gate ?? null;

/**
 * Runs what a thread must not be terminated in the middle of. Terminated between creating and starting a zlib stream (`close
 * before init` in node_zlib.cc), Node aborts the whole process: every such call in a task goes through here, and the pool
 * waits for it.
 *
 * @example uninterrupted(() => inflateSync(packed));
 */
export function uninterrupted<T>(work: () => T): T {
  if (gate === null) return work();
  for (;;) {
    const was = Atomics.compareExchange(gate, 0, gateStates.open, gateStates.within);
    if (was === gateStates.open) break;
    // Only this thread enters, so this is a nested call.
    if (was === gateStates.within) return work();
    // The main thread closed the gate and is about to terminate this thread; wait for that.
    Atomics.wait(gate, 0, gateStates.closed);
  }
  try {
    return work();
  } finally {
    Atomics.store(gate, 0, gateStates.open);
  }
}
