import { Element, type Document } from 'domhandler';
import { beginningOf, cellsOf, elementsNamed, rowsOf, textOf } from '../printed/html-text.ts';
import { isReceipt } from '../court-pages/receipt.ts';
import { isoDateOf } from '../printed/printed-dates.ts';

/** Where the columns of a docket's table stand. Null where it has none. */
export interface DocketColumns {
  readonly filed: number | null;
  readonly entered: number | null;
  readonly number: number | null;
  /** Columns of the number's heading: those after it without a name of their own are counted. */
  readonly numberWidth: number;
  readonly text: number;
  /** Cells of the row that names the columns. */
  readonly width: number;
}

export interface DocketTable {
  readonly table: Element;
  readonly columns: DocketColumns;
  /** Rows below the one that names the columns. */
  readonly rows: readonly Element[];
  /** Whether a row names the columns; else they were found by what stands in them. */
  readonly isNamed: boolean;
}

const textHeading =
  /^(?:docket(?:ed)? (?:text|entry|description)|text|description|proceedings?|events?|entry)(?: text)?\s*:?$/i;
const numberHeading =
  /^(?:#.*|nr\.?|(?:ecf|dkt\.?|doc(?:ument|\.)?|docket|entry)?\s*(?:#|no\.?|num(?:ber)?s?\.?)|doc(?:ument|\.)?|ecf)$/i;
const enteredHeading = /^(?:date\s+)?entered(?:\s+(?:date|on))?$|^(?:date of entry|entry date)$/i;
const filedHeading = /^(?:date\s+)?filed(?:\s+(?:date|on))?$|^(?:filing date|date of filing|date)$/i;
/** How many rows of a table without headings are alike, at least. */
const leastAlike = 0.8;
/** Longer than any heading of a column. */
const headingLength = 60;

/** Tables of a page that list docket entries, found by the names of their columns, else by what their rows look like. */
export function docketTables(document: Document): DocketTable[] {
  const tables = elementsNamed(document, 'table').map((table) => ({ table, rows: rowsOf(table) }));
  const named = tables.flatMap(({ table, rows }) => {
    for (const [i, row] of rows.slice(0, 4).entries()) {
      const columns = columnsOf(row);
      if (columns) return [{ table, columns, rows: rows.slice(i + 1), isNamed: true }];
    }
    return [];
  });
  if (named.length > 0) return withRests(tables, named);
  return tables.flatMap(({ table, rows }) =>
    looksLikeEntries(rows) ? [{ table, columns: usual, rows: withoutNames(rows), isNamed: false }] : [],
  );
}

/**
 * Tables of a page that is known to be a docket's whose columns nothing names, in whatever order: nearly every row has a date, maybe a
 * number, and a text. None where that leaves any row with a date out.
 */
export function unnamedTables(document: Document): DocketTable[] {
  const tables = elementsNamed(document, 'table').flatMap((table) => {
    if (isReceipt(beginningOf(table, 400))) return [];
    const rows = withoutNames(rowsOf(table));
    const columns = columnsByContent(rows);
    return columns ? [{ table, columns, rows, isNamed: false }] : [];
  });
  const taken = new Set(tables.flatMap(({ rows }) => rows));
  return elementsNamed(document, 'tr').some((row) => isDatedRow(row) && !taken.has(row)) ? [] : tables;
}

/** Whether entries may stand on a page in a form that is not known: a date with words beside it. */
export function hasDatedRows(document: Document): boolean {
  return elementsNamed(document, 'tr').some(isDatedRow);
}

function isDatedRow(row: Element): boolean {
  const [first, ...others] = cellsOf(row).flatMap((cell) => textOf(cell) || []);
  return isoDateOf(first ?? '') !== null && /\p{L}/u.test(others.at(-1) ?? '');
}

interface Rows {
  readonly table: Element;
  readonly rows: readonly Element[];
}

/**
 * Tables with headings, each with the tables after it in which it continues: programs cut a docket's table in two where a page ends, and
 * the second part has no headings. Tables inside of others are no such part.
 */
function withRests(tables: readonly Rows[], named: readonly DocketTable[]): DocketTable[] {
  const tablesNamed = new Set(named.map(({ table }) => table));
  const around = new Set(named.flatMap(({ table }) => ancestorsOf(table)));
  let above: DocketTable | null = null;
  return tables.flatMap((each) => {
    const own = named.find(({ table }) => table === each.table);
    if (own) above = own;
    if (own || !above) return own ?? [];
    const { columns } = above;
    const isUsual = columns.width === 3 && columns.number === 1 && columns.text === 2;
    const isApart = !around.has(each.table) && !ancestorsOf(each.table).some((up) => tablesNamed.has(up));
    return isUsual && isApart && looksLikeEntries(each.rows) ? [{ ...each, columns, isNamed: true }] : [];
  });
}

/** Elements around another, the nearest first. */
export function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let up = element.parent; up instanceof Element; up = up.parent) found.push(up);
  return found;
}

const usual: DocketColumns = { filed: 0, entered: null, number: 1, numberWidth: 1, text: 2, width: 3 };

/** The columns a row names; null where it is no heading of a docket. */
function columnsOf(row: Element): DocketColumns | null {
  return columnsNamed(headingsOf(row));
}

/** Whether the names of a table's columns are those of a docket. */
export function namesColumns(names: readonly string[]): boolean {
  return columnsNamed(names.map((name) => name.replace(/\s*:$/, ''))) !== null;
}

