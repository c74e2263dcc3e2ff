import { calendarDay, isoDateOf } from '../../printed/printed-dates.ts';

/** How the dates of a column are read. */
export interface DateColumn {
  /** What was made out from the whole column, for a warning; null where each date says for itself what it is. */
  readonly how: string | null;
  /** A cell with its date as ISO date; any other as it is. */
  readonly read: (cell: string) => string;
}

/** Days that spreadsheets count from December 30, 1899: those of 1990 to 2060. */
const serial = /^\d{5}(?:\.\d+)?$/;
const [firstSerial, lastSerial] = [32_874, 58_804];
const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ ,T])/;

/**
 * Finds from all cells of a column how its dates are written. Numbers of a spreadsheet are days only where all cells are such; a day
 * before the month ("13/01/2027") is read so only where some cell can be nothing else, and none can only be month before day; where all can
 * be either, the days decide that docket texts say they were entered on.
 *
 * @param cells as written
 * @param texts docket texts of the same rows
 */
export function dateColumn(cells: readonly string[], texts: readonly string[] = []): DateColumn {
  const printed = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isSerial = (cell: string) =>
    serial.test(cell) && Number(cell) >= firstSerial && Number(cell) <= lastSerial;
  if (printed.length > 0 && printed.every(isSerial))
    return {
      how: 'day numbers of a spreadsheet (46394 is January 7, 2027)',
      read: (cell) => (isSerial(cell.trim()) ? dayOfSerial(Number(cell)) : cell),
    };
  const numbers = printed.flatMap((cell) => {
    const [, one, , other] = parts.exec(cell) ?? [];
    return one === undefined ? [] : [[Number(one), Number(other)] as const];
  });
  const [isDay, isMonth] = [numbers.some(([one]) => one > 12), numbers.some(([, other]) => other > 12)];
  if (!isMonth && (isDay || areEnteredDayFirst(cells, texts)))
    return {
      how: 'dates with the day before the month (13/01/2027 is January 13, 2027)',
      read: (cell) => dayFirst(cell) ?? plainDay(cell),
    };
  return { how: null, read: plainDay };
}

/** Whether more texts say they were entered on a cell's date with the day first than with the month first. */
function areEnteredDayFirst(cells: readonly string[], texts: readonly string[]): boolean {
  let more = 0;
  cells.forEach((cell, i) => {
    const entered = isoDateOf(/\(Entered:\s*([\d/]{6,10})\)/i.exec(texts[i] ?? '')?.[1] ?? '');
    const [day, month] = [dayFirst(cell), isoDateOf(cell)];
    if (entered !== null && day !== month) more += Number(entered === day) - Number(entered === month);
  });
  return more > 0;
}

/**
 * Tells numbers of a column that a spreadsheet made of others: "1-2", which it takes for January 2, becomes 46024. None are where a docket
 * has as many entries.
 *
 * @param cells of the column of numbers
 */
export function strayDays(cells: readonly string[]): (cell: string) => boolean {
  const isSerial = (cell: string): boolean =>
    /^\d{5}$/.test(cell.trim()) && Number(cell) >= firstSerial && Number(cell) <= lastSerial;
  const others = cells.filter((cell) => /^\s*\d{1,6}/.test(cell) && !isSerial(cell));
  const largest = Math.max(0, ...others.slice(0, 10_000).map((cell) => Number.parseInt(cell, 10)));
  return others.length > 0 && largest < firstSerial / 2 ? isSerial : () => false;
}

function dayOfSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

function dayFirst(cell: string): string | null {
  const [, day, , month, year] = parts.exec(cell.trim()) ?? [];
  if (day === undefined) return null;
  return calendarDay(Number(year!.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

/** "20270107" and "01072027", of which no date can be the other. */
function plainDay(cell: string): string {
  const yearFirst = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(cell.trim());
  if (yearFirst) return calendarDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])) ?? cell;
  const yearLast = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(cell.trim());
  if (yearLast && isoDateOf(cell) === null)
    return calendarDay(Number(yearLast[3]), Number(yearLast[1]), Number(yearLast[2])) ?? cell;
  return cell;
}
