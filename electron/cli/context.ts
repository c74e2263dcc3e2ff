import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Engine, EngineConnection, Platform, WaitOptions } from '../engine/host.ts';
import type { Api, JobName, JobResult } from '../../shared/contract/api.ts';
import type { InputOf } from '../../shared/contract/define.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorCodes, type ErrorCode } from '../../shared/errors/error-codes.ts';
import { mayStillBeRead } from '../../shared/errors/may-still-be-read.ts';
import type { JobId, MatterId } from '../../shared/model/common.ts';
import type { Job } from '../../shared/model/job.ts';
import type { Matter } from '../../shared/model/matter.ts';
import { invalid } from './invalid.ts';
import { exitCodes, printable, type CliIo } from './io.ts';

/** Options every command takes. */
export interface GlobalOptions {
  readonly json?: true;
  readonly passphraseFile?: string;
}

/** One run of a command, and its output. */
export class CliAnswer {
  readonly io: CliIo;
  readonly platform: Platform;
  exitCode: number = exitCodes.done;

  constructor(io: CliIo, platform: Platform) {
    this.io = io;
    this.platform = platform;
  }

  /**
   * Prints a command's result: one JSON document, or its readable form.
   *
   * @param readable lines for a person; called only when they are shown
   */
  print(options: GlobalOptions, value: unknown, readable: () => string): void {
    this.io.stdout(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${printable(readable())}\n`);
  }

  /**
   * Sets the exit code of a batch: 0 when all went well, 7 when some items failed, and when all failed the code they
   * share (4 where they differ).
   */
  finishBatch(total: number, failed: readonly { readonly code: string }[]): void {
    if (failed.length === 0) return;
    const codes = new Set(failed.map(({ code }) => exitCodeOf(code)));
    if (failed.length < total) this.exitCode = exitCodes.partlyDone;
    else this.exitCode = codes.size === 1 ? [...codes][0]! : 4;
  }
}

/** A run of a command that uses an engine. */
export class CliContext extends CliAnswer {
  readonly client: EngineConnection['client'];
  readonly #connection: EngineConnection;

  constructor(io: CliIo, platform: Platform, engine: Engine) {
    super(io, platform);
    this.#connection = engine.connect({ isTrusted: true, signal: io.signal });
    this.client = this.#connection.client;
  }

  /**
   * Opens a matter for the duration of `use`, then closes it, so that one file is left.
   *
   * @param access `read` also works on a matter that is open in the app
   */
  async withMatter<T>(
    path: string,
    options: GlobalOptions,
    access: 'read' | 'write',
    use: (matterId: MatterId, matter: Matter) => Promise<T>,
  ): Promise<T> {
    const { client } = this;
    const passphrase = readPassphrase(options);
    const matter = await client['matter.open']({
      source: { path: fullPath(path) },
      isReadOnly: access === 'read',
      ...(passphrase !== undefined && { passphrase }),
    });
    try {
      return await use(matter.id, matter);
    } finally {
      await client['matter.close']({ matterId: matter.id });
    }
  }

  /** Runs long work to its end, showing progress on a terminal, cancelled by Ctrl-C. */
  runJob<K extends JobName>(operation: K, input: InputOf<Api, K>): Promise<JobResult<K>> {
    return this.#showingProgress((options) => this.#connection.runJob(operation, input, options));
  }

  /** Waits for work that another operation started. */
  waitForJob(matterId: MatterId, jobId: JobId): Promise<unknown> {
    return this.#showingProgress((options) => this.#connection.waitForJob(matterId, jobId, options));
  }

  async #showingProgress<T>(work: (options: WaitOptions) => Promise<T>): Promise<T> {
    const { io } = this;
    let hasShown = false;
    const onProgress = ({ state, done, total, note }: Job) => {
      if (!io.isTerminal || state !== 'running') return;
      hasShown = true;
      const share = total > 0 ? `${Math.floor((100 * done) / total)}% ` : '';
      io.stderr(`\r\u001b[K${share}${printable(note)}`);
    };
    try {
      return await work({ signal: io.signal, onProgress });
    } finally {
      if (hasShown) io.stderr('\r\u001b[K');
    }
  }
}

/**
 * A path named on the command line, in full. An empty one is refused: it would be the folder one is in, whose files
 * `evidence add --recursive` would take in for good.
 *
 * @throws AppError INVALID_INPUT
 */
export function fullPath(path: string): string {
  if (path === '') throw invalid('a path is empty; a variable in a script may not be set');
  return resolve(path);
}

/** The exit code of an error code (cli.md); 4 for a code this version does not know. */
function exitCodeOf(code: string): number {
  return Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].exitCode : 4;
}

/**
 * The passphrase in the file named by --passphrase-file: its first line.
 *
 * @returns undefined if no file is named
 * @throws AppError MATTER_PASSPHRASE_EMPTY, and what `readText` throws
 */
export function readPassphrase({ passphraseFile }: GlobalOptions): string | undefined {
  if (passphraseFile === undefined) return undefined;
  const [line = ''] = readText(passphraseFile).split(/\r?\n/);
  if (line === '') throw new AppError('MATTER_PASSPHRASE_EMPTY');
  return line;
}

/**
 * A small text file named on the command line: UTF-8, or with its byte order mark UTF-16, as Windows programs save it.
 *
 * Anything else is refused: a name of which one letter is read wrongly is not found, and stays in a redacted copy; a
 * passphrase read wrongly is one that nobody can type.
 *
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE
 */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new AppError(
      isMissing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE',
      { name: path, reason: 'it cannot be opened' },
      { cause },
    );
  }
  const text = decodeMarked(bytes);
  // UTF-16 without its mark is UTF-8 to the letter, with a zero beside each.
  if (text === null || text.includes('\0')) {
    const reason = 'it is not text in UTF-8';
    throw new AppError('FILE_UNREADABLE', { name: path, reason, advice: 'Save it as text in UTF-8' });
  }
  return text;
}

/** A text without its byte order mark; null where a byte of it is no character of its encoding. */
function decodeMarked(bytes: Buffer): string | null {
  const mark = bytes.toString('hex', 0, 2);
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Runs `use` on a matter opened for writing, or read-only if it is open elsewhere, may not be changed, or its disk is full. */
export async function withMatterWritableIfFree<T>(
  context: CliContext,
  path: string,
  options: GlobalOptions,
  use: (matterId: MatterId) => Promise<T>,
): Promise<T> {
  let isOpen = false;
  try {
    return await context.withMatter(path, options, 'write', (matterId) => {
      isOpen = true;
      return use(matterId);
    });
  } catch (error) {
    // What comes later is about what was done: doing it again would not help, or meet what is there already.
    if (isOpen || !mayStillBeRead(error)) throw error;
    return context.withMatter(path, options, 'read', use);
  }
}
