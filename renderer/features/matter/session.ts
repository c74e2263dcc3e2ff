import type { QueryClient } from '@tanstack/react-query';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { mayStillBeRead } from '../../../shared/errors/may-still-be-read.ts';
import type { Matter } from '../../../shared/model/matter.ts';
import { engineClient, forgetMatter, showError, waitForJob } from '../../client/index.ts';
import { createStore } from '../../ui/index.ts';
import { chooseFirst, rememberLast } from './first-matter.ts';
import { leaveStored } from './leave-stored.ts';

/** A matter to open: one chosen in a dialog or dropped, or one of the recent ones. */
export type MatterSource = { readonly token: string } | { readonly recentId: string };

/** What prevents opening a matter until the user answers it. */
export type OpenQuestion =
  | {
      readonly kind: 'unlock';
      readonly source: MatterSource;
      readonly name: string;
      readonly isWrong: boolean;
    }
  | {
      readonly kind: 'in-use';
      readonly source: MatterSource;
      readonly name: string;
      readonly message: string;
      readonly passphrase?: string;
    };

export interface OpenOptions {
  readonly passphrase?: string;
  readonly isReadOnly?: boolean;
}

export interface SessionState {
  /** The matter the window shows, as it was when it was opened. */
  readonly opened: Matter | null;
  /** Until it is known which matter to begin with. */
  readonly isStarting: boolean;
  /** The job that fills a new sample matter, while it runs. */
  readonly preparing: { readonly matterId: string; readonly jobId: string } | null;
  readonly question: OpenQuestion | null;
}

