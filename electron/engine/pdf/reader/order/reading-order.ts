import { findColumns } from './columns.ts';
import { rowsOf, type Placed } from './rows.ts';

/** Leaps by which the order of the page's content may be worse than that of its looks before it is given up. */
const leapsForgiven = 3;
/** The same for long pages, as a share of all runs. */
const shareForgiven = 0.04;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Columns in columns. */
const deepest = 6;

/**
 * The order in which runs of a page are read. That in which the page writes them stands, as whoever made the page meant it,
 * unless it leaps about the page: then columns from the left, and in them rows from the top, are what the eye follows.
 *
 * @param runs in the order the page writes them, most of them upright
 * @returns places in `runs`
 * @example readingOrder(runs).map((at) => runs[at])
 */
export function readingOrder(runs: readonly Placed[]): number[] {
  const written = runs.map((_run, at) => at);
  const upright = written.filter((at) => runs[at]!.angle === 0);
  const forgiven = Math.max(leapsForgiven, runs.length * shareForgiven);
  if (leaps(runs, upright) <= forgiven || upright.some((at) => rightToLeft.test(runs[at]!.text)))
    return written;
  const seen = ordered(
    upright.map((at) => ({ ...runs[at]!, at })),
    0,
  ).map(({ at }) => at);
  if (leaps(runs, upright) - leaps(runs, seen) <= forgiven) return written;
  // What lies askew has no place among rows: margins, stamps. It comes last.
  return [...seen, ...written.filter((at) => runs[at]!.angle !== 0)];
}

function ordered<R extends Placed>(runs: readonly R[], depth: number): R[] {
  const rows = rowsOf(runs);
  const columns = depth < deepest ? findColumns(rows) : null;
  if (!columns) return rows.flat();
  const inside = rows.slice(columns.from, columns.to).flat();
  const isLeft = ({ rect }: R) => rect.x < columns.x;
  return [
    ...ordered(rows.slice(0, columns.from).flat(), depth + 1),
    ...ordered(inside.filter(isLeft), depth + 1),
    ...ordered(
      inside.filter((run) => !isLeft(run)),
      depth + 1,
    ),
    ...ordered(rows.slice(columns.to).flat(), depth + 1),
  ];
}

/** How often the eye would have to go back up, or back along a line. */
function leaps(runs: readonly Placed[], order: readonly number[]): number {
  let count = 0;
  for (let place = 1; place < order.length; place += 1) {
    const before = runs[order[place - 1]!]!.rect;
    const { x, y, height } = runs[order[place]!]!.rect;
    const isAbove = y + height / 2 < before.y;
    const isBeside = y + height / 2 < before.y + before.height && !isAbove;
    if (isAbove || (isBeside && x + 1 < before.x)) count += 1;
  }
  return count;
}
