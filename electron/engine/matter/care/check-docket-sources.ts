import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { attempt, problem, type CheckProblem } from './database-checks.ts';

/**
 * Compares imported docket sources with the hashes they came in with: the pages themselves, and the rows read from them.
 *
 * @param db any connection to the matter; only read
 */
export function checkDocketSources(db: Database.Database): { problems: CheckProblem[]; count: number } {
  const problems: CheckProblem[] = [];
  let count = 0;
  const altered = (subject: string, name: string) =>
    problems.push(problem(subject, new AppError('DOCKET_SOURCE_ALTERED', { name })));
  const isRead = attempt(() => {
    const pages = db.prepare<[], { id: string; name: string; sha256: string; bytes: Uint8Array }>(
      'SELECT id, name, sha256, bytes FROM docket_source WHERE was_applied = 1 ORDER BY read_at, id',
    );
    for (const { id, name, sha256, bytes } of pages.iterate()) {
      count += 1;
      if (hashOf(bytes) !== sha256) altered(id, name);
    }
    const rows = db.prepare<[], { id: number; sha256: string; body: string }>(
      'SELECT id, sha256, body FROM docket_observation ORDER BY id',
    );
    for (const { id, sha256, body } of rows.iterate())
      if (hashOf(`${body}\0`) !== sha256)
        altered(`docket row ${id}`, `row ${id} of the imported docket sources`);
    return true;
  });
  if (!isRead) {
    const reason = 'its docket source records cannot be read';
    problems.push(problem('docket source', new AppError('MATTER_DAMAGED', { reason })));
  }
  return { problems, count };
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
