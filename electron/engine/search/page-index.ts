import { indexText } from '../../../shared/domain/search/fold-text.ts';
import type { MatterSession } from '../store/session.ts';

export interface IndexedPage {
  /** From 1. */
  readonly page: number;
  /** As it stands in `page_text`, not folded. */
  readonly text: string;
}

/**
 * Makes pages of an original findable, in place of what was indexed of those pages before. Must run inside a transaction,
 * the one in which their text is stored.
 */
export function indexPages(session: MatterSession, contentId: number, pages: readonly IndexedPage[]): void {
  const isKnown = session.prepare('SELECT 1 FROM search_subject WHERE content_id = ? LIMIT 1').get(contentId);
  if (isKnown !== undefined)
    dropPages(
      session,
      contentId,
      pages.map(({ page }) => page),
    );
  const addSubject = session.prepare(
    `INSERT INTO search_subject (kind, content_id, page) VALUES ('page', ?, ?)`,
  );
  const addText = session.prepare('INSERT INTO search_text (rowid, body) VALUES (?, ?)');
  for (const { page, text } of pages) {
    const { lastInsertRowid } = addSubject.run(contentId, page);
    addText.run(lastInsertRowid, indexText(text));
  }
}

/** Takes pages of an original out of the index; all of them when no pages are named. Must run inside a transaction. */
export function dropPages(session: MatterSession, contentId: number, pages?: readonly number[]): void {
  const find = session.prepare(
    `SELECT id FROM search_subject WHERE content_id = ?${pages ? ' AND page = ?' : ''}`,
  );
  const dropText = session.prepare('DELETE FROM search_text WHERE rowid = ?');
  const dropSubject = session.prepare('DELETE FROM search_subject WHERE id = ?');
  const found = (pages ? pages.flatMap((page) => find.all(contentId, page)) : find.all(contentId)) as {
    id: number;
  }[];
  for (const { id } of found) {
    dropText.run(id);
    dropSubject.run(id);
  }
}
