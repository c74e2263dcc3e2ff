import { isoDateOf } from '../printed/printed-dates.ts';
import { namesColumns } from '../sheet/entries-table.ts';
import { gridAt, gridGoingOn, type Grid, type GridRow } from './grid.ts';
import { htmlOf, rowOfCells } from './line-text.ts';
import { textOfLine, type PrintedLine, type PrintedRoll } from './printed-lines.ts';

/** How the receipt for the charge begins. */
export const receiptHead = /pacer service center|transaction receipt/i;

/** Words among the entries that are in no cell. */
export interface LeftOut {
  readonly page: number;
  readonly text: string;
}

/** The table of entries of a print, laid out again. */
export interface PrintedEntries {
  readonly html: string;
  readonly leftOut: readonly LeftOut[];
  readonly top: number;
  readonly bottom: number;
}

/** The table of entries, over all the pages it goes on. Null where none is found. */
export function entriesOf(roll: PrintedRoll): PrintedEntries | null {
  return tableIn(roll, mayNameColumns, (row) => namesColumns(row.map(plainText)));
}

/** The table of entries of a court of appeals' general docket, which has no names of columns: it begins with a date. */
export function entriesOfAppeal(roll: PrintedRoll): PrintedEntries | null {
  return tableIn(roll, /^\d{1,2}\/\d{1,2}\/\d{4}\b/, (row) => {
    const [date, ...others] = row.map(plainText);
    return (
      (others.length === 2 || others.length === 3) &&
      isoDateOf(date!) !== null &&
      /\p{L}/u.test(others.at(-1)!)
    );
  });
}

/**
 * @param hint what a line says that may stand in the first row of it
 * @param isFirst whether a row is the first of it
 */
function tableIn(roll: PrintedRoll, hint: RegExp, isFirst: (row: GridRow) => boolean): PrintedEntries | null {
  for (const line of roll.lines) {
    if (!hint.test(textOfLine(line))) continue;
    const first = gridAt(roll, line);
    const at = first?.rows.findIndex(isFirst) ?? -1;
    if (!first || at === -1) continue;
    const top = topOf(first.rows[at]!);
    const heading = first.rows[at]!.map(plainText);
    const grids = [{ ...first, rows: first.rows.slice(at) }, ...goingOn(roll, first)];
    const pieces = grids.map((grid, i) => (i === 0 ? grid : withoutHeading(grid, heading)));
    const rows = withoutBoxes(joinedRows(pieces));
    const html = rows.map((row) => rowOfCells(row.map(htmlOf)));
    const bottom = grids.at(-1)!.bottom;
    const among = roll.lines.filter(({ y }) => y > top && y < bottom);
    return {
      html: `<table border="1">${html.join('\n')}</table>`,
      top,
      bottom,
      leftOut: wordsBeside(
        among,
        grids.map((grid) => grid.rows.flat()),
      ),
    };
  }
  return null;
}

/**
 * A piece without the names of the columns, which some programs have printed again on each page: the border below them closes no row
 * that went on.
 */
function withoutHeading(grid: Grid, heading: readonly string[]): Grid {
  const [first] = grid.rows;
  const isAgain = first?.every((cell, column) => plainText(cell) === heading[column]);
  return isAgain && namesColumns(heading) ? { ...grid, rows: grid.rows.slice(1), isOpenAbove: true } : grid;
}

/** Rows of a general docket without its column of boxes to tick, which a print shows empty. */
function withoutBoxes(rows: (readonly PrintedLine[])[][]): (readonly PrintedLine[])[][] {
  if (rows[0]?.length !== 4 || rows.some((row) => row[1]!.length > 0)) return rows;
  return rows.map(([date, , ...others]) => [date!, ...others]);
}

/** Words that are in none of the cells. */
function wordsBeside(lines: readonly PrintedLine[], rows: readonly GridRow[]): LeftOut[] {
  const placed = new Set(rows.flat(2).flatMap(({ words }) => words));
  return lines.flatMap(({ page, words }) => {
    const beside = words.filter((word) => !placed.has(word));
    return beside.length === 0 ? [] : [{ page, text: textOfLine({ words: beside }) }];
  });
}

const mayNameColumns = /\b(?:docket (?:text|entry|description)|text|description|proceedings?|events?)\b/i;

function topOf(row: GridRow): number {
  return Math.min(...row.flat().map(({ y }) => y)) - 1;
}

function goingOn(roll: PrintedRoll, first: Grid): Grid[] {
  const grids: Grid[] = [];
  for (let page = first.page + 1; page < roll.tops.length - 1; page += 1) {
    const grid = gridGoingOn(roll, page, first);
    if (!grid) break;
    grids.push(grid);
  }
  return grids;
}

/** Rows of all pieces; the first on a page may go on with the one that the page before broke off. */
function joinedRows(grids: readonly Grid[]): (readonly PrintedLine[])[][] {
  const rows: (readonly PrintedLine[])[][] = [];
  for (const [piece, grid] of grids.entries())
    for (const [at, row] of grid.rows.entries()) {
      const before = rows.at(-1);
      const last = grids[piece - 1];
      if (before && last && at === 0 && goesOn(before, row, last.isOpenBelow && grid.isOpenAbove))
        rows[rows.length - 1] = before.map((cell, column) => [...cell, ...row[column]!]);
      else rows.push([...row]);
    }
  return rows;
}

/** Every row has one date, at its top or half way down; between pieces that are open to each other lies no border of two rows. */
function goesOn(before: GridRow, row: GridRow, isOpen: boolean): boolean {
  const [hadDate, hasDate] = [before[0]!.length > 0, row[0]!.length > 0];
  if (hadDate && hasDate) return false;
  return isOpen || (!hasDate && !/^\d/.test(plainText(row[1] ?? [])));
}

function plainText(cell: readonly PrintedLine[]): string {
  return cell.map(textOfLine).join(' ');
}

/** The receipt for the charge, cell by cell. */
export function receiptOf(roll: PrintedRoll, lines: readonly PrintedLine[]): string {
  if (lines.length === 0) return '';
  const cells: string[] = [];
  let done = -Infinity;
  for (const line of lines) {
    if (line.y <= done) continue;
    const grid = gridAt(roll, line);
    const row = grid?.rows.find((each) => each.flat().some(({ y }) => y >= line.y - 1)) ?? [[line]];
    cells.push(...row.filter((cell) => cell.length > 0).map(htmlOf));
    done = Math.max(line.y, ...row.flat().map(({ y }) => y));
  }
  return `<table>${rowOfCells(cells)}</table>`;
}
