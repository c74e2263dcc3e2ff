import type Database from 'better-sqlite3';
import { foldingVersion } from '../../../../shared/domain/search/fold-text.ts';
import { foldNewTexts } from './renew-rows.ts';

/**
 * Makes pages findable through a connection that knows nothing of them yet. Must run inside a transaction.
 *
 * @returns a function of an original, a page of it from 1, and the page's text as `indexText` folds it
 */
export function pageAdder(connection: {
  prepare(text: string): Database.Statement;
}): (contentId: number, page: number, folded: string) => void {
  // One row at a time: a statement of many rows makes the index write what it gathered in memory, as a piece of its own.
  const addSubject = connection.prepare(
    `INSERT INTO search_subject (kind, content_id, page, folding) VALUES ('page', ?, ?, ${foldingVersion})`,
  );
  const addText = connection.prepare('INSERT INTO search_text (rowid, body) VALUES (?, ?)');
  return (contentId, page, folded) => {
    addText.run(addSubject.run(contentId, page).lastInsertRowid, folded);
  };
}

/** Lists the words of a matter that was indexed from nothing, and brings its index into one piece. Must run inside a transaction. */
export function finishNewIndex(db: Database.Database): void {
  foldNewTexts(db);
  db.exec(`INSERT INTO search_text (search_text) VALUES ('optimize')`);
  db.exec('INSERT INTO search_term (term, pages) SELECT term, doc FROM search_vocabulary ORDER BY term');
}
