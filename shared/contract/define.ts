import { z } from 'zod';
import type { ErrorCode } from '../errors/error-codes.ts';
import { MatterId } from '../model/common.ts';

/** The areas whose records a command may change; each has an event `<area>.changed`. */
export type Area =
  | 'matter'
  | 'docket'
  | 'deadlines'
  | 'tro'
  | 'evidence'
  | 'exhibits'
  | 'notes'
  | 'argument'
  | 'authenticity'
  | 'review'
  | 'search'
  | 'settings';

/** Codes every operation may answer with, besides its own: what can go wrong with any input, matter, file or disk. */
export const commonErrors = [
  'INVALID_INPUT',
  'MATTER_NOT_OPEN',
  'MATTER_BUSY',
  'MATTER_DAMAGED',
  'MATTER_IN_USE',
  'MATTER_MOVED',
  'REVIEW_COPY_ONLY',
  'FILE_REFERENCE_EXPIRED',
  'FILE_UNREADABLE',
  'DISK_FULL',
  'CANCELLED',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

/** Codes of an operation that changes a record of the matter. */
export const editErrors = ['NOT_FOUND', 'MATTER_READ_ONLY'] as const satisfies readonly ErrorCode[];

/** Codes of an operation that reads a PDF. */
export const pdfErrors = [
  'PDF_DAMAGED',
  'PDF_ENCRYPTED',
  'PDF_NO_PAGES',
  'PDF_NOT_A_PDF',
  'PDF_LIMIT_EXCEEDED',
] as const satisfies readonly ErrorCode[];

/**
 * One thing that can be asked of the engine.
 *
 * - `scope` `app` needs no open matter; `matter` operations carry a `matterId`.
 * - `form` says how it runs: `query` never writes; `command` runs in one transaction and leaves an audit row;
 *   `act` is a command on whole files or settings (open, back up the app's settings), outside a matter's transaction;
 *   `job` is long work: the reply is a job id, the result comes with the job.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly scope: 'app' | 'matter';
  readonly form: 'query' | 'command' | 'act' | 'job';
  readonly input: I;
  readonly output: O;
  /** Codes this operation may answer with, besides those every operation may. */
  readonly errors: readonly ErrorCode[];
  /** Areas whose lists must be fetched again once it has succeeded. */
  readonly changes: readonly Area[];
  /** Whether the user can undo it. Only for `command`. */
  readonly isUndoable: boolean;
  /** Whether it belongs to what a reviewer does in a copy for comments (see review-copies.ts). */
  readonly isForReviewers: boolean;
}

type Extras = { errors?: readonly ErrorCode[]; changes?: readonly Area[] };

const define =
  <F extends Operation['form'], S extends Operation['scope']>(form: F, scope: S) =>
  <I extends z.ZodType, O extends z.ZodType>(
    input: I,
    output: O,
    {
      errors = [],
      changes = [],
      isUndoable = false,
      isForReviewers = false,
    }: Extras & { isUndoable?: boolean; isForReviewers?: boolean } = {},
  ) =>
    ({ scope, form, input, output, errors, changes, isUndoable, isForReviewers }) as const;

/** The input of an operation of an open matter: which matter, and what else it takes. */
export const inMatter = <S extends z.core.$ZodLooseShape = {}>(fields: S = {} as S) =>
  z.strictObject({ matterId: MatterId, ...fields });

/** A read of the app's own state, no matter needed. */
export const appQuery = define('query', 'app');
/** An act on files or settings, no open matter needed. */
export const appAct = define('act', 'app');
/** A read of an open matter. Its input carries `matterId`. */
export const matterQuery = define('query', 'matter');
/** A write to an open matter: one transaction, one audit row. */
export const matterCommand = define('command', 'matter');
/** An act on the matter file as a whole (close, change its passphrase). */
export const matterAct = define('act', 'matter');
/** Long work on an open matter; `output` is the job's result. */
export const matterJob = define('job', 'matter');

export type Contract = Readonly<Record<string, Operation>>;
export type InputOf<C extends Contract, K extends keyof C> = z.input<C[K]['input']>;
export type ParsedInputOf<C extends Contract, K extends keyof C> = z.output<C[K]['input']>;
/** What a call answers: a job's id for long work, else the output itself. */
export type OutputOf<C extends Contract, K extends keyof C> = C[K]['form'] extends 'job'
  ? { jobId: string }
  : z.output<C[K]['output']>;
/** What a job ends with. */
export type ResultOf<C extends Contract, K extends keyof C> = z.output<C[K]['output']>;

export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: unknown;
}
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorBody };

export type Client<C extends Contract> = {
  readonly [K in keyof C]: (input: InputOf<C, K>) => Promise<OutputOf<C, K>>;
};
