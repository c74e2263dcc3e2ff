import { api, type OperationName } from '../../shared/contract/api.ts';
import type { Operation, Reply } from '../../shared/contract/define.ts';
import { isRefusedInCopy } from '../../shared/contract/review-copies.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { safeStack } from '../../shared/errors/scrub.ts';
import { plainFault, summaryOfFaults } from '../../shared/errors/input-faults.ts';
import type { FileRef } from '../../shared/model/common.ts';
import type { AppContext, CommandContext, Handlers, JobContext, MatterContext } from './handlers.ts';
import { toAppError } from './platform/to-app-error.ts';
import type { Platform } from './platform/platform.ts';
import { blamingDamage } from './matter/index.ts';
import { foldNewTexts, hasNewTexts } from './search/index.ts';
import type { Services } from './services.ts';
import { reviewCopyOf } from './store/review-copies.ts';
import type { MatterSession } from './store/session.ts';

export interface Caller {
  /** May name and see paths: the command line and tests, never a window. */
  readonly isTrusted: boolean;
  /** Aborted when the caller no longer wants what it asked for. Jobs have a signal of their own. */
  readonly signal?: AbortSignal;
}

export interface DispatchOptions {
  readonly handlers: Handlers;
  readonly services: Services;
  readonly platform: Platform;
  readonly emit: (event: EngineEvent) => void;
  /** Parse outputs too; on in tests. */
  readonly checksOutput: boolean;
}

/** The tokens that a call redeemed, with their paths. */
type SpentTokens = Map<string, string>;

/** Of a window, which waits with no button to stop for what is no job. */
const neverStopped = new AbortController().signal;

/**
 * Known name → parsed input → handler → envelope. The one place where thrown errors become replies.
 */
