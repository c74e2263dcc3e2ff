import { escaped, rowOfCells } from '../pdf-print/line-text.ts';
import { cellGap, headOfSheet, inLines, isFlags } from './pasted-head.ts';
import { isPageEdge, looseRows, oneLineHeading } from './loose-rows.ts';
import { partiesOfAppeal } from './pasted-appeal-parties.ts';
import { isBelowReceipt, receiptAt, tableOfReceipt } from './pasted-receipt.ts';
import { namesColumns } from '../sheet/entries-table.ts';
import { headingsIn, namesDocket } from '../sheet/heading.ts';

const row =
  /^(\d{1,2}\/\d{1,2}\/\d{2,4})(?:\t| {2,})\s*(?:(\d{1,6}(?:-\d{1,4})?)(?!\d)\s*(\([^()]*\)|\d{1,5} pg,? [\d.,]+ [KMG]?B)?\s*(?:\t| {2,}))?\s*(\S[^]*)$/;

/**
 * The page of a docket sheet that was copied from a browser and kept as text: its heading, its head, and its entries, whose lines begin
 * with a date; or of its entries alone, where no more was copied. Null for any other text.
 *
 * @param text the whole file
 */
export function pageOfPastedSheet(text: string): string | null {
  const lines = closedUp(text.split(/\r\n|\r|\n|\f/).map((line) => line.replace(/^(?:> ?)+/, '')));
  if (!lines.some(namesDocket)) return pageOfAppeal(lines) ?? pageOfRows(lines);
  const pages = sheetsIn(lines).map(pageOfSheet);
  return pages.includes(null) ? null : pages.join('\n');
}

/** Lines as they were before a program put an empty one behind each: where nearly none follows another. */
function closedUp(lines: readonly string[]): readonly string[] {
  const printed = lines.filter(hasWords).length;
  const following = lines.filter((line, i) => hasWords(line) && hasWords(lines[i - 1] ?? '')).length;
  if (following > printed * mostFollowing) return lines;
  let empty = 0;
  return lines.filter((line) => {
    empty = hasWords(line) ? 0 : empty + 1;
    return empty % 2 === 0;
  });
}

const mostFollowing = 0.02;

/** The lines of each docket sheet: people put those of related cases together. */
function sheetsIn(lines: readonly string[]): (readonly string[])[] {
  const headings = headingsIn(lines);
  const others = headings.filter(({ number }, i) => i > 0 && number !== headings[i - 1]!.number);
  const starts = [0, ...others.map(({ start }) => start - (isFlagged(lines, start) ? 1 : 0))];
  return starts.map((start, i) => lines.slice(start, starts[i + 1]));
}

/** Whether a sheet's flags stand above its heading: behind a receipt, where no entry goes on. */
function isFlagged(lines: readonly string[], start: number): boolean {
  return isFlags(lines[start - 1]!) && isBelowReceipt(lines, start);
}

/** The page of one docket sheet that is named as one. */
function pageOfSheet(lines: readonly string[]): string | null {
  const named = lines.findIndex((line) => namesDocket(line));
  const columns = columnsIn(lines, named + 1);
  if (columns === null) return null;
  const end = receiptAt(lines, columns.end);
  const entries = columns.rows(lines.slice(columns.end, end));
  // Programs that copy texts apart from their dates and numbers do not tell which is whose.
  if (columns.rows === looseRows && entries.slice(0, -1).some(([, , text]) => text === '')) return null;
  // Rows, or numbers and texts, that were not told apart.
  const texts = entries.map((cells) => cells.at(-1) ?? '');
  const numbered = entries.filter((cells) => cells[1] === '' && beginsWithNumber.test(cells.at(-1)!));
  if (texts.some((text) => endsTwice.test(text)) || numbered.length > entries.length * mostNumbered)
    return null;
  return [
    headOfSheet(lines.slice(0, columns.start)),
    tableOf([columns.names, ...entries]),
    tableOfReceipt(lines.slice(end)),
  ].join('\n');
}

/** An entry that goes on with the date of another behind the day it was entered. */
const endsTwice = /\(Entered:[^()]{1,20}\)\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?:\d{1,6}\s+)?\p{Lu}/u;

