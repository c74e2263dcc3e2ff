import type { DocketWarning } from '../../../../../../shared/model/docket.ts';
import { isoDateOf } from '../../printed/printed-dates.ts';
import { printedNumber } from '../../printed/printed-number.ts';
import { damagedSource, docketWarning } from '../../warning.ts';
import { fieldOf, type Field } from '../fields.ts';
import { dateColumn } from './date-columns.ts';

type Columns = Map<Field, number>;

/** Whether columns are those of docket entries: what was filed, and under which number. */
export function namesEntries(columns: ReadonlyMap<Field, number>): boolean {
  return (
    (columns.has('text') || columns.has('shortText')) &&
    (columns.has('number') || columns.has('documentNumber'))
  );
}

/** Rows that a column is judged by, at most. */
const mostLooked = 500;
const dateNames = /date|filed|entered|docketed|logged|\bon\b|when/i;
const numberNames = /#|\b(?:no|nr|num|numbers?|seq|sequence|doc|document|dkt|docket|ecf|entry|id|item)\b/i;
const textNames = /\b(?:text|entry|entries|description|descr|proceedings?|docket|event)\b/i;
/** Shorter cells are no docket texts, but where their column is called one. */
const shortestText = 12;
const shortestNamed = 4;

/**
 * The columns of a table by their names, and, where the names leave out number, text or date, by what stands in them: "Docket Entry" may
 * be the text, and "Docket Number" that of the entry. Each that was recognized by its content is reported.
 *
 * @param heading names of the columns
 * @param rows below it
 */
export function columnsOf(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  warnings: DocketWarning[],
): Columns {
  const columns = columnsByName(heading);
  const cellsAt = (at: number): string[] =>
    rows.slice(0, mostLooked).flatMap((cells) => (cells[at] ?? '').trim() || []);
  const share = (at: number, fits: (cell: string) => boolean): number => {
    const cells = cellsAt(at);
    return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;
  };
  const isNumbers = (at: number) => share(at, isNumber) >= 0.6;
  const length = (at: number) =>
    cellsAt(at).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cellsAt(at).length);
  const isText = (at: number) =>
    length(at) >= (textNames.test(heading[at]!) ? shortestNamed : shortestText) &&
    !isNumbers(at) &&
    !isDates(cellsAt(at));
  const hasText = () => columns.has('text') || columns.has('shortText');
  const hasNumber = () => columns.has('number') || columns.has('documentNumber');
  const isDated = () => columns.has('filedOn') || columns.has('enteredOn');
  if (hasText() && hasNumber() && isDated()) return columns;

  // What is called an entry or a document, and holds its words.
  for (const field of ['number', 'documentNumber'] as const) {
    const at = columns.get(field);
    if (at !== undefined && !hasText() && isText(at)) columns.delete(field);
  }
  const caseNumber = columns.get('caseNumber');
  if (!hasNumber() && caseNumber !== undefined && isNumbers(caseNumber)) columns.delete('caseNumber');
  const free = () => heading.map((_, at) => at).filter((at) => ![...columns.values()].includes(at));
  const take = (field: Field, at: number | undefined, how: string): void => {
    if (at === undefined) return;
    columns.set(field, at);
    const details = { column: heading[at]!.trim() || `column ${at + 1}`, how };
    warnings.push(docketWarning('DOCKET_COLUMN_INTERPRETED', details, heading.join(', ')));
  };
  if (!isDated()) {
    const dates = free().filter((at) => dateNames.test(heading[at]!) && isDates(cellsAt(at)));
    take('filedOn', dates[0], 'the date of filing');
  }
  // Without dates a table may be of anything.
  if (!isDated()) return columns;
  if (!hasNumber()) {
    const numbers = free().filter((at) => numberNames.test(heading[at]!) && isNumbers(at));
    const named = numbers.find((at) => /doc|dkt|ecf|entry/i.test(heading[at]!));
    take('number', named ?? numbers[0], 'the number of the entry');
  }
  if (!hasText()) {
    const isNamed = (at: number) => Number(textNames.test(heading[at]!));
    const [longest] = free()
      .filter(isText)
      .toSorted((a, b) => isNamed(b) - isNamed(a) || length(b) - length(a));
    take('text', longest, 'the docket text');
  }
  return columns;
}

const isDates = (cells: readonly string[]): boolean => {
  const { read } = dateColumn(cells);
  return (
    cells.length > 0 && cells.filter((cell) => isoDateOf(read(cell)) !== null).length >= cells.length * 0.8
  );
};

/** Fields and their places; where two columns have the same meaning, the first holds. */
export function columnsByName(cells: readonly string[]): Columns {
  const columns = new Map<Field, number>();
  for (const [at, cell] of cells.entries()) {
    const field = cell.length > 60 ? null : fieldOf(cell);
    if (field !== null && !columns.has(field)) columns.set(field, at);
  }
  return columns;
}

const isNumber = (cell: string): boolean =>
  /^(?:n\/?a|-{1,2}|–|—)$/i.test(cell) || printedNumber(cell)?.printed.length === cell.length;
const isNumberCell = (cell: string): boolean => /^(?:\d{1,6}(?:-\d{1,4})?|n\/?a)$/i.test(cell.trim());

/** Whether cells are those of an entry, by what stands in them. */
export const isEntryRow = (cells: readonly string[]): boolean => columnsByContent(cells) !== null;

/** A table without headings whose first row can be nothing else: a date, a number or NA, and words. */
export function columnsByContent(cells: readonly string[]): Map<Field, number> | null {
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

/** @throws AppError DOCKET_SOURCE_DAMAGED naming the missing column */
export function assertColumns(columns: ReadonlyMap<Field, number>, name: string): void {
  const lacks = (reason: string) => damagedSource(name, 'a table of docket entries', reason);
  if (!columns.has('text') && !columns.has('shortText')) throw lacks('it has no column for the docket text');
  if (!columns.has('number') && !columns.has('documentNumber'))
    throw lacks('it has no column for the number of the entry');
}
