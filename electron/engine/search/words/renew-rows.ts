import type Database from 'better-sqlite3';
import { foldText, foldingVersion, indexText } from '../../../../shared/domain/search/fold-text.ts';
import { subjectTexts, type Subject } from './subject-texts.ts';

/** What has statements: an open matter, or a file that is being written. */
type Connection = { prepare(text: string): Database.Statement };

/** What rows of the index stand for; the few first. */
export const subjectKinds = [
  'title',
  'docket',
  'note',
  'cue',
  'page',
] as const satisfies readonly Subject['kind'][];
/**
 * Letters that have given the same words in every version, by its folding or by the tokenizer, and signs that only separate words. Most
 * pages have no others, and are in step as they are.
 */
const unchanged =
  /^[\x00-\x7f\u00a0-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u00c5\u00c7-\u00cf\u00d1-\u00d7\u00d9-\u00dd\u00e0-\u00e5\u00e7-\u00ef\u00f1-\u00f7\u00f9-\u00fd\u00ff\u2010-\u2027\u2030-\u2038\u20ac\u2212]*$/;
/** Rows that are folded at once after a change: more than a large docket has. */
const mostAtOnce = 5_000;

const subjects = 'SELECT id, kind, content_id AS contentId, ref, page FROM search_subject';

/** How many rows of the index were folded by an earlier version, or by the triggers alone. */
export function rowsBehind(connection: Connection): number {
  const count = connection
    .prepare('SELECT count(*) FROM search_subject WHERE kind = ? AND folding < ?')
    .pluck();
  return subjectKinds.reduce((sum, kind) => sum + (count.get(kind, foldingVersion) as number), 0);
}

/** Some of those rows of one kind. */
export function listRowsBehind(connection: Connection, kind: Subject['kind'], limit: number): Subject[] {
  return connection
    .prepare(`${subjects} WHERE kind = ? AND folding < ? LIMIT ?`)
    .all(kind, foldingVersion, limit) as Subject[];
}

/** Whether anything waits for `foldNewTexts`. */
export function hasNewTexts(connection: Connection): boolean {
  const find = connection.prepare('SELECT 1 FROM search_subject WHERE kind = ? AND folding = 0 LIMIT 1');
  return subjectKinds.some((kind) => kind !== 'page' && find.get(kind) !== undefined);
}

/**
 * Folds what the triggers indexed since the last time, so that a title is found as a page is. Must run inside a transaction.
 *
 * @example session.db.transaction(() => foldNewTexts(session))()
 */
export function foldNewTexts(connection: Connection): void {
  const textOf = subjectTexts(connection);
  for (const kind of subjectKinds) {
    if (kind === 'page') continue;
    const rows = connection
      .prepare(`${subjects} WHERE kind = ? AND folding = 0 ORDER BY id DESC LIMIT ${mostAtOnce}`)
      .all(kind) as Subject[];
    for (const row of rows) renewRow(connection, row, textOf(row));
  }
}

/**
 * Brings one row in step, or removes it where its text is gone. Must run inside a transaction.
 *
 * @param text it stands for, as stored; null where that is gone
 * @returns what it is indexed under now; null where that is as it was
 */
export function renewRow(connection: Connection, row: Subject, text: string | null): string | null {
  const dropText = () => connection.prepare('DELETE FROM search_text WHERE rowid = ?').run(row.id);
  if (text === null) {
    dropText();
    connection.prepare('DELETE FROM search_subject WHERE id = ?').run(row.id);
    return '';
  }
  connection.prepare('UPDATE search_subject SET folding = ? WHERE id = ?').run(foldingVersion, row.id);
  if (isInStep(row.kind, text)) return null;
  const folded = indexText(text);
  dropText();
  connection.prepare('INSERT INTO search_text (rowid, body) VALUES (?, ?)').run(row.id, folded);
  return folded;
}

/** The triggers leave words split at a line's end as they are; on pages they have always been joined. */
function isInStep(kind: Subject['kind'], text: string): boolean {
  return unchanged.test(text) && (kind === 'page' || indexText(text) === foldText(text, 'other'));
}