function columnsNamed(names: readonly string[]): DocketColumns | null {
  const text = names.findLastIndex((name) => textHeading.test(name));
  const entered = names.findIndex((name) => enteredHeading.test(name));
  const filed = names.findIndex((name, i) => i !== entered && filedHeading.test(name));
  const named = names.findIndex((name) => numberHeading.test(name));
  // Whatever the court calls it, the one column besides dates and text is that of the numbers.
  const others = names.flatMap((_, i) => (i === text || i === entered || i === filed ? [] : [i]));
  const number =
    named === -1 && others.length === 1 && /docket/i.test(names[text] ?? '') ? others[0]! : named;
  if (text === -1 || (entered === -1 && filed === -1) || text === number) return null;
  if (number === -1 && !/docket/i.test(names[text]!)) return null;
  const next = names.findIndex((name, i) => i > number && name !== '');
  return {
    filed: orNull(filed),
    entered: orNull(entered),
    number: orNull(number),
    numberWidth: Math.max(next - number, 1),
    text,
    width: names.length,
  };
}

/** Headings by column; one that spans several stands in the first of them. */
function headingsOf(row: Element): string[] {
  return cellsOf(row).flatMap((cell) => {
    const span = Math.min(Number(cell.attribs['colspan'] ?? 1) || 1, 12);
    const name = beginningOf(cell, headingLength).replace(/\s*:$/, '');
    return [name, ...Array.from({ length: span - 1 }, () => '')];
  });
}

/**
 * A table without headings, of which nearly every row is a date, a number or nothing, and a text. Lines across the table and
 * buttons below the rows do not count.
 */
function looksLikeEntries(all: readonly Element[]): boolean {
  const rows = withoutTickBoxes(all.map(cellsOf), 3).filter((cells) => cells.length > 1);
  const fitting = rows.filter((cells) => {
    if (cells.length !== 3) return false;
    const [date, number, text] = cells.map((cell) => beginningOf(cell, headingLength));
    return (
      isoDateOf(date!) !== null && /^(?:\d{0,6}\b|$)/.test(number!) && number!.length < 30 && text !== ''
    );
  });
  return fitting.length >= Math.max(1, rows.length * leastAlike);
}

/** The columns of a table by what stands in them; null where they are not those of a docket. Of two dates that of filing is never the later. */
function columnsByContent(rows: readonly Element[]): DocketColumns | null {
  const all = rows.map(cellsOf).filter((cells) => cells.length > 1);
  const width = Math.max(0, ...all.map((cells) => cells.length));
  const cells = all
    .filter(({ length }) => length === width)
    .map((row) => row.map((cell) => beginningOf(cell, headingLength)));
  if (width < 3 || cells.length < all.length * leastAlike) return null;
  const places = Array.from({ length: width }, (_, at) => at);
  const share = (at: number, fits: (cell: string) => boolean): number =>
    cells.filter((row) => fits(row[at]!)).length / cells.length;
  const dated = places.filter((at) => share(at, (cell) => isoDateOf(cell) !== null) >= leastAlike);
  const number = places.find((at) => share(at, isNumberCell) === 1 && share(at, (cell) => cell !== '') > 0);
  const text = places
    .filter((at) => !dated.includes(at) && share(at, (cell) => /\p{L}{2}/u.test(cell)) >= leastAlike)
    .toSorted((a, b) => lengthOf(cells, b) - lengthOf(cells, a))[0];
  const [one, other] = dated;
  if (one === undefined || number === undefined || text === undefined) return null;
  const isLater = (a: number, b: number): boolean =>
    cells.some((row) => (isoDateOf(row[a]!) ?? '') > (isoDateOf(row[b]!) ?? '\uffff'));
  const [filed, entered = null] = other !== undefined && isLater(one, other) ? [other, one] : dated;
  return { filed: filed!, entered, number, numberWidth: 1, text, width };
}

const isNumberCell = (cell: string): boolean =>
  cell.length < 30 && /^(?:\d{1,6}\b(?![/:.,]?\d|\s?p(?:gs?|ages?)\b)|$)/i.test(cell);
const lengthOf = (cells: readonly (readonly string[])[], at: number): number =>
  cells.reduce((sum, row) => sum + row[at]!.length, 0);

/** Rows without the names of the columns above the first date, in words that are not known: they have no digit and are short. */
function withoutNames(rows: readonly Element[]): readonly Element[] {
  const first = rows.findIndex((row) => /\d/.test(beginningOf(row, headingLength)));
  const names = rows.slice(0, Math.max(first, 0));
  return names.every((row) =>
    cellsOf(row).every((cell) => beginningOf(cell, headingLength).length < headingLength),
  )
    ? rows.slice(names.length)
    : rows;
}

/**
 * Rows without the column of boxes to tick that no heading stands over, which is empty where an entry has no document.
 *
 * @param width cells of a row that has no such column
 */
export function withoutTickBoxes(rows: readonly (readonly Element[])[], width: number): Element[][] {
  const wide = rows.filter(({ length }) => length > width);
  const boxes = new Set(wide.flatMap((cells) => cells.flatMap((cell, at) => (isTickBox(cell) ? [at] : []))));
  return rows.map((cells) =>
    cells.length > width
      ? cells.filter((cell, at) => !isTickBox(cell) && (!boxes.has(at) || beginningOf(cell, 1) !== ''))
      : [...cells],
  );
}

/** Whether a cell holds nothing but a box to tick. */
function isTickBox(cell: Element): boolean {
  return beginningOf(cell, 1) === '' && elementsNamed(cell, 'input').length > 0;
}

function orNull(index: number): number | null {
  return index === -1 ? null : index;
}
