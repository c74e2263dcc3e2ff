import { AppError } from '../../../shared/errors/app-error.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { JobId } from '../../../shared/model/common.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { AreaHandlers } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import type { Platform } from '../platform/platform.ts';

/** How often progress is told at most, in milliseconds. */
const progressIntervalMs = 100;

export interface JobControl {
  readonly signal: AbortSignal;
  progress(done: number, total: number, note: string): void;
}

interface Running {
  job: Job;
  readonly session: MatterSession;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Runs long work and keeps its state: running in memory, started and ended in the matter. */
export class Jobs {
  readonly #platform: Platform;
  readonly #emit: (event: EngineEvent) => void;
  readonly #running = new Map<string, Running>();

  constructor(platform: Platform, emit: (event: EngineEvent) => void) {
    this.#platform = platform;
    this.#emit = emit;
  }

  /** Starts long work; answers at once with its id. What it throws becomes the job's error. */
  start(
    session: MatterSession,
    operation: string,
    work: (control: JobControl) => Promise<unknown>,
  ): { jobId: JobId } {
    const job: Job = {
      id: this.#platform.newId() as JobId,
      operation,
      title: titles[operation] ?? operation,
      state: 'running',
      done: 0,
      total: 0,
      note: '',
      startedAt: this.#platform.now(),
      endedAt: null,
      result: null,
      error: null,
    };
    const { id, title, state, startedAt } = job;
    // A matter opened to read only can be verified and copied; its jobs are then remembered in memory alone.
    if (!session.isReadOnly) {
      session.run(
        sql
          .insertInto('job')
          .values({ id, operation, title, state, started_at: startedAt, done: 0, total: 0, note: '' }),
      );
    }
    const abort = new AbortController();
    const running: Running = {
      job,
      session,
      abort,
      ended: Promise.resolve().then(() => this.#run(running, work)),
    };
    this.#running.set(id, running);
    this.#tell(running);
    return { jobId: id };
  }

  async #run(running: Running, work: (control: JobControl) => Promise<unknown>): Promise<void> {
    let toldAt = 0;
    const progress: JobControl['progress'] = (done, total, note) => {
      running.job = { ...running.job, done, total, note };
      const now = performance.now();
      if (now - toldAt < progressIntervalMs) return;
      toldAt = now;
      this.#tell(running);
    };
    try {
      const result = await work({ signal: running.abort.signal, progress });
      running.job = { ...running.job, state: 'done', result, done: running.job.total };
    } catch (error) {
      const body = error instanceof AppError ? error.toBody() : new AppError('INTERNAL').toBody();
      const isCancelled = running.abort.signal.aborted || body.code === 'CANCELLED';
      running.job = {
        ...running.job,
        state: isCancelled ? 'cancelled' : 'failed',
        error: isCancelled ? new AppError('CANCELLED').toBody() : body,
      };
    }
    running.job = { ...running.job, endedAt: this.#platform.now() };
    this.#running.delete(running.job.id);
    const { id, state, done, total, note, endedAt, result, error } = running.job;
    if (!running.session.isReadOnly && running.session.db.open) {
      running.session.run(
        sql
          .updateTable('job')
          .set({
            state,
            done,
            total,
            note,
            ended_at: endedAt,
            result: result === null ? null : JSON.stringify(result),
            error: error && JSON.stringify(error),
          })
          .where('id', '=', id),
      );
    } else {
      this.#endedReadOnly.set(id, running.job);
    }
    this.#tell(running);
  }

  readonly #endedReadOnly = new Map<string, Job>();

  #tell(running: Running): void {
    this.#emit({ name: 'job.progressed', matterId: running.session.id, job: running.job });
  }

  /** Running work first, then what ended, newest first. */
  list(session: MatterSession): Job[] {
    const running = [...this.#running.values()].filter((r) => r.session === session).map((r) => r.job);
    const ended = session.all(
      sql
        .selectFrom('job')
        .selectAll()
        .where('state', '<>', 'running')
        .orderBy('started_at', 'desc')
        .limit(200),
    );
    return [...running, ...ended.map(fromRow)];
  }

  /** @throws AppError JOB_NOT_FOUND */
  get(session: MatterSession, id: string): Job {
    const running = this.#running.get(id);
    if (running) return running.job;
    const remembered = this.#endedReadOnly.get(id);
    if (remembered) return remembered;
    const row = session.get(sql.selectFrom('job').selectAll().where('id', '=', id));
    if (!row) throw new AppError('JOB_NOT_FOUND');
    return fromRow(row);
  }

  /** Asks a job to stop. One that already ended stays as it ended. */
  cancel(session: MatterSession, id: string): void {
    this.get(session, id);
    this.#running.get(id)?.abort.abort(new AppError('CANCELLED'));
  }

  dismiss(session: MatterSession, id: string): void {
    if (this.#running.has(id)) return;
    this.get(session, id);
    session.run(sql.deleteFrom('job').where('id', '=', id));
  }

  isBusy(session: MatterSession): boolean {
    return [...this.#running.values()].some((r) => r.session === session);
  }

  /** Cancels a matter's running jobs and waits until each has ended. */
  async stopAll(session: MatterSession): Promise<void> {
    const own = [...this.#running.values()].filter((r) => r.session === session);
    for (const r of own) r.abort.abort(new AppError('CANCELLED'));
    await Promise.all(own.map((r) => r.ended));
  }

  /** Marks what a crash left running. Called once when a matter is opened for writing. */
  markInterrupted(session: MatterSession): void {
    const error = JSON.stringify(new AppError('INTERRUPTED').toBody());
    session.run(
      sql
        .updateTable('job')
        .set({ state: 'interrupted', ended_at: this.#platform.now(), error })
        .where('state', '=', 'running'),
    );
  }
}

const titles: Readonly<Record<string, string>> = {
  'evidence.add': 'Add evidence',
  'evidence.export': 'Export originals',
  'exhibits.build': 'Build exhibits',
  'matter.backup': 'Back up',
  'matter.verify': 'Verify originals',
  'matter.createSample': 'Prepare the sample matter',
};

type JobRow = {
  id: string;
  operation: string;
  title: string;
  state: Job['state'];
  done: number;
  total: number;
  note: string;
  started_at: string;
  ended_at: string | null;
  result: string | null;
  error: string | null;
};

function fromRow(row: JobRow): Job {
  const { started_at, ended_at, result, error, ...rest } = row;
  return {
    ...rest,
    id: row.id as JobId,
    startedAt: started_at,
    endedAt: ended_at,
    result: result === null ? null : JSON.parse(result),
    error: error === null ? null : JSON.parse(error),
  };
}

export const jobsHandlers: AreaHandlers<'jobs'> = {
  'jobs.list': (_input, { services, session }) => services.jobs.list(session),
  'jobs.get': ({ jobId }, { services, session }) => services.jobs.get(session, jobId),
  'jobs.cancel': ({ jobId }, { services, session }) => (services.jobs.cancel(session, jobId), null),
  'jobs.dismiss': ({ jobId }, { services, session }) => (services.jobs.dismiss(session, jobId), null),
};
