import { statSync, type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Person } from '../../../shared/model/common.ts';
import type { Platform } from '../platform/platform.ts';
import { isSystemError } from '../platform/system-errors.ts';
import { appendAudit } from './audit.ts';
import { GivenPasswords } from './passwords.ts';
import { sql } from './query-builder.ts';

/** How many steps can be undone at most; older ones leave the change log. */
const keptSteps = 1_000;

/** An open matter: its connection, and the only way to read and write it. */
export class MatterSession {
  readonly id: string;
  /** Full path. Never leaves the engine except to trusted hosts. */
  readonly filePath: string;
  readonly isReadOnly: boolean;
  readonly platform: Platform;
  readonly passwords: GivenPasswords;
  #db: Database.Database;
  #passphrase: string | null;
  #statements = new Map<string, Database.Statement>();
  #closing = new AbortController();
  /** What tells its file from another that may come to stand at its path. */
  #identity: string;
  readonly #lock: { assertHeld(): void } | null;
  readonly #answers = new Set<Promise<unknown>>();

  constructor(options: {
    id: string;
    filePath: string;
    isReadOnly: boolean;
    passphrase: string | null;
    db: Database.Database;
    platform: Platform;
    /** The right to write it; null where nothing else can have it. */
    lock?: { assertHeld(): void } | null;
    /** Those known already. */
    passwords?: GivenPasswords | undefined;
  }) {
    this.id = options.id;
    this.filePath = options.filePath;
    this.isReadOnly = options.isReadOnly;
    this.#passphrase = options.passphrase;
    this.#db = options.db;
    this.#identity = identityOf(statSync(options.filePath, { bigint: true }));
    this.platform = options.platform;
    this.#lock = options.lock ?? null;
    this.passwords = options.passwords ?? new GivenPasswords();
  }

  get db(): Database.Database {
    return this.#db;
  }

  /** Null when the matter is not encrypted. */
  get passphrase(): string | null {
    return this.#passphrase;
  }

