import type { PageLayout } from '../../../pdf/layout/index.ts';
import { namesColumns } from '../sheet/entries-table.ts';
import { headingsIn, namesDocket } from '../sheet/heading.ts';
import { gridAt, gridGoingOn, type Grid, type GridRow } from './grid.ts';
import { headAndParties } from './head-blocks.ts';
import { htmlOf, wholeLines } from './line-text.ts';
import { linesOfWords, rollOf, textOfLine, type PrintedLine, type PrintedRoll } from './printed-lines.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** Whether a page names itself a docket's. */
export function namesPrint({ words }: PageLayout): boolean {
  return linesOfWords(words, 0, 0).some((line) => namesDocket(textOfLine(line)));
}

/** Whether a page says that a docket begins on it: it is named as one, or has the columns of one. */
export function mayBePrint({ words }: PageLayout): boolean {
  return linesOfWords(words, 0, 0).some((line) => {
    const text = textOfLine(line);
    return namesDocket(text) || looksLikeColumns.test(text);
  });
}

/**
 * The pages of each docket: people put prints of related cases together, and each begins on a page of its own.
 *
 * @param layouts of all pages
 */
export function printsIn(layouts: readonly PageLayout[]): (readonly PageLayout[])[] {
  let last = '';
  const starts = layouts.flatMap(({ words }, page) => {
    const lines = linesOfWords(words, page, 0).map(textOfLine);
    const [heading] = headingsIn(lines);
    if (!heading || heading.start > mostAboveHeading) return [];
    const isOther = last !== '' && heading.number !== last;
    last = heading.number;
    return isOther ? [page] : [];
  });
  return [0, ...starts].map((start, i) => layouts.slice(start, starts[i]));
}

/** What a browser prints, the site's menus and flags may stand above a heading. */
const mostAboveHeading = 8;

/** A printed docket as the page it was printed from. */
export interface PrintedPage {
  /** With the tables a court's page has. */
  readonly html: string;
  /** Whether the pages have numbers that show none is missing. */
  readonly hasAllPages: boolean;
  /** Numbers of pages that are missing, as far as numbers are printed. */
  readonly missing: readonly number[];
  /** What stands among the entries outside of their table. */
  readonly leftOut: readonly { readonly page: number; readonly text: string }[];
  /** Whether there are entries whose table was not found. */
  readonly isTableUnread: boolean;
}

/**
 * Lays the page of a court's site out again from how it was printed. Null where it is no docket report.
 *
 * @param layouts of all pages of the print
 */
export function pageOfPrint(layouts: readonly PageLayout[]): PrintedPage | null {
  const { pages, address, numbers, total } = withoutRunningHeads(layouts);
  const roll = rollOf(layouts, pages);
  const entries = entriesOf(roll);
  const named = roll.lines.findIndex((line) => namesDocket(textOfLine(line)));
  if (!entries && named === -1) return null;
  const [start, edge] = textEdges(roll.lines);
  const rest = entries ? roll.lines.filter(({ y }) => y > entries.bottom) : roll.lines;
  const begin = rest.findIndex((line) => receiptHead.test(textOfLine(line)));
  const receipt = begin === -1 ? [] : rest.slice(begin);
  const note = roll.lines.find((line) => noEntries.test(textOfLine(line)));
  const end = entries?.top ?? note?.y ?? receipt[0]?.y ?? Infinity;
  const above = roll.lines.filter(({ y }) => y < end);
  const isNamed = named !== -1 && named < above.length;
  const heading = isNamed ? headingAround(above, named, edge - start) : null;
  const { head, parties } = headAndParties(heading ? above.slice(heading.to) : [], edge);
  const missing = missingOf(numbers, total);
  return {
    html: [
      address === '' ? '' : `<!-- saved from url=${address.replaceAll('--', '')} -->`,
      heading ? cornerOf(above.slice(0, heading.from), edge) : '',
      heading ? `<h3>${heading.lines.map(htmlOf).join('<br>')}</h3>` : '',
      head,
      parties,
      entries?.html ?? '',
      receiptOf(roll, receipt),
    ].join('\n'),
    hasAllPages: total !== null && missing.length === 0 && numbers.length === total,
    missing,
    leftOut: entries ? [...entries.leftOut, ...furtherHeadings(rest)] : [],
    isTableUnread: !entries && roll.lines.some((line) => looksLikeColumns.test(textOfLine(line))),
  };
}

/** A further docket below the entries: of the same case, or in the middle of a page. */
function furtherHeadings(lines: readonly PrintedLine[]): PrintedPage['leftOut'] {
  const texts = lines.map(textOfLine);
  return headingsIn(texts).map(({ start }) => ({
    page: lines[start]!.page,
    text: texts.slice(start, start + 3).join(' '),
  }));
}

