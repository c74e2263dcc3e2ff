import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JobId } from '../../../shared/model/common.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { AppContext } from '../handlers.ts';
import type { MatterSession } from '../store/session.ts';
import { emptyFields } from './empty-fields.ts';
import { removeDatabase } from '../platform/publish.ts';
import { isFilled, isSample, markFilled } from './sample-state.ts';

const operation = 'matter.createSample';

/**
 * Opens the sample matter, making it first if it is missing, incomplete or to be reset.
 *
 * @param target null for the sample's own place among the app's files; elsewhere an existing file is left alone, unless it
 *   is a sample matter that is to be reset
 * @returns the job that fills it; null if it was there already
 * @throws AppError MATTER_EXISTS, FILE_UNWRITABLE, DISK_FULL
 */
export async function openSample(
  { target, isReset }: { target: string | null; isReset: boolean },
  context: AppContext,
): Promise<{ session: MatterSession; jobId: JobId | null }> {
  const { matters, jobs } = context.services;
  const filePath = target ?? join(context.platform.appDirectory, 'Sample matter.matter');
  if (existsSync(filePath)) {
    if (target !== null && !isReset) throw exists(filePath);
    const session = openExisting(filePath, { isOwnPlace: target === null && isReset }, matters);
    if (session) {
      if (!isSample(session)) throw exists(filePath);
      const isBeingFilled = jobs.isRunning(session, operation);
      if (!isReset && (isFilled(session) || isBeingFilled)) return { session, jobId: null };
      await matters.close(session);
    }
    rmSync(filePath, { force: true });
    removeDatabase(filePath);
  }
  if (target === null) mkdirSync(context.platform.appDirectory, { recursive: true, mode: 0o700 });
  const fields = { ...emptyFields, title: 'Sample matter' };
  const session = matters.create(filePath, fields, { passphrase: null, isSample: true });
  return { session, jobId: startFilling(session, context) };
}

/** Errors of a sample in its own place that a reset may replace. */
const beyondUse = new Set<string>([
  'MATTER_DAMAGED',
  'MATTER_LOG_FOREIGN',
  'MATTER_NOT_A_MATTER',
  'MATTER_LOCKED',
  'MATTER_NEWER_THAN_APP',
]);

/** Null when it cannot be opened and, being the app's own file, may be replaced. */
function openExisting(
  filePath: string,
  { isOwnPlace }: { isOwnPlace: boolean },
  matters: AppContext['services']['matters'],
): MatterSession | null {
  try {
    return matters.open(filePath);
  } catch (error) {
    if (isOwnPlace && isAppError(error) && beyondUse.has(error.code)) return null;
    throw error;
  }
}

function startFilling(session: MatterSession, context: AppContext): JobId {
  const { matters, jobs } = context.services;
  const { person, emit } = context;
  const commit = <T>(summary: string, write: () => T) =>
    session.transact({ operation, person, isUndoable: false, summary: () => summary }, write);
  const { jobId } = jobs.start(
    session,
    operation,
    async (control) => {
      await matters.fillSample({ ...context, ...control, session, commit });
      commit('the sample matter is complete', () => markFilled(session));
      matters.remember(session);
      for (const area of ['matter', 'docket', 'evidence', 'exhibits', 'deadlines', 'tro'] as const)
        emit({ name: `${area}.changed`, matterId: session.id });
      return null;
    },
    { isTrusted: context.isTrusted },
  );
  return jobId;
}

function exists(filePath: string): AppError {
  return new AppError('MATTER_EXISTS', { name: basename(filePath) });
}
