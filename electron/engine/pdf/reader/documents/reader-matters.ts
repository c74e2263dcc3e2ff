import type { Platform } from '../../../platform/platform.ts';
import { openDatabase } from '../../../store/database.ts';
import { GivenPasswords, type GivenPassword } from '../../../store/passwords.ts';
import { MatterSession } from '../../../store/session.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';

/** A window may ask before the engine has reported, because they speak over different ports. */
const toldWithinMs = 5_000;

/** Where a matter lies and what opens it, as the engine tells. */
export interface OpenedMatter {
  readonly matterId: string;
  readonly filePath: string;
  readonly passphrase: string | null;
  readonly passwords: readonly GivenPassword[];
}

interface ToldMatter {
  readonly matter: OpenedMatter;
  readonly given: GivenPasswords;
  /** Null until something of it is read. */
  session: MatterSession | null;
}

/**
 * The matters this process may read, each on a connection of its own that can only read. The engine tells when one is
 * opened, and waits for the connection to be closed before it closes the matter (a WAL file with a reader stays two files).
 */
export class ReaderMatters {
  readonly #platform: Platform;
  readonly #told = new Map<string, ToldMatter>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** A matter was opened, or opened again with another passphrase. */
  opened(matter: OpenedMatter): void {
    this.release(matter.matterId);
    const given = new GivenPasswords(matter.passwords);
    this.#told.set(matter.matterId, { matter, given, session: null });
    this.#waiting.get(matter.matterId)?.forEach((go) => go());
    this.#waiting.delete(matter.matterId);
  }

  /** A password was given for an original. What is opened from now on is opened with it. */
  passwordGiven(matterId: string, contentId: number, password: string): void {
    this.#told.get(matterId)?.given.set(contentId, password);
  }

  /** Closes the connection. Whatever is read from that matter afterwards is NOT_FOUND. */
  release(matterId: string): void {
    this.#told.get(matterId)?.session?.db.close();
    this.#told.delete(matterId);
  }

  releaseAll(): void {
    for (const matterId of this.#told.keys()) this.release(matterId);
  }

  /**
   * The matter's connection, opened at first use.
   * @throws AppError NOT_FOUND when the engine does not report it
   */
  async get(matterId: string): Promise<MatterSession> {
    if (!this.#told.has(matterId)) await this.#untilTold(matterId);
    return this.now(matterId);
  }

  /**
   * The matter's connection, without waiting.
   * @throws AppError NOT_FOUND
   */
  now(matterId: string): MatterSession {
    const told = this.#told.get(matterId);
    if (!told) throw new AppError('NOT_FOUND', { what: 'document' });
    if (told.session) return told.session;
    const { filePath, passphrase } = told.matter;
    const { nativeBinding } = this.#platform;
    const db = openDatabase(filePath, { passphrase, isReadOnly: true, mustExist: true, nativeBinding });
    told.session = new MatterSession({
      id: matterId,
      filePath,
      isReadOnly: true,
      passphrase,
      db,
      platform: this.#platform,
      passwords: told.given,
    });
    return told.session;
  }

  #untilTold(matterId: string): Promise<void> {
    const waiting = this.#waiting.get(matterId) ?? new Set();
    this.#waiting.set(matterId, waiting);
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, toldWithinMs);
      waiting.add(go);
    });
  }
}
