import type Database from 'better-sqlite3';
import type { OpenOriginal } from '../../pdf/assemble/index.ts';
import { contentSource, keptPassword } from '../../store/content.ts';

/**
 * An original as it is kept, with the password that is kept beside it.
 *
 * @throws AppError NOT_FOUND
 */
export function openOriginal(db: Database.Database, contentId: number): OpenOriginal {
  return { ...contentSource(db, contentId), password: keptPassword(db, contentId) };
}
