import type { MatterSession } from '../../store/session.ts';
import type { Subject } from '../words/subject-texts.ts';
import type { Way } from './plan.ts';
import { windowsOf, type Window } from './windows.ts';

/** What a look through the index found. */
export interface Found {
  readonly total: number;
  /** Whether the whole index was looked through. */
  readonly isWhole: boolean;
  /** The first hits in the index's order, at most `maxKept`. */
  readonly rows: readonly Subject[];
  /** About how many rows the words alone match from the first one kept to the last: what ranking would have to read. */
  readonly matched: number;
}

/** Hits that are put in order. */
export const maxKept = 5_000;
/** Milliseconds that one step through the index is to take, and rows it begins with. */
const stepMs = 8;
const firstStep = 4_096;
const leastStep = 512;
/** Rows of a step at least for each word of a query: each must be visited. */
const stepPerWord = 32;
/** Kinds of rows that stand for an item, an entry or a note as a whole. */
const wholes = `('title', 'docket', 'note')`;

/**
 * Looks through the index in short steps. The steps adapt to what the query costs, so that neither a rare phrase of common
 * words nor a million hits keep the engine from anything else.
 *
 * @param goOn asked between steps; `false` ends the look with what there is
 */
export async function scanIndex(
  session: MatterSession,
  ways: readonly Way[],
  goOn: () => Promise<boolean>,
): Promise<Found> {
  const lastId = (session.prepare('SELECT max(id) FROM search_subject').pluck().get() as number | null) ?? 0;
  const scan = new Scan(session, ways);
  const least = leastStepOf(ways);
  let step = Math.max(firstStep, least);
  const windows = windowsOf(session, ways, lastId);
  let askedAt = performance.now();
  for (const window of windows)
    for (let after = window.after; after < window.upTo;) {
      const startedAt = performance.now();
      const upTo = Math.min(window.upTo, after + step);
      const isFull = upTo === after + step;
      after = scan.look({ after, upTo });
      const tookMs = performance.now() - startedAt;
      const factor = Math.min(4, Math.max(0.25, stepMs / Math.max(tookMs, 0.1)));
      // A short window says nothing about what a step could be, unless it took too long.
      if (isFull || factor < 1) step = Math.max(least, Math.round(step * factor));
      const isDone = window === windows.at(-1) && after >= window.upTo;
      if (isDone || (after >= window.upTo && performance.now() - askedAt < stepMs)) continue;
      if (!(await goOn())) return scan.found(false);
      askedAt = performance.now();
    }
  return scan.found(true);
}

/** What was found so far. */
class Scan {
  readonly #session: MatterSession;
  readonly #ways: readonly Way[];
  /** Of each way, the items and entries that it leaves out. */
  readonly #excluded: readonly (ReadonlySet<string> | null)[];
  readonly #rows: Subject[] = [];
  #total = 0;
  #matched = 0;
  /** Rows of the index that were looked through while hits were kept. */
  #looked = 0;

  constructor(session: MatterSession, ways: readonly Way[]) {
    this.#session = session;
    this.#ways = ways;
    this.#excluded = ways.map(({ excluded }) => (excluded === null ? null : excludedKeys(session, excluded)));
  }

  /** Looks through a part of the index; returns up to which row. */
  look(part: Window): number {
    const isKeeping = this.#rows.length < maxKept;
    const [only] = this.#ways;
    const isOfWordsAlone = this.#ways.length === 1 && only!.match !== null && only!.passes === null;
    const upTo = isOfWordsAlone ? this.#lookForWords(only!, only!.match!, part) : this.#lookAtEach(part);
    if (isKeeping) this.#looked += upTo - part.after;
    return upTo;
  }

