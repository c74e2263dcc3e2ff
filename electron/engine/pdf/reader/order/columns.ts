import type { Placed } from './rows.ts';

/** A stretch of rows that reads in two columns: rows `[from, to)`, divided at `x`. */
export interface Columns {
  readonly from: number;
  readonly to: number;
  readonly x: number;
}

/** Least points that separate two columns. */
const leastGutter = 9;
const leastRows = 4;
/** Letters a row of a column has on the average: fewer are the cells of a table or the labels of a form. */
const lettersOfProse = 18;
/** Rows beyond which a page is no page of print, and none is looked for. */
const mostRows = 400;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The tallest stretch of rows that leaves the same strip free from top to bottom, with prose on both sides of it.
 *
 * @param rows from the top, each with its runs from the left
 */
export function findColumns(rows: readonly (readonly Placed[])[]): Columns | null {
  if (rows.length > mostRows) return null;
  let best: Columns | null = null;
  for (let from = 0; from < rows.length; from += 1) {
    if (best && rows.length - from <= best.to - best.from) break;
    let free: readonly Span[] = [{ from: -Infinity, to: Infinity }];
    for (let to = from + 1; to <= rows.length; to += 1) {
      free = without(free, rows[to - 1]!);
      if (free.length === 0) break;
      if (to - from < leastRows || (best && to - from <= best.to - best.from)) continue;
      const x = gutterOf(free, rows.slice(from, to));
      if (x !== null) best = { from, to, x };
    }
  }
  return best;
}

/** What stays free of spans that a row takes; strips too narrow to separate columns are dropped. */
function without(free: readonly Span[], row: readonly Placed[]): Span[] {
  let left = [...free];
  for (const { rect } of row)
    left = left.flatMap(({ from, to }) =>
      rect.x + rect.width <= from || rect.x >= to
        ? [{ from, to }]
        : [
            { from, to: rect.x },
            { from: rect.x + rect.width, to },
          ].filter((span) => span.to - span.from >= leastGutter),
    );
  return left;
}

/** The middle of the free strip that has prose on both sides. */
function gutterOf(free: readonly Span[], rows: readonly (readonly Placed[])[]): number | null {
  for (const { from, to } of free) {
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
    const x = (from + to) / 2;
    if (isProse(rows, ({ rect }) => rect.x < x) && isProse(rows, ({ rect }) => rect.x > x)) return x;
  }
  return null;
}

function isProse(rows: readonly (readonly Placed[])[], isOnSide: (run: Placed) => boolean): boolean {
  const letters = rows
    .map((row) => row.filter(isOnSide).reduce((sum, { text }) => sum + text.trim().length, 0))
    .filter((count) => count > 0);
  const sum = letters.reduce((total, count) => total + count, 0);
  return letters.length >= leastRows && sum / letters.length >= lettersOfProse;
}
