import { parse, type CsvError, type Options } from 'csv-parse/sync';
import type { Document } from 'domhandler';
import { AppError } from '../../../../../../shared/errors/app-error.ts';
import type { DocketWarning, ParsedSource } from '../../../../../../shared/model/docket.ts';
import { caseNumberIn } from '../../printed/case-number-in.ts';
import { dayAlone } from '../../printed/day-heading.ts';
import { cellsOf, elementsNamed, rowsOf, textOf } from '../../printed/html-text.ts';
import { isoDateOf } from '../../printed/printed-dates.ts';
import { printedNumber } from '../../printed/printed-number.ts';
import { damagedSource, docketWarning, fieldMissing } from '../../warning.ts';
import { CaseBooks } from '../case-books.ts';
import { attachmentsBehindLeads, entryOfFields } from '../entry-fields.ts';
import type { Field } from '../fields.ts';
import {
  assertColumns,
  columnsByContent,
  columnsByName,
  columnsOf,
  isEntryRow,
  namesEntries,
} from './columns.ts';
import { dateColumn, strayDays } from './date-columns.ts';

/** The line that tells Excel what separates the cells. */
const separatorLine = /^\ufeff?sep=([,;\t|])\r?\n/i;
/** A row longer than this is a quotation mark that was never closed. */
const longestRow = 500_000;

/**
 * Reads a table of docket entries: our own export, CourtListener's, or any whose columns are named. Separated by commas, semicolons
 * or tabs; columns are known by name, in any order.
 *
 * @param text the file's text
 * @param name file name, for errors only
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where it is no table of entries; DOCKET_SOURCE_DAMAGED naming the missing column
 */
export function readTable(text: string, name: string): ParsedSource {
  const warnings: DocketWarning[] = [];
  const { rows, delimiter } = tableIn(unframed(text), warnings);
  const first = headingAt(rows);
  if (first < 0) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const heading = rows[first]!.cells;
  const below = delimiter === '\t' ? unbroken(rows.slice(first + 1), heading) : rows.slice(first + 1);
  const isNamed = columnsByName(heading).size > 0 && !isEntryRow(heading);
  const columns = isNamed
    ? columnsOf(
        heading,
        below.map(({ cells }) => cells),
        warnings,
      )
    : columnsByContent(heading);
  if (columns === null || columns.size < 2) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  assertColumns(columns, name);
  if (!isNamed) warnings.push(fieldMissing('heading', 'this table', heading.join(', ')));
  const isDated = columns.has('filedOn') || columns.has('enteredOn');
  if (!isDated) warnings.push(fieldMissing('dates', 'this table', heading.join(', ')));

  const books = new CaseBooks();
  const entryRows = underDays(
    isNamed ? below.filter(({ cells }) => !isSame(cells, heading)) : rows.slice(first),
    columns.get('filedOn') ?? columns.get('enteredOn') ?? null,
  );
  const cellsAt = (at = -1): string[] => entryRows.map(({ cells }) => cells[at] ?? '');
  const dates = new Map(
    (['filedOn', 'enteredOn'] as const).flatMap((field) => {
      const at = columns.get(field);
      if (at === undefined) return [];
      const column = dateColumn(cellsAt(at), cellsAt(columns.get('text')));
      if (column.how !== null)
        warnings.push(
          docketWarning(
            'DOCKET_COLUMN_INTERPRETED',
            { column: isNamed ? heading[at]!.trim() : `column ${at + 1}`, how: column.how },
            entryRows[0]?.cells[at] ?? '',
          ),
        );
      return [[field, column.read] as const];
    }),
  );
  const above = rows.slice(0, first).map(({ cells }) => caseNumberIn(cells.join(' ')));
  const ofAll = new Set(above.filter(Boolean)).size === 1 ? above.find(Boolean)! : '';
  const numbersAt = columns.get('number') ?? columns.get('documentNumber') ?? -1;
  const isDay = strayDays(cellsAt(numbersAt));
  for (const { cells, line } of entryRows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const whole = isNamed ? ofWidth({ cells, line }, delimiter, heading, columns, warnings) : cells;
    const values = new Map(
      [...columns].map(([field, at]) => {
        const cell = whole[at] ?? '';
        return [field, dates.get(field as 'filedOn')?.(cell) ?? cell] as const;
      }),
    );
    if (!columns.has('caseNumber') && ofAll !== '') values.set('caseNumber', ofAll);
    for (const field of ['number', 'documentNumber'] as const)
      if (isDay(values.get(field) ?? '')) values.set(field, `day ${values.get(field)!.trim()}`);
    const entry = entryOfFields(values, {
      row: `line ${line}`,
      court: (values.get('court') ?? '').trim(),
      warnings,
    });
    if (entry !== null) books.add(values, entry);
  }
  const dockets = books.dockets();
  if (dockets.length === 0)
    throw damagedSource(name, 'a table of docket entries', 'it has no row that can be read');
  if (dockets.some(({ header }) => header.number === ''))
    warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, ''));
  return {
    kind: 'csv',
    printedAt: null,
    dockets: dockets.map((docket) => ({ ...docket, entries: attachmentsBehindLeads(docket.entries) })),
    warnings,
  };
}

