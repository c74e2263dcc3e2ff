import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { safeStack } from '../../../../shared/errors/scrub.ts';
import { openDatabase } from '../../store/database.ts';
import { findDatabaseProblems } from '../care/database-checks.ts';
import { beginCopy, publish, removeDatabase, removeLeftovers, stagedPath } from '../../platform/publish.ts';
import type { Migration } from './migration.ts';

/**
 * Brings a matter up to a later format: a verified backup beside it first (`Name.before-v20.matter`), then all pending steps
 * in one transaction together with the checks of references and integrity. If anything fails, the matter stays as it was.
 *
 * A backup that exists already is kept: it is from before the first attempt, and a retry must not replace it.
 *
 * @param steps all migrations, oldest first
 * @throws AppError MATTER_MIGRATION_FAILED; DISK_FULL when there is no room for the backup
 */
export function migrate(
  db: Database.Database,
  { filePath, passphrase }: { filePath: string; passphrase: string | null },
  steps: readonly Migration[],
  platform: Platform,
): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  const pending = steps.filter(({ version }) => version > from);
  if (pending.length === 0) return;
  const to = pending.at(-1)!.version;
  const backup = join(dirname(filePath), `${basename(filePath, '.matter')}.before-v${to}.matter`);
  if (!existsSync(backup)) backUp(db, backup, { filePath, passphrase }, platform);

  // Rebuilding a table must not cascade to the rows that refer to it; all references are checked below.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const { up } of pending) up(db);
      // Undo steps recorded in the old format cannot be applied to the new one.
      db.exec('DELETE FROM change_row; DELETE FROM change_group;');
      db.pragma(`user_version = ${to}`);
      const problems = findDatabaseProblems(db);
      if (problems.length > 0)
        throw new Error(`after migrating: ${problems.map(({ code }) => code).join(', ')}`);
    }).immediate();
  } catch (error) {
    platform.log.error('migration failed', { from, to, stack: safeStack(error) });
    throw new AppError('MATTER_MIGRATION_FAILED', { backup: basename(backup) }, { cause: error });
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function backUp(
  db: Database.Database,
  backup: string,
  { filePath, passphrase }: { filePath: string; passphrase: string | null },
  { newId, nativeBinding }: Platform,
): void {
  const staged = stagedPath(backup, newId());
  try {
    removeLeftovers(backup);
    beginCopy(filePath, staged);
    db.prepare('VACUUM INTO ?').run(staged);
    const copy = openDatabase(staged, { passphrase, isReadOnly: true, mustExist: true, nativeBinding });
    const problems = findDatabaseProblems(copy);
    copy.close();
    if (problems[0]) {
      const damaged = findDatabaseProblems(db).length > 0 ? 'matter' : null;
      throw new AppError('MATTER_BACKUP_FAILED', { reason: problems[0].message, damaged });
    }
    publish(staged, backup);
  } finally {
    removeDatabase(staged);
  }
}
