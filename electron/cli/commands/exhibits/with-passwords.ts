import { isAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { CliContext } from '../../context.ts';
import { readPasswords, unlockWith } from '../evidence/passwords.ts';

/**
 * Runs what reads originals; where some need a password, gives those of a file to them for this run and runs it again.
 *
 * @param passwordFile undefined where none was named: then what is refused stays refused
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
  try {
    return await work();
  } catch (error) {
    if (passwords.length === 0 || !isAppError(error, 'EXHIBIT_SOURCE_UNREADABLE')) throw error;
    let isAnyOpened = false;
    for (const id of await lockedBy(error))
      if (await unlockWith(passwords, context, matterId, id)) isAnyOpened = true;
    if (!isAnyOpened) throw error;
    return await work();
  }
}
