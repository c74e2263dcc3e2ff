import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { readText, type CliContext } from '../../context.ts';

/** Help of the option that gives passwords. */
export const passwordFileHelp =
  'a file with the passwords of locked originals, one a line; each is tried where one is needed, and none is kept';

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
  const passwords = passwordFile === undefined ? [] : readPasswords(passwordFile);
  try {
    return await work();
  } catch (error) {
    if (passwords.length === 0 || !isAppError(error, 'EXHIBIT_SOURCE_UNREADABLE')) throw error;
    let isAnyOpened = false;
    for (const id of await lockedBy(error))
      if (await unlock(context, matterId, id, passwords)) isAnyOpened = true;
    if (!isAnyOpened) throw error;
    return await work();
  }
}

async function unlock(
  { connection }: CliContext,
  matterId: MatterId,
  id: EvidenceId,
  passwords: readonly string[],
): Promise<boolean> {
  for (const password of passwords) {
    try {
      await connection.client['evidence.unlock']({ matterId, id, password, isKept: false });
      return true;
    } catch (error) {
      if (isAppError(error, 'EVIDENCE_NOT_LOCKED')) return false;
      if (!isAppError(error, 'EVIDENCE_WRONG_PASSWORD')) throw error;
    }
  }
  return false;
}

function readPasswords(path: string): string[] {
  const passwords = readText(path)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (passwords.length === 0) throw new AppError('INVALID_INPUT', { summary: 'the password file is empty' });
  return passwords;
}
