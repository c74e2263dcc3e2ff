import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Verification } from '../../../../shared/model/matter.ts';

export type CheckProblem = Verification['problems'][number];

/** A declared error, as a problem with a named subject. */
export function problem(subject: string, error: AppError): CheckProblem {
  return { code: error.code, message: error.message, subject };
}

/**
 * What SQLite itself finds wrong: pages that cannot be read, indexes that disagree with their tables, values against a
 * CHECK, references to rows that are not there. Empty when all is well. Never throws for damage.
 */
export function findDatabaseProblems(db: Database.Database): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (!isSound(db, 'integrity_check'))
    problems.push(
      problem('database', new AppError('MATTER_DAMAGED', { reason: 'parts of its database cannot be read' })),
    );
  const broken = attempt(() => db.pragma('foreign_key_check') as { table: string }[]);
  const tables = Map.groupBy(broken ?? [], ({ table }) => table);
  for (const [table, rows] of tables)
    problems.push(problem(table, new AppError('MATTER_REFERENCES_BROKEN', { table, count: rows.length })));
  return problems;
}

/** Whether SQLite can read every page as intended; `quick_check` does not compare indexes with their tables. */
export function isSound(db: Database.Database, check: 'integrity_check' | 'quick_check'): boolean {
  const found = attempt(() => db.pragma(`${check}(1)`, { simple: true }));
  return found === 'ok';
}

/** The result of the read, or null if damage prevents it. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** SQL for a value among the details of a custody event; null where they are damaged, which the event's hash tells of. */
export function ofDetails(event: string, path: string): string {
  return `CASE WHEN json_valid(${event}.details) THEN json_extract(${event}.details, '${path}') END`;
}

function isDamage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'MATTER_DAMAGED';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_NOTADB';
}
