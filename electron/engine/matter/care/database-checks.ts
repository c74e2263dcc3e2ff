import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Verification } from '../../../../shared/model/matter.ts';
import { isSystemError, systemErrorCode } from '../../platform/system-errors.ts';

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
  if (!isSound(db, 'integrity_check')) problems.push(problem('database', unsound()));
  for (const table of db.readonly ? tablesAgainstRules(db) : [])
    problems.push(problem(table, brokenRule(table)));
  const broken = attempt(() => db.pragma('foreign_key_check') as { table: string }[]);
  const tables = Map.groupBy(broken ?? [], ({ table }) => table);
  for (const [table, rows] of tables)
    problems.push(problem(table, new AppError('MATTER_REFERENCES_BROKEN', { table, count: rows.length })));
  return problems;
}

/**
 * The error of a damaged matter, where that is what an error comes of: a stored value that is no JSON any more, or a key that is taken
 * only because rows and indexes disagree. Else the error itself.
 *
 * @param db the connection that the matter was read or written on
 */
export function blamingDamage(error: unknown, db: Database.Database): unknown {
  if (!db.open) return error;
  if (systemErrorCode(error)?.startsWith('SQLITE_CONSTRAINT'))
    return isSound(db, 'integrity_check') ? error : unsound(error);
  const [table] = error instanceof SyntaxError ? tablesAgainstRules(db) : [];
  return table === undefined ? error : brokenRule(table, error);
}

function unsound(cause?: unknown): AppError {
  return new AppError('MATTER_DAMAGED', { reason: 'parts of its database cannot be read' }, { cause });
}

function brokenRule(table: string, cause?: unknown): AppError {
  return new AppError('MATTER_DAMAGED', { reason: `“${table}” has a value that cannot be there` }, { cause });
}

/**
 * Tables with a value against a CHECK. They are asked one by one, for of a connection that only reads SQLite leaves the CHECKs out
 * when it reads the schema, and its own check knows nothing of them.
 */
function tablesAgainstRules(db: Database.Database): string[] {
  const tables = attempt(() =>
    db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' ORDER BY name`,
      )
      .all(),
  );
  return (tables ?? []).flatMap(({ name, sql }) => {
    const rules = rulesOf(sql).map((rule) => `NOT (${rule})`);
    if (rules.length === 0) return [];
    return attempt(() => isAnyTrue(db, name, rules)) ? [name] : [];
  });
}

/** A rule that cannot be worked out, as where a value is no JSON at all, is broken too. */
function isAnyTrue(db: Database.Database, table: string, conditions: readonly string[]): boolean {
  try {
    return (
      db.prepare(`SELECT 1 FROM "${table}" WHERE ${conditions.join(' OR ')} LIMIT 1`).get() !== undefined
    );
  } catch (error) {
    if (isSystemError(error, 'SQLITE_ERROR')) return true;
    throw error;
  }
}

/**
 * The CHECKs in the definition of a table.
 *
 * @example rulesOf("CREATE TABLE t (a TEXT CHECK (a <> ')'))") // ["a <> ')'"]
 */
function rulesOf(sql: string): string[] {
  const text = sql.replaceAll(/--[^\n]*/g, '');
  return [...text.matchAll(/\bCHECK\s*\(/gi)].map(({ index, 0: head }) => {
    const start = index + head.length;
    let at = start;
    for (let [depth, isQuoted] = [1, false]; depth > 0 && at < text.length; at++) {
      if (text[at] === "'") isQuoted = !isQuoted;
      else if (!isQuoted && text[at] === '(') depth += 1;
      else if (!isQuoted && text[at] === ')') depth -= 1;
    }
    return text.slice(start, at - 1);
  });
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
  const code = systemErrorCode(error) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_NOTADB';
}
