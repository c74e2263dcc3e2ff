import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterSession } from '../../store/session.ts';

/** Thrown inside an intake that was asked to pause, to leave the current file. Never leaves the intake. */
export class IntakePaused extends Error {}

/** An intake under way in this engine. */
export interface RunningIntake {
  /** Asks it to stop before the next file or member, and waits until it has. */
  pause(): Promise<void>;
  /** Whether it was asked to. */
  readonly isPausing: boolean;
}

const running = new WeakMap<MatterSession, Map<string, RunningIntake>>();

/** The intake of this id, if it is under way. */
export function runningIntake(session: MatterSession, id: string): RunningIntake | undefined {
  return running.get(session)?.get(id);
}

/**
 * Runs an intake, so that it can be found and paused while it lasts.
 *
 * @throws AppError EVIDENCE_INTAKE_RUNNING when it is under way already; what `work` throws
 */
export async function whileRunning<T>(
  session: MatterSession,
  id: string,
  work: (intake: RunningIntake) => Promise<T>,
): Promise<T> {
  const own = running.get(session) ?? new Map<string, RunningIntake>();
  running.set(session, own);
  if (own.has(id)) throw new AppError('EVIDENCE_INTAKE_RUNNING');
  const ended = Promise.withResolvers<void>();
  let isPausing = false;
  const intake: RunningIntake = {
    get isPausing() {
      return isPausing;
    },
    pause() {
      isPausing = true;
      return ended.promise;
    },
  };
  own.set(id, intake);
  try {
    return await work(intake);
  } finally {
    own.delete(id);
    ended.resolve();
  }
}
