import { existsSync, realpathSync } from 'node:fs';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { MatterFields, RecentMatter } from '../../../shared/model/matter.ts';
import type { JobContext } from '../handlers.ts';
import type { Jobs } from '../jobs/index.ts';
import { releaseMatterInWorkers } from '../jobs/worker-pool.ts';
import type { Platform } from '../platform/platform.ts';
import { removeLeftovers } from '../platform/publish.ts';
import type { GivenPassword } from '../store/passwords.ts';
import { MatterSession } from '../store/session.ts';
import { isFilled, isSample } from './sample-state.ts';
import { sql } from '../store/query-builder.ts';
import { changePassphrase } from './care/change-passphrase.ts';
import { createFile } from './file/create-file.ts';
import { takeLock, type MatterLock } from './file/lock-file.ts';
import {
  assertLogFits,
  assertWritable,
  isSamePassphrase,
  isUnused,
  namingDamaged,
  openFile,
} from './file/open-file.ts';
import { settleJournal } from './file/settle-journal.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import { RecentMatters } from './recent-matters.ts';
import { systemErrorCode } from '../platform/system-errors.ts';

/** How often it is looked whether the files of open matters are still in their places, in milliseconds. */
const placesEveryMs = 2_000;

/** A process that reads matters on its own connection, which it must close before a matter can be closed. */
export interface ReaderHost {
  opened(matter: {
    matterId: string;
    filePath: string;
    passphrase: string | null;
    /** Given for its originals so far, by content. */
    passwords: readonly GivenPassword[];
  }): void;
  /** A password was given for an original. */
  passwordGiven(matterId: string, contentId: number, password: string): void;
  /** Resolves once its connection is closed. */
  release(matterId: string): Promise<void>;
}

export interface RegistryOptions {
  readonly platform: Platform;
  readonly jobs: Jobs;
  readonly emit: (event: EngineEvent) => void;
  readonly readerHost?: ReaderHost;
  /** Clean-up by each area when a matter is opened for writing, of what a crash left staged. */
  readonly sweeps?: readonly ((session: MatterSession) => void)[];
  /** Fills a new sample matter. */
  readonly fillSample?: (context: JobContext) => Promise<void>;
}

interface OpenMatter {
  readonly session: MatterSession;
  /** Null when it is open read-only. */
  readonly lock: MatterLock | null;
}

