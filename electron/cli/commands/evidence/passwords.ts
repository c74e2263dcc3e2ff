import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { readText, type CliContext } from '../../context.ts';
import { invalid } from '../../invalid.ts';

/** Help of the option that gives passwords. */
export const passwordFileHelp =
  'a file with the passwords of locked originals, one per line; each is tried where one is needed, and none is kept';

/**
 * The passwords of a file, one a line.
 *
 * @param path undefined if none was given: then there are no passwords
 * @throws AppError INVALID_INPUT for a file without passwords; FILE_NOT_FOUND
 */
export function readPasswords(path: string | undefined): string[] {
  if (path === undefined) return [];
  const passwords = readText(path)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (passwords.length === 0) throw invalid('the password file is empty');
  return passwords;
}

/** Errors that say no password can open an original. */
const hopeless = ['EVIDENCE_NOT_LOCKED', 'EVIDENCE_UNLOCK_UNSUPPORTED', 'MATTER_READ_ONLY'] as const;

/**
 * Unlocks an original for this run with the first of some passwords that opens it.
 *
 * @returns whether one did; in a matter that is open read-only none can
 */
export async function unlockWith(
  passwords: readonly string[],
  { client }: CliContext,
  matterId: MatterId,
  id: EvidenceId,
): Promise<boolean> {
  for (const password of passwords) {
    try {
      await client['evidence.unlock']({ matterId, id, password, isKept: false });
      return true;
    } catch (error) {
      if (isAppError(error, 'EVIDENCE_WRONG_PASSWORD')) continue;
      if (hopeless.some((code) => isAppError(error, code))) return false;
      throw error;
    }
  }
  return false;
}
