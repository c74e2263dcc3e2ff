import { namesColumns } from '../sheet/entries-table.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { htmlOf, rowOfCells } from './line-text.ts';
import { splitAt, textOfLine, type PrintedLine, type PrintedRoll } from './printed-lines.ts';
import { receiptHead, type PrintedEntries } from './table-of-print.ts';

/** What the last column of entries is called, on a short line. */
const textHeading = /\bdocket (?:text|entry|description)$/i;
const longestHeading = 60;
/** Words that begin this near to one another, in points, begin in one column. */
const near = 2;
/** Room between rows beyond that between lines, in points. */
const betweenRows = 1;

/** Lines of a row, by the column they stand in. */
interface OpenRow {
  readonly date: PrintedLine[];
  readonly number: PrintedLine[];
  readonly text: PrintedLine[];
}

/**
 * The table of entries of a print without borders: its columns are known by where dates and texts begin, its rows by the room between them.
 * Null wherever the two do not agree: every row has one date, at its top or half way down.
 */
export function openTableOf(roll: PrintedRoll): PrintedEntries | null {
  const at = roll.lines.findIndex((line) => {
    const text = textOfLine(line);
    return text.length < longestHeading && textHeading.test(text);
  });
  if (at === -1) return null;
  const heading = roll.lines[at]!;
  const below = roll.lines.slice(at + 1);
  const receipt = below.findIndex((line) => receiptHead.test(textOfLine(line)));
  // Some programs have the names of the columns printed again on each page.
  const name = textOfLine(heading);
  const lines = (receipt === -1 ? below : below.slice(0, receipt)).filter(
    (line) => line.page === heading.page || textOfLine(line) !== name,
  );
  const columns = columnsOf(lines);
  if (columns === null) return null;
  const names = namesOf(roll.lines.slice(Math.max(0, at - 2), at + 3), heading, columns);
  const rows = rowsOf(lines, columns);
  if (rows === null || !namesColumns(names)) return null;
  const html = rows.map(({ date, number, text }) => rowOfCells([date, number, text].map(htmlOf)));
  return {
    html: `<table>${[rowOfCells(names), ...html].join('\n')}</table>`,
    top: heading.y - heading.size * 0.9,
    bottom: lines.at(-1)!.y + 1,
    leftOut: [],
  };
}

/** Where the columns of dates, numbers and texts begin. */
interface OpenColumns {
  readonly date: number;
  readonly number: number;
  readonly text: number;
}

function columnsOf(lines: readonly PrintedLine[]): OpenColumns | null {
  const dates = lines.flatMap(({ words: [first] }) => (first && isDate(first.text) ? [first] : []));
  const date = mostCommon(dates.map(({ left }) => left));
  if (date === null) return null;
  const own = dates.filter(({ left }) => Math.abs(left - date) <= near);
  const number = Math.max(...own.map(({ right }) => right));
  const goingOn = lines.flatMap((line) => (line.left > number ? [line.left] : []));
  const text = mostCommon(goingOn) ?? mostCommon(lines.map(({ words }) => words.at(-1)!.left));
  return text === null || text <= number ? null : { date, number, text };
}

const isDate = (text: string): boolean => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text) && isoDateOf(text) !== null;

/** The place where most of some begin; null of none. */
function mostCommon(places: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(Math.round(place), (counts.get(Math.round(place)) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? null : Math.min(...places.filter((place) => Math.abs(place - most[0]) <= 1));
}

/** The name of the column of dates may be broken over two lines. */
function namesOf(
  around: readonly PrintedLine[],
  heading: PrintedLine,
  { number, text }: OpenColumns,
): string[] {
  const lines = around.filter(
    ({ page, y }) => page === heading.page && Math.abs(y - heading.y) < heading.size * 0.9,
  );
  const words = lines.flatMap((line) => line.words);
  const dates = words
    .filter(({ left, text: word }) => left < number && !isDate(word))
    .map((word) => word.text);
  const numbers = words.filter(({ left }) => left >= number && left < text).map((word) => word.text);
  return [dates.join(' '), numbers[0] ?? '#', 'Docket Text'];
}

/** A line's words in each column. */
function cellsOf(
  line: PrintedLine,
  { number, text }: OpenColumns,
): Record<keyof OpenRow, PrintedLine | null> {
  const [ofDate, beside] = splitAt(line, number - near);
  const [ofNumber, ofText] = beside ? splitAt(beside, text - near) : [null, null];
  return { date: ofDate, number: ofNumber, text: ofText };
}

/** Lines of texts that belong together, and whether they go on from the page before or begin on a page. */
interface TextGroup {
  readonly text: PrintedLine[];
  readonly isFirstOnPage: boolean;
}

function rowsOf(lines: readonly PrintedLine[], columns: OpenColumns): OpenRow[] | null {
  const cells = lines.map((line) => cellsOf(line, columns));
  const texts = cells.flatMap(({ text }) => text ?? []);
  if (texts.some(({ left }) => Math.abs(left - columns.text) > near)) return null;
  const groups = groupsOf(texts, cells.filter(({ date, text }) => date && text).length === texts.length);
  const rows: OpenRow[] = [];
  let next = 0;
  for (const [i, { text, isFirstOnPage }] of groups.entries()) {
    const [last, following] = [text.at(-1)!, groups[i + 1]?.text[0]];
    const end = following?.page === last.page ? following.y - following.size * 0.6 : Infinity;
    const row: OpenRow = { date: [], number: [], text };
    for (; next < cells.length; next += 1) {
      const { date, number } = cells[next]!;
      const beside = date ?? number;
      if (beside && (beside.page > last.page || (beside.page === last.page && beside.y >= end))) break;
      if (date) row.date.push(date);
      if (number) row.number.push(number);
    }
    const dates = row.date.filter(({ words }) => isDate(words[0]!.text));
    const before = rows.at(-1);
    if (dates.length === 0 && isFirstOnPage && before) {
      for (const column of ['date', 'number', 'text'] as const) before[column].push(...row[column]);
      continue;
    }
    // In another place the number may be that of another row.
    const isBeside = row.number.length === 0 || Math.abs(row.number[0]!.y - (dates[0]?.y ?? -1)) < near * 2;
    if (dates[0] === undefined || dates.length > 1 || row.date[0] !== dates[0] || !isBeside) return null;
    if (dates[0].y < text[0]!.y - near || dates[0].y > last.y + near) return null;
    rows.push(row);
  }
  return rows.length === 0 || next < cells.length ? null : rows;
}

/** @param isSingle whether every line is a row of its own */
function groupsOf(texts: readonly PrintedLine[], isSingle: boolean): TextGroup[] {
  const leading = texts.slice(1).reduce((least, line, i) => {
    const before = texts[i]!;
    return line.page === before.page ? Math.min(least, line.y - before.y) : least;
  }, Infinity);
  const groups: TextGroup[] = [];
  for (const line of texts) {
    const before = groups.at(-1)?.text.at(-1);
    const isOnPage = before?.page === line.page;
    if (!isSingle && isOnPage && line.y - before.y <= leading + betweenRows) groups.at(-1)!.text.push(line);
    else groups.push({ text: [line], isFirstOnPage: before !== undefined && !isOnPage });
  }
  return groups;
}