/** Rows of a table that was copied without quotation marks: a line without date and number goes on with the text above it. */
function unbroken(rows: readonly Row[], heading: readonly string[]): Row[] {
  const text = columnsByName(heading).get('text') ?? heading.length - 1;
  const whole: Row[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const [first = '', ...further] = row.cells;
    const begins =
      further.length === 0
        ? dayAlone(row.cells) !== null
        : isoDateOf(first) !== null || printedNumber(first) !== null;
    const isRest =
      above?.cells.length === text + 1 &&
      text + row.cells.length <= heading.length &&
      /\p{L}/u.test(first) &&
      !begins;
    if (!isRest) whole.push(row);
    else
      whole[whole.length - 1] = {
        ...row,
        cells: [...above.cells.with(text, `${above.cells[text]} ${first}`), ...further],
      };
  }
  return whole;
}

/** Rows, each with the day that stands alone over it and others without dates of their own. */
function underDays(rows: readonly Row[], at: number | null): readonly Row[] {
  if (at === null) return rows;
  const isDated = (row: Row): boolean => (row.cells[at] ?? '').trim() !== '';
  let day: string | null = null;
  return rows.flatMap((row, i) => {
    const alone = dayAlone(row.cells);
    const below = rows[i + 1];
    if (alone !== null && below && !isDated(below)) {
      day = alone;
      return [];
    }
    if (isDated(row)) day = null;
    return day === null ? [row] : [{ ...row, cells: row.cells.with(at, day) }];
  });
}

/** A table drawn with "|": without the marks at both ends of its lines, and the line of hyphens below the names. */
function unframed(text: string): string {
  if (!/^\ufeff?\s*\|[^\n]*\|[ \t]*\r?\n/.test(text)) return text;
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^[\s|:+-]+$/.test(line) || line.trim() === '')
    .map((line) => line.trim().replace(/^\|\s*|\s*\|$/g, ''))
    .join('\n');
}

const isSame = (cells: readonly string[], heading: readonly string[]): boolean =>
  heading.every((name, at) => name.trim() === (cells[at] ?? '').trim());

/** A row with more cells than have names: commas of a text that stands last and is not in quotation marks, or what nobody can tell. */
function ofWidth(
  { cells, line }: Row,
  delimiter: string,
  heading: readonly string[],
  columns: ReadonlyMap<Field, number>,
  warnings: DocketWarning[],
): readonly string[] {
  const width = heading.length;
  const further = cells.slice(width);
  if (further.every((cell) => cell.trim() === '')) return cells;
  const last = columns.get('text') ?? columns.get('shortText');
  if (last === width - 1) return [...cells.slice(0, last), cells.slice(last).join(delimiter)];
  warnings.push(fieldMissing('further cells', `line ${line}`, cells.join(' | ')));
  return cells;
}

/** Lines that other programs put above the names of the columns, at most: the case, the court, when it was made. */
const mostAbove = 12;

/** The row that names the columns of entries, after whatever is above it; else the first that says anything; -1 where none does. */
function headingAt(rows: readonly Row[]): number {
  const first = rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (first < 0 || isEntryRow(rows[first]!.cells)) return first;
  const heading = rows
    .slice(0, first + mostAbove)
    .findIndex(({ cells }) => namesEntries(columnsByName(cells)));
  return heading < 0 ? first : heading;
}

interface Row {
  readonly cells: readonly string[];
  /** Line of the file where the row ends. */
  readonly line: number;
}

function tableIn(text: string, warnings: DocketWarning[]): { rows: Row[]; delimiter: string } {
  const [, named] = separatorLine.exec(text) ?? [];
  const delimiter = named ?? delimiterOf(text);
  const options: Options = {
    delimiter,
    from_line: named === undefined ? 1 : 2,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined, raw: string | undefined) => {
      const lost = raw ?? error?.message ?? '';
      warnings.push(fieldMissing('row', 'this table', lost));
      return undefined;
    },
  };
  // With `info`, each record comes with its place.
  const parsed = parse(text.replace(/^\ufeff/, ''), options) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return { rows: parsed.map(({ record, info }) => ({ cells: record, line: info.lines })), delimiter };
}

const marks = [',', ';', '\t', '|'] as const;

/** What separates the names of columns of entries; else what most often separates the cells of the first line, outside of quotation marks. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .trimStart()
    .split(/\r\n|\r|\n/, mostAbove)
    .map((line) => line.slice(0, 20_000));
  const naming = lines.flatMap((line) =>
    marks.filter((mark) => namesEntries(columnsByName(line.split(mark)))),
  )[0];
  if (naming !== undefined) return naming;
  const bare = (lines[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return marks.toSorted((a, b) => count(b) - count(a))[0]!;
}

/**
 * Reads a table of entries that a spreadsheet or another program saved as a page; null where no table of the page names columns of
 * entries.
 *
 * @param document the page
 * @param name file name, for errors only
 */
export function readHtmlTable(document: Document, name: string): ParsedSource | null {
  for (const table of elementsNamed(document, 'table')) {
    const rows = rowsOf(table).map((row) => cellsOf(row).map((cell) => textOf(cell)));
    const heading = rows.slice(0, mostAbove).findIndex((cells) => namesEntries(columnsByName(cells)));
    if (heading >= 0 && rows.length > heading + 1)
      return readTable(rows.map((cells) => cells.map(quoted).join('\t')).join('\n'), name);
  }
  return null;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