/** The matters that are open in this engine. */
export class MatterRegistry {
  readonly recent: RecentMatters;
  readonly #options: RegistryOptions;
  readonly #open = new Map<string, OpenMatter>();
  /** Open matters whose files were not in their places when last looked for. */
  readonly #moved = new Set<string>();
  #isLooking = false;
  /** Matters that are closing or changing their passphrase: nothing new may begin with them until that has ended. */
  readonly #settling = new Map<string, { readonly how: 'closes' | 'changes'; readonly end: Promise<void> }>();

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.recent = new RecentMatters(options.platform);
  }

  /** @throws AppError MATTER_NOT_OPEN, from the moment it begins to close; MATTER_BUSY while it changes its passphrase */
  getOpen(matterId: string): MatterSession {
    const matter = this.#open.get(matterId);
    const settling = this.#settling.get(matterId);
    if (!matter || settling?.how === 'closes') throw new AppError('MATTER_NOT_OPEN');
    if (settling) throw new AppError('MATTER_BUSY');
    return matter.session;
  }

  /** The session of a matter file that is open here, or null. */
  findByPath(filePath: string): MatterSession | null {
    if (!existsSync(filePath)) return null;
    const path = realpathSync(filePath);
    return this.list().find((session) => session.filePath === path) ?? null;
  }

  list(): MatterSession[] {
    return [...this.#open.values()].map(({ session }) => session).filter(({ id }) => !this.#settling.has(id));
  }

  /** The matters last opened on this machine, newest first. */
  listRecent(): RecentMatter[] {
    return this.recent.list((path) => this.findByPath(path)?.id ?? null);
  }

  get fillSample(): (context: JobContext) => Promise<void> {
    return this.#options.fillSample ?? (() => Promise.resolve());
  }

  /** Makes a new matter file and opens it. @param options.passphrase what encrypts it; null for none */
  create(
    filePath: string,
    fields: MatterFields,
    { passphrase, isSample = false }: { passphrase: string | null; isSample?: boolean },
  ): MatterSession {
    createFile(this.#options.platform, filePath, fields, { passphrase, isSample });
    return this.open(filePath, { passphrase });
  }

  /**
   * Opens a matter file; one that is already open here is returned as it is. For writing it takes the lock, brings the
   * format up to date, and cleans up after a crash.
   *
   * @param options.passphrase null for a matter that is not encrypted
   * @throws AppError those of openFile and assertLogFits, MATTER_IN_USE, MATTER_COPY_OPEN, MATTER_NEEDS_UPDATE, MATTER_MIGRATION_FAILED
   */
  open(
    filePath: string,
    { passphrase = null, isReadOnly = false }: { passphrase?: string | null; isReadOnly?: boolean } = {},
  ): MatterSession {
    const already = this.findByPath(filePath);
    if (already) {
      if (passphrase !== null && already.passphrase !== null && passphrase !== already.passphrase)
        throw new AppError('MATTER_WRONG_PASSPHRASE');
      return already;
    }
    const { platform } = this.#options;
    const options = { passphrase, isReadOnly, nativeBinding: platform.nativeBinding };
    // Opened read-only first: a file that is not a matter, or is encrypted, gets no lock file beside it.
    openFile(filePath, { ...options, isReadOnly: true }).db.close();
    const path = realpathSync(filePath);
    if (!isReadOnly) assertWritable(path);
    const lock = isReadOnly ? null : takeLock(path, platform, () => isUnused(path, options));
    try {
      if (lock) assertLogFits(path, options);
      const session = this.#connect(path, options, lock);
      return this.#add({ session, lock });
    } catch (error) {
      lock?.release();
      throw error;
    }
  }

  #connect(
    filePath: string,
    options: { passphrase: string | null; isReadOnly: boolean; nativeBinding: string | undefined },
    lock: MatterLock | null,
  ): MatterSession {
    const { platform, jobs, sweeps = [] } = this.#options;
    const { isReadOnly } = options;
    if (!isReadOnly) removeLeftovers(filePath);
    const { db, passphrase, id, version } = openFile(filePath, options);
    try {
      if (this.#open.has(id)) throw new AppError('MATTER_COPY_OPEN');
      if (isReadOnly && version < migrations.at(-1)!.version) throw new AppError('MATTER_NEEDS_UPDATE');
      const session = new MatterSession({ id, filePath, isReadOnly, passphrase, db, platform, lock });
      if (!isReadOnly) {
        migrate(db, session, migrations, platform);
        useLog(session);
        jobs.markInterrupted(session);
        for (const sweep of sweeps) sweep(session);
      }
      return session;
    } catch (error) {
      db.close();
      throw namingDamaged(error, filePath);
    }
  }

  #add(matter: OpenMatter): MatterSession {
    const { session } = matter;
    this.#open.set(session.id, matter);
    // A sample that is quit before it is filled would be opened again as it is, and never be made anew.
    if (!isSample(session) || isFilled(session)) this.remember(session);
    this.#tellReader(session);
    this.#options.emit({ name: 'matter.opened', matterId: session.id });
    this.#lookForMoved();
    return session;
  }

  /** Tells clients when an open matter's file goes from its place or comes back, for as long as any is open. */
  #lookForMoved(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    setTimeout(async () => {
      await Promise.all(this.list().map((session) => this.#lookFor(session)));
      this.#isLooking = false;
      if (this.#open.size > 0) this.#lookForMoved();
    }, placesEveryMs).unref();
  }

  async #lookFor(session: MatterSession): Promise<void> {
    const isMoved = !(await session.staysInPlace());
    if (isMoved === this.#moved.has(session.id) || this.#settling.has(session.id)) return;
    if (isMoved) this.#moved.add(session.id);
    else this.#moved.delete(session.id);
    this.#options.emit({ name: 'matter.changed', matterId: session.id });
  }

  /** Puts an open matter at the top of the recent ones; returns its id there. */
  remember(session: MatterSession): string {
    const { title, number } = session.one(sql.selectFrom('matter').select(['title', 'number']));
    return this.recent.remember(session.filePath, {
      title,
      number,
      isEncrypted: session.passphrase !== null,
    });
  }

  #tellReader({ id: matterId, filePath, passphrase, passwords }: MatterSession): void {
    const { readerHost } = this.#options;
    if (!readerHost) return;
    readerHost.opened({ matterId, filePath, passphrase, passwords: passwords.list() });
    passwords.onGiven = (contentId, password) => readerHost.passwordGiven(matterId, contentId, password);
  }

  /** Cancels the matter's jobs and leaves one file behind. A call while it is already closing waits for the same end. */
  async close(session: MatterSession): Promise<void> {
    const settling = this.#settling.get(session.id);
    if (settling?.how === 'closes') return settling.end;
    if (settling) {
      // Its failure is reported to the caller that wanted the passphrase changed.
      await settling.end.catch(() => undefined);
      return this.close(session);
    }
    const matter = this.#open.get(session.id);
    if (!matter) return;
    await this.#settle(session, 'closes', async () => {
      try {
        await this.#options.jobs.stopAll(session);
        await session.stopAnswers();
        await this.#releaseReaders(session);
        const unsettled = await settleJournal(session);
        if (unsettled)
          this.#options.platform.log.warn('closed with its log beside it', { code: unsettled.code });
      } finally {
        session.db.close();
        matter.lock?.release();
        this.#open.delete(session.id);
        this.#moved.delete(session.id);
      }
    });
    this.#options.emit({ name: 'matter.closed', matterId: session.id });
  }

  #settle(session: MatterSession, how: 'closes' | 'changes', act: () => Promise<void>): Promise<void> {
    const end = Promise.resolve()
      .then(act)
      .finally(() => this.#settling.delete(session.id));
    this.#settling.set(session.id, { how, end });
    return end;
  }

  /** Closes a matter and forgets its passphrase; returns its id among the recent ones. */
  async lock(session: MatterSession): Promise<string> {
    const recentId = this.remember(session);
    await this.close(session);
    this.#options.emit({ name: 'matter.locked', matterId: session.id });
    return recentId;
  }

  async closeAll(): Promise<void> {
    for (const { session } of this.#open.values()) {
      try {
        await this.close(session);
      } catch (error) {
        // The others must still be closed; whatever this one leaves in its log is recovered when it is next opened.
        const code = systemErrorCode(error);
        this.#options.platform.log.error('a matter was not closed cleanly', { code });
      }
    }
  }

  /**
   * Sets, changes or removes the passphrase of an open matter.
   *
   * @throws AppError MATTER_READ_ONLY, MATTER_MOVED, MATTER_WRONG_PASSPHRASE, MATTER_BUSY, DISK_FULL, CANCELLED
   */
  async setPassphrase(
    session: MatterSession,
    { current, next }: { readonly current: string | null; readonly next: string | null },
    signal: AbortSignal,
  ): Promise<void> {
    const { platform, jobs } = this.#options;
    if (session.isReadOnly) throw new AppError('MATTER_READ_ONLY');
    if (!session.isInPlace()) throw session.movedError();
    if (!isSamePassphrase(current, session.passphrase)) throw new AppError('MATTER_WRONG_PASSPHRASE');
    if (jobs.isBusy(session) || this.#settling.has(session.id)) throw new AppError('MATTER_BUSY');
    const { filePath } = session;
    let { passphrase } = session;
    if (passphrase === next) return;
    await this.#settle(session, 'changes', async () => {
      try {
        await session.stopAnswers();
        await this.#releaseReaders(session);
        // Only the file itself is copied: anything still in the log would be missing from the copy.
        const unsettled = await settleJournal(session);
        if (unsettled) throw unsettled;
        session.db.close();
        await changePassphrase(platform, { filePath, passphrase }, next, signal);
        passphrase = next;
      } finally {
        this.#resume(session, passphrase);
      }
    });
    this.remember(session);
  }

  /** Resumes a matter whose connection was closed for a while; if that fails, it is closed for good. */
  #resume(session: MatterSession, passphrase: string | null): void {
    const { nativeBinding } = this.#options.platform;
    try {
      if (!session.db.open) {
        const { db } = openFile(session.filePath, { passphrase, isReadOnly: false, nativeBinding });
        session.reconnect(db, passphrase);
      }
      useLog(session);
      this.#tellReader(session);
    } catch (error) {
      session.db.close();
      this.#open.get(session.id)?.lock?.release();
      this.#open.delete(session.id);
      this.#options.emit({ name: 'matter.closed', matterId: session.id });
      throw error;
    }
  }

  async #releaseReaders(session: MatterSession): Promise<void> {
    await this.#options.readerHost?.release(session.id);
    await releaseMatterInWorkers(this.#options.platform, session.filePath);
  }
}

/** While a matter is open for writing, its changes go to a log and are on disk before a command replies. */
function useLog(session: MatterSession): void {
  session.db.pragma('journal_mode = WAL');
  session.db.pragma('synchronous = FULL');
}
