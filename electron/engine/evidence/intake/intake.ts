import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { safeStack } from '../../../../shared/errors/scrub.ts';
import type { FileRef, IntakeId } from '../../../../shared/model/common.ts';
import type { Collected, IntakeItem } from '../../../../shared/model/evidence.ts';
import type { JobContext } from '../../handlers.ts';
import { readPendingText } from '../text/index.ts';
import { findFiles, type IntakeFile } from './intake-files.ts';
import {
  getProvenance,
  progressOf,
  recordIntake,
  recordRunning,
  recordStopped,
  reviveFailed,
  type Provenance,
} from './intake-record.ts';
import { withProductions } from './production/with-productions.ts';
import { failedItem, takeFilesIn } from './take-files-in.ts';
import { whileRunning } from './running-intakes.ts';

export interface IntakeOptions {
  readonly sources: readonly FileRef[];
  readonly custodian: string;
  readonly source: string;
  readonly collected?: Collected | undefined;
  readonly isRecursive: boolean;
}

const notSaid: Collected = { at: '', by: '', where: '', how: '' };

/**
 * Takes files in: bytes and hash first, then what they are, then one transaction that makes them evidence, then what came
 * in them. Each file ends as added, duplicate or failed; none stops the rest. What is asked for is written down before the
 * first file is read, so that a crash, a cancel or a pause leaves an intake that can be resumed.
 *
 * @throws AppError CANCELLED
 */
export async function addEvidence(
  { sources, custodian, source, collected = notSaid, isRecursive }: IntakeOptions,
  context: JobContext,
): Promise<{ items: IntakeItem[] }> {
  const { session, platform, jobId } = context;
  const files = await withProductions(await resolveSources(sources, isRecursive, context), context);
  const id = platform.newId() as IntakeId;
  const provenance: Provenance = { custodian, source, collected };
  context.commit('begin an intake', () =>
    recordIntake(session, {
      id,
      jobId,
      provenance,
      files: files.map((file) => ({
        path: file.path,
        folderPath: file.folderPath,
        sizeBytes: 'sizeBytes' in file ? file.sizeBytes : 0,
        code: 'error' in file ? file.error.code : null,
      })),
    }),
  );
  const items = (await runIntake(id, context)).values();
  // Those that could not even be looked at stand among the others, where they were asked for.
  return {
    items: files.flatMap((file) =>
      'error' in file ? failedItem(file, file.error, context) : (items.next().value ?? []),
    ),
  };
}

/**
 * Goes on with an intake.
 *
 * @returns what became of the files that were still to be read
 * @throws AppError NOT_FOUND, EVIDENCE_INTAKE_RUNNING, CANCELLED
 */
export async function resumeIntake(id: IntakeId, context: JobContext): Promise<{ items: IntakeItem[] }> {
  getProvenance(context.session, id);
  return { items: await runIntake(id, context) };
}

/**
 * Reads again what failed, and nothing else.
 *
 * @throws AppError NOT_FOUND, EVIDENCE_INTAKE_RUNNING, CANCELLED
 */
export async function retryIntake(id: IntakeId, context: JobContext): Promise<{ items: IntakeItem[] }> {
  getProvenance(context.session, id);
  return { items: await runIntake(id, context, () => reviveFailed(context.session, id)) };
}

/** Runs an intake from where it stands; `before` is written in the transaction that says it runs. */
async function runIntake(
  id: IntakeId,
  context: JobContext,
  before: () => void = () => undefined,
): Promise<IntakeItem[]> {
  const { session, jobId, signal, platform } = context;
  let isPaused = false;
  const items = await whileRunning(session, id, async (running) => {
    context.commit('go on with an intake', () => {
      before();
      recordRunning(session, id, jobId);
    });
    // It is offered to be gone on with no more.
    context.emit({ name: 'evidence.changed', matterId: session.id });
    const stop = (state: 'paused' | 'cancelled' | 'ended') => {
      try {
        context.commit(`intake ${state}`, () => recordStopped(session, id, state));
      } catch (error) {
        // On a full disk it is left as it is, and reported as interrupted.
        platform.log.warn('the end of an intake was not written', { reason: safeStack(error) });
      }
    };
    try {
      const taken = await takeFilesIn(id, running, context);
      isPaused = taken.hasLeftOff;
      stop(isPaused ? 'paused' : 'ended');
      return taken.items;
    } catch (error) {
      stop(signal.aborted ? 'cancelled' : 'paused');
      throw signal.aborted ? new AppError('CANCELLED', progressOf(session, id), { cause: error }) : error;
    }
  });
  if (!isPaused) await readTexts(items.length, context);
  return items;
}

/** Reads the text of what came in. What was taken in stays so, whatever becomes of its text: it is read the next time. */
async function readTexts(total: number, context: JobContext): Promise<void> {
  try {
    await readPendingText(context);
  } catch (error) {
    if (context.signal.aborted) throw new AppError('CANCELLED', { total, left: 0 }, { cause: error });
    context.platform.log.warn('texts were not read after an intake', { reason: safeStack(error) });
  }
}

async function resolveSources(
  sources: readonly FileRef[],
  isRecursive: boolean,
  { resolveFile, signal }: JobContext,
): Promise<IntakeFile[]> {
  const files: IntakeFile[] = [];
  for (const source of sources) {
    try {
      files.push(...(await findFiles(resolveFile(source), { isRecursive, signal })));
    } catch (error) {
      if (!isAppError(error, 'FILE_REFERENCE_EXPIRED')) throw error;
      files.push({ path: '', name: '', folderPath: null, error });
    }
  }
  return files;
}
