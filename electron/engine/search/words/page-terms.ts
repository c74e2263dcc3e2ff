import type { MatterSession } from '../../store/session.ts';

/**
 * The list of words pages have. A new word is written with its page; how many pages have a word is only about right, and is
 * gathered in memory and written now and then.
 */
interface Pending {
  /** Words known to be in the list, with the pages counted since they were last written. */
  readonly counts: Map<string, { pages: number }>;
  /** Pages counted since then. */
  pages: number;
  /** The page that was last indexed with these words. */
  last: NotedPage | null;
}

interface NotedPage {
  /** Of its row in the index. */
  readonly id: number;
  readonly contentId: number;
  readonly page: number;
}

const pendingOf = new WeakMap<MatterSession, Pending>();
const maxPending = 200_000;
/** Pages counted in memory before the counts are written: at least so many, and more where there are more words to write. */
const leastPages = 500;
const wordsPerPage = 10;

/**
 * Forgets the words in memory when the page they were last counted with is gone: its transaction was undone, and its words
 * may be gone from the list with it. To be called before pages are indexed: they might take its place.
 */
export function checkPendingCounts(session: MatterSession): void {
  const last = pendingOf.get(session)?.last;
  if (!last) return;
  const isThere = session
    .prepare('SELECT 1 FROM search_subject WHERE id = ? AND content_id = ? AND page = ?')
    .get(last.id, last.contentId, last.page);
  if (isThere === undefined) pendingOf.delete(session);
}

/**
 * Adds the words of pages to the list. Must run inside the transaction that indexes them.
 *
 * @param pages each with its different words
 */
export function noteTerms(
  session: MatterSession,
  pages: readonly (NotedPage & { readonly terms: ReadonlySet<string> })[],
): void {
  let pending = pendingOf.get(session);
  if (!pending) pendingOf.set(session, (pending = { counts: new Map(), pages: 0, last: null }));
  const { counts } = pending;
  if (pending.pages >= Math.max(leastPages, counts.size / wordsPerPage)) writePendingCounts(session);
  if (counts.size > maxPending) {
    writePendingCounts(session);
    counts.clear();
  }
  const fresh: string[] = [];
  for (const page of pages) {
    for (const term of page.terms) {
      const count = counts.get(term);
      if (count) count.pages++;
      else {
        counts.set(term, { pages: 1 });
        fresh.push(term);
      }
    }
    pending.last = page;
    pending.pages++;
  }
  if (fresh.length === 0) return;
  session
    .prepare('INSERT OR IGNORE INTO search_term (term, pages) SELECT value, 0 FROM json_each(?)')
    .run(JSON.stringify(fresh.toSorted()));
}

/** Writes the counts gathered in memory. Must run inside a transaction. */
export function writePendingCounts(session: MatterSession): void {
  const pending = pendingOf.get(session);
  if (!pending) return;
  const update = session.prepare('UPDATE search_term SET pages = pages + ? WHERE term = ?');
  for (const [term, count] of pending.counts) {
    if (count.pages > 0) update.run(count.pages, term);
    count.pages = 0;
  }
  pending.pages = 0;
}

/** Gives the memory of the words back. */
export function forgetPendingCounts(session: MatterSession): void {
  pendingOf.delete(session);
}

/** About how many pages have a word, those counted in memory included; null when no page ever had it. */
export function pagesWith(session: MatterSession, term: string): number | null {
  const pages = session.prepare('SELECT pages FROM search_term WHERE term = ?').pluck().get(term) as
    number | undefined;
  return pages === undefined ? null : pages + (pendingOf.get(session)?.counts.get(term)?.pages ?? 0);
}
