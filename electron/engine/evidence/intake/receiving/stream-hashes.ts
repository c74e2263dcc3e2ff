import { safeStack } from '../../../../../shared/errors/scrub.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { MatterSession } from '../../../store/session.ts';
import type { SeenBytes } from '../../content/tasks.ts';
import { batchOf, beginRing, ringSlots, sayEnd, sayFilled, type HashRing } from './hash-ring.ts';

/** Hashing is bounded by the disk alone: an hour is enough for a terabyte. */
const timeoutMs = 3_600_000;

/** Buffers that are filled, written and hashed at the same time: by the reader, by the writer, and by a thread of its own. */
export interface StreamHashes {
  /** The buffer to fill next, once what it held before is hashed. */
  nextBuffer(): Promise<Buffer>;
  /** Has this many bytes of the last buffer given hashed; they must stay as they are until `nextBuffer` gives it again. */
  hash(bytes: number): void;
  /** Releases the thread; returns what it saw in all bytes, or null where the thread was lost. May be called again. */
  finish(): Promise<SeenBytes | null>;
}

/** One ring a matter is kept for the next large file: shared memory is given back late, thread by thread. */
const spare = new WeakMap<MatterSession, HashRing>();

/**
 * Hashes in a worker thread what is written here meanwhile.
 *
 * @param batchBytes bytes of each buffer
 * @param signal ends the thread
 * @param mark PDF name to look for in the bytes
 * @example
 *   const hashes = streamHashes(session, { batchBytes: chunkBytes, signal });
 *   for (let read = 1; read > 0;) { const buffer = await hashes.nextBuffer(); hashes.hash((read = await fill(buffer))); }
 *   const seen = await hashes.finish();
 */
export function streamHashes(
  session: MatterSession,
  {
    batchBytes,
    signal,
    mark,
  }: { readonly batchBytes: number; readonly signal: AbortSignal; readonly mark?: string | undefined },
): StreamHashes {
  const { platform } = session;
  const ring = beginRing(batchBytes, spare.get(session));
  spare.delete(session);
  let given = 0;
  let hashed = 0;
  let isLost = false;
  let wake: () => void = () => undefined;
  const answer: Promise<SeenBytes | null> = runInWorker(
    platform,
    'content.hashStream',
    { ring, mark },
    {
      timeoutMs,
      signal,
      onProgress: (batches) => {
        hashed = batches as number;
        wake();
      },
    },
  ).catch((error: unknown) => {
    isLost = true;
    wake();
    if (!signal.aborted) platform.log.warn('the thread that hashes was lost', { reason: safeStack(error) });
    return null;
  });
  return {
    async nextBuffer() {
      while (given - hashed >= ringSlots && !isLost)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      given += 1;
      return batchOf(ring, given - 1);
    },
    hash: (bytes) => sayFilled(ring, given - 1, bytes),
    async finish() {
      sayEnd(ring);
      const seen = await answer;
      // A thread that was lost may still hold the ring.
      if (seen) spare.set(session, ring);
      return seen;
    },
  };
}
