import { Worker } from 'node:worker_threads';

/** Told of each stretch of work that cannot be interrupted from within. */
export interface Watch {
  begin(): void;
  end(): void;
}

export const unwatched: Watch = { begin() {}, end() {} };

/**
 * Ends this whole process when one stretch of work takes too long. PDFium runs in this thread and cannot be stopped there: a
 * second thread looks at the time the work began and kills the process, and main starts it again.
 *
 * @param limitMs how long one page may take, in milliseconds
 */
export function startWatchdog(limitMs: number): Watch {
  // One number shared with the watching thread: when the present work began, 0 between works.
  const began = new BigInt64Array(new SharedArrayBuffer(8));
  new Worker(watching, { eval: true, workerData: { began, limitMs } }).unref();
  return {
    begin: () => void Atomics.store(began, 0, BigInt(Date.now())),
    end: () => void Atomics.store(began, 0, 0n),
  };
}

/** Runs in the watching thread; plain text, so that it needs no file beside the bundle. */
const watching = `
  const { workerData: { began, limitMs } } = require('node:worker_threads');
  setInterval(() => {
    const since = Number(Atomics.load(began, 0));
    if (since !== 0 && Date.now() - since > limitMs) process.kill(process.pid, 'SIGKILL');
  }, 250);
`;
