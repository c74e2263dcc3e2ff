export type CsvCell = string | number | boolean | null;

/**
 * What spreadsheets run as a formula: some drop white space before it, and some take its wide forms (U+FF1D and others) for it.
 * Leading apostrophes count, so that removing one restores the original.
 */
const formula = /^['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * A table that spreadsheets open and that can be read again (RFC 4180, UTF-8 with a byte order mark, lines ended by CR LF). A
 * cell that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @example csvText([['Exhibit', 'Title'], ['A', '=1+1']]) // "\ufeffExhibit,Title\r\nA,'=1+1\r\n"
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${csvLines(rows)}`;
}

/** Further rows of such a table, for one that is written piece by piece. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
