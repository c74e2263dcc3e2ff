import type { Rule } from '../../../pdf/layout/index.ts';
import { lineOf, type PrintedLine, type PrintedRoll } from './printed-lines.ts';

/** Cells of a row, each the lines in it. */
export type GridRow = readonly (readonly PrintedLine[])[];

/** A piece of a table on one page, by its borders. In points. */
export interface Grid {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Vertical borders from left to right. */
  readonly edges: readonly number[];
  readonly rows: readonly GridRow[];
  /** Whether no border closes it above and below, so that a row goes on there. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

/** Borders nearer to one another than this, in points, are one: of cells that stand apart each has its own. */
const nearest = 5;
/** The part of a table's width a border between rows goes over. */
const wholeWidth = 0.9;

/** The piece of a table whose borders stand around a line. Null where none do. Boxes to tick are lower than a row that holds the line. */
export function gridAt(roll: PrintedRoll, line: PrintedLine): Grid | null {
  const y = middleOf(line);
  const around = verticalOn(roll, line.page).filter(
    ({ from, to }) => from <= y && to >= y && to - from > line.size * 1.1,
  );
  return gridBetween(roll, line.page, y, clusters(around.map(({ at }) => at)));
}

/** The first piece of a table on a page that it goes on over. Null where its borders are not on the page. */
export function gridGoingOn(roll: PrintedRoll, page: number, { edges }: Grid): Grid | null {
  const starts = verticalOn(roll, page).filter(({ at }) => isNear(at, edges[0]!));
  const top = starts.reduce((least, { from }) => Math.min(least, from), Infinity);
  return top === Infinity ? null : gridBetween(roll, page, top + 1, edges);
}

function gridBetween(roll: PrintedRoll, page: number, y: number, edges: readonly number[]): Grid | null {
  if (edges.length < 2) return null;
  const vertical = verticalOn(roll, page);
  const extents = edges.map((edge) =>
    extentAt(
      vertical.filter(({ at }) => isNear(at, edge)),
      y,
    ),
  );
  const extent = extents[0];
  if (!extent || extents.includes(null)) return null;
  const { top, bottom } = extent;
  const level = roll.rules.filter(
    ({ isVertical, at }) => !isVertical && at > top - nearest && at < bottom + nearest,
  );
  const borders = levelOver(level, edges[0]!, edges.at(-1)!);
  const inner = borders.filter((at) => at > top + nearest && at < bottom - nearest);
  const bands = [top, ...inner, bottom];
  const lines = roll.lines.filter(
    (line) => line.page === page && middleOf(line) > top && middleOf(line) < bottom,
  );
  const rows =
    inner.length === 0
      ? [lines]
      : bands
          .slice(0, -1)
          .map((from, i) => lines.filter((line) => middleOf(line) >= from && middleOf(line) < bands[i + 1]!));
  return {
    page,
    top,
    bottom,
    edges,
    rows: rows.map((row) => cellsOf(row, edges)),
    isOpenAbove: !borders.some((at) => isNear(at, top)),
    isOpenBelow: !borders.some((at) => isNear(at, bottom)),
  };
}

/** What of a row's lines stands in each column. */
function cellsOf(row: readonly PrintedLine[], edges: readonly number[]): GridRow {
  return edges.slice(0, -1).map((edge, column) =>
    row.flatMap((line): PrintedLine[] => {
      const words = line.words.filter(({ left, right }) => {
        const middle = (left + right) / 2;
        return middle >= edge && middle < edges[column + 1]!;
      });
      return words.length === 0 ? [] : [lineOf(words, line.page, line.y)];
    }),
  );
}

function verticalOn({ rules, tops }: PrintedRoll, page: number): Rule[] {
  const [from, to] = [tops[page]! - 1, tops[page + 1]! + 1];
  return rules.filter((rule) => rule.isVertical && rule.from >= from && rule.to <= to);
}

/** The height a line's letters stand around. */
function middleOf({ y, size }: PrintedLine): number {
  return y - size * 0.3;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= nearest;
}

/** Values that lie near one another as one, in order. */
function clusters(values: readonly number[]): number[] {
  const found: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && value - last.at(-1)! <= nearest) last.push(value);
    else found.push([value]);
  }
  return found.map((group) => (group[0]! + group.at(-1)!) / 2);
}

/** How far the vertical rules that a height lies in go up and down together. */
function extentAt(rules: readonly Rule[], y: number): { top: number; bottom: number } | null {
  let found: { top: number; bottom: number } | null = null;
  for (const { from, to } of rules.toSorted((a, b) => a.from - b.from)) {
    if (found && from <= found.bottom + nearest) found.bottom = Math.max(found.bottom, to);
    else if (found && found.bottom >= y) break;
    else found = { top: from, bottom: to };
  }
  return found && found.top <= y && found.bottom >= y ? found : null;
}

/** Heights at which level rules together go over the width. */
function levelOver(rules: readonly Rule[], left: number, right: number): number[] {
  const groups = new Map<number, Rule[]>();
  const heights = clusters(rules.map(({ at }) => at));
  for (const rule of rules) {
    const height = heights.find((at) => isNear(at, rule.at));
    if (height !== undefined) groups.set(height, [...(groups.get(height) ?? []), rule]);
  }
  return [...groups].flatMap(([height, group]) =>
    covered(group, left, right) >= wholeWidth ? [height] : [],
  );
}

function covered(rules: readonly Rule[], left: number, right: number): number {
  let sum = 0;
  let done = left;
  for (const { from, to } of rules.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(from, done);
    const end = Math.min(to, right);
    if (end > begin) sum += end - begin;
    done = Math.max(done, end);
  }
  return sum / (right - left);
}
