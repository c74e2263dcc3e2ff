import { Worker } from 'node:worker_threads';

/** What takes the time: PDFium or the reading of a mail, in this thread; or a decoder of pictures, in threads of its own meanwhile. */
export type WatchedWork = 'pdf' | 'picture';

/** Told of each stretch of work that cannot be interrupted from within; of each kind one at a time. */
export interface Watch {
  begin(work: WatchedWork): void;
  end(work: WatchedWork): void;
}

export const unwatched: Watch = { begin() {}, end() {} };

/**
 * Ends this whole process when one stretch of work takes too long. PDFium runs in this thread and cannot be stopped there: a
 * second thread looks at the time the work began and kills the process, and main starts it again.
 *
 * @param limitMs how long one page may take, in milliseconds
 */
export function startWatchdog(limitMs: number): Watch {
  // A number for each kind of work, shared with the watching thread: when the present one began, 0 between works.
  const began = new BigInt64Array(new SharedArrayBuffer(16));
  const places: Readonly<Record<WatchedWork, number>> = { pdf: 0, picture: 1 };
  new Worker(watching, { eval: true, workerData: { began, limitMs } }).unref();
  return {
    begin: (work) => void Atomics.store(began, places[work], BigInt(Date.now())),
    end: (work) => void Atomics.store(began, places[work], 0n),
  };
}

/** Runs in the watching thread; plain text, so that it needs no file beside the bundle. */
const watching = `
  const { workerData: { began, limitMs } } = require('node:worker_threads');
  setInterval(() => {
    for (let place = 0; place < began.length; place++) {
      const since = Number(Atomics.load(began, place));
      if (since !== 0 && Date.now() - since > limitMs) process.kill(process.pid, 'SIGKILL');
    }
  }, 250);
`;
