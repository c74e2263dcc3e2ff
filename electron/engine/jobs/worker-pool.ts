import { safeStack } from '../../../shared/errors/scrub.ts';
import { availableParallelism, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { Platform } from '../platform/platform.ts';
import type { WorkerTasks } from '../worker.ts';
import { gateStates, type GatedData } from './uninterrupted.ts';
import type { FromWorker, SentPlatform, ToWorker, WorkerPlatform } from './worker-thread.ts';

export type WorkerTaskName = keyof WorkerTasks;
export type WorkerInput<K extends WorkerTaskName> = Parameters<WorkerTasks[K]>[0];
export type WorkerOutput<K extends WorkerTaskName> = Awaited<ReturnType<WorkerTasks[K]>>;

export interface WorkerLimits {
  /** Time the task may take once it runs, in milliseconds. */
  readonly timeoutMs?: number;
  /** Whether that time starts over whenever the task reports progress. */
  readonly isTimePerStep?: boolean;
  /** JavaScript heap the thread may use, in MiB. PDFium's memory has a limit of its own (pdf/pdfium/library.ts). */
  readonly maxMemoryMb?: number;
  /** The error a task ends in when it takes too long, too much memory, or crashes its thread. */
  readonly limitCode?: ErrorCode;
  /** File name without folder, for that error's sentence. */
  readonly name?: string;
  /** Stops the task at once: its thread is ended, so what it wrote outside the matter is the caller's to clear away. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: unknown) => void;
}

const defaultTimeoutMs = 60_000;
const defaultMemoryMb = 1_024;
/**
 * A thread at its limit gets 16 MiB more to unwind in. If more young objects than that survive at once, V8 ends the whole
 * process instead of the thread (seen in 2 of 3 runs of 25 exhausted threads with the default of 48; in none with this).
 */
const youngGenerationMb = 16;
/** A thread that holds more than this after a task is replaced: WebAssembly memory never shrinks. */
const keepWarmBelowBytes = 192 * 1024 * 1024;
/** How long a matter's release waits for a busy thread before it ends it. */
const releaseTimeoutMs = 5_000;
/** How long a thread may stay within `uninterrupted`, and how often that is checked, in milliseconds. */
const withinTimeoutMs = 2_000;
const withinPollMs = 1;
/** Memory of the machine for each, in bytes: one that recognizes text takes some 200 MiB of it. */
const memoryPerThread = 3.5 * 1024 ** 3;

/**
 * How many threads a pool has: at most one per core; two where there are two cores; up to four where that leaves cores and
 * memory for the windows and the rest of the system.
 *
 * @param cores the machine's, as the process may use them
 * @param memoryBytes the machine's
 */
export function threadsFor(cores: number, memoryBytes: number): number {
  const spared = Math.floor(Math.min(cores / 2, memoryBytes / memoryPerThread));
  return Math.max(1, Math.min(cores, Math.max(2, Math.min(4, spared))));
}

/** Threads of one pool. */
export const poolThreads = threadsFor(availableParallelism(), totalmem());

interface Task {
  readonly name: string;
  readonly input: unknown;
  readonly limits: WorkerLimits;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly gate: GatedData['gate'];
  readonly maxMemoryMb: number;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
  readonly ended: Promise<void>;
}

/** Ends a thread, but not in the middle of what ends the process when it is cut off: see `uninterrupted`. */
async function terminate({ worker, gate }: Thread): Promise<void> {
  const deadline = performance.now() + withinTimeoutMs;
  // Past the deadline the moment that matters is long over.
  while (
    Atomics.compareExchange(gate, 0, gateStates.open, gateStates.closed) === gateStates.within &&
    performance.now() < deadline
  )
    await pause(withinPollMs);
  await worker.terminate();
}

/** A thread has no log, so nothing reports what it starts in turn. */
type PoolPlatform = WorkerPlatform & Partial<Pick<Platform, 'log'>>;

/** A few warm threads; a task that misbehaves costs its own thread and nothing else. */
class WorkerPool {
  readonly #platform: PoolPlatform;
  readonly #threads = new Set<Thread>();
  #queue: Task[] = [];

  constructor(platform: PoolPlatform) {
    this.#platform = platform;
  }

  run(name: string, input: unknown, limits: WorkerLimits): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const task: Task = { name, input, limits, resolve, reject };
    const { signal } = limits;
    if (signal?.aborted) return Promise.reject(new AppError('CANCELLED'));
    const onAbort = () => this.#cancel(task);
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#queue.push(task);
    this.#dispatch();
    return promise.finally(() => signal?.removeEventListener('abort', onAbort));
  }

  #cancel(task: Task): void {
    this.#queue = this.#queue.filter((other) => other !== task);
    const thread = [...this.#threads].find((candidate) => candidate.task === task);
    if (thread) this.#lose(thread, new AppError('CANCELLED'));
    else task.reject(new AppError('CANCELLED'));
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      const maxMemoryMb = this.#queue[0]!.limits.maxMemoryMb ?? defaultMemoryMb;
      const idle = [...this.#threads].filter((thread) => thread.task === null);
      let thread = idle.find((candidate) => candidate.maxMemoryMb === maxMemoryMb);
      if (!thread && this.#threads.size >= poolThreads) {
        // The pool is full; an idle thread with another limit can make room.
        if (!idle[0]) return;
        this.#retire(idle[0]);
      }
      const task = this.#queue.shift()!;
      try {
        thread ??= this.#start(maxMemoryMb);
      } catch (error) {
        // The system refuses another thread.
        task.reject(error);
        continue;
      }
      this.#assign(thread, task);
    }
  }

  #start(maxMemoryMb: number): Thread {
    const { nativeBinding, pdfiumWasmPath, imageLibraries, assetsDirectory, appVersion, workerUrl } =
      this.#platform;
    const gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const workerData: SentPlatform & GatedData = {
      gate,
      nativeBinding,
      pdfiumWasmPath,
      imageLibraries,
      assetsDirectory,
      appVersion,
      workerUrl: workerUrl.href,
    };
    const worker = new Worker(workerUrl, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: youngGenerationMb },
    });
    const ended = Promise.withResolvers<void>();
    const thread: Thread = {
      worker,
      gate,
      maxMemoryMb,
      task: null,
      timer: undefined,
      ended: ended.promise,
    };
    worker.unref();
    worker.on('message', (message: FromWorker) => this.#hear(thread, message));
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return this.#lose(thread, 'memory');
      this.#platform.log?.warn('worker thread crashed', { task: thread.task?.name, stack: safeStack(error) });
      this.#lose(thread, 'crash');
    });
    worker.on('exit', () => {
      this.#lose(thread, 'crash');
      ended.resolve();
    });
    this.#threads.add(thread);
    return thread;
  }

  #assign(thread: Thread, task: Task): void {
    const { timeoutMs = defaultTimeoutMs } = task.limits;
    thread.task = task;
    thread.worker.ref();
    thread.timer = setTimeout(() => this.#lose(thread, 'time'), timeoutMs);
    thread.worker.postMessage({ kind: 'run', task: task.name, input: task.input } satisfies ToWorker);
  }

  #hear(thread: Thread, message: FromWorker): void {
    const { task } = thread;
    if (message.kind === 'released' || task === null) return;
    if (message.kind === 'progress') {
      if (task.limits.isTimePerStep) thread.timer?.refresh();
      return task.limits.onProgress?.(message.value);
    }
    this.#finish(thread);
    if (message.kind === 'done') {
      task.resolve(message.value);
      if (message.memoryBytes > keepWarmBelowBytes) this.#retire(thread);
    } else if ('code' in message.error) {
      task.reject(AppError.fromBody(message.error));
    } else {
      task.reject(Object.assign(new Error('a worker task failed'), { stack: message.error.stack }));
      this.#retire(thread);
    }
    this.#dispatch();
  }

  /** Ends a thread that hangs, crashed or is told to stop; its task, if any, ends in an error. */
  #lose(thread: Thread, cause: 'time' | 'memory' | 'crash' | AppError): void {
    const { task } = thread;
    this.#finish(thread);
    this.#retire(thread);
    if (task) {
      const { limitCode = 'PDF_LIMIT_EXCEEDED', name } = task.limits;
      const limit = cause === 'crash' ? {} : { limit: cause };
      task.reject(
        cause instanceof AppError
          ? cause
          : new AppError(limitCode, { ...limit, ...(name !== undefined && { name }) }),
      );
    }
    this.#dispatch();
  }

  #finish(thread: Thread): void {
    clearTimeout(thread.timer);
    thread.task = null;
    thread.worker.unref();
  }

  #retire(thread: Thread): void {
    if (this.#threads.delete(thread)) void terminate(thread);
  }

  /** Makes every thread close its connection to a matter; a thread that does not answer in time is ended. */
  async release(filePath: string): Promise<void> {
    await Promise.all(
      [...this.#threads].map(async (thread) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        const hear = (message: FromWorker) => {
          if (message.kind === 'released' && message.filePath === filePath) resolve();
        };
        thread.worker.on('message', hear);
        thread.worker.postMessage({ kind: 'release', filePath } satisfies ToWorker);
        const timer = setTimeout(() => this.#lose(thread, new AppError('CANCELLED')), releaseTimeoutMs);
        await Promise.race([promise, thread.ended]);
        clearTimeout(timer);
        thread.worker.off('message', hear);
      }),
    );
  }

  async close(): Promise<void> {
    const threads = [...this.#threads];
    for (const task of this.#queue.splice(0)) task.reject(new AppError('CANCELLED'));
    for (const thread of threads) this.#lose(thread, new AppError('CANCELLED'));
    await Promise.all(threads.map((thread) => thread.ended));
  }
}

const pools = new WeakMap<PoolPlatform, WorkerPool>();

/**
 * Runs a task of engine/worker.ts in a thread of its own, under limits. A task may have threads of its own in turn: it closes them
 * before it ends, and they end with its thread.
 *
 * @param name a key of the task record in engine/worker.ts
 * @param input plain data; sent as a structured clone
 * @returns what the task returns
 * @throws AppError the task's own; `limitCode` (PDF_LIMIT_EXCEEDED unless told) when it hangs, crashes or runs out of
 *   memory; CANCELLED when the signal stops it
 * @example
 *   const { pages } = await runInWorker(platform, 'pdf.inspect', { source }, { timeoutMs: 30_000, signal });
 */
export async function runInWorker<K extends WorkerTaskName>(
  platform: PoolPlatform,
  name: K,
  input: WorkerInput<K>,
  limits: WorkerLimits = {},
): Promise<WorkerOutput<K>> {
  let pool = pools.get(platform);
  if (!pool) pools.set(platform, (pool = new WorkerPool(platform)));
  return (await pool.run(name, input, limits)) as WorkerOutput<K>;
}

/** Resolves once no worker holds a connection to the matter file. Must precede closing the matter. */
export async function releaseMatterInWorkers(platform: Platform, filePath: string): Promise<void> {
  await pools.get(platform)?.release(filePath);
}

/** Ends all threads; tasks still running end as CANCELLED. The next task starts a new thread. */
export async function closeWorkers(platform: PoolPlatform): Promise<void> {
  await pools.get(platform)?.close();
}
