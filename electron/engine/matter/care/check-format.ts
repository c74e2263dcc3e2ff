import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { openDatabase } from '../../store/database.ts';
import { makeTables } from '../file/create-file.ts';
import { attempt, problem, type CheckProblem } from './database-checks.ts';

/** How many parts a message names; the rest are counted. */
const namedAtMost = 5;

/**
 * Compares the definitions of a matter's tables, indexes and triggers with this version's: among the triggers are those that
 * refuse changes to originals and records.
 *
 * @param db a matter of this version's format; only read
 */
export function checkFormat(
  db: Database.Database,
  { nativeBinding }: { readonly nativeBinding?: string | undefined },
): CheckProblem[] {
  const found = attempt(() => partsOf(db));
  if (!found) return [];
  const own = ownParts(nativeBinding);
  const names = [...new Set([...own.keys(), ...found.keys()])].filter(
    (name) => own.get(name) !== found.get(name),
  );
  if (names.length === 0) return [];
  const named = names.toSorted().slice(0, namedAtMost);
  const more = names.length - named.length;
  const which = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [problem('database', new AppError('MATTER_FORMAT_ALTERED', { which }))];
}

/** The definition of each part, by name. SQLite's own statistics tables may or may not be present. */
function partsOf(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], [string, string]>(
      `SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*'`,
    )
    .raw()
    .all();
  return new Map(rows);
}

function ownParts(nativeBinding: string | undefined): Map<string, string> {
  const db = openDatabase(':memory:', {
    passphrase: null,
    isReadOnly: false,
    mustExist: false,
    nativeBinding,
  });
  try {
    db.transaction(() => makeTables(db))();
    return partsOf(db);
  } finally {
    db.close();
  }
}