/** A text that begins as if a number stood in front of it, and how many of a sheet's entries may: "30 DAY NOTICE". */
const beginsWithNumber = /^\d{1,6} [\p{Lu}*([]/u;
const mostNumbered = 0.25;

const hasWords = (line: string): boolean => line.trim() !== '';
const appealHead = /\b(?:Court of Appeals|Appellate Panel) Docket\s?#\s?:/i;

/** The page of a court of appeals' general docket, whose rows have no headings. */
function pageOfAppeal(given: readonly string[]): string | null {
  if (!given.slice(0, 60).some((line) => appealHead.test(line))) return null;
  const lines = given.some((line) => line.includes('\t')) ? given : withGaps(withoutMeasures(given), 0);
  // Dates below their labels are those of the case in the court below.
  const start = lines.findIndex(
    (line, i) => rowStart.test(line.trimStart()) && !/:\s*$/.test(lines.slice(0, i).findLast(hasWords) ?? ''),
  );
  if (start === -1) return null;
  const end = receiptAt(lines, start);
  const head = lines
    .slice(0, start)
    .flatMap((line) => line.split(cellGap))
    .filter((line) => line.trim() !== '');
  const below = lines.slice(start, end);
  const rows = rowsIn(below, below[0]!.includes('\t'), indentOf(below[0]!) + 1);
  // A court of appeals ends each entry with when it was entered: rows that were not told apart have several.
  const entered = below.join(' ').match(/[[(]Entered\s?:\s*\d/gi)?.length ?? 0;
  if (rows.length < entered) return null;
  const parties = partiesOfAppeal(lines.slice(0, start));
  return [
    `<table><tr><td>${inLines(head)}</td></tr></table>`,
    parties,
    tableOf(rows),
    tableOfReceipt(lines.slice(end)),
  ].join('\n');
}

/**
 * Rows of a docket's table without what stands above it: below the names of their columns, or from the first line on, with tabs between
 * the cells. A table whose rows are a line each is left to the reader of tables.
 */
function pageOfRows(lines: readonly string[]): string | null {
  if (lines.some((line) => /(?:^|\t)"/.test(line))) return null;
  const first = lines.findIndex((line) => line.trim() !== '');
  const isBare = first !== -1 && rowStart.test(lines[first]!.trimStart()) && lines[first]!.includes('\t');
  const columns: Columns | null = isBare
    ? { names: usual, start: first, end: first, rows: (below) => rowsIn(below, true, 0) }
    : columnsIn(lines.slice(0, first + mostAbove), 0);
  if (columns === null) return null;
  const end = receiptAt(lines, columns.end);
  const below = lines.slice(columns.end, end).filter(hasWords);
  const rows = columns.rows(below);
  const isEntries = rows.length > 0 && rows.every(([date]) => rowStart.test(`${date}\t`));
  const isLineEach = !isBare && rows.length === below.length && end === lines.length;
  return isEntries && !isLineEach
    ? `${tableOf([columns.names, ...rows])}\n${tableOfReceipt(lines.slice(end))}`
    : null;
}

/** Where lines that are no entries may stand above the names of the columns. */
const mostAbove = 12;
const usual = ['Date Filed', '#', 'Docket Text'];
const rowStart = /^\d{1,2}\/\d{1,2}\/\d{2,4}\s*(?:\t| {2,})/;

function tableOf(rows: readonly (readonly string[])[]): string {
  return ['<table>', ...rows.map((cells) => rowOfCells(cells.map(escaped))), '</table>'].join('\n');
}

/** The names of the columns, and how the rows below them are separated. */
interface Columns {
  readonly names: readonly string[];
  /** The line they begin on, and the one after them. */
  readonly start: number;
  readonly end: number;
  readonly rows: (lines: readonly string[]) => string[][];
}

/** Names of columns on one line, separated by gaps or by single spaces, or on three lines, as programs paste a cell a line. */
function columnsIn(lines: readonly string[], from: number): Columns | null {
  for (let start = from; start < lines.length; start += 1) {
    const line = lines[start]!;
    const names = namesIn(line);
    if (isHeading(names)) {
      const isTabbed = line.includes('\t');
      // Dates of rows stand below the first name; what begins after it goes on with a text.
      const indent = isTabbed ? 0 : line.indexOf(names[1]!, line.indexOf(names[0]!) + names[0]!.length);
      const text = isTabbed ? 0 : line.lastIndexOf(names[2]!);
      return {
        names,
        start,
        end: start + 1,
        rows: (below) => rowsIn(isTabbed ? below : withGaps(below, text), isTabbed, indent),
      };
    }
    const [, filed, number, text] = oneLineHeading.exec(line.trim()) ?? [];
    if (filed !== undefined && isHeading([filed, number!, text!]))
      return { names: [filed, number!, text!], start, end: start + 1, rows: looseRows };
    const stacked: string[] = [];
    let end = start;
    for (; end < lines.length && stacked.length < 3; end += 1)
      if (lines[end]!.trim() !== '') stacked.push(lines[end]!.trim());
    if (line.trim() !== '' && isHeading(stacked)) return { names: stacked, start, end, rows: looseRows };
  }
  return null;
}

function isHeading(names: readonly string[]): boolean {
  return names.length === 3 && /\b(?:date|filed|entered)\b/i.test(names[0]!) && namesColumns(names);
}

function namesIn(line: string): string[] {
  return line
    .trim()
    .split(cellGap)
    .map((name) => name.trim());
}

/** Where one space alone parts a number from the date before it or the text behind it. */
const narrow = /^( *\d{1,2}\/\d{1,2}\/\d{2,4})( +)(\d{1,6}(?:-\d{1,4})?)(?: +(\S.*))?$/;

/**
 * Lines laid out in columns, with a gap on both sides of each number that stands in front of the column of texts. Where that begins is
 * seen from what goes on below; it may be another place on each page.
 *
 * @param text where the name of that column begins
 */
function withGaps(lines: readonly string[], text: number): string[] {
  let textAt = text;
  return lines.map((line, i) => {
    const below = lines.slice(i + 1, i + 4).find(hasWords);
    if (below !== undefined && !/^ *\d{1,2}\/\d/.test(below) && !isPageEdge(below)) textAt = indentOf(below);
    const [, date, gap, number, rest = ''] = narrow.exec(line) ?? [];
    if (date === undefined || date.length + gap!.length >= textAt - 1) return line;
    return `${date}  ${number}  ${rest}`;
  });
}

/** What stands in front of the column of texts below a date: a document's number, how many pages it has, its size. */
const ofDocument = /^ +(?:(\d{1,6})|\d{1,5} pgs?,?|[\d.,]{1,8} ?[KMG]B|[\d.,]{1,8}|[KMG]B)(?= {2,}(\S.*)|$)/i;

/**
 * Lines laid out in columns, without what stands below a date in front of the column of texts. A number there is the entry's, where its
 * first line has none: a picture of the document then stands over it.
 */
function withoutMeasures(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let row = { at: -1, text: 0, isNumbered: true };
  for (const line of lines) {
    const [date, number] = /^ *\d{1,2}\/\d{1,2}\/\d{4} +(\d{1,6} +)?(?=\S)/.exec(line) ?? [];
    const beside = date === undefined && indentOf(line) < row.text - 1 ? ofDocument.exec(line) : null;
    if (date !== undefined) row = { at: kept.length, text: date.length, isNumbered: number !== undefined };
    const [, printed, text = ''] = beside ?? [];
    if (printed !== undefined && !row.isNumbered) {
      const first = kept[row.at]!;
      kept[row.at] = `${first.slice(0, row.text).trimEnd()}  ${printed}  ${first.slice(row.text)}`;
      row.isNumbered = true;
    }
    kept.push(beside ? ' '.repeat(row.text) + text : line);
  }
  return kept;
}

/**
 * Cells of each row; a line that does not begin with a date goes on with the row above. The names of the columns again, and what a
 * browser prints around pages, are no part of any row.
 *
 * @param isTabbed whether tabs separate the cells: a date before mere spaces is then one of a text
 * @param indent where a row's date begins at most, in columns of text; whatever is farther in goes on with a text
 */
function rowsIn(lines: readonly string[], isTabbed: boolean, indent: number): string[][] {
  const beginning = isTabbed ? /^\d{1,2}\/\d{1,2}\/\d{2,4}\t/ : /^ *\d{1,2}\/\d{1,2}\/\d{2,4}(?: {2,}|$)/;
  const rows: string[][] = [];
  for (const each of lines) {
    const line = isTabbed
      ? each
          .trimStart()
          .replaceAll(/[ \u00a0]+/g, ' ')
          .replaceAll(/ ?\t ?/g, '\t')
      : each;
    if (isHeading(namesIn(line)) || isPageEdge(line)) continue;
    const row = rows.at(-1);
    const isOutside = isTabbed || indentOf(line) <= Math.max(indent - 1, 0);
    // Below a date some courts print the time: the date then stands on a line of its own.
    const time = isTabbed && row !== undefined && bareDate.test(row.at(-1)!) && clock.exec(line)?.[0];
    if (row && time) rows.push([`${row.pop()}${line.slice(time.length)}`]);
    else if (row === undefined || (beginning.test(line) && isOutside)) rows.push([line]);
    // A word split at the end of a printed line.
    else if (!isTabbed && /\p{L}-$/u.test(row.at(-1)!.slice(-3)) && /^\s*\p{Ll}/u.test(line))
      row.push(line.trim());
    else row.push(' ', line);
  }
  return rows
    .map((parts) => parts.join(''))
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const [, date, number = '', pages = '', text] = row.exec(each.trim()) ?? [];
      if (date === undefined) return [each];
      // A cell between date and text that is no number is told, and is no part of the text.
      const [cell = '', ...rest] = number === '' ? text!.split('\t') : [];
      if (rest.length > 0 && cell.length < longestNumber) return [date, cell, unquoted(rest.join(' '))];
      return [date, `${number} ${pages}`.trim(), unquoted(text!)];
    });
}

const bareDate = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/;
const clock = /^\d{1,2}:\d{2} ?[AP]M(?=\t)/i;
/** Longer than what is printed in the column of numbers. */
const longestNumber = 40;

const indentOf = (line: string): number => line.search(/\S|$/);

/** A cell of several lines, or with quotation marks, as spreadsheets copy it: in quotation marks, its own doubled. */
function unquoted(cell: string): string {
  return /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
