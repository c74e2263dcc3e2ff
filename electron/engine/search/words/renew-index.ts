import type Database from 'better-sqlite3';
import { foldingVersion, indexText } from '../../../../shared/domain/search/fold-text.ts';
import { vocabularyOf } from '../../../../shared/domain/search/words.ts';
import type { MatterSession } from '../../store/session.ts';
import { areTermsNoted, noteTerms, relistTerms } from './page-terms.ts';
import { findText, type Subject } from './subject-texts.ts';

/** What has statements: an open matter, or a file that is being written. */
type Connection = { prepare(text: string): Database.Statement };

const kinds = ['title', 'docket', 'note', 'cue', 'page'] as const satisfies readonly Subject['kind'][];
const plain = /^[\x00-\x7f]*$/;
/** Milliseconds one step takes, and rows between two looks at the clock. */
const stepMs = 25;
const rowsPerLook = 32;
/** Rows that are folded at once after a change: more than a large docket has. */
const mostAtOnce = 5_000;

/** How many rows of the index were folded by an earlier version, or by the triggers alone. */
export function rowsBehind(session: MatterSession): number {
  const count = session.prepare('SELECT count(*) FROM search_subject WHERE kind = ? AND folding < ?').pluck();
  return kinds.reduce((sum, kind) => sum + (count.get(kind, foldingVersion) as number), 0);
}

/**
 * Folds rows anew that an earlier version folded, in short steps, and takes out those whose text is gone. What a crash or a
 * cancel leaves is done the next time.
 *
 * @param pause lets others work between two steps; answers whether to go on
 * @param tell how many rows are done, and of how many
 * @returns whether it came to the end
 */
export async function renewIndex(
  session: MatterSession,
  pause: () => Promise<boolean>,
  tell: (done: number, total: number) => void,
): Promise<boolean> {
  const total = rowsBehind(session);
  let done = 0;
  let hasOtherWords = false;
  for (const kind of kinds)
    for (;;) {
      const step = session.db.transaction(renewSome)(session, kind);
      if (step.looked === 0) break;
      done += step.looked;
      hasOtherWords ||= kind === 'page' && step.changed > 0;
      tell(done, Math.max(done, total));
      if (!(await pause())) return false;
    }
  // The words of pages were noted again, so each counted twice.
  return !hasOtherWords || !areTermsNoted(session) || relistTerms(session, pause);
}

/**
 * Folds what the triggers indexed since the last time, so that a title is found as a page is. Must run inside a transaction.
 *
 * @example connection.transaction(() => foldNewTexts(connection))()
 */
export function foldNewTexts(connection: Connection): void {
  for (const kind of kinds) {
    if (kind === 'page') continue;
    const rows = connection
      .prepare(`${subjects} WHERE kind = ? AND folding = 0 ORDER BY id DESC LIMIT ${mostAtOnce}`)
      .all(kind) as Subject[];
    for (const row of rows) renewRow(connection, row);
  }
}

/** Whether anything waits for `foldNewTexts`. */
export function hasNewTexts(connection: Connection): boolean {
  const find = connection.prepare('SELECT 1 FROM search_subject WHERE kind = ? AND folding = 0 LIMIT 1');
  return kinds.some((kind) => kind !== 'page' && find.get(kind) !== undefined);
}

const subjects = 'SELECT id, kind, content_id AS contentId, ref, page FROM search_subject';

function renewSome(session: MatterSession, kind: Subject['kind']): { looked: number; changed: number } {
  const until = performance.now() + stepMs;
  const find = session.prepare(`${subjects} WHERE kind = ? AND folding < ? LIMIT ${rowsPerLook}`);
  const pages: string[] = [];
  let looked = 0;
  let changed = 0;
  do {
    const rows = find.all(kind, foldingVersion) as Subject[];
    if (rows.length === 0) break;
    for (const row of rows) {
      const folded = renewRow(session, row);
      if (folded === null) continue;
      changed++;
      if (kind === 'page') pages.push(folded);
    }
    looked += rows.length;
  } while (performance.now() < until);
  if (pages.length > 0 && areTermsNoted(session)) noteTerms(session, pages.map(vocabularyOf));
  return { looked, changed };
}

/** Brings one row in step; answers what it is indexed under now, or null where that is as it was. */
function renewRow(connection: Connection, row: Subject): string | null {
  const text = findText(connection, row);
  const folded = indexText(text ?? '');
  if (text === null) connection.prepare('DELETE FROM search_subject WHERE id = ?').run(row.id);
  else connection.prepare('UPDATE search_subject SET folding = ? WHERE id = ?').run(foldingVersion, row.id);
  // Plain text was indexed as it stands by every version.
  if (text !== null && folded === text && plain.test(text)) return null;
  connection.prepare('DELETE FROM search_text WHERE rowid = ?').run(row.id);
  if (text !== null)
    connection.prepare('INSERT INTO search_text (rowid, body) VALUES (?, ?)').run(row.id, folded);
  return folded;
}