export function createDispatcher({ handlers, services, platform, emit, checksOutput }: DispatchOptions) {
  return async function dispatch(caller: Caller, name: string, rawInput: unknown): Promise<Reply> {
    const spent: SpentTokens = new Map();
    try {
      if (!isOperation(name)) throw new AppError('UNKNOWN_OPERATION', { operation: name });
      const operation: Operation = api[name];
      const input = parseInput(operation, rawInput);
      const app: AppContext = {
        platform,
        services,
        isTrusted: caller.isTrusted,
        signal: caller.signal ?? neverStopped,
        person: services.settings.person(),
        emit,
        resolveFile: (ref) => resolveFile(services, caller, ref, spent),
      };
      const value = await run(name, operation, input, app, spent);
      if (checksOutput && operation.form !== 'job') operation.output.parse(value);
      return { ok: true, value };
    } catch (error) {
      services.tokens.restore(spent);
      return { ok: false, error: toAppError(error, name, platform).toBody() };
    }
  };

  async function run(
    name: OperationName,
    operation: Operation,
    input: unknown,
    app: AppContext,
    spent: SpentTokens,
  ): Promise<unknown> {
    if (operation.scope === 'app') {
      const handler = handlers[name] as (input: unknown, context: AppContext) => unknown;
      const value = await handler(input, app);
      announce(operation, null, emit);
      return value;
    }
    const { matterId } = input as { matterId: string };
    const session = services.matters.getOpen(matterId);
    const matter: MatterContext = { ...app, session };
    const copy = reviewCopyOf(session);
    if (copy && isRefusedInCopy(copy.mode, operation))
      throw new AppError('REVIEW_COPY_ONLY', { mode: copy.mode });
    if (operation.form === 'job') return startJob(name, operation, input, matter, spent);
    const value = await answerTo(name, operation, input, matter);
    if (operation.form !== 'query') finishIndexing(session);
    announce(operation, matterId, emit);
    // Any command may change what can be undone: sealing a set takes its steps out of the log.
    if (operation.form === 'command' || name === 'history.undo' || name === 'history.redo')
      emit({ name: 'history.changed', matterId });
    return value;
  }

  async function answerTo(
    name: OperationName,
    operation: Operation,
    input: unknown,
    matter: MatterContext,
  ): Promise<unknown> {
    const { session } = matter;
    const handler = handlers[name] as (input: unknown, context: MatterContext) => unknown;
    try {
      return operation.form === 'command'
        ? runCommand(name, operation, input, matter)
        : await trackAnswer(name, session, handler(input, matter));
    } catch (error) {
      throw blamingDamage(error, session.db);
    }
  }

  /** Begins long work; the job reports its result, not the reply. */
  function startJob(
    name: OperationName,
    operation: Operation,
    input: unknown,
    matter: MatterContext,
    spent: SpentTokens,
  ): unknown {
    const { session, person, isTrusted } = matter;
    if (operation.changes.length > 0 && session.isReadOnly) throw new AppError('MATTER_READ_ONLY');
    const handler = handlers[name] as (input: unknown, context: JobContext) => Promise<unknown>;
    return services.jobs.start(
      session,
      name,
      async (job) => {
        const context: JobContext = {
          ...matter,
          ...job,
          commit: (summary, write) =>
            session.transact({ operation: name, person, isUndoable: false, summary: () => summary }, write),
        };
        try {
          const result = await handler(input, context);
          if (checksOutput) operation.output.parse(result);
          return result;
        } catch (error) {
          services.tokens.restore(spent);
          throw toAppError(blamingDamage(error, session.db), name, platform);
        } finally {
          finishIndexing(session);
          announce(operation, session.id, emit);
        }
      },
      { isTrusted },
    );
  }

  /** The triggers have indexed new text well enough to be found: a failure to finish that must not fail the command. */
  function finishIndexing(session: MatterSession): void {
    if (!session.db.open || session.isReadOnly) return;
    try {
      if (hasNewTexts(session)) session.db.transaction(() => foldNewTexts(session))();
    } catch (error) {
      platform.log.warn('indexing was not finished', { reason: safeStack(error) });
    }
  }

  function runCommand(
    name: OperationName,
    operation: Operation,
    input: unknown,
    matter: MatterContext,
  ): unknown {
    let summary: string = name;
    const context: CommandContext = { ...matter, describe: (text) => void (summary = text) };
    const handler = handlers[name] as (input: unknown, context: CommandContext) => unknown;
    return matter.session.transact(
      { operation: name, person: matter.person, isUndoable: operation.isUndoable, summary: () => summary },
      () => handler(input, context),
    );
  }
}

/** The acts that close a matter's connection: what waited for itself would wait forever. */
const closingActs: ReadonlySet<OperationName> = new Set([
  'matter.close',
  'matter.lock',
  'matter.setPassphrase',
]);

/** Has closing the matter wait for what takes time, in other threads or on a disk. */
function trackAnswer(name: OperationName, session: MatterSession, answer: unknown): unknown {
  return answer instanceof Promise && !closingActs.has(name) ? session.track(answer) : answer;
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(api, name);
}

function parseInput(operation: Operation, rawInput: unknown): unknown {
  const parsed = operation.input.safeParse(rawInput, { error: plainFault });
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID_INPUT', {
    summary: summaryOfFaults(parsed.error.issues),
    // Paths of the values only: the values themselves may be document text.
    issues: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  });
}

function resolveFile(services: Services, caller: Caller, ref: FileRef, spent: SpentTokens): string {
  if ('path' in ref) {
    if (!caller.isTrusted) throw new AppError('FILE_REFERENCE_EXPIRED');
    return ref.path;
  }
  const path = services.tokens.redeem(ref.token);
  if (path === null) throw new AppError('FILE_REFERENCE_EXPIRED');
  spent.set(ref.token, path);
  return path;
}

function announce(operation: Operation, matterId: string | null, emit: (event: EngineEvent) => void): void {
  for (const area of operation.changes) emit({ name: `${area}.changed`, matterId });
}
