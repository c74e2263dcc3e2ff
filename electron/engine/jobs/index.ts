import { sql as raw, type Selectable } from 'kysely';
import type { JobName, OperationName } from '../../../shared/contract/api.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { JobId } from '../../../shared/model/common.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { AreaHandlers } from '../handlers.ts';
import { compare } from '../../../shared/domain/compare.ts';
import { sql } from '../store/query-builder.ts';
import { isToReadOnly } from '../store/review-copies.ts';
import type { Schema } from '../store/schema.ts';
import type { MatterSession } from '../store/session.ts';
import type { Platform } from '../platform/platform.ts';
import { toAppError } from '../platform/to-app-error.ts';

/** Progress is reported at most this often, in milliseconds. */
const progressIntervalMs = 100;
/** How many ended jobs a matter keeps. */
const keptJobs = 200;

export interface JobControl {
  readonly jobId: JobId;
  readonly signal: AbortSignal;
  progress(done: number, total: number, note: string): void;
}

interface Running {
  job: Job;
  readonly session: MatterSession;
  readonly abort: AbortController;
  /** Whether its result may name paths, and is kept from the matter, where windows would find it. */
  readonly isTrusted: boolean;
  readonly ended: Promise<void>;
}

/** Runs long work and keeps its state: running in memory, started and ended in the matter. */
export class Jobs {
  readonly #platform: Platform;
  readonly #emit: (event: EngineEvent) => void;
  readonly #running = new Map<string, Running>();
  /** Ended jobs that could not be written into their matter, or not completely: it is open read-only, or its disk is full. */
  readonly #remembered = new WeakMap<MatterSession, Map<string, Job>>();
  /** Jobs dismissed in a matter that is open read-only. */
  readonly #hidden = new Set<string>();

  constructor(platform: Platform, emit: (event: EngineEvent) => void) {
    this.#platform = platform;
    this.#emit = emit;
  }

  /**
   * Starts long work; returns at once with its id. What it throws becomes the job's error.
   *
   * @param options.isTrusted whether the caller may see paths: the result then lasts as long as the session only
   */
  start(
    session: MatterSession,
    operation: OperationName,
    work: (control: JobControl) => Promise<unknown>,
    { isTrusted }: { isTrusted: boolean },
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
    // A matter that is open read-only can be verified and copied; its jobs are kept in memory only.
    if (!isToReadOnly(session)) {
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
      isTrusted,
      ended: Promise.resolve().then(() => this.#run(running, work)),
    };
    this.#running.set(id, running);
    this.#tell(running);
    return { jobId: id };
  }

  async #run(running: Running, work: (control: JobControl) => Promise<unknown>): Promise<void> {
    const { abort } = running;
    let toldAt = 0;
    const progress: JobControl['progress'] = (done, total, note) => {
      // Work that has ended may still report.
      if (running.job.state !== 'running') return;
      running.job = { ...running.job, done, total, note };
      const now = performance.now();
      if (now - toldAt < progressIntervalMs) return;
      toldAt = now;
      this.#tell(running);
    };
    let end: Pick<Job, 'state' | 'result' | 'error'>;
    try {
      // Canceled before it began.
      abort.signal.throwIfAborted();
      const result = await work({ jobId: running.job.id, signal: abort.signal, progress });
      end = { state: 'done', result, error: null };
      running.job = { ...running.job, done: running.job.total };
    } catch (error) {
      const isCanceled = abort.signal.aborted && isConsequenceOf(abort.signal, error);
      const declared = isCanceled
        ? new AppError('CANCELLED')
        : toAppError(error, running.job.operation, this.#platform);
      end = {
        state: declared.code === 'CANCELLED' ? 'cancelled' : 'failed',
        result: null,
        error: declared.toBody(),
      };
    }
    running.job = { ...running.job, ...end, endedAt: this.#platform.now() };
    this.#keep(running);
    this.#running.delete(running.job.id);
    this.#tell(running);
  }

  /** Writes how a job ended into its matter, or remembers it if that is impossible. */
  #keep({ session, job, isTrusted }: Running): void {
    if (isTrusted) this.#rememberedOf(session).set(job.id, job);
    if (!isToReadOnly(session)) {
      try {
        const { id, state, done, total, note, endedAt, result, error } = job;
        session.run(
          sql
            .updateTable('job')
            .set({
              state,
              done,
              total,
              note,
              ended_at: endedAt,
              result: result === null || isTrusted ? null : JSON.stringify(result),
              error: error && JSON.stringify(error),
            })
            .where('id', '=', id),
        );
        return;
      } catch (error) {
        // A full disk must not hide how the work ended: the row stays 'running' and is read as interrupted next time. Bugs are logged.
        toAppError(error, job.operation, this.#platform);
      }
    }
    this.#rememberedOf(session).set(job.id, job);
  }

  #rememberedOf(session: MatterSession): Map<string, Job> {
    let remembered = this.#remembered.get(session);
    if (!remembered) this.#remembered.set(session, (remembered = new Map()));
    return remembered;
  }

  #tell(running: Running): void {
    this.#emit({ name: 'job.progressed', matterId: running.session.id, job: running.job });
  }