/** What a court prints in place of the entries. */
const noEntries = /^There are (?:no )?proceedings for case\b/i;
const receiptHead = /pacer service center|transaction receipt/i;

/** Where the text of the pages begins and ends across, in points. */
function textEdges(lines: readonly PrintedLine[]): readonly [number, number] {
  let [start, end] = [Infinity, 0];
  for (const { left, right } of lines) [start, end] = [Math.min(start, left), Math.max(end, right)];
  return [start, end];
}

interface Heading {
  /** A court's name may be too long for one line. */
  readonly lines: readonly (readonly PrintedLine[])[];
  /** Of the lines above the entries: the first of the heading, and the first after it. */
  readonly from: number;
  readonly to: number;
}

/** Lines above the one that names the docket, in the middle of the page as it is, name its court. */
function headingAround(lines: readonly PrintedLine[], named: number, width: number): Heading {
  const middleOf = ({ left, right }: PrintedLine): number => (left + right) / 2;
  const isBeside = (one: PrintedLine, other: PrintedLine): boolean =>
    Math.abs(middleOf(one) - middleOf(other)) < 8 &&
    one.page === other.page &&
    Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 2;
  let from = named;
  while (from > 0 && named - from < 5 && isBeside(lines[from - 1]!, lines[from]!)) from -= 1;
  let to = named + 1;
  const isOpen = /[:#]$/.test(textOfLine(lines[named]!));
  if (isOpen && lines[to] && isBeside(lines[to]!, lines[named]!)) to += 1;
  // In the middle of the page, a line is full where the next word would have made it wider than the page's text.
  return { lines: wholeLines(lines.slice(from, to), ({ left }) => left + width), from, to };
}

/** What stands at the right edge above the heading: the flags of the case. */
function cornerOf(lines: readonly PrintedLine[], edge: number): string {
  const corner = lines.filter(({ right, left }) => edge - right < 8 && left > edge * 0.15);
  if (corner.length === 0) return '';
  return `<table><tr><td align="right">${htmlOf(corner)}</td></tr></table>`;
}

interface PrintedEntries {
  readonly html: string;
  readonly leftOut: PrintedPage['leftOut'];
  readonly top: number;
  readonly bottom: number;
}

/** The table of entries, over all the pages it goes on. Null where none is found. */
function entriesOf(roll: PrintedRoll): PrintedEntries | null {
  for (const line of roll.lines) {
    if (!mayNameColumns.test(textOfLine(line))) continue;
    const first = gridAt(roll, line.page, line.y - line.size * 0.3);
    const at = first?.rows.findIndex((row) => namesColumns(row.map(plainText))) ?? -1;
    if (!first || at === -1) continue;
    const top = topOf(first.rows[at]!);
    const grids = [{ ...first, rows: first.rows.slice(at) }, ...goingOn(roll, first)];
    const rows = joinedRows(grids);
    const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${htmlOf(cell)}</td>`).join('')}</tr>`);
    const bottom = grids.at(-1)!.bottom;
    const among = roll.lines.filter(({ y }) => y > top && y < bottom);
    return {
      html: `<table border="1">${html.join('\n')}</table>`,
      top,
      bottom,
      leftOut: wordsBeside(among, rows),
    };
  }
  return null;
}

/** Words that are in none of the cells. */
function wordsBeside(
  lines: readonly PrintedLine[],
  rows: readonly (readonly PrintedLine[])[][],
): PrintedPage['leftOut'] {
  const placed = new Set(rows.flat(2).flatMap(({ words }) => words));
  return lines.flatMap(({ page, words }) => {
    const beside = words.filter((word) => !placed.has(word));
    return beside.length === 0 ? [] : [{ page, text: textOfLine({ words: beside }) }];
  });
}

/** The names of a docket's columns in one line, whatever stands between them. */
const looksLikeColumns = /^(?:date|filing date|filed|entered)\b.{0,40}\bdocket (?:text|entry|description)\b/i;
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
function receiptOf(roll: PrintedRoll, lines: readonly PrintedLine[]): string {
  if (lines.length === 0) return '';
  const cells: string[] = [];
  let done = -Infinity;
  for (const line of lines) {
    if (line.y <= done) continue;
    const grid = gridAt(roll, line.page, line.y - line.size * 0.3);
    const row = grid?.rows.find((each) => each.flat().some(({ y }) => y >= line.y - 1)) ?? [[line]];
    cells.push(...row.filter((cell) => cell.length > 0).map(htmlOf));
    done = Math.max(line.y, ...row.flat().map(({ y }) => y));
  }
  return `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
}

/** Numbers between 1 and the last that no page has. */
function missingOf(numbers: readonly (number | null)[], total: number | null): number[] {
  if (total === null || total > 10_000) return [];
  const present = new Set(numbers);
  return Array.from({ length: total }, (_, i) => i + 1).filter((number) => !present.has(number));
}
