import type { Api, OperationName } from '../../shared/contract/api.ts';
import type { ParsedInputOf, ResultOf } from '../../shared/contract/define.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { FileRef, JobId, Person } from '../../shared/model/common.ts';
import type { MatterSession } from './store/session.ts';
import type { Platform } from './platform/platform.ts';
import type { Services } from './services.ts';

/** What every handler can reach. */
export interface AppContext {
  readonly platform: Platform;
  readonly services: Services;
  /** Whether the caller may name and see paths (command line, tests) or only tokens (a window). */
  readonly isTrusted: boolean;
  /** Aborted when the answer is no longer wanted: the command line is interrupted, a job is canceled. */
  readonly signal: AbortSignal;
  /** The acting person, from the settings. */
  readonly person: Person;
  emit(event: EngineEvent): void;
  /**
   * Resolves a token, or a trusted caller's path, to a path. A token works once.
   * @throws AppError FILE_REFERENCE_EXPIRED
   */
  resolveFile(ref: FileRef): string;
}

export interface MatterContext extends AppContext {
  readonly session: MatterSession;
}

/** Inside one transaction. */
export interface CommandContext extends MatterContext {
  /** Names the step for the Undo menu and the audit, as a lower-case phrase: "delete docket entry 12". */
  describe(summary: string): void;
}

/** Inside a job: long, asynchronous, made of short transactions. */
export interface JobContext extends MatterContext {
  readonly jobId: JobId;
  /** @param total 0 while not known. @param note what is being worked on, in the user's words */
  progress(done: number, total: number, note: string): void;
  /** One short transaction with its audit row. */
  commit<T>(summary: string, write: () => T): T;
}

type Awaitable<T> = T | Promise<T>;
type Input<K extends OperationName> = ParsedInputOf<Api, K>;
type Result<K extends OperationName> = ResultOf<Api, K>;

export type Handler<K extends OperationName> = Api[K]['form'] extends 'job'
  ? (input: Input<K>, context: JobContext) => Promise<Result<K>>
  : Api[K]['form'] extends 'command'
    ? (input: Input<K>, context: CommandContext) => Result<K>
    : Api[K]['scope'] extends 'matter'
      ? (input: Input<K>, context: MatterContext) => Awaitable<Result<K>>
      : (input: Input<K>, context: AppContext) => Awaitable<Result<K>>;

/** One handler for every operation: a missing one does not compile. */
export type Handlers = { readonly [K in OperationName]: Handler<K> };

/** The handlers of one area, for its own folder to implement. */
export type AreaHandlers<A extends string> = Pick<Handlers, Extract<OperationName, `${A}.${string}`>>;