  found(isWhole: boolean): Found {
    const rows = this.#rows;
    const span = rows.length === 0 ? 0 : rows.at(-1)!.id - rows[0]!.id + 1;
    // Between windows the words match as often, and ranking reads those rows too.
    const matched = this.#matched * Math.max(1, span / Math.max(1, this.#looked));
    return { total: this.#total, isWhole, rows, matched };
  }

  /** Every row that matches is a hit: once enough are kept, the others need only be counted. */
  #lookForWords(way: Way, match: string, part: Window): number {
    const spare = maxKept - this.#rows.length;
    if (spare === 0) {
      this.#total += countMatches(this.#session, match, part);
      return part.upTo;
    }
    const found = readRows(this.#session, way, part, spare);
    for (const row of found) this.#rows.push(row);
    this.#total += found.length;
    this.#matched += found.length;
    return found.length < spare ? part.upTo : found.at(-1)!.id;
  }

  #lookAtEach(part: Window): number {
    const spare = maxKept - this.#rows.length;
    const seen = new Set<number>();
    const found: Subject[] = [];
    for (const [i, way] of this.#ways.entries())
      for (const row of readRows(this.#session, way, part)) {
        if (spare > 0) this.#matched++;
        if (seen.has(row.id) || way.passes?.(row) === false || this.#excluded[i]?.has(row.ref!)) continue;
        seen.add(row.id);
        found.push(row);
      }
    this.#total += seen.size;
    if (this.#ways.length > 1) found.sort((a, b) => a.id - b.id);
    for (const row of found.slice(0, spare)) this.#rows.push(row);
    return part.upTo;
  }
}

/**
 * Rows a step takes at least: what it costs to begin one must not be most of what it costs. For a beginning the index gathers
 * all rows that have it at every step, so there is one.
 */
function leastStepOf(ways: readonly Way[]): number {
  if (ways.some(({ match }) => match === null || match.includes('" *'))) return Number.MAX_SAFE_INTEGER;
  const words = ways.reduce((sum, { match }) => sum + match!.split('" OR "').length, 0);
  return Math.max(leastStep, words * stepPerWord);
}

/** Bound numbers are no integers to SQLite, and the index then goes through all its rows, wherever a range begins and ends. */
const within = (id: string) => `${id} > CAST(? AS INTEGER) AND ${id} <= CAST(? AS INTEGER)`;

function countMatches(session: MatterSession, match: string, { after, upTo }: Window): number {
  return session
    .prepare(`SELECT count(*) FROM search_text WHERE search_text MATCH ? AND ${within('rowid')}`)
    .pluck()
    .get(match, after, upTo) as number;
}

function readRows(session: MatterSession, { match }: Way, { after, upTo }: Window, limit = -1): Subject[] {
  const columns = 's.id, s.kind, s.content_id, s.ref, s.page';
  const statement =
    match === null
      ? session.prepare(
          `SELECT ${columns} FROM search_subject s INDEXED BY search_subject_ref WHERE s.ref IS NOT NULL
             AND s.kind IN ${wholes} AND s.id > ? AND s.id <= ? ORDER BY s.id LIMIT ?`,
        )
      : session.prepare(
          `SELECT ${columns} FROM search_text CROSS JOIN search_subject s ON s.id = search_text.rowid
             WHERE search_text MATCH ? AND ${within('search_text.rowid')}
             ORDER BY search_text.rowid LIMIT ?`,
        );
  const rows = statement.raw().all(...(match === null ? [] : [match]), after, upTo, limit) as [
    number,
    Subject['kind'],
    number | null,
    string | null,
    number | null,
  ][];
  return rows.map(([id, kind, contentId, ref, page]) => ({ id, kind, contentId, ref, page }));
}

/** Items and entries in which something occurs, on any page. */
function excludedKeys(session: MatterSession, match: string): ReadonlySet<string> {
  const keys = session
    .prepare(
      `SELECT DISTINCT coalesce(i.id, s.ref) FROM search_text CROSS JOIN search_subject s ON s.id = search_text.rowid
         LEFT JOIN evidence_item i ON i.content_id = s.content_id WHERE search_text MATCH ?`,
    )
    .pluck()
    .all(match) as string[];
  return new Set(keys);
}
