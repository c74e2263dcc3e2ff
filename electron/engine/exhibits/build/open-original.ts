import type Database from 'better-sqlite3';
import type { OpenOriginal } from '../../pdf/assemble/index.ts';
import { contentSource } from '../../store/content.ts';

/**
 * A stored original, with the password that opens it.
 *
 * @param password undefined if none is known
 * @throws AppError NOT_FOUND
 */
export function openOriginal(
  db: Database.Database,
  contentId: number,
  password: string | undefined,
): OpenOriginal {
  return { ...contentSource(db, contentId), password };
}