  /** Aborted when the connection is about to be closed. Work in other threads takes it, so that closing need not wait for it. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Makes closing wait for an answer that is still being worked out. */
  track<T>(answer: Promise<T>): Promise<T> {
    const tracked = answer.finally(() => this.#answers.delete(tracked));
    this.#answers.add(tracked);
    return tracked;
  }

  /** Cuts short what is tracked and waits for it. No new work may begin meanwhile. */
  async stopAnswers(): Promise<void> {
    this.#closing.abort(new AppError('CANCELLED'));
    await Promise.allSettled(this.#answers);
    // The session goes on where only its passphrase is changed.
    this.#closing = new AbortController();
  }

  /** Switches to another connection to the same file, after its passphrase was changed. */
  reconnect(db: Database.Database, passphrase: string | null): void {
    this.#statements.clear();
    this.#db = db;
    this.#identity = identityOf(statSync(this.filePath, { bigint: true }));
    this.#passphrase = passphrase;
  }

  /**
   * Whether its file still stands where it was opened. Where it was moved or removed, alone or with its folder, the connection
   * goes on with the file as it is elsewhere or nowhere, and what is written is found by nobody at its place.
   */
  isInPlace(): boolean {
    try {
      return this.#isOurs(statSync(this.filePath, { bigint: true }));
    } catch (error) {
      return !isGone(error);
    }
  }

  /** `isInPlace` without waiting for the disk: one that cannot be reached would hold everything up. */
  async staysInPlace(): Promise<boolean> {
    try {
      return this.#isOurs(await stat(this.filePath, { bigint: true }));
    } catch (error) {
      return !isGone(error);
    }
  }

  #isOurs(stats: BigIntStats): boolean {
    return this.isReadOnly || identityOf(stats) === this.#identity;
  }

  /** The error of a matter that is no longer in its place. */
  movedError(): AppError {
    return new AppError('MATTER_MOVED', { name: basename(this.filePath) });
  }

  /** All rows of a query. */
  all<T>(query: Compilable<T>): T[] {
    const { statement, parameters } = this.#prepare(query);
    return statement.all(...parameters) as T[];
  }

  /** The first row of a query, or undefined. */
  get<T>(query: Compilable<T>): T | undefined {
    const { statement, parameters } = this.#prepare(query);
    return statement.get(...parameters) as T | undefined;
  }

  /**
   * The row of a query that always has one: the matter's own, a count.
   * @throws Error if there is none: the app never writes such a file
   */
  one<T>(query: Compilable<T>): T {
    const row = this.get(query);
    if (row === undefined) throw new Error('a row that is always there is missing');
    return row;
  }

  /** Runs a write; returns how many rows it touched. */
  run(query: Compilable): number {
    const { statement, parameters } = this.#prepare(query);
    return statement.run(...parameters).changes;
  }

  /**
   * One transaction, one audit row, and, if it can be undone, one step of the change log.
   * `write` must be synchronous: whatever it throws rolls everything back.
   *
   * @param act who does what; `summary` names the step in the menu and the audit ("delete docket entry 12"). It is read
   *   after `write`, so a command can name what it found.
   * @throws AppError MATTER_READ_ONLY, MATTER_MOVED, MATTER_IN_USE where another program took it over
   */
  transact<T>(
    act: { operation: string; person: Person; isUndoable: boolean; summary: () => string },
    write: () => T,
  ): T {
    if (this.isReadOnly) throw new AppError('MATTER_READ_ONLY');
    if (!this.isInPlace()) throw this.movedError();
    this.#lock?.assertHeld();
    return this.db.transaction(() => {
      const group = act.isUndoable ? this.#beginChanges(act.operation, act.person) : null;
      const value = write();
      if (group !== null) this.#endChanges(group, act.summary());
      appendAudit(this, { operation: act.operation, summary: act.summary(), person: act.person });
      return value;
    })();
  }

  #beginChanges(operation: string, person: Person): number {
    // A new act makes earlier undone steps impossible to redo.
    this.run(sql.deleteFrom('change_group').where('state', '=', 'undone'));
    const { id } = this.one(
      sql
        .insertInto('change_group')
        .values({ operation, label: '', person: person.name, at: this.platform.now(), state: 'done' })
        .returning('id'),
    );
    this.run(sql.deleteFrom('change_group').where('id', '<=', id - keptSteps));
    this.run(sql.insertInto('change_current').values({ id: 1, group_id: id }));
    return id;
  }

  #endChanges(group: number, label: string): void {
    this.run(sql.deleteFrom('change_current'));
    const isEmpty = !this.get(
      sql.selectFrom('change_row').select('id').where('group_id', '=', group).limit(1),
    );
    if (isEmpty) this.run(sql.deleteFrom('change_group').where('id', '=', group));
    else this.run(sql.updateTable('change_group').set({ label }).where('id', '=', group));
  }

  #prepare(query: Compilable): { statement: Database.Statement; parameters: readonly unknown[] } {
    const { sql: text, parameters } = query.compile();
    return { statement: this.prepare(text), parameters };
  }

  /** A prepared statement, for what the query builder cannot express. Cached. */
  prepare(text: string): Database.Statement {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.db.prepare(text);
      // Lists of ids make one statement per length; an unbounded cache would keep them all.
      if (this.#statements.size > 500) this.#statements.clear();
      this.#statements.set(text, statement);
    }
    return statement;
  }
}

/** Windows neither moves nor replaces a file that is open, and on some of its disks a file's number changes. */
function identityOf({ dev, ino }: BigIntStats): string {
  return process.platform === 'win32' ? '' : `${dev}:${ino}`;
}

/** Whether nothing is at a path: a disk that cannot be reached for a moment is another matter. */
function isGone(error: unknown): boolean {
  return isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR');
}
