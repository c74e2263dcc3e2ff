import { parse, type CsvError, type Options } from 'csv-parse/sync';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { DocketWarning, ParsedSource } from '../../../../../shared/model/docket.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { docketWarning } from '../warning.ts';
import { CaseBooks } from './case-books.ts';
import { attachmentsBehindLeads, entryOfFields } from './entry-fields.ts';
import { fieldOf, type Field } from './fields.ts';

/** The line by which Excel is told what parts the cells. */
const separatorLine = /^\ufeff?sep=([,;\t])\r?\n/i;
/** A row longer than this is a quotation mark that was never closed. */
const longestRow = 500_000;

/**
 * Reads a table of docket entries: our own export, CourtListener's, or any whose columns are named. Separated by commas, semicolons
 * or tabs; columns are known by name, in any order.
 *
 * @param text the file's text
 * @param name file name, for errors only
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where it is no table of entries; DOCKET_SOURCE_DAMAGED naming the column that lacks
 */
export function readTable(text: string, name: string): ParsedSource {
  const warnings: DocketWarning[] = [];
  const rows = rowsOf(text, warnings);
  const first = headingAt(rows);
  if (first < 0) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const named = columnsByName(rows[first]!.cells);
  const columns =
    named.size > 0 && !isEntryRow(rows[first]!.cells) ? named : columnsByContent(rows[first]!.cells);
  const isNamed = columns === named;
  if (columns === null || columns.size < 2) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  assertColumns(columns, name);
  if (!isNamed)
    warnings.push(
      docketWarning(
        'DOCKET_FIELD_MISSING',
        { field: 'heading', of: 'this table' },
        rows[first]!.cells.join(', '),
      ),
    );

  const books = new CaseBooks();
  for (const { cells, line } of rows.slice(isNamed ? first + 1 : first)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const values = new Map([...columns].map(([field, at]) => [field, cells[at] ?? ''] as const));
    const entry = entryOfFields(values, {
      row: `line ${line}`,
      court: (values.get('court') ?? '').trim(),
      warnings,
    });
    if (entry !== null) books.add(values, entry);
  }
  const dockets = books.dockets();
  if (dockets.length === 0)
    throw new AppError('DOCKET_SOURCE_DAMAGED', {
      name,
      what: 'a table of docket entries',
      reason: 'it has no row that can be read',
    });
  if (dockets.some(({ header }) => header.number === ''))
    warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, ''));
  return {
    kind: 'csv',
    printedAt: null,
    dockets: dockets.map((docket) => ({ ...docket, entries: attachmentsBehindLeads(docket.entries) })),
    warnings,
  };
}

/** Lines that other programs put above the names of the columns, at most: the case, the court, when it was made. */
const mostAbove = 12;

/** The row that names the columns of entries, behind whatever stands above it; else the first that says anything; -1 where none does. */
function headingAt(rows: readonly Row[]): number {
  const first = rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (first < 0 || isEntryRow(rows[first]!.cells)) return first;
  const heading = rows
    .slice(0, first + mostAbove)
    .findIndex(({ cells }) => namesEntries(columnsByName(cells)));
  return heading < 0 ? first : heading;
}

function namesEntries(columns: ReadonlyMap<Field, number>): boolean {
  return (
    (columns.has('text') || columns.has('shortText')) &&
    (columns.has('number') || columns.has('documentNumber'))
  );
}

interface Row {
  readonly cells: readonly string[];
  /** Line of the file where the row ends. */
  readonly line: number;
}

function rowsOf(text: string, warnings: DocketWarning[]): Row[] {
  const [, named] = separatorLine.exec(text) ?? [];
  const options: Options = {
    delimiter: named ?? delimiterOf(text),
    from_line: named === undefined ? 1 : 2,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined, raw: string | undefined) => {
      const lost = raw ?? error?.message ?? '';
      warnings.push(docketWarning('DOCKET_FIELD_MISSING', { field: 'row', of: 'this table' }, lost));
      return undefined;
    },
  };
  // With `info`, each record comes with its place.
  const parsed = parse(text.replace(/^\ufeff/, ''), options) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return parsed.map(({ record, info }) => ({ cells: record, line: info.lines }));
}

const marks = [',', ';', '\t'] as const;

/** What parts the names of columns of entries; else what most often parts the cells of the first line, outside of quotation marks. */
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

/** Fields and their places; where two columns have the same meaning, the first holds. */
function columnsByName(cells: readonly string[]): Map<Field, number> {
  const columns = new Map<Field, number>();
  for (const [at, cell] of cells.entries()) {
    const field = cell.length > 60 ? null : fieldOf(cell);
    if (field !== null && !columns.has(field)) columns.set(field, at);
  }
  return columns;
}

const isNumberCell = (cell: string): boolean => /^(?:\d{1,6}(?:-\d{1,4})?|n\/?a)$/i.test(cell.trim());

const isEntryRow = (cells: readonly string[]): boolean => columnsByContent(cells) !== null;

/** A table without headings whose first row can be nothing else: a date, a number or NA, and words. */
function columnsByContent(cells: readonly string[]): Map<Field, number> | null {
  const date = cells.findIndex((cell) => isoDateOf(cell) !== null);
  const number = cells.findIndex((cell, at) => at !== date && isNumberCell(cell));
  const words = cells.findIndex((cell) => /[a-z]{3,}.*\s\S/i.test(cell) && isoDateOf(cell) === null);
  if (date < 0 || number < 0 || words < 0) return null;
  return new Map<Field, number>([
    ['filedOn', date],
    ['number', number],
    ['text', words],
  ]);
}

function assertColumns(columns: ReadonlyMap<Field, number>, name: string): void {
  const lacks = (reason: string) =>
    new AppError('DOCKET_SOURCE_DAMAGED', { name, what: 'a table of docket entries', reason });
  if (!columns.has('text') && !columns.has('shortText')) throw lacks('it has no column for the docket text');
  if (!columns.has('number') && !columns.has('documentNumber'))
    throw lacks('it has no column for the number of the entry');
}
