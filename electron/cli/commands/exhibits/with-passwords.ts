import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { CliContext } from '../../context.ts';
import { readPasswords, unlockWith } from '../evidence/passwords.ts';

/**
 * Runs work that reads originals; if some are locked, unlocks them for this run with a file's passwords and runs it again.
 *
 * @param passwordFile undefined if none was given: then a refusal stands
 * @param lockedBy the originals that a refusal is about
 * @throws AppError of `work`; INVALID_INPUT for a file without passwords; FILE_NOT_FOUND
 */
export async function withPasswords<T>(
  context: CliContext,
  matterId: MatterId,
  passwordFile: string | undefined,
  lockedBy: (error: AppError) => Promise<readonly EvidenceId[]>,
  work: () => Promise<T>,
): Promise<T> {
  const passwords = readPasswords(passwordFile);
  const refused = await attempt(work);
  if (!(refused instanceof Refusal)) return refused;
  if (passwordFile === undefined) throw withWay(refused.error, 'passwordFile');
  let isAnyOpened = false;
  for (const id of await lockedBy(refused.error))
    if (await unlockWith(passwords, context, matterId, id)) isAnyOpened = true;
  const again = isAnyOpened ? await attempt(work) : refused;
  if (again instanceof Refusal) throw withWay(again.error, 'otherPasswords');
  return again;
}

/** A refusal of work because originals cannot be read. */
class Refusal {
  readonly error: AppError;

  constructor(error: AppError) {
    this.error = error;
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error, 'EXHIBIT_SOURCE_UNREADABLE')) throw error;
    return new Refusal(error);
  }
}

/** A refusal with what can be done on the command line about originals that a password protects. */
function withWay(error: AppError, lockedWay: 'passwordFile' | 'otherPasswords'): AppError {
  const { lockedWay: ofApp, ...details } = error.details;
  return ofApp === undefined
    ? error
    : new AppError('EXHIBIT_SOURCE_UNREADABLE', { ...details, lockedWay }, { cause: error });
}
