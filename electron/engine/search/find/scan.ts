import type { MatterSession } from '../../store/session.ts';
import type { Subject } from '../words/subject-texts.ts';
import type { Way } from './plan.ts';

/** What a look through the index found. */
export interface Found {
  readonly total: number;
  /** Whether the whole index was looked through. */
  readonly isWhole: boolean;
  /** The first hits in the index's order, at most `maxKept`. */
  readonly rows: readonly Subject[];
  /** Rows the words alone match, up to the last one kept: what ranking would have to read. */
  readonly matched: number;
}

/** Hits that are put in order. */
export const maxKept = 5_000;
/** Milliseconds that one step through the index is to take, and rows it begins with. */
const stepMs = 8;
const firstStep = 4_096;
const leastStep = 512;
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
  const excluded = ways.map(({ excluded: match }) => (match === null ? null : excludedKeys(session, match)));
  const rows: Subject[] = [];
  let total = 0;
  let matched = 0;
  let from = 0;
  let step = firstStep;
  while (from < lastId) {
    const to = Math.min(lastId, from + step);
    const startedAt = performance.now();
    const [only] = ways;
    if (ways.length === 1 && only!.match !== null && only!.passes === null && rows.length >= maxKept)
      total += countMatches(session, only!.match, from, to);
    else {
      const isFull = rows.length >= maxKept;
      const seen = new Set<number>();
      const found: Subject[] = [];
      for (const [i, way] of ways.entries())
        for (const row of readRows(session, way, from, to)) {
          if (!isFull) matched++;
          if (seen.has(row.id) || way.passes?.(row) === false || excluded[i]?.has(row.ref!)) continue;
          seen.add(row.id);
          found.push(row);
        }
      total += seen.size;
      if (!isFull) {
        if (ways.length > 1) found.sort((a, b) => a.id - b.id);
        for (const row of found.slice(0, maxKept - rows.length)) rows.push(row);
      }
    }
    from = to;
    const tookMs = performance.now() - startedAt;
    step = Math.max(
      leastStep,
      Math.round(step * Math.min(4, Math.max(0.25, stepMs / Math.max(tookMs, 0.1)))),
    );
    if (from < lastId && !(await goOn())) return { total, isWhole: false, rows, matched };
  }
  return { total, isWhole: true, rows, matched };
}

function countMatches(session: MatterSession, match: string, from: number, to: number): number {
  return session
    .prepare('SELECT count(*) FROM search_text WHERE search_text MATCH ? AND rowid > ? AND rowid <= ?')
    .pluck()
    .get(match, from, to) as number;
}

function readRows(session: MatterSession, { match }: Way, from: number, to: number): Subject[] {
  const columns = 's.id, s.kind, s.content_id, s.ref, s.page';
  const statement =
    match === null
      ? session.prepare(
          `SELECT ${columns} FROM search_subject s WHERE s.id > ? AND s.id <= ? AND s.ref IS NOT NULL
             AND s.kind IN ${wholes} ORDER BY s.id`,
        )
      : session.prepare(
          `SELECT ${columns} FROM search_text CROSS JOIN search_subject s ON s.id = search_text.rowid
             WHERE search_text MATCH ? AND search_text.rowid > ? AND search_text.rowid <= ?`,
        );
  const rows = statement.raw().all(...(match === null ? [] : [match]), from, to) as [
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
