import type Database from 'better-sqlite3';
import type { MatterFile } from '../../jobs/worker-thread.ts';
import type { OpenOriginal } from '../../pdf/assemble/index.ts';
import { contentSource } from '../../store/content.ts';

/**
 * An original as it is kept, with the password that opens it.
 *
 * @param password undefined where none is known
 * @param matter the file that `db` is a connection to, where other threads may read the original too
 * @throws AppError NOT_FOUND
 */
export function openOriginal(
  db: Database.Database,
  contentId: number,
  password: string | undefined,
  matter?: MatterFile,
): OpenOriginal {
  return { ...contentSource(db, contentId), password, location: matter && { matter, contentId } };
}
