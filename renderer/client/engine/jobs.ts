import { useMemo } from 'react';
import type { Api, JobName, JobResult } from '../../../shared/contract/api.ts';
import type { ErrorBody, InputOf } from '../../../shared/contract/define.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Job } from '../../../shared/model/job.ts';
import { engineClient, engineTransport } from './connection.ts';
import { useEngineQuery } from './engine-provider.tsx';
import { useOpenMatter } from '../matter.tsx';

/**
 * Starts long work and waits for its end. Progress and Cancel are shown by the status bar; this is for the result.
 *
 * @returns the job's result
 * @throws AppError what the job failed with; CANCELLED when the user stopped it; INTERRUPTED when the engine stopped
 * @example const { ok, problems } = await runJob('matter.verify', { matterId });
 */
export async function runJob<K extends JobName>(operation: K, input: InputOf<Api, K>): Promise<JobResult<K>> {
  const { matterId } = input as { matterId: string };
  return waitForJob<JobResult<K>>(matterId, async () => {
    const { jobId } = (await engineClient[operation](input)) as { jobId: string };
    return jobId;
  });
}

/** Waits for the end of work that `start` sets going. @throws AppError as `runJob` does */
export async function waitForJob<T = unknown>(matterId: string, start: () => Promise<string>): Promise<T> {
  const ended = new Map<string, Job>();
  let awaited: string | null = null;
  const end = Promise.withResolvers<Job>();
  const stopEvents = engineTransport.onEvent((event: EngineEvent) => {
    if (event.name !== 'job.progressed' || event.job.state === 'running') return;
    // Short work may end before the reply that names it arrives.
    ended.set(event.job.id, event.job);
    if (event.job.id === awaited) end.resolve(event.job);
  });
  const stopRestarts = engineTransport.onRestart(() => end.reject(new AppError('INTERRUPTED')));
  try {
    awaited = await start();
    const early = ended.get(awaited) ?? (await engineClient['jobs.get']({ matterId, jobId: awaited }));
    const job = early.state === 'running' ? await end.promise : early;
    if (job.state === 'done') return job.result as T;
    throw job.error ? AppError.fromBody(job.error as ErrorBody) : new AppError('INTERRUPTED');
  } finally {
    stopEvents();
    stopRestarts();
    end.promise.catch(() => undefined);
  }
}

export interface Jobs {
  /** Running first, then what ended, newest first. */
  readonly jobs: readonly Job[];
  readonly running: readonly Job[];
  readonly cancel: (job: Job) => void;
  readonly dismiss: (job: Job) => void;
}

const none: readonly Job[] = [];

/** The open matter's long work, kept up to date as it progresses. */
export function useJobs(): Jobs {
  const matterId = useOpenMatter()?.id ?? '';
  const { data: jobs = none, refetch } = useEngineQuery('jobs.list', matterId === '' ? null : { matterId });
  return useMemo(
    () => ({
      jobs,
      running: jobs.filter((job) => job.state === 'running'),
      // A job that ended or went in the meantime needs neither; the list shows it when read again.
      cancel: (job) =>
        void engineClient['jobs.cancel']({ matterId, jobId: job.id }).catch(() => void refetch()),
      dismiss: (job) =>
        void engineClient['jobs.dismiss']({ matterId, jobId: job.id }).catch(() => void refetch()),
    }),
    [jobs, matterId, refetch],
  );
}