/** The matter a window shows, and how the window goes from one to another. Only one is opened or closed at a time. */
export class Session {
  readonly #queries: QueryClient;
  readonly #state = createStore<SessionState>({
    opened: null,
    isStarting: true,
    preparing: null,
    question: null,
  });
  /** Matters this window is closing itself. */
  readonly #leaving = new Set<string>();
  /** Settles once no matter is being opened or closed: otherwise one still open for a moment would be shown again, and then close. */
  #settled: Promise<unknown> = Promise.resolve();
  #hasStarted = false;

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  /** What the window shows now. A hook. */
  readonly use = this.#state.use;

  get #opened(): Matter | null {
    return this.#state.get().opened;
  }

  #change(patch: Partial<SessionState>): void {
    this.#state.set({ ...this.#state.get(), ...patch });
  }

  /** Once, when the window opens: shows the matter that is open already, that of last time, or the sample on the first day. */
  async start(): Promise<void> {
    if (this.#hasStarted) return;
    this.#hasStarted = true;
    try {
      const first = await chooseFirst();
      if (first.kind === 'open') await this.enter(first.matter);
      else if (first.kind === 'recent')
        await this.open({ recentId: first.recent.recentId }, first.recent.title);
      else if (first.kind === 'sample') await this.openSample(false);
    } catch (error) {
      showError(error);
    } finally {
      this.#change({ isStarting: false });
    }
  }

  /**
   * Opens a matter and shows it, or asks for what that takes.
   *
   * @param name what the user knows it by, for the question
   * @throws AppError for what no answer of the user would help
   */
  readonly open = (source: MatterSource, name: string, options: OpenOptions = {}): Promise<void> => {
    // One after the other: of two chosen at once, the second would be closed for the first, or the first stay open.
    const opened = this.#settled.then(() => this.#openNow(source, name, options));
    this.#settled = Promise.allSettled([opened]);
    return opened;
  };

  async #openNow(source: MatterSource, name: string, options: OpenOptions): Promise<void> {
    const { passphrase, isReadOnly = false } = options;
    const given = { ...(passphrase !== undefined && { passphrase }) };
    try {
      const matter = await engineClient['matter.open']({ source, isReadOnly, ...given });
      await this.enter(matter, 'recentId' in source ? source.recentId : undefined);
    } catch (error) {
      if (isAppError(error, 'MATTER_LOCKED') || isAppError(error, 'MATTER_WRONG_PASSPHRASE')) {
        const isWrong = error.code === 'MATTER_WRONG_PASSPHRASE';
        this.#change({ question: { kind: 'unlock', source, name, isWrong } });
      } else if (!isReadOnly && mayStillBeRead(error)) {
        const { message } = error;
        this.#change({ question: { kind: 'in-use', source, name, message, ...given } });
      } else throw error;
    }
  }

  /** Shows a matter that was just opened or made, closes the previous one, and begins with it next time. */
  readonly enter = async (matter: Matter, recentId?: string): Promise<void> => {
    await this.#show(matter);
    rememberLast(recentId ?? null);
  };

  async #show(matter: Matter): Promise<void> {
    // Messages still shown are of the matter before, or of one that would not open.
    await leaveStored(this.#queries);
    const before = this.#opened;
    this.#change({ question: null, opened: matter });
    if (before && before.id !== matter.id) await this.#release(before.id, 'matter.close').catch(showError);
  }

  /** Opens the sample matter, created again on request, and waits until it is filled. */
  readonly openSample = async (isReset: boolean): Promise<void> => {
    await this.#settled;
    // The new sample matter takes the place of the one that is open.
    if (isReset && this.#opened?.isSample) await this.#leave('matter.close');
    const { matter, jobId } = await engineClient['matter.createSample']({ isReset });
    if (jobId === null) return this.enter(matter);
    this.#change({ preparing: { matterId: matter.id, jobId } });
    await this.#show(matter);
    this.#change({ isStarting: false });
    try {
      await waitForJob(matter.id, () => Promise.resolve(jobId));
      // Quit before that, the next start makes it anew.
      if (this.#opened?.id === matter.id) rememberLast(null);
    } finally {
      this.#change({ preparing: null });
      void this.#queries.invalidateQueries({ queryKey: [matter.id] });
    }
  };

  readonly close = async (): Promise<void> => {
    await this.#leave('matter.close');
    rememberLast('');
  };

  /** Locks the matter shown, and asks for its passphrase: whoever comes back to the machine can type it at once. */
  readonly lock = async (): Promise<void> => {
    const locked = this.#opened;
    await this.#leave('matter.lock');
    if (locked) await this.#askToUnlock(locked);
  };

  readonly dismissQuestion = (): void => this.#change({ question: null });

  async #leave(operation: 'matter.close' | 'matter.lock'): Promise<void> {
    await this.#settled;
    const matterId = this.#opened?.id;
    if (!matterId) return;
    await this.#release(matterId, operation);
    if (this.#opened?.id === matterId) this.#change({ opened: null });
  }

  /** Closes a matter in the engine, after everything that windows still remember of it was stored. */
  #release(matterId: string, operation: 'matter.close' | 'matter.lock'): Promise<void> {
    const release = async () => {
      await Promise.all([leaveStored(this.#queries), window.forthwith.closeReaderWindows()]);
      this.#leaving.add(matterId);
      try {
        await engineClient[operation]({ matterId });
        forgetMatter(this.#queries, matterId);
      } finally {
        this.#leaving.delete(matterId);
      }
    };
    const released = release();
    this.#settled = Promise.allSettled([this.#settled, released]);
    return released;
  }

  /** The engine closed a matter, or could not open it again without its passphrase. */
  readonly hear = (event: EngineEvent): void => {
    if (event.name !== 'matter.closed' && event.name !== 'matter.locked') return;
    const shown = this.#opened;
    if (shown?.id === event.matterId) this.#lose(shown, event.name === 'matter.locked').catch(showError);
  };

  /** A restarted engine has reopened the matters, unless it could not. */
  readonly hearRestart = async (): Promise<void> => {
    try {
      const open = await engineClient['matter.listOpen']({});
      this.#change({ preparing: null });
      const shown = this.#opened;
      if (shown && !open.some(({ id }) => id === shown.id)) await this.#lose(shown, shown.isEncrypted);
    } catch (error) {
      showError(error);
    }
  };

  /** The engine no longer holds the matter shown. Where only its passphrase is missing, asks for it at once. */
  async #lose(lost: Matter, isLocked: boolean): Promise<void> {
    this.#change({ opened: null });
    forgetMatter(this.#queries, lost.id);
    if (isLocked && !this.#leaving.has(lost.id)) await this.#askToUnlock(lost);
  }

  /** Asks for the passphrase of a matter that was open a moment ago. What it is called inside is not shown while it is locked. */
  async #askToUnlock(lost: Matter): Promise<void> {
    const recents = await engineClient['matter.listRecent']({});
    const recent = recents
      .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
      .find(
        ({ fileName, isEncrypted, isMissing }) => fileName === lost.fileName && isEncrypted && !isMissing,
      );
    if (!recent || this.#opened !== null) return;
    const source = { recentId: recent.recentId };
    this.#change({ question: { kind: 'unlock', source, name: recent.title, isWrong: false } });
  }
}
