import { indexText } from '../../../../shared/domain/search/fold-text.ts';
import { vocabularyOf } from '../../../../shared/domain/search/words.ts';
import type { MatterSession } from '../../store/session.ts';
import { pageAdder } from './index-pages.ts';
import { areTermsNoted, noteTerms, relistTerms } from './page-terms.ts';

export interface IndexedPage {
  /** From 1. */
  readonly page: number;
  /** As it stands in `page_text`, not folded. */
  readonly text: string;
}

/** Bytes of memory the index gathers before it writes a piece of itself, while many pages are indexed. */
const bulkBytes = 64 * 1024 * 1024;
const usualBytes = 1024 * 1024;
/** Pieces of the index merged by one step, and how many steps at most: a merge never holds a writer up for long. */
const mergePages = 2_000;
const maxMergeSteps = 4_000;

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
  const add = pageAdder(session);
  const folded = pages.map(({ text }) => indexText(text));
  for (const [i, { page }] of pages.entries()) add(contentId, page, folded[i]!);
  if (areTermsNoted(session)) noteTerms(session, folded.map(vocabularyOf));
}

/** Removes pages of an original from the index; all of them when no pages are named. Must run inside a transaction. */
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

/** Makes ready for indexing many pages: the index is written in large pieces, which `endBulkIndexing` merges. */
export function beginBulkIndexing(session: MatterSession): void {
  session.db.transaction(() => {
    configure(session, 'automerge', 0);
    configure(session, 'hashsize', bulkBytes);
  })();
}

/**
 * Merges what was indexed since `beginBulkIndexing` and lists its words, in short steps with a pause after each, so that others
 * come to write. What is interrupted is done by the next bulk.
 *
 * @param pause lets others work; returns whether to go on
 */
export async function endBulkIndexing(
  session: MatterSession,
  pause: () => Promise<boolean> = async () => true,
): Promise<void> {
  for (let step = 0; step < maxMergeSteps; step++) {
    // The first step, with a negative number, says that all there is shall become one.
    if (!merge(session, step === 0 ? -mergePages : mergePages)) break;
    if (!(await pause())) return;
  }
  if (!(await relistTerms(session, pause))) return;
  session.db.transaction(() => {
    configure(session, 'automerge', 4);
    configure(session, 'hashsize', usualBytes);
  })();
}

/** One step of a merge; returns whether there was anything to do: SQLite's own measure is two changes or more. */
function merge(session: MatterSession, pages: number): boolean {
  const changes = session.prepare('SELECT total_changes()').pluck();
  const before = changes.get() as number;
  session
    .prepare(`INSERT INTO search_text (search_text, rank) VALUES ('merge', CAST(? AS INTEGER))`)
    .run(pages);
  return (changes.get() as number) - before >= 2;
}

function configure(session: MatterSession, option: 'automerge' | 'hashsize', value: number): void {
  // Bound numbers are no integers to SQLite, and it takes nothing else here.
  session
    .prepare('INSERT INTO search_text (search_text, rank) VALUES (?, CAST(? AS INTEGER))')
    .run(option, value);
}