  #runningOf(session: MatterSession): Running[] {
    return [...this.#running.values()].filter((running) => running.session === session);
  }

  /** Running work first, then what ended; each newest first, and without results: of thousands of items those take megabytes each. */
  list(session: MatterSession): Job[] {
    const running = this.#runningOf(session).map(({ job }) => job);
    const remembered = this.#rememberedOf(session);
    const stored = session
      .all(
        sql
          .selectFrom('job')
          .select([...columns, raw<null>`NULL`.as('result')])
          .where('state', '<>', 'running')
          .orderBy('ended_at', 'desc')
          // Of two that ended within a millisecond the one that began later.
          .orderBy(raw`rowid`, 'desc')
          .limit(keptJobs),
      )
      .map(fromRow)
      .filter(({ id }) => !remembered.has(id));
    const recent = [...remembered.values()].toReversed().map((job) => ({ ...job, result: null }));
    const ended = [...recent, ...stored].filter(({ id }) => !this.#hidden.has(id));
    return [...running.toReversed(), ...ended.toSorted((a, b) => compare(b.endedAt ?? '', a.endedAt ?? ''))];
  }

  /** @throws AppError JOB_NOT_FOUND */
  get(session: MatterSession, id: string): Job {
    const running = this.#running.get(id);
    if (running?.session === session) return running.job;
    const remembered = this.#rememberedOf(session).get(id);
    if (remembered) return remembered;
    const row = session.get(sql.selectFrom('job').selectAll().where('id', '=', id));
    if (!row || this.#hidden.has(id)) throw new AppError('JOB_NOT_FOUND');
    return fromRow(row);
  }

  /** Asks a job to stop. One that already ended stays as it ended. */
  cancel(session: MatterSession, id: string): void {
    this.get(session, id);
    this.#running.get(id)?.abort.abort(new AppError('CANCELLED'));
  }

  /** Takes an ended job off the list; running work stays on it. */
  dismiss(session: MatterSession, id: string): void {
    this.get(session, id);
    if (this.#running.has(id)) return;
    this.#rememberedOf(session).delete(id);
    if (isToReadOnly(session)) this.#hidden.add(id);
    else session.run(sql.deleteFrom('job').where('id', '=', id));
    this.#emit({ name: 'jobs.changed', matterId: session.id });
  }

  isBusy(session: MatterSession): boolean {
    return this.#runningOf(session).length > 0;
  }

  /** Whether work of this kind is under way. */
  isRunning(session: MatterSession, operation: string): boolean {
    return this.#runningOf(session).some(({ job }) => job.operation === operation);
  }

  /** Cancels a matter's running jobs and waits until each has ended. */
  async stopAll(session: MatterSession): Promise<void> {
    const own = this.#runningOf(session);
    for (const { abort } of own) abort.abort(new AppError('CANCELLED'));
    await Promise.all(own.map(({ ended }) => ended));
  }

  /** Marks what a crash left running, and drops old entries. Called once when a matter is opened for writing. */
  markInterrupted(session: MatterSession): void {
    const error = JSON.stringify(new AppError('INTERRUPTED').toBody());
    session.run(
      sql
        .updateTable('job')
        .set({ state: 'interrupted', ended_at: this.#platform.now(), error })
        .where('state', '=', 'running'),
    );
    const kept = sql.selectFrom('job').select('id').orderBy('started_at', 'desc').limit(keptJobs);
    session.run(sql.deleteFrom('job').where('id', 'not in', kept));
  }
}

/** Whether an error is merely the effect of stopping the work. */
function isConsequenceOf(signal: AbortSignal, error: unknown): boolean {
  return error === signal.reason || (error instanceof Error && error.name === 'AbortError');
}

/** What each job is called while it runs and after. */
const titles: Readonly<Partial<Record<OperationName, string>>> = {
  'argument.export': 'Write the chronology or matrix',
  'authenticity.certificate': 'Draft the certificate of authenticity',
  'authenticity.custody': 'Write the custody report',
  'authenticity.summary': 'Write the summary',
  'deadlines.controlSheet': 'Write the control sheet',
  'docket.exportDocuments': 'Export documents',
  'docket.import.read': 'Read docket sources',
  'docket.print': 'Print the docket',
  'evidence.add': 'Add evidence',
  'evidence.intake.resume': 'Go on adding evidence',
  'evidence.intake.retry': 'Try failed files again',
  'evidence.checkRedactions': 'Check redactions',
  'evidence.redact': 'Redact',
  'evidence.matchHashes': 'Compare a list of hashes',
  'evidence.overlay.plan': 'Compare a load file',
  'evidence.overlay.apply': 'Apply a load file',
  'evidence.verify': 'Verify originals',
  'evidence.export': 'Export originals',
  'evidence.ocr': 'Recognize text',
  'evidence.proposeRedactions': 'Look for what to redact',
  'evidence.readText': 'Read text',
  'evidence.render': 'Make PDFs',
  'exhibits.build': 'Build exhibits',
  'exhibits.checkAsFiled': 'Check as filed',
  'exhibits.checkFiling': 'Check filing',
  'exhibits.citations.check': 'Check citations',
  'exhibits.compare': 'Compare with a manifest',
  'exhibits.printCopy': 'Write a copy to print',
  'exhibits.printSheets': 'Write slip sheets or tabs to print',
  'exhibits.seal': 'Seal the exhibit set',
  'matter.backup': 'Back up',
  'matter.verify': 'Verify originals',
  'notes.export': 'Export notes',
  'review.copy.export': 'Make a review copy',
  'review.copy.merge': 'Take a review copy back',
  'review.privilegeLog': 'Write the privilege log',
  'matter.createSample': 'Prepare the sample matter',
  'tro.certificate': 'Draft the certificate of notice',
} satisfies Record<JobName | 'matter.createSample', string>;

type JobRow = Selectable<Schema['job']>;

const columns = [
  'id',
  'operation',
  'title',
  'state',
  'done',
  'total',
  'note',
  'started_at',
  'ended_at',
  'error',
] as const satisfies (keyof JobRow)[];

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

/** Long work that is running or has ended: listed, canceled, dismissed. */
export const jobsHandlers: AreaHandlers<'jobs'> = {
  'jobs.list': (_input, { services, session }) => services.jobs.list(session),
  'jobs.get': ({ jobId }, { services, session }) => services.jobs.get(session, jobId),
  'jobs.cancel': ({ jobId }, { services, session }) => (services.jobs.cancel(session, jobId), null),
  'jobs.dismiss': ({ jobId }, { services, session }) => (services.jobs.dismiss(session, jobId), null),
};
