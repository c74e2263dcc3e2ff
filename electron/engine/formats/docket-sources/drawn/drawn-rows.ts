import { Element, Text, type Document } from 'domhandler';
import { beginningOf, findAll } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { printedNumber } from '../printed/printed-number.ts';
import { namesColumns } from '../sheet/entries-table.ts';

/** What stands in one row of a docket that a page draws without a table. */
export interface DrawnRow {
  readonly date: Element;
  /** Null where the entry has no number. */
  readonly number: Element | null;
  readonly text: Element;
}

/** Elements with rows, in the order of the page. */
export interface DrawnList {
  readonly element: Element;
  readonly rows: readonly DrawnRow[];
  /** What stands among the rows and is none. */
  readonly others: readonly Element[];
}

/** Cells of a row, at most: there are buttons and marks beside an entry. */
const mostCells = 10;
/** Of a list's elements, those that are rows. */
const leastOfRows = 0.6;
/** Longer than any date or number with the words around it. */
const cellLength = 40;
/** How much of the words of cells is compared to find the text. */
const textLength = 400;

/**
 * Lists of entries that a page draws with other elements than a table: of a list's elements most have a date and a text, and some a number.
 * Lists within a list are its rows' own.
 */
export function drawnLists(document: Document): DrawnList[] {
  const lists: DrawnList[] = [];
  findAll(
    document,
    (element) => {
      const list = listIn(element);
      if (list !== null) lists.push(list);
      return list !== null;
    },
    false,
  );
  return lists.some(isNumbered) ? lists.filter((list) => isNumbered(list) || hasBareDates(list)) : [];
}

const isNumbered = ({ rows }: DrawnList): boolean => rows.some(({ number }) => number !== null);

/** Above the entries, "Date Filed: 1/11/2021" beside the title is no entry. */
const hasBareDates = ({ rows }: DrawnList): boolean =>
  rows.some(({ date }) => isoDateOf(shortText(date)) !== null);

/** Whether a page names the columns of a docket, in elements beside one another. */
export function drawsColumns(document: Document): boolean {
  return (
    findAll(
      document,
      (element) => {
        const cells = cellsIn(element);
        return cells.length > 1 && namesColumns(cells.map((cell) => beginningOf(cell, cellLength)));
      },
      false,
    ).length > 0
  );
}

function listIn(element: Element): DrawnList | null {
  const inner = inside(element).filter((each) => beginningOf(each, 1) !== '');
  if (inner.length < 2) return null;
  const read = inner.map((each) => ({ each, row: rowOf(each) }));
  const rows = read.flatMap(({ row }) => row ?? []);
  if (rows.length < 2 || rows.length < inner.length * leastOfRows) return null;
  return { element, rows, others: read.flatMap(({ each, row }) => (row === null ? each : [])) };
}

function rowOf(element: Element): DrawnRow | null {
  const cells = cellsIn(element);
  const date = cells.find(
    (cell) => isoDateOf(shortText(cell).replace(/^(?:date )?filed\W{1,3}/i, '')) !== null,
  );
  if (date === undefined) return null;
  const others = cells.filter((cell) => cell !== date);
  const [text] = others
    .map((cell) => ({ cell, length: beginningOf(cell, textLength).length }))
    .toSorted((a, b) => b.length - a.length);
  if (text === undefined || !/\p{L}{2}/u.test(beginningOf(text.cell, textLength))) return null;
  const number = others.find((cell) => cell !== text.cell && printedNumber(shortText(cell)) !== null);
  return { date, number: number ?? null, text: text.cell };
}

/** The text of a cell with few words; empty for one with more. */
function shortText(cell: Element): string {
  const text = beginningOf(cell, cellLength + 1);
  return text.length > cellLength ? '' : text;
}

/** Elements of a row, whatever is wrapped around all of them; none where words stand beside them. */
function cellsIn(row: Element): Element[] {
  let cells = inside(row);
  while (cells.length === 1) cells = inside(cells[0]!);
  return cells.length > mostCells ? [] : cells;
}

/** Elements right inside of one; none where words stand beside them. */
function inside({ children }: Element): Element[] {
  const hasWords = children.some((child) => child instanceof Text && child.data.trim() !== '');
  return hasWords ? [] : children.filter((child) => child instanceof Element);
}
