import { createClient } from '../../shared/contract/client.ts';
import { api, type EngineClient, type JobName, type JobResult } from '../../shared/contract/api.ts';
import type { InputOf, Reply } from '../../shared/contract/define.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Job } from '../../shared/model/job.ts';
import { diagnosticsHandlers } from './diagnostics/index.ts';
import { createDispatcher, type Caller } from './dispatch.ts';
import { docketHandlers } from './docket/index.ts';
import { evidenceHandlers } from './evidence/index.ts';
import { exhibitsHandlers } from './exhibits/index.ts';
import type { Handlers } from './handlers.ts';
import { historyHandlers } from './history/index.ts';
import { Jobs, jobsHandlers } from './jobs/index.ts';
import { MatterRegistry, matterHandlers, type ReaderHost } from './matter/index.ts';
import { pdfHandlers } from './pdf/index.ts';
import { FileTokens } from './platform/file-tokens.ts';
import type { Platform } from './platform/platform.ts';
import { SettingsStore, settingsHandlers } from './settings/index.ts';

export { createNodePlatform } from './platform/node-platform.ts';
export type { Logger } from './platform/logger.ts';
export type { Platform } from './platform/platform.ts';
export type { ReaderHost } from './matter/index.ts';

export interface EngineOptions {
  readonly platform: Platform;
  /** Parse outputs too; on in tests. */
  readonly checksOutput?: boolean;
  /** The process that reads pages, told which matters open and close. */
  readonly readerHost?: ReaderHost;
}

export interface Engine {
  /** A way in for one caller. */
  connect(caller: Caller): EngineConnection;
  /** Hears everything the engine tells; answers how to stop hearing. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Stands in for a path towards windows. Only for hosts that asked the user. */
  grantFile(path: string): string;
  /** Cancels jobs and closes every matter. */
  close(): Promise<void>;
}

export interface EngineConnection {
  readonly client: EngineClient;
  call(operation: string, input: unknown): Promise<Reply>;
  /**
   * Starts long work and waits for its result.
   * @throws AppError the job's own error, or CANCELLED
   * @example await connection.runJob('matter.verify', { matterId })
   */
  runJob<K extends JobName>(
    operation: K,
    input: InputOf<typeof api, K>,
    options?: { signal?: AbortSignal; onProgress?: (job: Job) => void },
  ): Promise<JobResult<K>>;
}

const handlers: Handlers = {
  ...matterHandlers,
  ...docketHandlers,
  ...evidenceHandlers,
  ...exhibitsHandlers,
  ...jobsHandlers,
  ...historyHandlers,
  ...settingsHandlers,
  ...pdfHandlers,
  ...diagnosticsHandlers,
};

/**
 * The only door to the engine. Plain Node: no Electron anywhere behind it.
 *
 * @example
 *   const engine = createEngine({ platform: createNodePlatform({ … }) });
 *   const { client } = engine.connect({ isTrusted: true });
 *   const matter = await client['matter.create']({ target: { path: 'x.matter' }, fields: { title: 'Parler v. AWS' } });
 */
export function createEngine({ platform, checksOutput = false, readerHost }: EngineOptions): Engine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event));
  const settings = new SettingsStore(platform);
  const jobs = new Jobs(platform, emit);
  const matters = new MatterRegistry({ platform, jobs, emit, ...(readerHost && { readerHost }) });
  const tokens = new FileTokens();
  const services = { matters, jobs, settings, tokens };
  const dispatch = createDispatcher({ handlers, services, platform, emit, checksOutput });

  const subscribe = (listener: (event: EngineEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    subscribe,
    grantFile: (path) => tokens.grant(path),
    close: () => matters.closeAll(),
    connect(caller) {
      const call = (operation: string, input: unknown) => dispatch(caller, operation, input);
      const client = createClient(api, call);
      return {
        client,
        call,
        async runJob(operation, input, { signal, onProgress } = {}) {
          const { matterId } = input as { matterId: string };
          const ended = Promise.withResolvers<Job>();
          let jobId: string | null = null;
          const early: Job[] = [];
          const hear = (job: Job) => {
            if (job.id !== jobId) return;
            onProgress?.(job);
            if (job.state !== 'running') ended.resolve(job);
          };
          // The job may tell of itself before the call that started it has answered.
          const stop = subscribe((event) => {
            if (event.name !== 'job.progressed') return;
            if (jobId === null) early.push(event.job);
            else hear(event.job);
          });
          try {
            const started = await call(operation, input);
            if (!started.ok) throw AppError.fromBody(started.error);
            jobId = (started.value as { jobId: string }).jobId;
            early.forEach(hear);
            const cancel = () => void client['jobs.cancel']({ matterId, jobId: jobId! });
            if (signal?.aborted) cancel();
            signal?.addEventListener('abort', cancel, { once: true });
            const job = await ended.promise;
            signal?.removeEventListener('abort', cancel);
            if (job.error) throw AppError.fromBody(job.error as Parameters<typeof AppError.fromBody>[0]);
            return job.result as JobResult<typeof operation>;
          } finally {
            stop();
          }
        },
      };
    },
  };
}
