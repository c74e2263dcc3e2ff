import { createClient } from '../../shared/contract/client.ts';
import { api, type EngineClient, type JobName, type JobResult } from '../../shared/contract/api.ts';
import type { ErrorBody, InputOf, Reply } from '../../shared/contract/define.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { safeStack } from '../../shared/errors/scrub.ts';
import type { Job } from '../../shared/model/job.ts';
import { handlers } from './all-handlers.ts';
import { createDispatcher, type Caller } from './dispatch.ts';
import { sweepReadSources } from './docket/index.ts';
import { isTextPending, sweepStagedContent } from './evidence/index.ts';
import { recordPublishedBuilds, sweepStagedBuilds } from './exhibits/index.ts';
import { Jobs } from './jobs/index.ts';
import { closeWorkers } from './jobs/worker-pool.ts';
import { isVerificationDue, MatterRegistry, type ReaderHost } from './matter/index.ts';
import { FileTokens } from './platform/file-tokens.ts';
import type { Platform } from './platform/platform.ts';
import { fillSample } from './sample/index.ts';
import { SettingsStore } from './settings/index.ts';
import { isToReadOnly } from './store/review-copies.ts';

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
  /**
   * Whether opening a matter for writing starts jobs by itself: reading its unread text, and verifying its originals when
   * that is due. On in the app; off on the command line and in tests, which start them explicitly.
   */
  readonly startsJobsOnOpen?: boolean;
}

/** How long those jobs wait after a matter opened, in milliseconds: what the person opened it for comes first. */
const jobsOnOpenDelayMs = 2_000;

export interface Engine {
  /** An entry point for one caller. */
  connect(caller: Caller): EngineConnection;
  /** Calls `listener` with everything the engine reports; returns a function that stops it. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Exchanges a path for a token that windows can use once. Only for hosts that asked the user. */
  grantFile(path: string): string;
  /** Cancels jobs and closes every matter. */
  close(): Promise<void>;
}

export interface WaitOptions {
  /** Cancels the job when aborted. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (job: Job) => void;
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
    options?: WaitOptions,
  ): Promise<JobResult<K>>;
  /**
   * Waits for the result of work that is already under way.
   * @throws AppError the job's own error, or CANCELLED
   */
  waitForJob(matterId: string, jobId: string, options?: WaitOptions): Promise<unknown>;
}

/**
 * The only way into the engine. Plain Node: nothing behind it uses Electron.
 *
 * @example
 *   const engine = createEngine({ platform: createNodePlatform({ … }) });
 *   const { client } = engine.connect({ isTrusted: true });
 *   const matter = await client['matter.create']({ target: { path: 'x.matter' }, fields: { title: 'Parler v. AWS' } });
 */
export function createEngine({
  platform,
  checksOutput = false,
  readerHost,
  startsJobsOnOpen = false,
}: EngineOptions): Engine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event));
  const settings = new SettingsStore(platform);
  const jobs = new Jobs(platform, emit);
  const matters = new MatterRegistry({
    platform,
    jobs,
    emit,
    sweeps: [
      (session) => void sweepStagedContent(session),
      sweepStagedBuilds,
      recordPublishedBuilds,
      (session) => sweepReadSources(session),
    ],
    fillSample: async (context) => void (await fillSample(context)),
    ...(readerHost && { readerHost }),
  });
  const tokens = new FileTokens();
  const services = { matters, jobs, settings, tokens };
  const dispatch = createDispatcher({ handlers, services, platform, emit, checksOutput });

  const subscribe = (listener: (event: EngineEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  const startJobsOnOpen = (matterId: string) => {
    const session = matters.list().find(({ id }) => id === matterId);
    if (!session || isToReadOnly(session)) return;
    try {
      if (isTextPending(session)) void dispatch({ isTrusted: false }, 'evidence.readText', { matterId });
      if (isVerificationDue(session, settings.get().verifyEveryDays))
        void dispatch({ isTrusted: false }, 'matter.verify', { matterId });
    } catch (error) {
      // Thrown from a timer this would end the process, and every open matter with it, over one damaged file.
      platform.log.error('no jobs started on opening', { stack: safeStack(error) });
    }
  };
  if (startsJobsOnOpen)
    subscribe((event) => {
      if (event.name === 'matter.opened')
        setTimeout(() => startJobsOnOpen(event.matterId), jobsOnOpenDelayMs).unref();
    });

  return {
    subscribe,
    grantFile: (path) => tokens.grant(path),
    async close() {
      await matters.closeAll();
      await closeWorkers(platform);
    },
    connect: (caller) =>
      createConnection((operation, input) => dispatch(caller, operation, input), subscribe),
  };
}

function createConnection(call: EngineConnection['call'], subscribe: Engine['subscribe']): EngineConnection {
  const client = createClient(api, call);
  const waitForJob: EngineConnection['waitForJob'] = async (matterId, jobId, { signal, onProgress } = {}) => {
    const which = { matterId, jobId };
    const cancel = () => void client['jobs.cancel'](which);
    const { promise, resolve } = Promise.withResolvers<Job>();
    const receive = (job: Job) => {
      if (job.id !== jobId) return;
      onProgress?.(job);
      if (job.state !== 'running') resolve(job);
    };
    const stop = subscribe((event) => event.name === 'job.progressed' && receive(event.job));
    try {
      // It may have ended before the subscription.
      receive(await client['jobs.get'](which));
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      const job = await promise;
      if (job.error) throw AppError.fromBody(job.error as ErrorBody);
      return job.result;
    } finally {
      signal?.removeEventListener('abort', cancel);
      stop();
    }
  };
  return {
    client,
    call,
    async runJob(operation, input, options) {
      const started = await call(operation, input);
      if (!started.ok) throw AppError.fromBody(started.error);
      const { matterId } = input as { matterId: string };
      const { jobId } = started.value as { jobId: string };
      return (await waitForJob(matterId, jobId, options)) as JobResult<typeof operation>;
    },
    waitForJob,
  };
}
