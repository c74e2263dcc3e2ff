import type { MatterSession } from '../../store/session.ts';

/**
 * The list of words with about how many rows of the index have each. While few pages are indexed it is kept in step with
 * each; while many are, it is left alone and the index itself is asked for its words, and at the end it is rewritten.
 */
const lists = {
  kept: { table: 'search_term', rows: 'pages' },
  index: { table: 'search_vocabulary', rows: 'doc' },
} as const;
/** Milliseconds one step of writing the list again reads for, and words between two looks at the clock. */
const relistMs = 25;
const wordsPerLook = 64;
const lastWord = '\u{10FFFF}';
/** Matters whose list is being written: what is indexed between two steps may have words of a part that is done. */
const relisting = new WeakSet<MatterSession>();

/**
 * Adds the words of pages to the list. Must run inside the transaction that indexes them.
 *
 * @param pages the different words of each
 */
export function noteTerms(session: MatterSession, pages: readonly ReadonlySet<string>[]): void {
  const counts = new Map<string, number>();
  for (const terms of pages) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  session
    .prepare(
      `INSERT INTO search_term (term, pages)
         SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
         ON CONFLICT (term) DO UPDATE SET pages = pages + excluded.pages`,
    )
    .run(JSON.stringify([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Writes the list again from the index, in short steps.
 *
 * @param pause lets others work between two steps; returns whether to go on
 * @param stepMs milliseconds a step reads for
 * @returns whether it came to the end
 */
export async function relistTerms(
  session: MatterSession,
  pause: () => Promise<boolean>,
  stepMs = relistMs,
): Promise<boolean> {
  relisting.add(session);
  try {
    for (let after: string | null = ''; after !== null;) {
      after = session.db.transaction(relistFrom)(session, after, stepMs);
      if (after !== null && !(await pause())) return false;
    }
    return true;
  } finally {
    relisting.delete(session);
  }
}

/** Lists the words after one again for as long as a step may take; returns the last one, or null when there are no more. */
function relistFrom(session: MatterSession, after: string, stepMs: number): string | null {
  const until = performance.now() + stepMs;
  const terms: [string, number][] = [];
  let isAll = true;
  const rows = session
    .prepare('SELECT term, doc FROM search_vocabulary WHERE term > ? ORDER BY term')
    .raw()
    .iterate(after) as IterableIterator<[string, number]>;
  for (const row of rows) {
    terms.push(row);
    if (terms.length % wordsPerLook !== 0 || performance.now() < until) continue;
    isAll = false;
    break;
  }
  const last = isAll ? null : terms.at(-1)![0];
  session.prepare('DELETE FROM search_term WHERE term > ? AND term <= ?').run(after, last ?? lastWord);
  const insert = session.prepare('INSERT INTO search_term (term, pages) VALUES (?, ?)');
  for (const [term, pages] of terms) insert.run(term, pages);
  return last;
}

/** Whether a matter stands as `beginBulkIndexing` left it: until the bulk has ended, after a crash until the next one has. */
export function isBulkIndexing(session: MatterSession): boolean {
  const value = session.prepare(`SELECT v FROM search_text_config WHERE k = 'automerge'`).pluck().get();
  return value === 0;
}

/** Whether the words of what is indexed are to be noted with it. */
export function areTermsNoted(session: MatterSession): boolean {
  return !isBulkIndexing(session) || relisting.has(session);
}

/** About how many rows of the index have a word; null when none has it that the list knows of. */
export function rowsListed(session: MatterSession, term: string): number | null {
  const { table, rows } = listOf(session);
  const found = session.prepare(`SELECT ${rows} FROM ${table} WHERE term = ?`).pluck().get(term);
  return (found as number | undefined) ?? null;
}

/** Words between two, the second left out, each with about how many rows have it, in order; read as they are taken. */
export function* termsBetween(
  session: MatterSession,
  from: string,
  to: string,
): Generator<readonly [term: string, rows: number]> {
  const { table, rows } = listOf(session);
  yield* session
    .prepare(`SELECT term, ${rows} FROM ${table} WHERE term >= ? AND term < ? ORDER BY term`)
    .raw()
    .iterate(from, to) as IterableIterator<[string, number]>;
}

function listOf(session: MatterSession): (typeof lists)[keyof typeof lists] {
  return isBulkIndexing(session) ? lists.index : lists.kept;
}
