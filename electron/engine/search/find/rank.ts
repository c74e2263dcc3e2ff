import type { SearchOptions } from '../../../../shared/model/search.ts';
import type { MatterSession } from '../../store/session.ts';
import type { Subject } from '../words/subject-texts.ts';
import { claimedDates } from './filters.ts';
import type { Plan, SoughtPhrase } from './plan.ts';
import type { Found } from './scan.ts';

/** How much a hit counts by what it is in: a title says more than a page. */
const weights: Readonly<Record<Subject['kind'], number>> = {
  title: 2,
  docket: 1.3,
  note: 1.2,
  cue: 1,
  page: 1,
};
/** What SQLite needs, in milliseconds, to count a row that has a word or a phrase, and to score one. */
const wordMs = 0.0001;
const phraseMs = 0.0005;
const scoreMs = 0.002;

/**
 * Puts hits in order. By rank that is bm25 over the words, as far as computing it is not too expensive: words on very many
 * pages weigh nothing and are left out first; when only such words are looked for, titles come first and then the order of
 * the index.
 *
 * @param budgetMs about how long ranking may take
 * @returns the rows in order, and whether the order is that of all hits
 */
export function orderRows(
  session: MatterSession,
  plan: Plan,
  found: Found,
  { order, budgetMs }: { order: SearchOptions['order']; budgetMs: number },
): { rows: readonly Subject[]; isComplete: boolean } {
  const isAll = found.isWhole && found.total <= found.rows.length;
  if (found.rows.length < 2) return { rows: found.rows, isComplete: isAll };
  if (order === 'date') return { rows: byDate(session, found.rows), isComplete: isAll };
  if (order === 'title') return { rows: byTitle(session, found.rows), isComplete: isAll };
  const { match, isComplete } = rankingMatch(plan, found, budgetMs);
  const scores = match === null ? new Map<number, number>() : readScores(session, match, found.rows);
  const score = ({ id, kind }: Subject) => (scores.get(id) ?? 0) * weights[kind];
  return {
    rows: sorted(found.rows, (row) => [score(row), -weights[row.kind]]),
    isComplete: isAll && isComplete,
  };
}

/** The expression to rank by: the whole query if that is cheap, or its rarer words; null when all are too common. */
function rankingMatch(
  { ways, phrases }: Plan,
  { matched }: Found,
  budgetMs: number,
): { match: string | null; isComplete: boolean } {
  if (phrases.length === 0) return { match: null, isComplete: true };
  const countMs = ({ phrase, rows }: SoughtPhrase) => rows * (phrase.words.length > 1 ? phraseMs : wordMs);
  const wholeMs = phrases.reduce((sum, each) => sum + countMs(each), matched * scoreMs);
  const [only] = ways;
  if (ways.length === 1 && only!.match !== null && wholeMs <= budgetMs)
    return { match: only!.match, isComplete: true };
  let spentMs = 0;
  const kept = phrases
    .toSorted((a, b) => a.rows - b.rows)
    .filter((each) => {
      const ms = countMs(each) + each.rows * scoreMs;
      if (spentMs + ms > budgetMs) return false;
      spentMs += ms;
      return true;
    });
  return {
    match: kept.length === 0 ? null : kept.map(({ match }) => match).join(' OR '),
    isComplete: kept.length === phrases.length,
  };
}

function readScores(session: MatterSession, match: string, rows: readonly Subject[]): Map<number, number> {
  const scores = session
    .prepare(
      // Bound numbers are no integers to SQLite, and the index then scores all rows.
      `SELECT rowid, bm25(search_text) FROM search_text
         WHERE search_text MATCH ? AND rowid >= CAST(? AS INTEGER) AND rowid <= CAST(? AS INTEGER)`,
    )
    .raw()
    .all(match, rows[0]!.id, rows.at(-1)!.id) as [number, number][];
  return new Map(scores);
}

function byDate(session: MatterSession, rows: readonly Subject[]): Subject[] {
  const contentOf = contentsOf(session, rows);
  const contents = [...new Set(rows.flatMap((row) => contentOf(row) ?? []))];
  const claimed = claimedDates(session, contents);
  // Ids are used once in a matter. Of facts, the day, month or year that they begin in.
  const days = new Map(
    session
      .prepare(
        "SELECT id, filed_on FROM docket_entry UNION ALL SELECT id, date ->> '$.from' FROM fact WHERE date IS NOT NULL",
      )
      .raw()
      .all() as [string, string | null][],
  );
  // What has no date comes last.
  return sorted(rows, (row) => [
    days.get(row.ref ?? '') ?? claimed.get(contentOf(row) ?? -1) ?? '9999',
    row.contentId ?? 0,
    row.page ?? 0,
  ]);
}

function byTitle(session: MatterSession, rows: readonly Subject[]): Subject[] {
  const contentOf = contentsOf(session, rows);
  const contents = [...new Set(rows.flatMap((row) => contentOf(row) ?? []))];
  const titles = new Map(
    session
      .prepare(
        `SELECT i.content_id, d.title FROM evidence_item i JOIN evidence_description d ON d.id = i.id
           WHERE i.content_id IN (SELECT value FROM json_each(?))`,
      )
      .raw()
      .all(JSON.stringify(contents)) as [number, string][],
  );
  const places = new Map(
    [...new Set(titles.values())]
      .toSorted(new Intl.Collator('en', { numeric: true }).compare)
      .map((title, at) => [title, at]),
  );
  return sorted(rows, (row) => [
    places.get(titles.get(contentOf(row) ?? -1) ?? '') ?? Infinity,
    row.contentId ?? 0,
    row.page ?? 0,
  ]);
}

/** The original a row belongs to: its own, or that of the item whose title it is. */
function contentsOf(session: MatterSession, rows: readonly Subject[]): (row: Subject) => number | null {
  const titles = rows.flatMap(({ kind, ref }) => (kind === 'title' ? [ref!] : []));
  const contents = new Map(
    session
      .prepare('SELECT id, content_id FROM evidence_item WHERE id IN (SELECT value FROM json_each(?))')
      .raw()
      .all(JSON.stringify(titles)) as [string, number][],
  );
  return ({ contentId, ref }) => contentId ?? contents.get(ref ?? '') ?? null;
}

/** Rows by several keys, the first that differs deciding; rows alike in all keep the index's order. */
function sorted(rows: readonly Subject[], keysOf: (row: Subject) => readonly (number | string)[]): Subject[] {
  return rows
    .map((row) => ({ row, keys: keysOf(row) }))
    .toSorted((a, b) => {
      for (const [i, key] of a.keys.entries()) {
        const other = b.keys[i]!;
        if (key !== other) return key < other ? -1 : 1;
      }
      return a.row.id - b.row.id;
    })
    .map(({ row }) => row);
}
