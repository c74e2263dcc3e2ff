import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorBody } from '../../../shared/contract/define.ts';
import { declaredError } from '../platform/system-errors.ts';
import type { Platform } from '../platform/platform.ts';
import { openDatabase } from '../store/database.ts';

/** What a worker needs to open a matter to read. */
export interface MatterFile {
  readonly filePath: string;
  /** Null when the matter is not encrypted. */
  readonly passphrase: string | null;
}

/** What a thread knows of the platform. */
export type WorkerPlatform = Pick<
  Platform,
  'nativeBinding' | 'pdfiumWasmPath' | 'imageLibraries' | 'assetsDirectory' | 'appVersion' | 'workerUrl'
>;

/** The same as it is sent to a thread: an address goes as text. */
export type SentPlatform = Omit<WorkerPlatform, 'workerUrl'> & { readonly workerUrl: string };

/** What a task can reach. */
export interface WorkerContext {
  readonly platform: WorkerPlatform;
  /** Tells the caller how far the work is; the value is the task's own, plain and cloneable. */
  progress(value: unknown): void;
  /** A read-only connection to a matter, kept warm between tasks and closed before the matter closes. */
  openMatter(matter: MatterFile): Database.Database;
}

/** Work done in a thread of its own. Input and output travel as structured clones. */
export type WorkerFunction<I, O> = (input: I, context: WorkerContext) => O | Promise<O>;

export type ToWorker =
  | { readonly kind: 'run'; readonly task: string; readonly input: unknown }
  | { readonly kind: 'release'; readonly filePath: string };

export type FromWorker =
  | { readonly kind: 'done'; readonly value: unknown; readonly memoryBytes: number }
  | { readonly kind: 'failed'; readonly error: ErrorBody | { readonly stack: string } }
  | { readonly kind: 'progress'; readonly value: unknown }
  | { readonly kind: 'released'; readonly filePath: string };

const worthAskingMs = 30;

/**
 * Answers the pool's messages for as long as the thread lives. Called once, by engine/worker.ts.
 *
 * @param tasks name → how its function is loaded; the pool derives the types of `runInWorker` from this record
 */
export function serveTasks(
  tasks: Readonly<Record<string, () => Promise<WorkerFunction<never, unknown>>>>,
): void {
  const port = parentPort;
  if (!port) throw new Error('worker.ts must be started as a worker thread');
  const send = (message: FromWorker) => port.postMessage(message);
  const sent = workerData as SentPlatform;
  const platform: WorkerPlatform = { ...sent, workerUrl: new URL(sent.workerUrl) };
  const matters = new Map<string, Database.Database>();
  let memoryBytes = 0;

  const context: WorkerContext = {
    platform,
    progress: (value) => send({ kind: 'progress', value }),
    openMatter({ filePath, passphrase }) {
      let db = matters.get(filePath);
      if (!db) {
        if (!existsSync(filePath)) throw new AppError('MATTER_MOVED', { name: basename(filePath) });
        db = openDatabase(filePath, {
          passphrase,
          isReadOnly: true,
          mustExist: true,
          nativeBinding: platform.nativeBinding,
        });
        matters.set(filePath, db);
      }
      return db;
    },
  };

  async function run(name: string, input: unknown): Promise<void> {
    try {
      const load = tasks[name];
      if (!load) throw new Error(`no task ${name} in worker.ts`);
      const task = (await load()) as WorkerFunction<unknown, unknown>;
      const started = performance.now();
      const value = await task(input, context);
      // Asking takes a millisecond: only a task that took its time can have taken much memory.
      if (performance.now() - started > worthAskingMs) memoryBytes = process.memoryUsage().external;
      send({ kind: 'done', value, memoryBytes });
    } catch (error) {
      const known = error instanceof AppError ? error : declaredError(error);
      send({
        kind: 'failed',
        error: known?.toBody() ?? { stack: error instanceof Error ? String(error.stack) : String(error) },
      });
    }
  }

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'run') return void run(message.task, message.input);
    matters.get(message.filePath)?.close();
    matters.delete(message.filePath);
    send({ kind: 'released', filePath: message.filePath });
  });
}
